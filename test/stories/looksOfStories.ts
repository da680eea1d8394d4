import axe from 'axe-core';
import { afterEach } from 'vitest';
import { themeFromClerk } from '../../src/context/themeFromClerk.js';
import { applyTokens } from '../../src/context/tokens.js';
import { clerkVariables } from '../../stories/palettes.js';
import { presets, setPreset } from '../../stories/presets.js';

// Each story as it comes is checked by Storybook's own addon. Here it is checked in the sixteen looks that a host may
// give it: after its play function, with all that this has brought about. Nothing is rendered anew: a look is a matter of
// attributes, sheets and tokens alone.

/** One of the ways a host may show what a story shows. */
interface Look {
  theme: 'light' | 'dark';
  preset: keyof typeof SHEETS;
  dir: 'ltr' | 'rtl';
}

/** The sheets of `stories/presets.ts` that stand for each. Clerk's is no sheet: its variables are handed over. */
const SHEETS = { none: 'default', mixpeek: 'mixpeek', shadcn: 'shadcn violet', clerk: 'default' };

const CLERK = { light: themeFromClerk(clerkVariables.light), dark: themeFromClerk(clerkVariables.dark) };

const LOOKS: readonly Look[] = (['light', 'dark'] as const).flatMap((theme) =>
  (['none', 'mixpeek', 'shadcn', 'clerk'] as const).flatMap((preset) =>
    (['ltr', 'rtl'] as const).map((dir) => ({ theme, preset, dir })),
  ),
);

/** What a theme or a preset can make wrong. The other rules ask for names, roles and order, which no colour changes. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block'];

function wear({ theme, preset, dir }: Look): void {
  if (presets[SHEETS[preset]] === undefined) throw new Error(`There is no preset for ${preset}.`);
  setPreset(SHEETS[preset], theme);
  document.documentElement.dir = dir;
  document.documentElement.dataset['theme'] = theme;
  for (const root of document.querySelectorAll<HTMLElement>('.mup-root')) {
    root.dir = dir;
    // A story's own tokens are of its own look, and have been checked in it.
    applyTokens(root, preset === 'clerk' ? CLERK[theme] : {});
  }
}

/** What axe has against the page in a look, one sentence each. */
async function violationsIn(look: Look): Promise<string[]> {
  wear(look);
  const isPlain = look.theme === 'light' && look.preset === 'none';
  const { violations } = await axe.run(document.body, {
    resultTypes: ['violations'],
    // A story is part of a page, so it has no landmarks of its own.
    ...(isPlain ? { rules: { region: { enabled: false } } } : { runOnly: OF_COLOUR }),
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary = '' }) =>
        `${Object.values(look).join(', ')}: ${id}: ${target.join(' ')}: ${failureSummary.replace(/\s+/g, ' ')}`,
    ),
  );
}

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') return;
  const faults: string[] = [];
  for (const look of LOOKS) faults.push(...(await violationsIn(look)));
  if (faults.length > 0) throw new Error(`axe objects to the story in some looks:\n${faults.join('\n')}`);
});

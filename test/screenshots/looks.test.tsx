import { composeStories, setProjectAnnotations } from '@storybook/react-vite';
import { beforeAll, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import * as preview from '../../.storybook/preview.js';
import * as inviteForm from '../../stories/InviteForm.stories.js';
import * as panel from '../../stories/UsersPanel.stories.js';
import * as people from '../../stories/MemberTablePeople.stories.js';
import * as removeDialog from '../../stories/RemoveDialog.stories.js';
import { initialGlobals } from '../../stories/toolbar.js';
import '@fontsource/inter/latin-400.css';
import '@fontsource/inter/latin-500.css';
import '@fontsource/inter/latin-600.css';
import '@fontsource/inter/latin-700.css';
import './screenshots.css';

/*
 * How the kit looks, for eyes and for comparison with the pictures beside this file. `npm run screenshots -- -u` takes
 * them anew.
 */

const project = setProjectAnnotations([preview]);
beforeAll(project.beforeAll);

interface Look {
  width: 1280 | 360;
  theme: 'light' | 'dark';
  dir: 'ltr' | 'rtl';
}

const LOOKS: Look[] = [
  { width: 1280, theme: 'light', dir: 'ltr' },
  { width: 1280, theme: 'dark', dir: 'ltr' },
  { width: 1280, theme: 'light', dir: 'rtl' },
  { width: 360, theme: 'light', dir: 'ltr' },
  { width: 360, theme: 'dark', dir: 'rtl' },
];

const PICTURES = {
  panel: (globals: object) => composeStories(panel, { initialGlobals: globals }).Default,
  'invite-form': (globals: object) => {
    const stories = composeStories(inviteForm, { initialGlobals: globals });
    return 'dir' in globals && globals.dir === 'rtl' ? stories.RightToLeft : stories.PastedList;
  },
  'long-names': (globals: object) => composeStories(people, { initialGlobals: globals }).LongNames,
  'remove-dialog': (globals: object) => composeStories(removeDialog, { initialGlobals: globals }).Removing,
};

const cases = Object.keys(PICTURES).flatMap((name) =>
  LOOKS.map((look) => [`${name}-${Object.values(look).join('-')}`, name as keyof typeof PICTURES, look] as const),
);

test.each(cases)('%s', async (picture, name, { width, theme, dir }) => {
  // High enough for all there is: what is out of sight is not drawn.
  await page.viewport(width, name === 'panel' || name === 'long-names' ? 2400 : 900);
  await PICTURES[name]({ ...initialGlobals, theme, dir }).run();
  await document.fonts.ready;
  (document.activeElement as HTMLElement | null)?.blur();
  await expect(page.elementLocator(document.body)).toMatchScreenshot(picture, {
    comparatorName: 'pixelmatch',
    comparatorOptions: { allowedMismatchedPixelRatio: 0.01 },
  });
});

/** Wide enough for the columns, narrow enough to be read in a page of text. */
const README_WIDTH = 960;

test('the picture at the head of the README is taken anew, with all of the panel in it', async () => {
  await page.viewport(README_WIDTH, 1600);
  await composeStories(panel, { initialGlobals }).Default.run();
  await document.fonts.ready;
  (document.activeElement as HTMLElement | null)?.blur();
  const root = document.querySelector<HTMLElement>('.mup-root')!;
  root.style.padding = '16px';
  await page.screenshot({ element: page.elementLocator(root), path: '../../stories/pictures/users-panel.png' });
  expect(root.getBoundingClientRect().bottom).toBeLessThan(1600);
});

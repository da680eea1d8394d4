import { themeFromClerk, type UsersProviderProps } from '@mixpeek/users-panel';
import type { Preview, StoryObj } from '@storybook/react-vite';
import { catalogues } from './catalogues.js';
import { networks } from './networks.js';
import { clerkVariables } from './palettes.js';
import { presets } from './presets.js';

type Globals = NonNullable<StoryObj['globals']>;

/** What a tool says until somebody chooses: the story decides. */
const AS_TOLD = 'story';
const asTold = (title: string) => ({ value: AS_TOLD, title: `${title} as the story says` });

/** Who may be looking, by the account that says so in every seed of the stories. */
const VIEWERS: Readonly<Record<string, string | undefined>> = {
  admin: 'user_ada',
  member: 'user_grace',
  'no member': 'user_nobody',
  'signed out': undefined,
};

type Tool = NonNullable<NonNullable<Preview['globalTypes']>[string]['toolbar']>;

const tool = (title: string, icon: NonNullable<Tool['icon']>, items: Tool['items']) => ({
  toolbar: { title, icon, items, dynamicTitle: true },
});

/** The toolbar. The tools combine; a play function is written for the first choice of each. */
export const globalTypes = {
  theme: tool('Theme', 'mirror', ['light', 'dark']),
  preset: tool('Host', 'paintbrush', Object.keys(presets)),
  density: tool('Density', 'grow', ['comfortable', 'compact']),
  locale: tool('Language', 'globe', Object.keys(catalogues)),
  dir: tool('Direction', 'transfer', [{ value: 'auto', title: 'by language' }, 'ltr', 'rtl']),
  width: tool('Width', 'browser', [asTold('width'), 'phone', 'tablet', 'desktop']),
  viewer: tool('Who looks', 'user', [asTold('person'), ...Object.keys(VIEWERS)]),
  network: tool('Network', 'lightning', [asTold('network'), ...Object.keys(networks)]),
  strict: tool('StrictMode', 'alert', ['strict', 'not strict']),
  shadow: tool('Shadow DOM', 'box', ['in the page', 'in a shadow root']),
};

export const initialGlobals = {
  theme: 'light',
  preset: 'default',
  density: 'comfortable',
  locale: 'en',
  dir: 'auto',
  width: AS_TOLD,
  viewer: AS_TOLD,
  network: AS_TOLD,
  strict: 'strict',
  shadow: 'in the page',
};

type Look = Pick<UsersProviderProps, 'messages' | 'dir' | 'density' | 'tokens' | 'currentUserId'>;

/** What the toolbar says, as props of a provider or a panel: only what somebody chose, so that it can follow the story's. */
export function chosenIn({ locale, dir, density, preset, theme, viewer }: Globals): Look {
  return {
    ...(locale !== 'en' && { messages: catalogues[String(locale)] }),
    ...((dir === 'ltr' || dir === 'rtl') && { dir }),
    ...(density === 'compact' && { density }),
    ...(preset === 'Clerk appearance' && {
      tokens: themeFromClerk(clerkVariables[theme === 'dark' ? 'dark' : 'light']),
    }),
    ...(String(viewer) in VIEWERS && { currentUserId: VIEWERS[String(viewer)] }),
  };
}

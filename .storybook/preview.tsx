import { UsersProvider } from '@mixpeek/users-panel';
import type { Decorator, Preview } from '@storybook/react-vite';
import { Fragment, StrictMode } from 'react';
import { configure } from 'storybook/test';
import '@mixpeek/users-panel/styles.css';
import { backEndOf, startBackEnd, type BackEndParameters } from '../stories/backEnd.js';
import { goOffline } from '../stories/offline.js';
import { setPreset } from '../stories/presets.js';
import { ShadowFrame } from '../stories/ShadowFrame.js';
import { chosenIn, globalTypes, initialGlobals } from '../stories/toolbar.js';
import './preview.css';
import { propsInWords } from './propsInWords.js';

// What is read out is on the screen as well, where people see it: stories mean that.
// The time is a limit for what hangs: a slow or busy machine must not turn a story red.
configure({ defaultIgnore: 'script, style, .mup-announcements *', asyncUtilTimeout: 15_000 });

/** Each piece lives under a provider; a story of the panel, which brings its own, says `parameters.provider: false`. */
const provided: Decorator = (Story, { parameters, loaded, globals }) => {
  if (parameters['provider'] === false) return <Story />;
  const { dataProvider } = backEndOf(loaded);
  return (
    <UsersProvider
      appId="app_demo"
      dataProvider={dataProvider}
      currentUserId="user_ada"
      {...parameters['provider']}
      {...chosenIn(globals)}
    >
      <Story />
    </UsersProvider>
  );
};

const WIDTHS: Readonly<Record<string, string>> = {
  phone: 'story-phone',
  tablet: 'story-tablet',
  desktop: 'story-desktop',
};

/** Around the panel's root, whose width decides the layout: `parameters.phone` makes it as narrow as a phone. */
const framed: Decorator = (Story, { globals, parameters }) => {
  const theme = globals['theme'] === 'dark' ? 'dark' : 'light';
  document.documentElement.dataset['theme'] = theme;
  setPreset(String(globals['preset']), theme);
  const locale = String(globals['locale']);
  const { dir = /^(ar|he)$/.test(locale) ? 'rtl' : 'ltr' } = chosenIn(globals);
  Object.assign(document.documentElement, { lang: locale, dir });
  const Mode = globals['strict'] === 'not strict' ? Fragment : StrictMode;
  const Frame = globals['shadow'] === 'in a shadow root' ? ShadowFrame : Fragment;
  // Another network or person is another visit: what the last one was told is not shown to this one.
  const visit = `${globals['network']} ${globals['viewer']}`;
  return (
    <Mode key={visit}>
      <div className={WIDTHS[String(globals['width'])] ?? (parameters['phone'] ? 'story-phone' : undefined)}>
        <Frame>
          <Story />
        </Frame>
      </div>
    </Mode>
  );
};

const preview: Preview = {
  argTypesEnhancers: [propsInWords],
  decorators: [provided, framed],
  // What another story left in the invite field is kept for the session.
  beforeEach: ({ globals }) => {
    sessionStorage.clear();
    return globals['network'] === 'offline' ? goOffline() : undefined;
  },
  loaders: [
    async ({ id, parameters, globals }) => ({
      backEnd: await startBackEnd(id, parameters['backEnd'] as BackEndParameters | undefined, globals),
    }),
  ],
  globalTypes,
  initialGlobals,
  parameters: {
    layout: 'padded',
    a11y: { test: 'error' },
    controls: { expanded: true },
    options: {
      storySort: {
        order: [
          'Start here',
          'Guides',
          'UsersPanel',
          'UsersPanel in its states',
          'Pieces',
          'Your own table',
          'Toolbar',
          'Themes',
          'Languages',
        ],
      },
    },
  },
};
export default preview;

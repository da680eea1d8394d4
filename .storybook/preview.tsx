import { UsersProvider } from '@mixpeek/users-panel';
import type { Decorator, Preview } from '@storybook/react-vite';
import { StrictMode } from 'react';
import { configure } from 'storybook/test';
import '@mixpeek/users-panel/styles.css';
import { backEndOf, startBackEnd, type BackEndParameters } from '../stories/backEnd.js';
import { catalogues } from '../stories/catalogues.js';
import { languageOf } from '../stories/language.js';
import { presets, setPreset } from '../stories/presets.js';
import './preview.css';

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
      {...languageOf(globals)}
      density={globals['density'] === 'compact' ? 'compact' : undefined}
      {...parameters['provider']}
    >
      <Story />
    </UsersProvider>
  );
};

/** Around the panel's root, whose width decides the layout: `parameters.phone` makes it as narrow as a phone. */
const framed: Decorator = (Story, { globals, parameters }) => {
  const theme = globals['theme'] === 'dark' ? 'dark' : 'light';
  document.documentElement.dataset['theme'] = theme;
  setPreset(String(globals['preset']), theme);
  const locale = String(globals['locale']);
  const { dir = /^(ar|he)$/.test(locale) ? 'rtl' : 'ltr' } = languageOf(globals);
  Object.assign(document.documentElement, { lang: locale, dir });
  return (
    <StrictMode>
      <div className={parameters['phone'] ? 'story-phone' : undefined}>
        <Story />
      </div>
    </StrictMode>
  );
};

const preview: Preview = {
  decorators: [provided, framed],
  // What another story left in the invite field is kept for the session.
  beforeEach: () => sessionStorage.clear(),
  loaders: [
    async ({ id, parameters }) => ({
      backEnd: await startBackEnd(id, parameters['backEnd'] as BackEndParameters | undefined),
    }),
  ],
  globalTypes: {
    theme: { toolbar: { title: 'Theme', icon: 'mirror', items: ['light', 'dark'], dynamicTitle: true } },
    preset: { toolbar: { title: 'Preset', icon: 'paintbrush', items: Object.keys(presets), dynamicTitle: true } },
    density: { toolbar: { title: 'Density', icon: 'grow', items: ['comfortable', 'compact'], dynamicTitle: true } },
    locale: { toolbar: { title: 'Language', icon: 'globe', items: Object.keys(catalogues), dynamicTitle: true } },
    dir: {
      toolbar: {
        title: 'Direction',
        icon: 'transfer',
        items: [{ value: 'auto', title: 'by language' }, 'ltr', 'rtl'],
        dynamicTitle: true,
      },
    },
  },
  initialGlobals: { theme: 'light', preset: 'default', density: 'comfortable', locale: 'en', dir: 'auto' },
  parameters: {
    layout: 'padded',
    a11y: { test: 'error' },
    controls: { expanded: true },
    options: { storySort: { order: ['UsersPanel', 'Themes', 'Pieces'] } },
  },
};
export default preview;

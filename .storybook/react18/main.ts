import type { StorybookConfig } from '@storybook/react-vite';
import main from '../main.js';
import { sourceAlias } from '../sourceAlias.js';

/** React 18 in the place of 19: for the kit, the stories and all that they stand on. */
const react18 = [
  { find: /^react((?:\/.*)?)$/, replacement: 'react-18$1' },
  { find: /^react-dom((?:\/.*)?)$/, replacement: 'react-dom-18$1' },
];

/** The same stories for `npm test`, which acts them out under React 18 as well. */
const config: StorybookConfig = {
  ...main,
  stories: ['../../stories/**/*.stories.tsx'],
  staticDirs: ['../public'],
  viteFinal: (vite) => ({ ...vite, resolve: { ...vite.resolve, alias: [...react18, ...sourceAlias] } }),
};
export default config;

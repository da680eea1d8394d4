import { version } from 'react';
import preview from '../preview.js';

export default {
  ...preview,
  // An alias that no longer takes hold would otherwise go unseen.
  beforeAll() {
    if (!version.startsWith('18.')) throw new Error(`These stories are to run under React 18, and this is ${version}.`);
  },
};

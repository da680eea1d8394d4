import { describeEngine } from './describeEngine.js';

describeEngine('chromium');

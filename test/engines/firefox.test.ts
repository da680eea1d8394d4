import { describeEngine } from './describeEngine.js';

describeEngine('firefox');

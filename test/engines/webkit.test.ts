import { describeEngine } from './describeEngine.js';

describeEngine('webkit');

import { later } from '../ui/later.js';

/**
 * What the first rows do not need. Whoever may only read never loads it; whoever manages has it a moment after the rows.
 * Few parts, each whole: what is wanted together comes in one file, where it takes fewer bytes than apart.
 */
export const laterParts = {
  inviting: later(() => import('./inviting.js')),
  memberDialogs: later(() => import('./memberDialogs.js')),
};

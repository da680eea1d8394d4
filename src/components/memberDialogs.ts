import { DemoteSelfDialog } from './DemoteSelfDialog.js';
import { RemoveDialog } from './RemoveDialog.js';

/** What is loaded as one part, once somebody who manages comes near the rows that it asks about. */
export const memberDialogs = { DemoteSelfDialog, RemoveDialog };

import { changeMemberRole } from '../query/changeMemberRole.js';
import { DemoteSelfDialog } from './DemoteSelfDialog.js';
import { NotEnabled } from './NotEnabled.js';
import { PendingRole } from './PendingRole.js';
import { RemoveDialog } from './RemoveDialog.js';

/** What is loaded as one part, once somebody who manages comes near the rows that it changes. */
export const memberDialogs = { DemoteSelfDialog, NotEnabled, PendingRole, RemoveDialog, changeMemberRole };

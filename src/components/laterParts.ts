import { later } from '../ui/later.js';

/**
 * What the first rows do not need. Whoever may only read never loads it; whoever manages has it a moment after the rows.
 */
export const laterParts = {
  inviteFields: later(() => import('./InviteFields.js')),
  invitationRows: later(() => import('./InvitationRows.js')),
  removeDialog: later(() => import('./RemoveDialog.js')),
  demoteSelfDialog: later(() => import('./DemoteSelfDialog.js')),
};

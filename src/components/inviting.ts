import { InvitationRows } from './InvitationRows.js';
import { InviteFields } from './InviteFields.js';
import { memberDialogs } from './memberDialogs.js';

/**
 * What is loaded as one part, for those who manage. It holds the dialogs of members, too: the code they share with it is
 * then loaded in one file with them, which is smaller than a third file of its own.
 */
export const inviting = { InviteFields, InvitationRows, memberDialogs };

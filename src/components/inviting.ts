import { InvitationRows } from './InvitationRows.js';
import { InviteFields } from './InviteFields.js';
import { memberDialogs } from './memberDialogs.js';

/**
 * What is loaded as one part, for those who manage. It includes `memberDialogs`: the code that both need is then in one file
 * with them, which is smaller than a third file.
 */
export const inviting = { InviteFields, InvitationRows, memberDialogs };

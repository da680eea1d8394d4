import { InvitationRows } from './InvitationRows.js';
import { InviteFields } from './InviteFields.js';

/** What is loaded as one part, for those who manage. */
export const inviting = { InviteFields, InvitationRows };

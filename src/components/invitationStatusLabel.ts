import type { Messages } from '../context/language.js';
import type { InvitationStatus } from '../model/invitation.js';
import { plainText } from '../model/plainText.js';

/** The catalogue's word for a status; an unknown one as it is. */
export function invitationStatusLabel({ invitations }: Messages, status: InvitationStatus): string {
  const words: Readonly<Record<string, string>> = invitations.status;
  return (Object.hasOwn(words, status) ? words[status] : undefined) ?? plainText(status);
}

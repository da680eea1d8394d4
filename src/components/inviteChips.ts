import type { WholeLanguage } from '../context/wholeLanguage.js';
import { findRefused } from '../model/emails.js';
import { isAtTheAddress, type DraftStatus, type JudgedDraft } from '../model/judgeDraft.js';
import { plainText } from '../model/plainText.js';
import type { Role } from '../model/role.js';
import { suggestEmail } from '../model/suggestEmail.js';

/** One address in the field, as it is shown. */
export interface InviteChip {
  id: number;
  /** The address, or what was typed where there is none. */
  label: string;
  status: DraftStatus;
  /** Where it stands, in words; nothing for an address that is simply new. */
  note?: string | undefined;
  /** The name of its own role, where that is another than the chosen one. */
  role?: string | undefined;
  /** What stands in the place of its role, and names none: a role is to be chosen. */
  unknownRole?: string | undefined;
  /** The address that was probably meant. */
  suggestion?: string | undefined;
  /** Its invitation is pending and can be sent again. */
  canSendAgain: boolean;
  /** Somebody has to look at it before it is sent: it is shown however long the list is. */
  needsLook: boolean;
}

/** @param role The chosen role: that of every address that names none. */
export function inviteChips(
  judged: readonly JudgedDraft[],
  role: Role,
  domains: readonly string[],
  language: Pick<WholeLanguage, 'messages' | 'say' | 'explain' | 'roleLabel'>,
): InviteChip[] {
  return judged.map((one): InviteChip => {
    const { draft, status, invitation } = one;
    const { email, role: own, text } = draft.entry;
    const suggestion = suggestionFor(one, domains);
    return {
      id: draft.id,
      label: email ?? text,
      status,
      note: noteOf(one, language),
      role: own !== undefined && own !== role && status !== 'member' ? language.roleLabel(own) : undefined,
      unknownRole: status === 'needs_role' ? draft.entry.unknownRole : undefined,
      suggestion,
      canSendAgain: status === 'invited' && invitation !== undefined && draft.entry.unknownRole === undefined,
      needsLook: LOOKED_AT.has(status) || suggestion !== undefined,
    };
  });
}

const LOOKED_AT: ReadonlySet<DraftStatus> = new Set(['invalid', 'needs_role', 'failed', 'unknown']);
const SUGGESTED: ReadonlySet<DraftStatus> = new Set(['new', 'unsent', 'invalid', 'needs_role']);

/** The address that was probably meant by an entry that can still be changed. */
export function suggestionFor({ draft, status }: JudgedDraft, domains: readonly string[]): string | undefined {
  const { email, text } = draft.entry;
  const isOne = email !== null || (text.length < 300 && text.includes('@') && !/\s/.test(text));
  return (SUGGESTED.has(status) && isOne && suggestEmail(email ?? text, domains)) || undefined;
}

function noteOf(
  { draft, status, memberRole, invitation }: JudgedDraft,
  { messages, say, explain, roleLabel }: Pick<WholeLanguage, 'messages' | 'say' | 'explain' | 'roleLabel'>,
): string | undefined {
  const { errors } = messages;
  const words = messages.invite.status;
  const error = draft.state?.kind === 'failed' ? draft.state.error : null;
  switch (status) {
    case 'new':
      return undefined;
    case 'member':
      // By the server's word, before the list has it.
      return memberRole === undefined ? errors.already_member : say(words.member, { role: roleLabel(memberRole) });
    case 'invited':
      if (!invitation) return errors.already_invited;
      return error ? words.notAgain : words.invited;
    case 'failed': {
      if (!error) return words.failed;
      if (isAtTheAddress(error.code)) return explain(error);
      const reasons: Partial<Record<string, string>> = messages.invite.reasons;
      const reason = reasons[error.code];
      return reason === undefined ? words.failed : say(words.failedWith, { reason });
    }
    case 'needs_role':
      return say(words.needsRole, { role: plainText(draft.entry.unknownRole) });
    case 'invalid': {
      const character = findRefused(draft.entry.text);
      return character === undefined ? words.invalid : say(words.refused, { character });
    }
    case 'unsent':
      return words.failed;
    default:
      return words[status];
  }
}

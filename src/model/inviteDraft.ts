import { emailKey } from './emailKey.js';
import type { EmailEntry } from './emails.js';
import { parseEmails, splitTyped } from './parseEmails.js';
import type { UsersError } from './errors.js';
import type { Role } from './role.js';
import type { RoleWords } from './roleWords.js';

/** What sending has made of an address; none before it was sent. */
export type DraftState =
  /** In the batch, and its turn has not come. */
  | { kind: 'waiting' }
  | { kind: 'sending' }
  /** Its pending invitation is being sent again. */
  | { kind: 'resending' }
  | { kind: 'failed'; error: UsersError }
  /** The batch ended before its turn. */
  | { kind: 'unsent' }
  /** No answer came, and the lists did not tell. `since`: on the monotonic clock. */
  | { kind: 'unknown'; since: number; error?: UsersError }
  /** The server said so; the lists may not know it yet. */
  | { kind: 'known'; as: 'member' | 'invited' };

/** One address of a draft. */
export interface DraftEntry {
  id: number;
  entry: EmailEntry;
  state?: DraftState | undefined;
}

/** What is in the invite field: finished addresses, and the text that is still being typed among them. */
export interface InviteDraft {
  entries: readonly DraftEntry[];
  text: string;
  /** Before which entry the text stands; null for the end. */
  at: number | null;
  /** The entry that was taken back into the text; put back by `cancelEdit`. */
  edited: DraftEntry | null;
  lastId: number;
  /** The text goes on in the line of the entry before it: what is no address there stands in the place of its role. */
  isSameLine?: boolean;
}

export const emptyDraft: InviteDraft = { entries: [], text: '', at: null, edited: null, lastId: 0 };

/** The text changed under the keys. What is finished by a separator becomes an entry. */
export function typeText(draft: InviteDraft, text: string, roles: RoleWords): InviteDraft {
  // The comma of "Lovelace, Ada <a@b.c>" that was taken back finishes nothing while it is edited.
  if (draft.edited && splitTyped(draft.edited.entry.text, roles).finished.length > 0) return { ...draft, text };
  const { finished, rest } = splitTyped(text, roles);
  if (finished.length === 0) return { ...draft, text: rest };
  return { ...insertTyped(draft, finished, roles), text: rest, isSameLine: !text.endsWith('\n') };
}

/** All that was typed is meant as it is. The text goes back to the end. */
export function finishText(draft: InviteDraft, roles: RoleWords): InviteDraft {
  const inserted = insertTyped(draft, parseEmails(draft.text, roles), roles);
  return { ...inserted, text: '', at: null, edited: null, isSameLine: false };
}

/** A list arrived at once, in place of the text. */
export function insertList(draft: InviteDraft, list: string, roles: RoleWords): InviteDraft {
  return { ...insertEntries(draft, parseEmails(list, roles)), text: '', at: null, edited: null, isSameLine: false };
}

/** Takes an entry back into the text, in its place. What was being typed is finished first. */
export function editEntry(draft: InviteDraft, id: number, roles: RoleWords): InviteDraft {
  const finished = finishText(draft, roles);
  const at = finished.entries.findIndex((one) => one.id === id);
  const edited = finished.entries[at];
  if (!edited) return draft;
  return { ...finished, entries: finished.entries.toSpliced(at, 1), text: edited.entry.text, at, edited };
}

/** Puts the entry that is being edited back as it was. */
export function cancelEdit(draft: InviteDraft): InviteDraft {
  const { entries, at, edited } = draft;
  if (!edited) return draft;
  return { ...draft, entries: entries.toSpliced(at ?? entries.length, 0, edited), text: '', at: null, edited: null };
}

/** Keeps the entries that pass. */
export function keepEntries(draft: InviteDraft, isKept: (entry: DraftEntry) => boolean): InviteDraft {
  const { entries, at } = draft;
  const before = at === null ? null : entries.slice(0, at).filter(isKept).length;
  return { ...draft, entries: entries.filter(isKept), at: before };
}

/** Changes what an entry says, keeping its place. It counts as not yet sent. */
export function replaceEntry(draft: InviteDraft, id: number, entry: EmailEntry): InviteDraft {
  return { ...draft, entries: draft.entries.map((one) => (one.id === id ? { id, entry } : one)) };
}

/** Gives a role to every entry that waits for one with the same word. `word` is what the role is called in a text. */
export function chooseRole(draft: InviteDraft, unknownRole: string, role: Role, word: string): InviteDraft {
  const entries = draft.entries.map((one) => {
    const { unknownRole: unknown, ...entry } = one.entry;
    if (unknown !== unknownRole) return one;
    const text = `${entry.text.slice(0, entry.text.lastIndexOf(unknown)).replace(/[\s"]+$/, '')} ${word}`;
    return { ...one, entry: { ...entry, text, role } };
  });
  return { ...draft, entries };
}

/** Says what sending made of an entry; `undefined` for nothing. */
export function markEntries(draft: InviteDraft, stateOf: (entry: DraftEntry) => DraftState | undefined): InviteDraft {
  return {
    ...draft,
    entries: draft.entries.map((one) => {
      const state = stateOf(one);
      return state === one.state ? one : { ...one, state };
    }),
  };
}

function insertEntries(draft: InviteDraft, added: readonly EmailEntry[]): InviteDraft {
  const at = draft.at ?? draft.entries.length;
  const fresh = added.map((entry, index): DraftEntry => ({
    id: draft.lastId + 1 + index,
    entry,
    ...(index === 0 && keepsState(draft.edited, entry) && { state: draft.edited?.state }),
  }));
  return {
    ...draft,
    entries: draft.entries.toSpliced(at, 0, ...fresh),
    at: draft.at === null ? null : at + fresh.length,
    edited: added.length > 0 ? null : draft.edited,
    lastId: draft.lastId + fresh.length,
  };
}

/** An address that was perhaps sent stays so when it comes out of editing unchanged. */
function keepsState(edited: DraftEntry | null, { email }: EmailEntry): boolean {
  return edited?.entry.email != null && email !== null && emailKey(edited.entry.email) === emailKey(email);
}

/**
 * A role that is typed alone, after an address that is an entry already, is that entry's role; so is, in the same line, a
 * word that names no role.
 */
function insertTyped(draft: InviteDraft, added: readonly EmailEntry[], roles: RoleWords): InviteDraft {
  const [first, ...rest] = added;
  const index = (draft.at ?? draft.entries.length) - 1;
  const before = draft.entries[index];
  if (first?.email === null && before && before.entry.email !== null && !before.entry.role && !before.state) {
    const [entry, ...more] = parseEmails(`${before.entry.text} ${first.text}`, roles);
    const isItsRole = entry?.role !== undefined || (draft.isSameLine && entry?.unknownRole !== undefined);
    if (entry && isItsRole && more.length === 0) {
      const entries = draft.entries.with(index, { ...before, entry });
      return insertEntries({ ...draft, entries, edited: null }, rest);
    }
  }
  return insertEntries(draft, added);
}

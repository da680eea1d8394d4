import type { EmailEntry } from '../model/emails.js';
import { emptyDraft, type DraftEntry, type InviteDraft } from '../model/inviteDraft.js';
import { monotonicNow } from '../model/monotonicNow.js';
import { parseEmails } from '../model/parseEmails.js';
import type { Role } from '../model/role.js';
import { draftKey, type DraftOwner } from '../query/draftKeys.js';

/**
 * One address as it is kept: what was typed, its own role or null, 1 where it was perhaps sent, and what stands in the place
 * of a role and names none.
 */
type StoredEntry = [text: string, role: Role | null, unknown: 0 | 1, unknownRole?: string];

/**
 * The draft of one person in one app, in the session storage of the tab. The role chosen for all addresses is not part of
 * it. A storage that is absent, full or forbidden keeps nothing and never throws; what cannot be read counts as nothing.
 */
export function storedDraft(owner: DraftOwner) {
  const key = draftKey(owner);
  return {
    load(): InviteDraft | null {
      try {
        return read(JSON.parse(sessionStorage.getItem(key) ?? 'null'));
      } catch {
        return null;
      }
    },
    /** Nothing in the draft, and nothing is kept. */
    save(draft: InviteDraft): void {
      try {
        const isEmpty = draft.entries.length === 0 && !draft.text.trim();
        // An older one would look like the whole list if this one finds no room.
        sessionStorage.removeItem(key);
        if (isEmpty) return;
        sessionStorage.setItem(key, JSON.stringify({ entries: draft.entries.map(toStored), text: draft.text }));
      } catch {
        // The draft then lives as long as the page does.
      }
    },
  };
}

function toStored({ entry, state }: DraftEntry): StoredEntry {
  // Whoever leaves while an address is being sent does not learn how it ended.
  const unknown = state?.kind === 'unknown' || state?.kind === 'sending' || state?.kind === 'resending';
  const kept = [entry.text, entry.role ?? null, unknown ? 1 : 0] as const;
  return entry.unknownRole === undefined ? [...kept] : [...kept, entry.unknownRole];
}

function read(value: unknown): InviteDraft | null {
  if (typeof value !== 'object' || value === null) return null;
  const { entries, text } = value as Record<string, unknown>;
  if (!Array.isArray(entries) || !entries.every(isStoredEntry) || typeof text !== 'string') return null;
  const found = entries.flatMap(fromStored).map((one, index): DraftEntry => ({ ...one, id: index + 1 }));
  return { ...emptyDraft, entries: found, text, lastId: found.length };
}

function isStoredEntry(value: unknown): value is StoredEntry {
  if (!Array.isArray(value)) return false;
  const [text, role, , unknownRole]: unknown[] = value;
  return (
    typeof text === 'string' &&
    (role === null || typeof role === 'string') &&
    (unknownRole === undefined || typeof unknownRole === 'string')
  );
}

function fromStored([text, role, unknown, unknownRole]: StoredEntry): Omit<DraftEntry, 'id'>[] {
  const entries = parseEmails(text);
  const first = entries.find(({ email }) => email !== null) ?? entries[0];
  if (!first) return [];
  const state = unknown ? { state: { kind: 'unknown' as const, since: monotonicNow() } } : {};
  // What stands beside the address is part of the text, and cannot be read before the roles are known.
  const entry: EmailEntry = { ...first, text };
  if (role !== null) entry.role = role;
  else if (unknownRole !== undefined) entry.unknownRole = unknownRole;
  else if (first.email !== null) return entries.map((one) => ({ entry: one, ...state }));
  return [{ entry, ...state }];
}

import { parseEmails } from '../model/parseEmails.js';
import type { EmailEntry } from '../model/emails.js';
import type { DraftEntry, InviteDraft } from '../model/inviteDraft.js';
import type { Role } from '../model/role.js';
import { monotonicNow } from '../model/monotonicNow.js';

/** What the invite field keeps for the session. */
export interface StoredDraft {
  draft: InviteDraft;
  /** The role that was chosen; null where none was. */
  role: Role | null;
}

/**
 * One address as it is kept: what was typed, its own role or null, 1 where it was perhaps sent, and what stands in the place
 * of a role and names none.
 */
type StoredEntry = [text: string, role: Role | null, unknown: 0 | 1, unknownRole?: string];

/** In characters. More than this is not kept at all: half a list would look like the whole one. */
const LIMIT = 32_000;

/**
 * The draft of one app, in the session storage of the tab. A storage that is absent, full or forbidden keeps nothing and
 * never throws; what cannot be understood is taken for nothing.
 */
export function storedDraft(providerName: string, appId: string) {
  const key = `mixpeek-users-panel.invite-draft.${JSON.stringify([providerName, appId])}`;
  return {
    load(): StoredDraft | null {
      try {
        return read(JSON.parse(sessionStorage.getItem(key) ?? 'null'));
      } catch {
        return null;
      }
    },
    /** Nothing in the draft, and nothing is kept. */
    save({ draft, role }: StoredDraft): void {
      try {
        const text = JSON.stringify({ entries: draft.entries.map(toStored), text: draft.text, role });
        const isEmpty = draft.entries.length === 0 && !draft.text.trim();
        if (isEmpty || text.length > LIMIT) sessionStorage.removeItem(key);
        else sessionStorage.setItem(key, text);
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

function read(value: unknown): StoredDraft | null {
  if (typeof value !== 'object' || value === null) return null;
  const { entries, text, role } = value as Record<string, unknown>;
  if (!Array.isArray(entries) || !entries.every(isStoredEntry) || typeof text !== 'string') return null;
  const found = entries.flatMap(fromStored).map((one, index): DraftEntry => ({ ...one, id: index + 1 }));
  return {
    draft: { entries: found, text, at: null, edited: null, lastId: found.length },
    role: typeof role === 'string' ? role : null,
  };
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

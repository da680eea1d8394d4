import { parseEmails } from '../model/emails.js';
import type { DraftEntry, InviteDraft } from '../model/inviteDraft.js';
import type { Role } from '../model/role.js';
import { monotonicNow } from '../model/monotonicNow.js';

/** What the invite field keeps for the session. */
export interface StoredDraft {
  draft: InviteDraft;
  /** The role that was chosen; null where none was. */
  role: Role | null;
}

/** One address as it is kept: what was typed, its own role or null, and 1 where it was perhaps sent. */
type StoredEntry = [text: string, role: Role | null, unknown: 0 | 1];

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
  return [entry.text, entry.role ?? null, unknown ? 1 : 0];
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
  const [text, role]: unknown[] = value;
  return typeof text === 'string' && (role === null || typeof role === 'string');
}

function fromStored([text, role, unknown]: StoredEntry): Omit<DraftEntry, 'id'>[] {
  const [first, ...rest] = parseEmails(text);
  if (!first) return [];
  const state = unknown ? { state: { kind: 'unknown' as const, since: monotonicNow() } } : {};
  // The role's name is part of the text, and cannot be read before the roles are known.
  if (role !== null) return [{ entry: { ...first, text, role }, ...state }];
  return [first, ...rest].map((entry) => ({ entry, ...state }));
}

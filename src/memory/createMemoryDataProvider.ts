import type { AppInput, CurrentUser, DataProvider, ListInvitationsInput } from '../model/dataProvider.js';
import { UsersError } from '../model/errors.js';
import { fromCursor, toCursor } from './cursor.js';
import type { ListWish } from './rows.js';
import { createSeed, type Seed } from './seed.js';
import { createStore, type StoreOptions } from './store.js';
import { wait } from './wait.js';

export interface MemoryDataProviderOptions extends StoreOptions {
  /** `cursor` plays a back end that searches, filters and pages. Default: `whole`. */
  paging?: 'whole' | 'cursor' | undefined;
  /** Who is looking; null for a visitor who is signed out. When left out the page does not say. */
  currentUserId?: string | null | undefined;
  /** How long each call takes, in milliseconds. Default: 0. */
  latencyMs?: number | undefined;
}

const PAGE_SIZE = 50;

/**
 * A data provider that keeps everything in memory and every rule of the real back end: for trying out, stories and
 * tests. Without a seed it holds twelve made-up members and three invitations under `app_demo`.
 *
 * @throws UsersError `invalid_input` when the seed contradicts itself.
 */
export function createMemoryDataProvider(
  seed: Seed = createSeed({ members: 12, invitations: 3 }),
  options: MemoryDataProviderOptions = {},
): DataProvider {
  const { paging = 'whole', currentUserId, latencyMs = 0, ...storeOptions } = options;
  const store = createStore(seed, storeOptions);

  /** Checks the input and lets the time of a call pass; what follows happens in one go. */
  async function arrive(method: string, input: AppInput, needed: Record<string, unknown> = {}): Promise<void> {
    checkInput(method, input, needed);
    await wait(latencyMs, input.signal);
  }

  function wishOf(list: 'members' | 'invitations', input: ListInvitationsInput): ListWish {
    if (paging === 'whole') return { appId: input.appId };
    const { limit = PAGE_SIZE } = input;
    if (!Number.isSafeInteger(limit) || limit < 1) {
      throw new UsersError('invalid_input', `A page of ${limit} rows cannot be made. Give a whole limit of 1 or more.`);
    }
    return { ...input, after: fromCursor(list, input.cursor), limit };
  }

  const provider: DataProvider = {
    name: 'memory',
    paging,
    async listMembers(input) {
      await arrive('listMembers', input);
      const { rows, total, last } = store.listMembers(wishOf('members', input));
      return { members: rows, total, nextCursor: toCursor('members', last), unreadable: 0 };
    },
    async listInvitations(input) {
      await arrive('listInvitations', input);
      const { rows, total, last } = store.listInvitations(wishOf('invitations', input));
      return { invitations: rows, total, nextCursor: toCursor('invitations', last), unreadable: 0 };
    },
    async inviteMember(input) {
      await arrive('inviteMember', input, { role: input?.role });
      if (typeof input.email !== 'string') throw missing('inviteMember', 'email', input.email);
      return store.inviteMember(input);
    },
    async updateMemberRole(input) {
      await arrive('updateMemberRole', input, { userId: input?.userId, role: input?.role });
      return store.updateMemberRole(input);
    },
    async removeMember(input) {
      await arrive('removeMember', input, { userId: input?.userId });
      store.removeMember(input);
    },
    async revokeInvitation(input) {
      await arrive('revokeInvitation', input, { invitationId: input?.invitationId });
      store.revokeInvitation(input);
    },
    async enableUserManagement(input) {
      await arrive('enableUserManagement', input);
      store.setMode(input.appId, 'clerk');
    },
  };
  if (seed.roles) {
    provider.listRoles = async (input) => {
      await arrive('listRoles', input);
      store.modeOf(input.appId);
      return store.roles.map((option) => ({ ...option }));
    };
  }
  if (currentUserId !== undefined) {
    const user: CurrentUser =
      currentUserId === null ? { status: 'signed_out' } : { status: 'signed_in', userId: currentUserId };
    provider.getCurrentUser = () => Promise.resolve({ ...user });
    provider.peekCurrentUser = () => ({ ...user });
  }
  return provider;
}

function checkInput(method: string, input: unknown, needed: Record<string, unknown>): void {
  if (typeof input !== 'object' || input === null) {
    throw new UsersError('invalid_input', `${method} was called without an input. Pass one object, with an appId.`);
  }
  const fields = { appId: (input as { appId?: unknown }).appId, ...needed };
  for (const [field, value] of Object.entries(fields)) {
    if (typeof value !== 'string' || value === '') throw missing(method, field, value);
  }
}

function missing(method: string, field: string, value: unknown): UsersError {
  return new UsersError(
    'invalid_input',
    `${method} was given ${field}: ${JSON.stringify(value) ?? 'undefined'}. Pass it as a text that is not empty.`,
  );
}

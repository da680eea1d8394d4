import type { DataProvider } from '../model/dataProvider.js';
import { UsersError } from '../model/errors.js';
import type { MembershipRequest } from '../model/membershipRequest.js';
import { createCall, refuseEmpty } from './call.js';
import { checkId, checkInput } from './checkInput.js';
import type { ClerkOperation } from './clerkError.js';
import { checkPage } from './checkPage.js';
import type { ClerkLike, ClerkPage, ClerkPaging, ClerkStatus } from './clerkLike.js';
import {
  dateOf,
  readClerkInvitation,
  readClerkMember,
  readClerkPerson,
  readClerkRows,
  rowOf,
  textOf,
} from './clerkRows.js';
import { createFindOrganization } from './findOrganization.js';
import { createListedRows, type ListedRows } from './listedRows.js';
import { organizationActs } from './organizationActs.js';
import { accessOfMembership, findOwnMembership, readOwnMember } from './ownMembership.js';
import { nextPageCursor, readPageCursor } from './pageCursor.js';
import { readClerkRole } from './readClerkRole.js';
import { whenLoaded } from './whenLoaded.js';

export interface ClerkOptions {
  /**
   * The Clerk organization that an `appId` stands for.
   * @default the appId is the organization's id
   */
  organizationOf?: ((appId: string) => string) | undefined;
  /**
   * Milliseconds until Clerk must have answered, its loading included.
   * @default 30000
   */
  timeoutMs?: number | undefined;
  /**
   * What "Sign in" does.
   * @default Clerk's own `openSignIn()`
   */
  signIn?: (() => void) | undefined;
}

const TIMEOUT_MS = 30_000;

const ANY: ClerkStatus[] = ['pending', 'accepted', 'revoked', 'expired'];

/**
 * The data provider for an organization of Clerk, through the Clerk object that the page has: `useClerk()` of
 * `@clerk/clerk-react` 5 or `@clerk/react` 6, or `window.Clerk`. Clerk's server searches, filters, pages and decides. An
 * invitation is sent by a call of its own: Clerk's bulk call refuses ten addresses for the fault of one.
 * @throws {UsersError} `invalid_input` for something that is no Clerk object, or options that cannot work.
 */
export function createClerkDataProvider(clerk: ClerkLike, options: ClerkOptions = {}): DataProvider {
  checkOptions(clerk, options);
  const { organizationOf = (appId) => appId, timeoutMs = TIMEOUT_MS, signIn = () => clerk.openSignIn() } = options;
  /** What Clerk has loaded of the person's rights is not to be trusted any more. */
  let isStale = false;
  const call = createCall({
    clerk,
    timeoutMs,
    onRefused({ code }) {
      if (code === 'forbidden' || code === 'not_found') isStale = true;
    },
  });
  const find = createFindOrganization(clerk);
  const listed = new Map<string, ListedRows>();

  const idOf = (input: { appId: string }) => checkId('organizationOf(appId)', organizationOf(input.appId));
  const organization = (input: { appId: string }) => find(idOf(input));

  async function invitationsOf(input: { appId: string }, page: ClerkPaging, status: ClerkStatus[]): Promise<ClerkPage> {
    const found = await (await organization(input)).getInvitations({ ...page, status });
    return checkPage('listInvitations', found);
  }

  async function requestsOf(input: { appId: string }, page: ClerkPaging): Promise<ClerkPage> {
    const found = await (await organization(input)).getMembershipRequests({ ...page, status: 'pending' });
    return checkPage('listMembershipRequests', found);
  }

  /** The rows that were listed, for the acts that Clerk has on the rows alone. */
  function rowsOf(input: { appId: string }, kind: 'invitations' | 'requests'): ListedRows {
    const key = `${kind} ${idOf(input)}`;
    const known = listed.get(key);
    if (known) return known;
    const rows = createListedRows(
      kind === 'invitations'
        ? {
            list: (page) => invitationsOf(input, page, ANY),
            missing: (id) => new UsersError('invitation_not_found', `The organization has no invitation ${id}.`),
          }
        : {
            list: (page) => requestsOf(input, page),
            missing: (id) => new UsersError('not_found', `The organization has no pending membership request ${id}.`),
          },
    );
    listed.set(key, rows);
    return rows;
  }

  async function settleRequest(
    operation: ClerkOperation,
    method: 'accept' | 'reject',
    input: { appId: string; requestId: string; signal?: AbortSignal | undefined },
  ): Promise<void> {
    checkInput(input, ['appId', 'requestId']);
    await call(operation, input.signal, async (signal) =>
      refuseEmpty(operation, await rowsOf(input, 'requests').act(input.requestId, method, signal)),
    );
  }

  async function ownMembership(operation: ClerkOperation, input: { appId: string; signal?: AbortSignal | undefined }) {
    checkInput(input, ['appId']);
    return call(operation, input.signal, async (signal) => {
      if (isStale) {
        // Clerk keeps the rights that its page was loaded with, even after a refusal, until the session is touched.
        await clerk.session?.touch();
        isStale = false;
      }
      return findOwnMembership(clerk, idOf(input), signal);
    });
  }

  return {
    name: 'clerk',
    paging: 'cursor',
    async listMembers(input) {
      checkInput(input, ['appId']);
      const page = readPageCursor(input.cursor, input.limit);
      // Clerk takes what stands behind a comma for a second query.
      const query = input.query?.replaceAll(',', ' ').trim();
      const filters = { ...(query && { query }), ...(input.role !== undefined && { role: [input.role] }) };
      const answer = await call('listMembers', input.signal, async () =>
        (await organization(input)).getMemberships({ ...page, ...filters }),
      );
      const { data, total_count: said } = checkPage('listMembers', answer);
      const { rows, ...counts } = readClerkRows(data, said, readClerkMember, (row) => row.userId);
      return { members: rows, ...counts, nextCursor: nextPageCursor(page, data.length, counts.total) };
    },
    async listInvitations(input) {
      checkInput(input, ['appId']);
      const page = readPageCursor(input.cursor, input.limit);
      const answer = await call('listInvitations', input.signal, () => invitationsOf(input, page, ['pending']));
      const { data, total_count: said } = answer;
      rowsOf(input, 'invitations').keep(data);
      const { rows, ...counts } = readClerkRows(data, said, readClerkInvitation, (row) => row.invitationId);
      return { invitations: rows, ...counts, nextCursor: nextPageCursor(page, data.length, counts.total) };
    },
    async inviteMember(input) {
      checkInput(input, ['appId', 'role']);
      const { email, role, signal } = input;
      if (typeof email !== 'string') throw new UsersError('invalid_input', 'email must be a string.');
      if (email.trim() === '') throw new UsersError('invalid_email', 'email is empty.');
      const sent = await call('inviteMember', signal, async () =>
        refuseEmpty(
          'inviteMember',
          await (await organization(input)).inviteMember({ emailAddress: email.trim(), role }),
        ),
      );
      rowsOf(input, 'invitations').keep([sent]);
      return readClerkInvitation(sent) ?? unreadable('inviteMember');
    },
    async updateMemberRole(input) {
      checkInput(input, ['appId', 'userId', 'role']);
      const { userId, role, signal } = input;
      const changed = await call('updateMemberRole', signal, async () =>
        refuseEmpty('updateMemberRole', await (await organization(input)).updateMember({ userId, role })),
      );
      if (userId === clerk.user?.id) isStale = true;
      return readClerkMember(changed) ?? unreadable('updateMemberRole');
    },
    async removeMember(input) {
      checkInput(input, ['appId', 'userId']);
      await call('removeMember', input.signal, async () =>
        refuseEmpty('removeMember', await (await organization(input)).removeMember(input.userId)),
      );
    },
    async revokeInvitation(input) {
      checkInput(input, ['appId', 'invitationId']);
      await call('revokeInvitation', input.signal, async (signal) =>
        refuseEmpty('revokeInvitation', await rowsOf(input, 'invitations').act(input.invitationId, 'revoke', signal)),
      );
    },

    async getCurrentUser() {
      try {
        await whenLoaded(clerk, timeoutMs);
      } catch {
        return { status: 'unknown' };
      }
      return clerk.user ? { status: 'signed_in', userId: clerk.user.id } : { status: 'signed_out' };
    },
    async getCurrentMember(input) {
      const membership = await ownMembership('getCurrentMember', input);
      return membership && clerk.user ? readOwnMember(clerk.user, membership) : null;
    },
    async getAccess(input) {
      return accessOfMembership(await ownMembership('getAccess', input));
    },
    signIn,
    async listRoles(input) {
      checkInput(input, ['appId']);
      const { data, has_role_set_migration: migrating } = await call('listRoles', input.signal, async () =>
        checkPage('listRoles', await (await organization(input)).getRoles({ initialPage: 1, pageSize: 100 })),
      );
      // While Clerk moves the organization to another set of roles it lets nobody's be changed.
      return data.flatMap(readClerkRole).map((option) => ({ ...option, ...(migrating && { unavailable: true }) }));
    },

    async listMembershipRequests(input) {
      checkInput(input, ['appId']);
      const page = readPageCursor(input.cursor, input.limit);
      const { data, total_count: said } = await call('listMembershipRequests', input.signal, () =>
        requestsOf(input, page),
      );
      rowsOf(input, 'requests').keep(data);
      const { rows, ...counts } = readClerkRows(data, said, readRequest, (row) => row.requestId);
      return { requests: rows, ...counts, nextCursor: nextPageCursor(page, data.length, counts.total) };
    },
    acceptMembershipRequest: (input) => settleRequest('acceptMembershipRequest', 'accept', input),
    rejectMembershipRequest: (input) => settleRequest('rejectMembershipRequest', 'reject', input),
    ...organizationActs(clerk, call, find),
  };
}

function readRequest(value: unknown): MembershipRequest | null {
  const { id, createdAt, publicUserData } = rowOf(value);
  const requestId = textOf(id);
  return requestId === null ? null : { requestId, ...readClerkPerson(publicUserData), createdAt: dateOf(createdAt) };
}

function unreadable(operation: ClerkOperation): never {
  throw new UsersError('invalid_response', `Clerk answered ${operation} with something that cannot be read.`);
}

function checkOptions(clerk: unknown, { organizationOf, timeoutMs, signIn }: ClerkOptions): void {
  const fault = [
    typeof rowOf(clerk)['getOrganization'] !== 'function' &&
      'it takes the Clerk object of the page, as useClerk() gives it',
    organizationOf !== undefined && typeof organizationOf !== 'function' && 'organizationOf must be a function',
    timeoutMs !== undefined && !(timeoutMs > 0) && 'timeoutMs must be a number of milliseconds above 0',
    signIn !== undefined && typeof signIn !== 'function' && 'signIn must be a function',
  ].find(Boolean);
  if (fault) throw new UsersError('invalid_input', `createClerkDataProvider: ${fault}.`);
}

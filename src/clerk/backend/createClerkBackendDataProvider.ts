import type { AppInput, DataProvider, InviteMemberInput, RemoveMemberInput } from '../../model/dataProvider.js';
import { UsersError } from '../../model/errors.js';
import type { Member } from '../../model/member.js';
import type { Role } from '../../model/role.js';
import { checkInput } from '../checkInput.js';
import { readClerkInvitation, readClerkMember, readClerkRows, rowOf } from '../clerkRows.js';
import {
  checkExtras,
  readBackendOptions,
  type ClerkBackendOptions,
  type ClerkInvitationExtras,
} from './backendOptions.js';
import { createBackendRequest } from './backendRequest.js';
import {
  invitationsPath,
  membershipsPath,
  toInvitationBody,
  toMetadataBody,
  type ClerkMetadata,
} from './backendWire.js';
import { inviteMany, type ClerkInviteResult } from './inviteMany.js';
import { nextOffsetCursor, sliceOf } from './offsetCursor.js';

export interface ClerkInviteInput extends InviteMemberInput, ClerkInvitationExtras {}
export interface ClerkInviteManyInput extends AppInput, ClerkInvitationExtras {
  invitations: readonly { email: string; role: Role }[];
}
export interface ClerkMembershipInput extends AppInput, ClerkMetadata {
  userId: string;
  role: Role;
}
export interface ClerkMetadataInput extends AppInput, ClerkMetadata {
  userId: string;
}

/** The data provider, and what Clerk's Backend API can do beyond it. */
export interface ClerkBackendDataProvider extends DataProvider {
  inviteMember(input: ClerkInviteInput): ReturnType<DataProvider['inviteMember']>;
  /** Invites many, ten to a request, and says of each address what became of it. */
  inviteMembers(input: ClerkInviteManyInput): Promise<ClerkInviteResult[]>;
  /** Makes an account a member at once, without an invitation. */
  createMembership(input: ClerkMembershipInput): Promise<Member>;
  /** Merges metadata deeply into those of a membership; a null removes its key. Answers what it has now. */
  updateMetadata(input: ClerkMetadataInput): Promise<Required<ClerkMetadata>>;
  /** One member, or null for somebody who is none: what `currentRole` of `clerkAuthorize` asks. */
  findMember(input: RemoveMemberInput): Promise<Member | null>;
}

/**
 * The data provider for a Clerk organization on a server, over Clerk's Backend API. Give it to `createUsersHandler`, and
 * the panel works without Mixpeek.
 * @throws {UsersError} `invalid_input` for options that cannot work, and in a browser.
 */
export function createClerkBackendDataProvider(options: ClerkBackendOptions): ClerkBackendDataProvider {
  const { organizationId, invitations: usual, orderBy, ...settings } = readBackendOptions(options);
  const request = createBackendRequest(settings);

  /** Checks what every method is given, and finds the organization. */
  async function enter<T extends AppInput>(input: T, needed: readonly (keyof T & string)[] = []): Promise<string> {
    checkInput(input, ['appId', ...needed]);
    for (const name of needed) checkSegment(name, input[name]);
    input.signal?.throwIfAborted();
    const found = typeof organizationId === 'function' ? await organizationId(input.appId) : organizationId;
    const organization = organizationId === undefined ? input.appId : found;
    checkSegment(organizationId === undefined ? 'appId' : 'organizationId', organization);
    if (organization) return organization;
    throw new UsersError('not_found', `${input.appId} has no organization: organizationId gave none.`);
  }

  async function listMemberships(organization: string, more: [string, string][], signal: AbortSignal | undefined) {
    const path = membershipsPath(organization);
    const { data, total_count } = await request({ operation: 'listMembers', method: 'GET', path, query: more, signal });
    const read = readClerkRows(data, total_count, readClerkMember, (member) => member.userId);
    return { ...read, count: lengthOf('listMembers', data) };
  }

  return {
    name: 'clerk-backend',
    paging: 'cursor',
    async listMembers(input) {
      const organization = await enter(input);
      const { cursor, limit, query = '', role, signal } = input;
      const slice = sliceOf('members', cursor, limit);
      const { rows, total, unreadable, count } = await listMemberships(
        organization,
        [
          ['limit', String(slice.limit)],
          ['offset', String(slice.offset)],
          ['order_by', orderBy],
          ...(query.trim() === '' ? [] : [['query', query.trim()] as [string, string]]),
          ...(role === undefined ? [] : [['role', role] as [string, string]]),
        ],
        signal,
      );
      return { members: rows, total, unreadable, nextCursor: nextOffsetCursor('members', slice, count, total) };
    },
    async listInvitations(input) {
      const organization = await enter(input);
      const slice = sliceOf('invitations', input.cursor, input.limit);
      const { data, total_count } = await request({
        operation: 'listInvitations',
        method: 'GET',
        path: invitationsPath(organization),
        query: [
          ['status', 'pending'],
          ['order_by', '+created_at'],
          ['limit', String(slice.limit)],
          ['offset', String(slice.offset)],
        ],
        signal: input.signal,
      });
      const count = lengthOf('listInvitations', data);
      const { rows, total, unreadable } = readClerkRows(
        data,
        total_count,
        readClerkInvitation,
        (row) => row.invitationId,
      );
      const nextCursor = nextOffsetCursor('invitations', slice, count, total);
      return { invitations: rows, total, unreadable, nextCursor };
    },
    async inviteMember(input) {
      const organization = await enter(input, ['role']);
      const { email, role, signal } = input;
      checkEmail(email);
      const extras = extrasOf(usual, input);
      const body = toInvitationBody(email, role, extras);
      const path = invitationsPath(organization);
      const answer = await request({ operation: 'inviteMember', method: 'POST', path, body, signal });
      return readClerkInvitation(answer) ?? failRead('inviteMember');
    },
    async inviteMembers(input) {
      const organization = await enter(input);
      const { invitations, signal } = input;
      if (!Array.isArray(invitations))
        throw new UsersError('invalid_input', 'inviteMembers takes an array invitations.');
      for (const one of invitations as readonly { email: string; role: string }[]) {
        checkInput(one, ['role']);
        checkEmail(one.email);
      }
      const extras = extrasOf(usual, input);
      const path = `${invitationsPath(organization)}/bulk`;
      return inviteMany(invitations, (ten) => {
        const body = ten.map(({ email, role }) => toInvitationBody(email, role, extras));
        return request({ operation: 'inviteMember', method: 'POST', path, body, signal });
      });
    },
    async updateMemberRole(input) {
      const organization = await enter(input, ['userId', 'role']);
      const { userId, role, signal } = input;
      const path = membershipsPath(organization, userId);
      const answer = await request({ operation: 'updateMemberRole', method: 'PATCH', path, body: { role }, signal });
      return readClerkMember(answer) ?? failRead('updateMemberRole');
    },
    async removeMember(input) {
      const organization = await enter(input, ['userId']);
      const path = membershipsPath(organization, input.userId);
      await request({ operation: 'removeMember', method: 'DELETE', path, signal: input.signal });
    },
    async revokeInvitation(input) {
      const organization = await enter(input, ['invitationId']);
      const path = `${invitationsPath(organization, input.invitationId)}/revoke`;
      await request({ operation: 'revokeInvitation', method: 'POST', path, body: {}, signal: input.signal });
    },
    async createMembership(input) {
      const organization = await enter(input, ['userId', 'role']);
      const { userId, role, signal } = input;
      const body = { user_id: userId, role, ...toMetadataBody(input) };
      const path = membershipsPath(organization);
      const answer = await request({ operation: 'createMembership', method: 'POST', path, body, signal });
      return readClerkMember(answer) ?? failRead('createMembership');
    },
    async updateMetadata(input) {
      const organization = await enter(input, ['userId']);
      const path = `${membershipsPath(organization, input.userId)}/metadata`;
      const body = toMetadataBody(input);
      const answer = await request({ operation: 'updateMetadata', method: 'PATCH', path, body, signal: input.signal });
      const { public_metadata: open, private_metadata: closed } = answer;
      return { publicMetadata: { ...rowOf(open) }, privateMetadata: { ...rowOf(closed) } };
    },
    async findMember(input) {
      const organization = await enter(input, ['userId']);
      const { userId, signal } = input;
      // The sign keeps an id that begins with one from being taken for "all but".
      const { rows } = await listMemberships(organization, [['user_id', `+${userId}`]], signal);
      return rows.find((member) => member.userId === userId) ?? null;
    },
  };
}

function extrasOf(usual: ClerkInvitationExtras, given: ClerkInvitationExtras): ClerkInvitationExtras {
  const {
    expiresInDays = usual.expiresInDays,
    redirectUrl = usual.redirectUrl,
    inviterUserId = usual.inviterUserId,
    notify = usual.notify,
  } = given;
  const extras = { expiresInDays, redirectUrl, inviterUserId, notify };
  checkExtras(extras);
  return extras;
}

/**
 * What cannot be one segment of a path: a dot segment climbs out of it, a lone surrogate has no encoding.
 * @throws {UsersError} `invalid_input`
 */
function checkSegment(name: string, value: unknown): void {
  if (value !== '.' && value !== '..' && !/\p{Surrogate}/u.test(String(value))) return;
  throw new UsersError('invalid_input', `${name} cannot stand in a path. Pass the id as Clerk gave it.`);
}

/** Whether it is an address is Clerk's to say, but nothing at all need not be asked. */
function checkEmail(email: unknown): void {
  if (typeof email !== 'string') throw new UsersError('invalid_input', 'email must be a string.');
  if (email.trim() === '') throw new UsersError('invalid_email', 'email is empty.');
}

function lengthOf(method: string, data: unknown): number {
  return Array.isArray(data) ? data.length : failRead(method);
}

function failRead(method: string): never {
  throw new UsersError('invalid_response', `The answer to ${method} is not that of Clerk's Backend API.`);
}

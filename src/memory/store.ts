import { emailKey } from '../model/emailKey.js';
import { isEmail } from '../model/emails.js';
import { UsersError } from '../model/errors.js';
import type { Invitation } from '../model/invitation.js';
import type { Member } from '../model/member.js';
import { countAdmins, isLastAdmin } from '../model/permissions.js';
import { isAdminRole, KNOWN_ROLES, MEMBER_ROLE, type Role, type RoleOption } from '../model/role.js';
import { matchesQuery } from './matchesQuery.js';
import { cut, type ListWish, type Placed, type Rows } from './rows.js';
import { checkSeed, randomId, type AppMode, type Seed } from './seed.js';

/** All that a store holds, as copies. */
export interface AppState {
  appId: string;
  mode: AppMode;
  members: Member[];
  /** Of every status. */
  invitations: Invitation[];
}

export interface StoreOptions {
  /** The clock that stamps invitations and joins. Default: the real one. */
  now?: (() => Date) | undefined;
  /** Makes an id. Default: random, in Clerk's form (`orginv_…`). */
  newId?: ((prefix: 'user' | 'orgmem' | 'orginv') => string) | undefined;
}

/**
 * One app with its members and invitations, and every rule that a back end keeps. Knows no wire and no time-outs: the
 * memory data provider and the fake Mixpeek both stand on it. All answers are copies. Every refusal is a thrown
 * `UsersError`; a refused act changes nothing.
 */
export interface Store {
  readonly roles: readonly RoleOption[];
  read(): AppState;
  /** How the app admits people. Throws `not_found`. */
  modeOf(appId: string): AppMode;
  /** Throws `not_found`. */
  setMode(appId: string, mode: AppMode): void;
  /** Throws `not_found` for another app, `not_enabled` in another mode than `clerk`. Every act below does, too. */
  admit(appId: string): void;
  listMembers(wish: ListWish): Rows<Member>;
  /** The pending ones. */
  listInvitations(wish: ListWish): Rows<Invitation>;
  /** Throws `invalid_email`, `invalid_input` (role), `already_member`, `already_invited`, `limit_reached`. */
  inviteMember(input: { appId: string; email: string; role?: Role | undefined }): Invitation;
  /** What the invited person does. Throws `invitation_not_found`, `invitation_not_pending`. */
  acceptInvitation(input: { appId: string; invitationId: string; name?: string | null | undefined }): Member;
  /** Throws `invalid_input` (role), `member_not_found`, `managed_elsewhere`, `last_admin`. */
  updateMemberRole(input: { appId: string; userId: string; role: Role }): Member;
  /** Throws `member_not_found`, `managed_elsewhere`, `last_admin`. Answers who was removed. */
  removeMember(input: { appId: string; userId: string }): Member;
  /** Throws `invitation_not_found`, `invitation_not_pending`. Answers what was revoked. */
  revokeInvitation(input: { appId: string; invitationId: string }): Invitation;
}

/**
 * Makes a store in the state of a seed, which is copied.
 *
 * @throws UsersError `invalid_input` when an id occurs twice in the seed, or `memberLimit` is no count.
 */
export function createStore(seed: Seed, options: StoreOptions = {}): Store {
  const { now = () => new Date(), newId = (prefix) => randomId(prefix, secureRandom) } = options;
  const { appId = 'app_demo', memberLimit = Infinity, roles = KNOWN_ROLES } = seed;
  checkSeed(seed);
  let mode: AppMode = seed.mode ?? 'clerk';
  let position = 0;
  const placed = <T extends object>(row: T): Placed<T> => ({ position: (position += 1), row: { ...row } });
  const members = (seed.members ?? []).map(placed);
  const invitations = (seed.invitations ?? []).map(placed);

  const pending = () => invitations.filter(({ row }) => row.status === 'pending');

  function knowApp(wanted: string): void {
    if (wanted === appId) return;
    throw new UsersError('not_found', `There is no app ${wanted}: this back end holds ${appId} alone.`);
  }

  function admit(wanted: string): void {
    knowApp(wanted);
    if (mode === 'clerk') return;
    throw new UsersError(
      'not_enabled',
      `User management is off for ${appId}: its auth mode is ${mode}. Turn it on first (auth mode clerk).`,
    );
  }

  function knowRole(role: Role): void {
    if (roles.some((option) => option.role === role)) return;
    const known = roles.map((option) => option.role).join(', ');
    throw new UsersError('invalid_input', `The app has no role ${role}. Give one of: ${known}.`, {
      fieldErrors: { role: `Not one of ${known}` },
    });
  }

  function findMember(userId: string): Placed<Member> {
    const found = members.find(({ row }) => row.userId === userId);
    if (found) return found;
    throw new UsersError('member_not_found', `${userId} is no member of ${appId}.`);
  }

  function findPending(invitationId: string): Placed<Invitation> {
    const found = invitations.find(({ row }) => row.invitationId === invitationId);
    if (!found) throw new UsersError('invitation_not_found', `${appId} has no invitation ${invitationId}.`);
    if (found.row.status === 'pending') return found;
    throw new UsersError('invitation_not_pending', `The invitation ${invitationId} is ${found.row.status}.`);
  }

  /** Keeps the two rules that guard a member against a change. */
  function guard(member: Member, losesAdmin: boolean): void {
    if (member.managed) {
      throw new UsersError('managed_elsewhere', `${member.userId} is managed by a directory; change it there.`);
    }
    const rows = members.map(({ row }) => row);
    if (losesAdmin && isLastAdmin(member, { adminCount: countAdmins(rows, true) })) {
      throw new UsersError(
        'last_admin',
        `${member.userId} is the only admin of ${appId}. Make somebody else admin first.`,
      );
    }
  }

  return {
    roles: roles.map((option) => ({ ...option })),
    read: () => ({
      appId,
      mode,
      members: members.map(({ row }) => ({ ...row })),
      invitations: invitations.map(({ row }) => ({ ...row })),
    }),
    modeOf(wanted) {
      knowApp(wanted);
      return mode;
    },
    setMode(wanted, next) {
      knowApp(wanted);
      mode = next;
    },
    admit,
    listMembers(wish) {
      admit(wish.appId);
      const { role, query = '' } = wish;
      const matches = members.filter(
        ({ row }) =>
          (role === undefined || row.role === role) && (query === '' || matchesQuery(query, [row.name, row.email])),
      );
      return cut(matches, wish);
    },
    listInvitations(wish) {
      admit(wish.appId);
      return cut(pending(), wish);
    },
    inviteMember({ appId: wanted, email, role = MEMBER_ROLE }) {
      admit(wanted);
      const address = email.trim();
      const key = emailKey(address);
      if (!isEmail(address)) {
        throw new UsersError('invalid_email', `${JSON.stringify(email)} is not an e-mail address.`, {
          fieldErrors: { email: 'Not an e-mail address' },
        });
      }
      knowRole(role);
      if (members.some(({ row }) => row.email !== null && emailKey(row.email) === key)) {
        throw new UsersError('already_member', `${address} is a member of ${appId} already.`);
      }
      const open = pending();
      if (open.some(({ row }) => emailKey(row.email) === key)) {
        throw new UsersError('already_invited', `${address} has a pending invitation to ${appId} already.`);
      }
      if (members.length + open.length >= memberLimit) {
        throw new UsersError(
          'limit_reached',
          `${appId} may have ${memberLimit} members, pending invitations included. Remove or revoke one first.`,
          { limit: memberLimit },
        );
      }
      const invitation: Invitation = {
        invitationId: newId('orginv'),
        email: address,
        role,
        status: 'pending',
        createdAt: now().toISOString(),
      };
      invitations.push(placed(invitation));
      return invitation;
    },
    acceptInvitation({ appId: wanted, invitationId, name = null }) {
      admit(wanted);
      const found = findPending(invitationId);
      const member: Member = {
        userId: newId('user'),
        membershipId: newId('orgmem'),
        email: found.row.email,
        name,
        avatarUrl: null,
        role: found.row.role,
        joinedAt: now().toISOString(),
      };
      found.row = { ...found.row, status: 'accepted' };
      members.push(placed(member));
      return member;
    },
    updateMemberRole({ appId: wanted, userId, role }) {
      admit(wanted);
      knowRole(role);
      const found = findMember(userId);
      const changed = { ...found.row, role };
      if (found.row.role !== role) guard(found.row, !isAdminRole(role));
      found.row = changed;
      return { ...changed };
    },
    removeMember({ appId: wanted, userId }) {
      admit(wanted);
      const found = findMember(userId);
      guard(found.row, true);
      members.splice(members.indexOf(found), 1);
      return found.row;
    },
    revokeInvitation({ appId: wanted, invitationId }) {
      admit(wanted);
      const found = findPending(invitationId);
      found.row = { ...found.row, status: 'revoked' };
      return { ...found.row };
    },
  };
}

function secureRandom(): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 4_294_967_296;
}

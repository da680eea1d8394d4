import { UsersError } from '../model/errors.js';
import type { Invitation } from '../model/invitation.js';
import type { Member } from '../model/member.js';
import { ADMIN_ROLE, MEMBER_ROLE, type RoleOption } from '../model/role.js';
import { foldText } from '../model/foldText.js';
import { PEOPLE } from './people.js';

/** How an app admits people. Only `clerk` has members. Source: `updateApp`, `auth_config.mode`. */
export type AppMode = 'public' | 'clerk' | 'password' | 'api_key' | 'jwt' | 'sso_oidc' | 'sso_saml';

/** What a back end in memory holds at the start. */
export interface Seed {
  /** Default: `app_demo`. */
  appId?: string | undefined;
  /** Default: `clerk`. In any other mode user management is off. */
  mode?: AppMode | undefined;
  /** Default: nobody. */
  members?: readonly Member[] | undefined;
  /** Of any status; lists show the pending ones. Default: none. */
  invitations?: readonly Invitation[] | undefined;
  /** How many members and pending invitations together the app may have. Default: no limit. */
  memberLimit?: number | undefined;
  /** The roles that may be given. Default: `org:admin` and `org:member`. */
  roles?: readonly RoleOption[] | undefined;
}

/** A seed with its lists present. */
export interface FilledSeed extends Seed {
  appId: string;
  members: Member[];
  invitations: Invitation[];
}

/** What `createSeed` makes. */
export interface SeedOptions {
  /** How many members; the first is an admin, and about one in twelve of the others. */
  members: number;
  /** How many pending invitations. Default: 0. */
  invitations?: number | undefined;
  /** Another number makes another roster; the same number the same one. Default: 1. */
  seed?: number | undefined;
  /** Default: `app_demo`. */
  appId?: string | undefined;
}

const DAY = 86_400_000;
const FIRST_DAY = Date.UTC(2024, 0, 8, 8);
const LAST_DAY = Date.UTC(2026, 9, 30, 17);

/**
 * Makes a roster that looks like a real one: names of many cultures and scripts, a few of them missing, addresses under
 * example.com and its like, no pictures. Deterministic: the same options give the same roster.
 *
 * @throws UsersError `invalid_input` when a count is not a whole number of 0 or more.
 */
export function createSeed(options: SeedOptions): FilledSeed {
  const members = count('members', options.members);
  const invitations = count('invitations', options.invitations ?? 0);
  const random = createRandom(options.seed ?? 1);
  const person = createPeople(random);
  const joined = Array.from({ length: members }, () => FIRST_DAY + random() * (LAST_DAY - FIRST_DAY));
  joined.sort((a, b) => a - b);
  return {
    appId: options.appId ?? 'app_demo',
    members: joined.map((at, index): Member => {
      const { name, email } = person();
      return {
        userId: randomId('user', random),
        membershipId: randomId('orgmem', random),
        email,
        name: index > 0 && random() < 0.04 ? null : name,
        // Made-up people have no pictures, and an address of none would be asked for.
        avatarUrl: null,
        role: index === 0 || random() < 1 / 12 ? ADMIN_ROLE : MEMBER_ROLE,
        joinedAt: new Date(at).toISOString(),
      };
    }),
    invitations: Array.from({ length: invitations }, (): Invitation => ({
      invitationId: randomId('orginv', random),
      email: person().email,
      role: random() < 1 / 12 ? ADMIN_ROLE : MEMBER_ROLE,
      status: 'pending',
      createdAt: new Date(LAST_DAY - random() * 20 * DAY).toISOString(),
    })),
  };
}

const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** An id as Clerk makes them: a prefix and 27 letters and digits. `random` answers numbers from 0 up to 1. */
export function randomId(prefix: string, random: () => number): string {
  const letters = Array.from({ length: 27 }, () => LETTERS[Math.floor(random() * LETTERS.length)]);
  return `${prefix}_${letters.join('')}`;
}

/**
 * Refuses a seed that contradicts itself.
 *
 * @throws UsersError `invalid_input` when an id occurs twice, or `memberLimit` is no count.
 */
export function checkSeed({ members = [], invitations = [], memberLimit }: Seed): void {
  const seen = new Set<string>();
  const ids = [...members.map((row) => row.userId), ...invitations.map((row) => row.invitationId)];
  const repeated = ids.find((id) => seen.size === seen.add(id).size);
  if (repeated !== undefined) {
    throw new UsersError(
      'invalid_input',
      `The seed holds ${repeated} twice; an id names one row. Give each row its own.`,
    );
  }
  if (memberLimit !== undefined && !(Number.isSafeInteger(memberLimit) && memberLimit >= 0)) {
    throw new UsersError(
      'invalid_input',
      `The seed's memberLimit is ${memberLimit}. Give a whole number, or leave it out.`,
    );
  }
}

function count(field: string, value: number): number {
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw new UsersError(
    'invalid_input',
    `createSeed was given ${field}: ${String(value)}, which counts nothing. Give a whole number of 0 or more.`,
  );
}

/** The generator Mulberry32: small, fast, and the same everywhere. */
function createRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Draws one person after another, no address twice. */
function createPeople(random: () => number): () => { name: string; email: string } {
  const taken = new Map<string, number>();
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  return () => {
    const { given, family, between = ' ', familyFirst = false } = pick(PEOPLE);
    const names = [pick(given), pick(family)].map((entry) => {
      const [written = '', latin = written] = entry.split('=');
      return { written, latin: foldText(latin).replace(/[^a-z]+/g, '') };
    });
    const local = names.map(({ latin }) => latin).join('.');
    const before = taken.get(local) ?? 0;
    taken.set(local, before + 1);
    const written = names.map((entry) => entry.written);
    return {
      name: (familyFirst ? written.toReversed() : written).join(between),
      email: `${local}${before || ''}@${pick(['example.com', 'example.com', 'example.org', 'example.net'])}`,
    };
  };
}

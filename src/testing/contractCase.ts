import type { Seed } from '../memory/seed.js';
import type { DataProvider, InvitationPage, MemberPage } from '../model/dataProvider.js';
import type { Invitation } from '../model/invitation.js';
import type { Member } from '../model/member.js';
import { ADMIN_ROLE, MEMBER_ROLE } from '../model/role.js';
import { check } from './check.js';
import { checkInvitation, checkMember, checkPage } from './checkPage.js';

/** One thing that holds for every data provider. */
export interface ContractCase {
  /** What holds. */
  title: string;
  /** The state of the back end at the start. Default: `baseSeed()`. */
  seed?: Seed & { appId: string };
  run: (bench: Bench) => Promise<void>;
}

/** A data provider under test, in front of a fresh back end. */
export interface Bench {
  provider: DataProvider;
  appId: string;
  /** Tries until it no longer throws, or the settle time has passed: lists may lag behind a write. */
  eventually: (attempt: () => Promise<void>) => Promise<void>;
  /** Every member, over all pages. */
  members: () => Promise<Member[]>;
  /** Every pending invitation, over all pages. */
  invitations: () => Promise<Invitation[]>;
}

export const ADA = 'user_ada';
export const BO = 'user_bo';
export const CHLOE = 'user_chloe';

/** Ada, the only admin; Bo and Chloé, members; one pending invitation to Nina. */
export function baseSeed(changes: Seed = {}): Seed & { appId: string } {
  const { appId = 'app_contract' } = changes;
  return {
    mode: 'clerk',
    members: [
      aMember(ADA, {
        name: 'Ada Lovelace',
        role: ADMIN_ROLE,
        avatarUrl: 'https://images.example.com/ada.png',
        joinedAt: '2025-02-03T04:05:06.000Z',
      }),
      aMember(BO, { name: 'Bo Lindström' }),
      aMember(CHLOE, { name: 'Chloé Ångström-O’Neill' }),
    ],
    invitations: [anInvitation('orginv_nina', 'nina@example.com')],
    ...changes,
    appId,
  };
}

/** A member whose address is that of the id: `user_ada` is `ada@example.com`. */
export function aMember(userId: string, changes: Partial<Member> = {}): Member {
  const local = userId.replace(/^user_/, '');
  return {
    userId,
    membershipId: `orgmem_${local}`,
    email: `${local}@example.com`,
    name: null,
    avatarUrl: null,
    role: MEMBER_ROLE,
    joinedAt: '2026-01-02T03:04:05.000Z',
    ...changes,
  };
}

export function anInvitation(invitationId: string, email: string, changes: Partial<Invitation> = {}): Invitation {
  return {
    invitationId,
    email,
    role: MEMBER_ROLE,
    status: 'pending',
    createdAt: '2026-10-01T12:00:00.000Z',
    ...changes,
  };
}

export function createBench(provider: DataProvider, appId: string, settleMs: number): Bench {
  return {
    provider,
    appId,
    async eventually(attempt) {
      const deadline = Date.now() + settleMs;
      for (;;) {
        try {
          return await attempt();
        } catch (error) {
          if (Date.now() >= deadline) throw error;
        }
        await new Promise((resolve) => {
          setTimeout(resolve, 10);
        });
      }
    },
    async members() {
      const pages = await walk((cursor) => provider.listMembers({ appId, ...(cursor !== null && { cursor }) }));
      return pages.flatMap((page) => page.members);
    },
    async invitations() {
      const pages = await walk((cursor) => provider.listInvitations({ appId, ...(cursor !== null && { cursor }) }));
      return pages.flatMap((page) => page.invitations);
    },
  };
}

/** Reads page after page, and checks each. */
export async function walk<Page extends MemberPage | InvitationPage>(
  read: (cursor: string | null) => Promise<Page>,
): Promise<Page[]> {
  const pages: Page[] = [];
  const seen = new Set<string>();
  for (let cursor: string | null = null; ;) {
    const page: Page = await read(cursor);
    checkRows(page);
    pages.push(page);
    cursor = page.nextCursor;
    if (cursor === null) return pages;
    check(!seen.has(cursor), `nextCursor should lead on, but ${cursor} came twice.`);
    seen.add(cursor);
  }
}

function checkRows(page: MemberPage | InvitationPage): void {
  if ('members' in page) {
    checkPage(page, 'members', 'the answer of listMembers');
    for (const [index, row] of page.members.entries()) checkMember(row, `members[${index}]`);
  } else {
    checkPage(page, 'invitations', 'the answer of listInvitations');
    for (const [index, row] of page.invitations.entries()) checkInvitation(row, `invitations[${index}]`);
  }
}

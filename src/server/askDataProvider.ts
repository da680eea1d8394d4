import type { RouteIds } from '../mixpeek/wire.js';
import type { DataProvider } from '../model/dataProvider.js';
import type { Invitation } from '../model/invitation.js';
import type { Member } from '../model/member.js';
import { MEMBER_ROLE } from '../model/role.js';
import { jsonAnswer, Refusal, type Answer } from './answer.js';
import { withDeadline } from './withDeadline.js';
import type { ActionBody } from './checkBody.js';
import type { UsersAction } from './route.js';
import { wordRefusal } from './wordRefusal.js';

/**
 * Carries out an action through a data provider, and answers as Mixpeek would: the panel cannot tell the two apart.
 * @throws {Refusal}
 */
export async function askDataProvider(
  action: UsersAction,
  ids: RouteIds,
  body: ActionBody | undefined,
  provider: DataProvider,
  timeoutMs: number,
): Promise<Answer> {
  try {
    return await withDeadline(timeoutMs, (signal) => carryOut(action, ids, body, provider, signal), tooSlow);
  } catch (error) {
    throw error instanceof Refusal ? error : wordRefusal(error, ids);
  }
}

function tooSlow(): Refusal {
  return new Refusal(504, 'The back end did not answer in time.', { isInDoubt: true });
}

async function carryOut(
  action: UsersAction,
  { appId, userId = '', invitationId = '' }: RouteIds,
  { email_address: email = '', role = MEMBER_ROLE }: ActionBody = {},
  provider: DataProvider,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  switch (action) {
    case 'listMembers': {
      const input = (cursor: string | undefined) => ({ appId, limit: PAGE, cursor, signal });
      const list = await readAll(async (cursor) => {
        const { members, ...page } = await provider.listMembers(input(cursor));
        return { ...page, rows: members };
      }, signal);
      return answer({ users: list.rows.map(toMemberRow), total: list.total });
    }
    case 'listInvitations': {
      const input = (cursor: string | undefined) => ({ appId, limit: PAGE, cursor, signal });
      const list = await readAll(async (cursor) => {
        const { invitations, ...page } = await provider.listInvitations(input(cursor));
        return { ...page, rows: invitations };
      }, signal);
      return answer({ invitations: list.rows.map(toInvitationRow), total: list.total });
    }
    case 'inviteMember':
      return answer(toInvitationRow(await provider.inviteMember({ appId, email, role, signal })));
    case 'updateMemberRole':
      return answer(toMemberRow(await provider.updateMemberRole({ appId, userId, role, signal })));
    case 'removeMember':
      await provider.removeMember({ appId, userId, signal });
      return jsonAnswer(204, null);
    case 'revokeInvitation':
      await provider.revokeInvitation({ appId, invitationId, signal });
      return jsonAnswer(204, null);
  }
}

/** Rows to a page, and pages at most: fifty thousand rows are more than the panel is made for. */
const PAGE = 500;
const MAX_PAGES = 100;

interface Page<T> {
  rows: T[];
  total: number;
  nextCursor: string | null;
}

/** The whole list: Mixpeek has no pages. What is missing shows in `total`, and the panel says so. */
async function readAll<T>(
  read: (cursor: string | undefined) => Promise<Page<T>>,
  signal: AbortSignal | undefined,
): Promise<{ rows: T[]; total: number }> {
  const rows: T[] = [];
  let total = 0;
  let cursor: string | undefined;
  for (let pages = 0; pages < MAX_PAGES; pages += 1) {
    signal?.throwIfAborted();
    const page = await read(cursor);
    rows.push(...page.rows);
    total = page.total;
    if (page.nextCursor === null || page.nextCursor === cursor) break;
    cursor = page.nextCursor;
  }
  return { rows, total: Math.max(total, rows.length) };
}

/** Source: `AppUserResponse`. */
function toMemberRow({ userId, membershipId, email, name, avatarUrl, role, joinedAt }: Member) {
  return {
    user_id: userId,
    membership_id: membershipId,
    email,
    name,
    avatar_url: avatarUrl,
    role,
    joined_at: joinedAt,
  };
}

/** Source: `AppInvitationResponse`. */
function toInvitationRow({ invitationId, email, role, status, createdAt }: Invitation) {
  return { invitation_id: invitationId, email_address: email, role, status, created_at: createdAt };
}

function answer(body: unknown): Answer {
  return jsonAnswer(200, JSON.stringify(body));
}

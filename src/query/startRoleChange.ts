import type { Member } from '../model/member.js';
import type { Role } from '../model/role.js';
import type { RecentWrites } from './recentWrites.js';

/** Shows the new role at once, as a pending write. Returns its id, for `changeMemberRole`. */
export function startRoleChange(writes: RecentWrites, { userId }: Member, role: Role): number {
  // The reason why an earlier try failed is out of date.
  writes.drop((w) => w.kind === 'role' && w.userId === userId && w.state === 'failed');
  return writes.add({ kind: 'role', userId, role }, 'pending');
}

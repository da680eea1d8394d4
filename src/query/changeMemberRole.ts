import type { RefObject } from 'react';
import { tellHost } from '../context/tellHost.js';
import { wholeLanguage } from '../context/wholeLanguage.js';
import { isUncertain, toUsersError } from '../model/errors.js';
import { memberDisplayName, type Member } from '../model/member.js';
import type { Role } from '../model/role.js';
import { afterWrite } from './afterWrite.js';
import { isVetoed } from './isVetoed.js';
import { roleChangesOf, rowKeyOf } from './rowQueue.js';
import { startRoleChange } from './startRoleChange.js';
import type { RoleChangeContext } from './useRoleChangeContext.js';

/**
 * Sends a role change behind those of the row that are under way.
 * @param id Of the pending write that shows the new role already; without it, one is added.
 */
export function changeMemberRole(
  contextRef: Readonly<RefObject<RoleChangeContext>>,
  member: Member,
  role: Role,
  id = startRoleChange(contextRef.current.scope.writes, member, role),
): void {
  const { scope, language, notices, callbacks, failed } = contextRef.current;
  const { appId, dataProvider, queryClient, writes } = scope;
  const { userId } = member;
  const { refetchMembers, readMembers } = afterWrite(scope);
  const { queue, confirmedRoles, removedRows } = roleChangesOf(queryClient);
  const rowKey = rowKeyOf(scope, userId);
  const drop = () => writes.drop((w) => w.id === id);
  removedRows.delete(rowKey);
  const first = writes.read().find((w) => w.kind === 'role' && w.userId === userId && w.state === 'pending');
  if (first?.id === id) confirmedRoles.set(rowKey, member.role);
  queue.push(rowKey, send, drop);

  async function send(): Promise<void> {
    try {
      if (await isVetoed(callbacks.current.onBeforeRoleChange?.(member, role))) {
        drop();
        return;
      }
      const updated = await dataProvider.updateMemberRole({ appId, userId, role });
      done(updated.role);
    } catch (thrown) {
      const error = toUsersError(thrown);
      if (removedRows.has(rowKey)) {
        drop();
        return;
      }
      const page = isUncertain(error) ? await readMembers() : null;
      if (page?.members.some((other) => other.userId === userId && other.role === role)) {
        done(role);
        return;
      }
      writes.fail(id, error);
      if (error.code === 'member_not_found') refetchMembers();
      failed(error, 'updateMemberRole');
    }
  }

  function done(agreed: Role) {
    writes.settle(id, agreed);
    const before = confirmedRoles.get(rowKey) ?? member.role;
    confirmedRoles.set(rowKey, agreed);
    const changed = { ...member, role: agreed };
    if (!queue.hasNext(rowKey) && !removedRows.has(rowKey)) {
      refetchMembers();
      const { messages, say, roleLabel } = wholeLanguage(language);
      const name = memberDisplayName(member);
      notices.tell('success', say(messages.notices.roleChanged, { name, role: roleLabel(agreed) }), {
        label: messages.notices.changeBack,
        run: () => changeMemberRole(contextRef, changed, before),
      });
    }
    tellHost(callbacks.current.onRoleChange, changed, before);
  }
}

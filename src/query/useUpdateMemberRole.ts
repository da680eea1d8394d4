'use client';

import { useCallback } from 'react';
import { tellHost } from '../context/tellHost.js';
import { useLatest } from '../context/useLatest.js';
import { useUsersContext } from '../context/UsersContext.js';
import { isUncertain, toUsersError } from '../model/errors.js';
import { memberDisplayName, type Member } from '../model/member.js';
import type { Role } from '../model/role.js';
import { isVetoed } from './isVetoed.js';
import { roleChangesOf, rowKeyOf } from './rowQueue.js';
import { useAfterWrite } from './useAfterWrite.js';
import { useQueryScope } from './useQueryScope.js';

/**
 * Changes a member's role: at once on screen, true in the end. The row shows the new role while the server is asked; when
 * it refuses, the old role is back and the reason is among the row's recent writes. Of several rapid changes of one row
 * only the last is sent. Never rejects. Source: `DataProvider.updateMemberRole`.
 */
export function useUpdateMemberRole(): (member: Member, role: Role) => void {
  const scope = useQueryScope();
  const { language, notices, callbacks } = useUsersContext();
  const after = useAfterWrite();
  const latestRef = useLatest({ ...scope, language, notices, after });

  return useCallback(
    function changeRole(member: Member, role: Role) {
      const { userId } = member;
      const current = latestRef.current;
      const { queue, confirmedRoles, removedRows } = roleChangesOf(current.queryClient);
      const rowKey = rowKeyOf(current, userId);
      removedRows.delete(rowKey);
      // A reason told for an earlier try is out of date, and a change that still waits is taken back.
      current.writes.drop((w) => w.kind === 'role' && w.userId === userId && w.state === 'failed');
      const isUnderWay = current.writes
        .read()
        .some((w) => w.kind === 'role' && w.userId === userId && w.state === 'pending');
      if (!isUnderWay) confirmedRoles.set(rowKey, member.role);
      const id = current.writes.add({ kind: 'role', userId, role }, 'pending');
      queue.push(
        rowKey,
        () => send(id),
        () => current.writes.drop((w) => w.id === id),
      );

      async function send(writeId: number): Promise<void> {
        try {
          if (await isVetoed(callbacks.current.onBeforeRoleChange?.(member, role))) {
            current.writes.drop((w) => w.id === writeId);
            return;
          }
          const updated = await current.dataProvider.updateMemberRole({ appId: current.appId, userId, role });
          done(writeId, updated.role);
        } catch (thrown) {
          const error = toUsersError(thrown);
          if (removedRows.has(rowKey)) {
            current.writes.drop((w) => w.id === writeId);
            return;
          }
          const page = isUncertain(error) ? await current.after.readMembers() : null;
          if (page?.members.some((other) => other.userId === userId && other.role === role)) {
            done(writeId, role);
            return;
          }
          current.writes.fail(writeId, error);
          if (error.code === 'member_not_found') current.after.refetchMembers();
          current.after.failed(error, 'updateMemberRole');
        }
      }

      function done(writeId: number, agreed: Role) {
        current.writes.settle(writeId, agreed);
        const before = confirmedRoles.get(rowKey) ?? member.role;
        confirmedRoles.set(rowKey, agreed);
        const changed = { ...member, role: agreed };
        if (!queue.hasNext(rowKey) && !removedRows.has(rowKey)) {
          current.after.refetchMembers();
          const { messages, say, roleLabel } = current.language;
          const name = memberDisplayName(member);
          current.notices.tell('success', say(messages.notices.roleChanged, { name, role: roleLabel(agreed) }), {
            label: messages.notices.changeBack,
            run: () => changeRole(changed, before),
          });
        }
        tellHost(callbacks.current.onRoleChange, changed, before);
      }
    },
    [callbacks, latestRef],
  );
}

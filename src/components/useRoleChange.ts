'use client';

import { useCallback } from 'react';
import { UsersError } from '../model/errors.js';
import type { Member } from '../model/member.js';
import type { Role } from '../model/role.js';
import { startRoleChange } from '../query/startRoleChange.js';
import { useRoleChangeContext } from '../query/useRoleChangeContext.js';
import { laterParts } from './laterParts.js';

/** `useUpdateMemberRole` with the code that sends the change loaded later. The row shows the new role meanwhile. */
export function useRoleChange(): (member: Member, role: Role) => void {
  const context = useRoleChangeContext();
  return useCallback(
    (member: Member, role: Role) => {
      const { scope, failed } = context.current;
      const id = startRoleChange(scope.writes, member, role);
      laterParts.memberDialogs.load().then(
        ({ memberDialogs }) => memberDialogs.changeMemberRole(context, member, role, id),
        (cause: unknown) => {
          const error = new UsersError('network', 'A part of the panel could not be loaded.', { cause });
          scope.writes.fail(id, error);
          failed(error, 'updateMemberRole');
        },
      );
    },
    [context],
  );
}

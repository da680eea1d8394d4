'use client';

import { useCallback } from 'react';
import type { Member } from '../model/member.js';
import type { Role } from '../model/role.js';
import { changeMemberRole } from './changeMemberRole.js';
import { useRoleChangeContext } from './useRoleChangeContext.js';

/**
 * Changes a member's role: at once on screen, true in the end. The row shows the new role while the server is asked; when
 * it refuses, the old role is back and the reason is among the row's recent writes. Of several rapid changes of one row
 * only the last is sent. Never rejects. Source: `DataProvider.updateMemberRole`.
 */
export function useUpdateMemberRole(): (member: Member, role: Role) => void {
  const context = useRoleChangeContext();
  return useCallback((member: Member, role: Role) => changeMemberRole(context, member, role), [context]);
}

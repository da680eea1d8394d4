'use client';

import { useQuery } from '@tanstack/react-query';
import { useUsersContext } from '../context/UsersContext.js';
import { KNOWN_ROLES, type RoleOption } from '../model/role.js';
import { rolesOptions } from './options.js';
import { useQueryScope } from './useQueryScope.js';

/** The roles that may be given: the host's, else the data provider's, else the two known ones. */
export function useRoles(): readonly RoleOption[] {
  const { roles } = useUsersContext();
  const scope = useQueryScope();
  const asks = roles === undefined && scope.dataProvider.listRoles !== undefined;
  const { data } = useQuery({ ...rolesOptions(scope), enabled: asks }, scope.queryClient);
  return roles ?? data ?? KNOWN_ROLES;
}

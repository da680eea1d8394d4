'use client';

import { useQuery } from '@tanstack/react-query';
import { useContext } from 'react';
import { RolesContext } from '../context/RolesContext.js';
import { useUsersContext } from '../context/UsersContext.js';
import { KNOWN_ROLES, type RoleOption } from '../model/role.js';
import { rolesOptions } from './options.js';
import { useQueryScope } from './useQueryScope.js';

/** The roles that may be given: the host's, else the data provider's, else the two known ones. */
export function useRoles(): readonly RoleOption[] {
  const shared = useContext(RolesContext);
  // oxlint-disable-next-line react/rules-of-hooks -- a `UsersProvider` and `SharedReads` stay around a component for all its life
  return shared ?? useOwnRoles();
}

/** The same, read for itself. */
export function useOwnRoles(): readonly RoleOption[] {
  const { roles } = useUsersContext();
  const scope = useQueryScope();
  const asks = roles === undefined && scope.dataProvider.listRoles !== undefined;
  const { data } = useQuery({ ...rolesOptions(scope), enabled: asks }, scope.queryClient);
  return roles ?? data ?? KNOWN_ROLES;
}

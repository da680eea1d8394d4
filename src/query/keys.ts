import type { DataProvider } from '../model/dataProvider.js';

/** Whose data a key stands for. */
export interface KeyScope {
  appId: string;
  dataProvider: Pick<DataProvider, 'name'>;
}

/** Every key of the kit, under one root. Another app, or another data provider, shares nothing. */
export const usersKeys = {
  app: ({ appId, dataProvider }: KeyScope) => ['users-panel', dataProvider.name, appId] as const,
  /** Every member list, whatever its filter. */
  members: (scope: KeyScope) => [...usersKeys.app(scope), 'members'] as const,
  invitations: (scope: KeyScope) => [...usersKeys.app(scope), 'invitations'] as const,
  currentUser: (scope: KeyScope) => [...usersKeys.app(scope), 'current-user'] as const,
  access: (scope: KeyScope) => [...usersKeys.app(scope), 'access'] as const,
  roles: (scope: KeyScope) => [...usersKeys.app(scope), 'roles'] as const,
  /** What was just written here; never fetched. */
  writes: (scope: KeyScope) => [...usersKeys.app(scope), 'writes'] as const,
  /** The invitations that were sent again here; never fetched. */
  resends: (scope: KeyScope) => [...usersKeys.app(scope), 'resends'] as const,
};

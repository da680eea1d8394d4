import type { DataProvider } from '../model/dataProvider.js';

/** Whose data a key stands for. */
export interface KeyScope {
  appId: string;
  dataProvider: Pick<DataProvider, 'name'>;
}

const numbers = new WeakMap<object, number>();
let count = 0;

/** A number for each data provider object: two of one name may know different people to be looking. */
function numberOf(dataProvider: object): number {
  const known = numbers.get(dataProvider);
  if (known !== undefined) return known;
  count += 1;
  numbers.set(dataProvider, count);
  return count;
}

/** Every key of the kit, under one root. Another app, or a data provider of another name, shares nothing. */
export const usersKeys = {
  app: ({ appId, dataProvider }: KeyScope) => ['users-panel', dataProvider.name, appId] as const,
  /** Every member list, whatever its filter. */
  members: (scope: KeyScope) => [...usersKeys.app(scope), 'members'] as const,
  invitations: (scope: KeyScope) => [...usersKeys.app(scope), 'invitations'] as const,
  currentUser: (scope: KeyScope) => [...usersKeys.app(scope), 'current-user', numberOf(scope.dataProvider)] as const,
  access: (scope: KeyScope) => [...usersKeys.app(scope), 'access', numberOf(scope.dataProvider)] as const,
  roles: (scope: KeyScope) => [...usersKeys.app(scope), 'roles'] as const,
  /** What was just written here; never fetched. */
  writes: (scope: KeyScope) => [...usersKeys.app(scope), 'writes'] as const,
  /** The invitations that were sent again here; never fetched. */
  resends: (scope: KeyScope) => [...usersKeys.app(scope), 'resends'] as const,
};

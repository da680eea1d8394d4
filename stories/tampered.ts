import type { FakeMixpeekOptions } from '@mixpeek/users-panel/msw';

type Tamper = NonNullable<FakeMixpeekOptions['tamper']>;

/** The back end counts more than it hands out. */
export const cutShort =
  (list: 'listMembers' | 'listInvitations', total: number): Tamper =>
  (operation, body) =>
    operation === list ? { ...(body as object), total } : body;

/** One row of the members makes no sense. */
export const withNonsense: Tamper = (operation, body) => {
  if (operation !== 'listMembers') return body;
  const { users, total } = body as { users: unknown[]; total: number };
  return { users: [...users, { name: 'No id' }], total: total + 1 };
};

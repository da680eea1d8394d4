import type { DataProvider } from '../model/dataProvider.js';
import { UsersError } from '../model/errors.js';
import type { Organization } from '../model/organization.js';
import { isAdminRole } from '../model/role.js';
import { refuseEmpty, type Call } from './call.js';
import { checkId } from './checkInput.js';
import { checkPage } from './checkPage.js';
import type { ClerkLike } from './clerkLike.js';
import { readClerkRows, rowOf, textOf } from './clerkRows.js';
import { nextPageCursor, readPageCursor } from './pageCursor.js';
import type { FindOrganization } from './findOrganization.js';
import { loadedMembership } from './ownMembership.js';

type OrganizationActs = Pick<Required<DataProvider>, 'listOrganizations' | 'createOrganization' | 'renameOrganization'>;

const MANAGE_PROFILE = 'org:sys_profile:manage';

/** The part of the data provider that is about organizations as a whole. */
export function organizationActs(clerk: ClerkLike, call: Call, find: FindOrganization): OrganizationActs {
  return {
    async listOrganizations(input = {}) {
      const page = readPageCursor(input.cursor, input.limit);
      const { data, total_count: said } = await call('listOrganizations', input.signal, async () =>
        checkPage('listOrganizations', await signedIn(clerk).getOrganizationMemberships(page)),
      );
      const { rows, ...counts } = readClerkRows(data, said, readMembership, (row) => row.organizationId);
      return { organizations: rows, ...counts, nextCursor: nextPageCursor(page, data.length, counts.total) };
    },
    async createOrganization(input) {
      const name = checkName(input?.name);
      const made = await call('createOrganization', input.signal, async () =>
        refuseEmpty('createOrganization', await clerk.createOrganization({ name })),
      );
      // Clerk gives its creator the role that may do everything.
      return toOrganization(made, { role: null, canRename: true });
    },
    async renameOrganization(input) {
      const name = checkName(input?.name);
      const { organizationId, signal } = input;
      checkId('organizationId', organizationId);
      const renamed = await call('renameOrganization', signal, async () =>
        refuseEmpty('renameOrganization', await (await find(organizationId)).update({ name })),
      );
      const own = loadedMembership(clerk.user, organizationId);
      return toOrganization(renamed, { role: own?.role ?? null, canRename: true });
    },
  };
}

function signedIn({ user }: ClerkLike) {
  if (user) return user;
  throw new UsersError('unauthenticated', 'Nobody is signed in to Clerk.');
}

function readMembership(value: unknown): Organization | null {
  const { role, permissions, organization } = rowOf(value);
  if (textOf(rowOf(organization)['id']) === null || typeof role !== 'string' || textOf(role) === null) return null;
  const rights: readonly unknown[] = Array.isArray(permissions) ? permissions : [];
  const canRename = rights.includes(MANAGE_PROFILE) || (rights.length === 0 && isAdminRole(role));
  return toOrganization(organization, { role, canRename });
}

function toOrganization(value: unknown, rest: Pick<Organization, 'role' | 'canRename'>): Organization {
  const { id, name, membersCount } = rowOf(value);
  const organizationId = textOf(id) ?? '';
  return {
    organizationId,
    name: textOf(name) ?? organizationId,
    memberCount: typeof membersCount === 'number' ? membersCount : null,
    ...rest,
  };
}

function checkName(name: unknown): string {
  if (typeof name === 'string' && name.trim() !== '') return name.trim();
  throw new UsersError('invalid_input', 'An organization needs a name. Pass it as a text that is not empty.', {
    fieldErrors: { name: 'Empty' },
  });
}

'use client';

import { toUsersError } from '../model/errors.js';
import type { Organization } from '../model/organization.js';
import { organizationsKey } from './useOrganizations.js';
import { useQueryScope } from './useQueryScope.js';
import { useReport } from './useReport.js';

/** Saves an organization under a name: an old one anew, or a new one. Rejects with a `UsersError`. */
export type SaveOrganization = (name: string) => Promise<Organization>;

/**
 * Renames an organization, or creates one; undefined where the data provider cannot. Source:
 * `DataProvider.renameOrganization`, `DataProvider.createOrganization`.
 */
export function useSaveOrganization(organization: Organization | undefined): SaveOrganization | undefined {
  const { dataProvider, queryClient } = useQueryScope();
  const report = useReport();
  const operation = organization ? 'renameOrganization' : 'createOrganization';
  if (dataProvider[operation] === undefined) return undefined;
  return async (name) => {
    try {
      const saved = organization
        ? await dataProvider.renameOrganization?.({ organizationId: organization.organizationId, name })
        : await dataProvider.createOrganization?.({ name });
      return saved as Organization;
    } catch (thrown) {
      const error = toUsersError(thrown);
      report(error, operation);
      throw error;
    } finally {
      // Also when it failed: what got no answer may have been done all the same, and then it shows.
      void queryClient.invalidateQueries({ queryKey: organizationsKey(dataProvider) });
    }
  };
}

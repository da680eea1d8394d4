/** Whose draft it is. */
export interface DraftOwner {
  /** The data provider's. */
  name: string;
  appId: string;
  /** The person's account id; null where nobody is named. */
  userId: string | null;
}

const PREFIX = 'mixpeek-users-panel.invite-draft.';

/** Where the session storage keeps an invite draft. */
export function draftKey({ name, appId, userId }: DraftOwner): string {
  return `${PREFIX}${JSON.stringify([name, appId, userId])}`;
}

/**
 * Removes the invite drafts of a data provider, in all apps: all of them when the session has ended (null), else those of
 * anyone but this person.
 */
export function forgetDrafts(name: string, userId: string | null): void {
  try {
    const keys = Array.from({ length: sessionStorage.length }, (_, index) => sessionStorage.key(index) ?? '');
    for (const key of keys) {
      if (!key.startsWith(`${PREFIX}[${JSON.stringify(name)},`)) continue;
      if (userId === null || !key.endsWith(`,${JSON.stringify(userId)}]`)) sessionStorage.removeItem(key);
    }
  } catch {
    // Without a storage there is nothing to remove.
  }
}

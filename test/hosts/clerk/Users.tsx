import { useMemo } from 'react';
import { UsersPanel } from '@mixpeek/users-panel';
import { createClerkDataProvider, type ClerkLike } from '@mixpeek/users-panel/clerk';
import '@mixpeek/users-panel/styles.css';

/** The panel over the page's Clerk, of whichever version. */
export function Users({ clerk }: { clerk: ClerkLike }) {
  const dataProvider = useMemo(() => createClerkDataProvider(clerk), [clerk]);
  return <UsersPanel appId="org_acme" dataProvider={dataProvider} />;
}

import { ClerkProvider, useClerk } from '@clerk/clerk-react';
import { createRoot } from 'react-dom/client';
import { Users } from './Users';
import { settings } from './settings';

function Page() {
  return <Users clerk={useClerk()} />;
}

createRoot(settings.page).render(
  <ClerkProvider {...settings.clerk5}>
    <Page />
  </ClerkProvider>,
);

// The panel over a back end that pages by cursor.
import { createRoot } from 'react-dom/client';
import { UsersPanel, type DataProvider } from '@mixpeek/users-panel';
import { createMemoryDataProvider } from '@mixpeek/users-panel/memory';
import '@mixpeek/users-panel/styles.css';

const rest = createMemoryDataProvider({ appId: 'app_demo', members: [], invitations: [] });
const { __MIXPEEK__: runtime } = window as unknown as { __MIXPEEK__: { apiBaseUrl: string } };

const dataProvider: DataProvider = {
  name: 'cursor',
  paging: 'cursor',
  async listMembers({ query, cursor, limit = 10, signal }) {
    const asked = new URLSearchParams({ limit: String(limit), ...(query && { query }), ...(cursor && { cursor }) });
    const response = await fetch(`${runtime.apiBaseUrl}/members?${asked.toString()}`, signal ? { signal } : {});
    return (await response.json()) as Awaited<ReturnType<DataProvider['listMembers']>>;
  },
  listInvitations: async () => ({ invitations: [], total: 0, unreadable: 0, nextCursor: null }),
  inviteMember: (input) => rest.inviteMember(input),
  updateMemberRole: (input) => rest.updateMemberRole(input),
  removeMember: (input) => rest.removeMember(input),
  revokeInvitation: (input) => rest.revokeInvitation(input),
};

createRoot(document.querySelector('#page')!).render(<UsersPanel appId="app_demo" dataProvider={dataProvider} />);

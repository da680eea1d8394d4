import { createUsersHandler } from '@mixpeek/users-panel/server';

const handler = createUsersHandler({
  apiKey: process.env['MIXPEEK_API_KEY'] ?? '',
  namespace: process.env['MIXPEEK_NAMESPACE'] ?? '',
  baseUrl: process.env['MIXPEEK_BASE_URL'] ?? '',
  allowedApps: ['app_demo'],
  authorize: async (request) => {
    // Who has the session: here the demo knows, elsewhere the app's own sign-in.
    const cookie = request.headers.get('cookie') ?? '';
    const answer = await fetch(`${process.env['BACK_END']}/_auth/me`, { headers: { cookie } });
    if (!answer.ok) return null;
    const { id } = await answer.json();
    return { userId: id, role: 'org:admin' };
  },
});

export { handler as DELETE, handler as GET, handler as PATCH, handler as POST };

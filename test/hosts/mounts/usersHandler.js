import { clerkAuthorize, createUsersHandler } from '@mixpeek/users-panel/server';

/** @param {Record<string, string | undefined>} env */
export function makeHandler(env) {
  return createUsersHandler({
    apiKey: env['MIXPEEK_API_KEY'] ?? '',
    namespace: env['MIXPEEK_NAMESPACE'] ?? '',
    allowedApps: ['app_abc123'],
    authorize: clerkAuthorize({
      jwtKey: env['CLERK_JWT_KEY'] ?? '',
      authorizedParties: ['https://app.example.com'],
      organizationId: env['CLERK_ORGANIZATION_ID'] ?? '',
    }),
    onAction: (event) => console.log(JSON.stringify(event)), // who did what to whom
    onError: (error) => console.error(error), // what the caller is not told
  });
}

import { isUsersError, UsersError } from '../model/errors.js';
import type { Role } from '../model/role.js';
import { createSessionReader } from './createSessionReader.js';
import { findUnknownOption } from './findUnknownOption.js';
import type { UsersActionContext, UsersCaller } from './options.js';
import { readSessionToken } from './readSessionToken.js';

/** The person of a checked session. */
export interface ClerkPerson {
  userId: string;
  /** The organization that is active in their session, which is that of the app. */
  organizationId: string;
  appId: string;
}

export interface ClerkAuthorizeOptions {
  /** The PEM public key of the Clerk instance (Dashboard, API keys, JWT public key). Nothing is asked over the network. */
  jwtKey: string;
  /** The origins of the pages whose sessions count, such as `https://app.example.com`: the claim `azp` must be one. */
  authorizedParties: readonly string[];
  /**
   * The Clerk organization of an app. One name for all admits its admins to every app that `allowedApps` lets pass: name
   * it only where those are this organization's. @default the app's id is the organization's
   */
  organizationId?:
    string | ((appId: string) => string | null | undefined | Promise<string | null | undefined>) | undefined;
  /** The instance's Frontend API URL, which the claim `iss` must be. @default not checked beyond the signature */
  issuer?: string | undefined;
  /** By how many milliseconds the clocks may differ. @default 5000 */
  clockSkewMs?: number | undefined;
  /**
   * The role somebody has at this moment, or null for none. A session says what held when it was made, up to a minute
   * ago; with this, who was demoted or removed since writes nothing more. Asked at each write, and at no read.
   */
  currentRole?: ((person: ClerkPerson) => Role | null | undefined | Promise<Role | null | undefined>) | undefined;
}

const OPTIONS: Readonly<Record<keyof ClerkAuthorizeOptions, true>> = {
  jwtKey: true,
  authorizedParties: true,
  organizationId: true,
  issuer: true,
  clockSkewMs: true,
  currentRole: true,
};

/**
 * The `authorize` of `createUsersHandler` for sessions of Clerk, from the header `Authorization: Bearer …` or else the
 * cookie `__session`. Verified with `@clerk/backend`, which must be installed beside this package. Nobody without a good
 * session is let in; somebody whose active organization is not the app's is told 403.
 * @throws {UsersError} `invalid_input` for options that cannot work; its function, when `@clerk/backend` is not there.
 */
export function clerkAuthorize(
  options: ClerkAuthorizeOptions,
): (request: Request, context: UsersActionContext) => Promise<UsersCaller | null> {
  const unknown = findUnknownOption(options, OPTIONS);
  if (unknown) refuse(unknown);
  const { organizationId, currentRole } = options;
  if (!['undefined', 'string', 'function'].includes(typeof organizationId) || organizationId === '') {
    refuse('organizationId must be the id of a Clerk organization, or a function that gives it for an app');
  }
  if (currentRole !== undefined && typeof currentRole !== 'function') refuse('currentRole must be a function');
  const readSession = createSessionReader(options);

  return async (request, { appId, action }) => {
    const session = readSessionToken(request);
    const claims = session && (await readSession(session));
    if (!claims) return null;
    const { userId } = claims;
    const wanted =
      typeof organizationId === 'function'
        ? await ask('organizationId', () => organizationId(appId))
        : (organizationId ?? appId);
    if (!wanted || claims.organizationId !== wanted || claims.role === null) {
      throw new UsersError('forbidden', 'The organization that is active in the session is not that of the app.');
    }
    if (!currentRole || action === 'listMembers' || action === 'listInvitations') return { userId, role: claims.role };
    const role = await ask('currentRole', () => currentRole({ userId, organizationId: wanted, appId }));
    if (!role) throw new UsersError('forbidden', 'They are no longer in the organization.');
    return { userId, role };
  };
}

/**
 * Asks a hook of the host. A `UsersError` of a data provider that it asks in turn is about this server, not about the
 * caller, so it comes out as another error, for the operator.
 */
async function ask<T>(name: string, hook: () => T | Promise<T>): Promise<T> {
  try {
    return await hook();
  } catch (cause) {
    if (!isUsersError(cause)) throw cause;
    throw new Error(`clerkAuthorize: ${name} failed (${cause.code}): ${cause.message}`, { cause });
  }
}

function refuse(what: string): never {
  throw new UsersError('invalid_input', `clerkAuthorize: ${what}.`);
}

import { UsersError } from '../model/errors.js';
import type { Role } from '../model/role.js';
import { readClerkClaims, type ClerkClaims } from './clerkClaims.js';
import { readSessionToken } from './readSessionToken.js';
import type { UsersActionContext, UsersCaller } from './options.js';

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
  /** The Clerk organization of an app. @default the app's id is the organization's */
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

/**
 * The `authorize` of `createUsersHandler` for sessions of Clerk, from the header `Authorization: Bearer …` or else the
 * cookie `__session`. Verified with `@clerk/backend`, which must be installed beside this package. Nobody without a good
 * session is let in; somebody whose active organization is not the app's is told 403.
 * @throws {UsersError} `invalid_input` for options that cannot work; its function, when `@clerk/backend` is not there.
 */
export function clerkAuthorize(
  options: ClerkAuthorizeOptions,
): (request: Request, context: UsersActionContext) => Promise<UsersCaller | null> {
  const { organizationId, currentRole } = options;
  const verify = createVerify(options);

  return async (request, { appId, action }) => {
    const session = readSessionToken(request);
    const claims = session && (await verify(session));
    if (!claims) return null;
    const { userId } = claims;
    const wanted = typeof organizationId === 'function' ? await organizationId(appId) : (organizationId ?? appId);
    if (!wanted || claims.organizationId !== wanted || claims.role === null) {
      throw new UsersError('forbidden', 'The organization that is active in the session is not that of the app.');
    }
    if (!currentRole || action === 'listMembers' || action === 'listInvitations') return { userId, role: claims.role };
    const role = await currentRole({ userId, organizationId: wanted, appId });
    if (!role) throw new UsersError('forbidden', 'They are no longer in the organization.');
    return { userId, role };
  };
}

/** What of `@clerk/backend` is used. */
type VerifyToken = (token: string, options: Record<string, unknown>) => Promise<object>;

function createVerify(options: ClerkAuthorizeOptions): (token: string) => Promise<ClerkClaims | null> {
  const { jwtKey, authorizedParties, issuer, clockSkewMs = 5000 } = options;
  const faults = [
    (typeof jwtKey !== 'string' || !jwtKey.trim().startsWith('-----BEGIN PUBLIC KEY-----')) &&
      'jwtKey must be the PEM public key of your Clerk instance, which begins with "-----BEGIN PUBLIC KEY-----"',
    (!Array.isArray(authorizedParties) || authorizedParties.length === 0 || !authorizedParties.every(isOrigin)) &&
      'authorizedParties must name the origins of your pages, such as ["https://app.example.com"]',
    !(clockSkewMs >= 0 && clockSkewMs <= 300_000) &&
      'clockSkewMs must be a number of milliseconds, five minutes at most',
    issuer !== undefined && (typeof issuer !== 'string' || !issuer) && 'issuer must be the Frontend API URL of Clerk',
  ];
  const fault = faults.find(Boolean);
  if (fault) throw new UsersError('invalid_input', `clerkAuthorize: ${fault}.`);
  const parties = new Set<unknown>(authorizedParties);
  const given = {
    // An environment that holds one line only often has the line ends spelt out.
    jwtKey: jwtKey.trim().replaceAll('\\n', '\n'),
    authorizedParties: [...authorizedParties],
    clockSkewInMs: clockSkewMs,
    ...(issuer !== undefined && { issuer }),
  };

  let isKeyRead = false;

  return async (token) => {
    const verifyToken = await loadVerifyToken();
    // A key that cannot be read would look like a bad token, at each of them.
    isKeyRead ||= await readKey(given.jwtKey);
    let payload: object;
    try {
      payload = await verifyToken(token, given);
    } catch {
      return null;
    }
    const claims = payload as Record<string, unknown>;
    // Older releases pass a token that names no party, and know no issuer.
    if (!parties.has(claims['azp']) || (issuer !== undefined && claims['iss'] !== issuer)) return null;
    return readClerkClaims(claims);
  };
}

/** @throws {UsersError} `invalid_input` */
async function readKey(pem: string): Promise<true> {
  try {
    const der = Uint8Array.from(atob(pem.replace(/-----[A-Z ]+-----|\s/g, '')), (letter) => letter.charCodeAt(0));
    await crypto.subtle.importKey('spki', der, { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }, false, ['verify']);
    return true;
  } catch (cause) {
    throw new UsersError('invalid_input', 'clerkAuthorize: jwtKey cannot be read as an RSA public key.', { cause });
  }
}

let verifyToken: VerifyToken | undefined;

/** Loaded when first needed, and inside `try`, so that a host without Clerk can be bundled without the package. */
async function loadVerifyToken(): Promise<VerifyToken> {
  if (verifyToken) return verifyToken;
  try {
    verifyToken = (await import('@clerk/backend')).verifyToken;
  } catch (cause) {
    throw new UsersError('invalid_input', 'clerkAuthorize needs @clerk/backend. Install it beside this package.', {
      cause,
    });
  }
  return verifyToken;
}

function isOrigin(text: unknown): boolean {
  try {
    return text !== 'null' && text === new URL(text as string).origin;
  } catch {
    return false;
  }
}

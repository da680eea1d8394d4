import { UsersError } from '../model/errors.js';
import { readClerkClaims, type ClerkClaims } from './clerkClaims.js';
import { isSessionInOrder, type SessionRules } from './isSessionInOrder.js';

export interface SessionReaderOptions {
  jwtKey: string;
  authorizedParties: readonly string[];
  issuer?: string | undefined;
  clockSkewMs?: number | undefined;
}

/**
 * Makes the function that reads a session token: its claims, or null for one that does not count.
 * @throws {UsersError} `invalid_input` for options that cannot work
 */
export function createSessionReader(options: SessionReaderOptions): (token: string) => Promise<ClerkClaims | null> {
  const { rules, key } = readOptions(options);
  let isKeyRead = false;

  return async (token) => {
    const jwt = await loadJwt();
    // A key that cannot be read would look like a bad token, at each of them.
    isKeyRead ||= await readKey(key);
    let header: object;
    let claims: object;
    try {
      const { parties, clockSkewMs } = rules;
      claims = await jwt.verifyJwt(token, { key, authorizedParties: [...parties], clockSkewInMs: clockSkewMs });
      ({ header } = jwt.decodeJwt(token));
    } catch {
      return null;
    }
    return isSessionInOrder({ ...header }, { ...claims }, rules) ? readClerkClaims({ ...claims }) : null;
  };
}

function readOptions(options: SessionReaderOptions): { rules: SessionRules; key: string } {
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
  return {
    rules: { parties: new Set(authorizedParties), issuer, clockSkewMs },
    // An environment that holds one line only often has the line ends spelt out.
    key: jwtKey.trim().replaceAll('\\n', '\n'),
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

/** What of `@clerk/backend/jwt` is used. */
interface ClerkJwt {
  verifyJwt(token: string, options: Record<string, unknown>): Promise<object>;
  decodeJwt(token: string): { header: object };
}

let clerkJwt: ClerkJwt | undefined;

/**
 * Loaded when first needed, and inside `try`, so that a host without Clerk can be bundled without the package. Its
 * `verifyJwt` is given the key; `verifyToken` beside it keeps keys for the whole process by the `kid` that a token claims,
 * in many releases, so that a stranger's token could put one instance's key in the place of another's.
 */
async function loadJwt(): Promise<ClerkJwt> {
  if (clerkJwt) return clerkJwt;
  try {
    clerkJwt = await import('@clerk/backend/jwt');
  } catch (cause) {
    throw new UsersError('invalid_input', 'clerkAuthorize needs @clerk/backend. Install it beside this package.', {
      cause,
    });
  }
  return clerkJwt;
}

function isOrigin(text: unknown): boolean {
  try {
    return text !== 'null' && text === new URL(text as string).origin;
  } catch {
    return false;
  }
}

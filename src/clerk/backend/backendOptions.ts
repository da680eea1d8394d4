import { UsersError } from '../../model/errors.js';
import { isSecureUrl } from '../../model/isSecureUrl.js';

/** What an invitation may have beyond address and role. */
export interface ClerkInvitationExtras {
  /** Days until it can no longer be accepted, 1 to 365. @default 30, by Clerk */
  expiresInDays?: number | undefined;
  /** Where the link of the mail leads. */
  redirectUrl?: string | undefined;
  /** Who invites, an admin of the organization. @default nobody is named */
  inviterUserId?: string | undefined;
  /** Whether Clerk sends the mail. @default true */
  notify?: boolean | undefined;
}

/** What memberships may be sorted by; without a sign, or with `+`, ascending. */
export type ClerkMembershipOrder =
  `${'' | '+' | '-'}${'created_at' | 'email_address' | 'first_name' | 'last_name' | 'phone_number' | 'username'}`;

export interface ClerkBackendOptions {
  /** The secret key of the Clerk instance. Stays on the server. */
  secretKey: string;
  /**
   * The Clerk organization of an app. One name for all acts on that organization whatever the `appId` is: who calls must
   * have been found to be an admin of this very organization, not of the app that they name, so let `allowedApps` of the
   * handler name the one app there is. @default the app's id is the organization's
   */
  organizationId?:
    string | ((appId: string) => string | null | undefined | Promise<string | null | undefined>) | undefined;
  /** What every invitation has, unless it says otherwise. */
  invitations?: ClerkInvitationExtras | undefined;
  /** How members are listed. @default '+created_at', so that who joins while a list is read does not move its pages */
  orderBy?: ClerkMembershipOrder | undefined;
  /** @default 'https://api.clerk.com/v1' */
  baseUrl?: string | undefined;
  /** Milliseconds for Clerk's whole answer. @default 15000 */
  timeoutMs?: number | undefined;
  /** @default globalThis.fetch, looked up at each request */
  fetch?: typeof globalThis.fetch | undefined;
}

const MAX_TIMER_MS = 2_147_483_647;
const ORDER = /^[+-]?(?:created_at|email_address|first_name|last_name|phone_number|username)$/;

/** Checks the options and fills in the defaults. @throws {UsersError} `invalid_input` with the remedy; never with the key */
export function readBackendOptions(options: ClerkBackendOptions) {
  const { secretKey, organizationId, invitations = {}, timeoutMs = 15_000, fetch, orderBy = '+created_at' } = options;
  if (typeof window !== 'undefined' && typeof document !== 'undefined') {
    refuse('a secret key is not for a browser, where everybody could read it. Use ./clerk there');
  }
  if (typeof secretKey !== 'string' || !/^sk_[\x21-\x7e]+$/.test(secretKey)) {
    refuse('secretKey must be the secret key of your Clerk instance, which begins with "sk_"');
  }
  if (!['undefined', 'string', 'function'].includes(typeof organizationId) || organizationId === '') {
    refuse('organizationId must be the id of a Clerk organization, or a function that gives it for an app');
  }
  if (!(timeoutMs > 0 && timeoutMs <= MAX_TIMER_MS)) refuse('timeoutMs must be a number of milliseconds above 0');
  if (fetch !== undefined && typeof fetch !== 'function') refuse('fetch must be a function like the standard one');
  if (!ORDER.test(orderBy)) refuse('orderBy must be a field of a membership, such as "-created_at"');
  checkExtras(invitations);
  const baseUrl = baseUrlOf(options.baseUrl ?? 'https://api.clerk.com/v1');
  return { secretKey, organizationId, invitations, timeoutMs, fetch, orderBy, baseUrl };
}

/** @throws {UsersError} `invalid_input` */
export function checkExtras({ expiresInDays }: ClerkInvitationExtras): void {
  if (expiresInDays === undefined) return;
  if (Number.isSafeInteger(expiresInDays) && expiresInDays >= 1 && expiresInDays <= 365) return;
  refuse('expiresInDays must be a whole number from 1 to 365');
}

function baseUrlOf(text: string): string {
  try {
    const url = new URL(text);
    const isPlain = /^https?:$/.test(url.protocol) && !url.username && !url.password && !/[?#]/.test(text);
    if (isPlain && isSecureUrl(url.href)) return url.href.replace(/\/+$/, '');
  } catch {
    // Said below.
  }
  return refuse(
    'baseUrl must be an https URL without query or credentials, since the key is sent there; http:// is for this machine only',
  );
}

function refuse(what: string): never {
  throw new UsersError('invalid_input', `createClerkBackendDataProvider: ${what}.`);
}

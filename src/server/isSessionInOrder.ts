/** What a session must be to count here. */
export interface SessionRules {
  /** The origins that `azp` may name. */
  parties: ReadonlySet<unknown>;
  /** What `iss` must be; undefined for anything. */
  issuer: string | undefined;
  clockSkewMs: number;
}

/**
 * Clerk's categories of tokens that may be a session: its own, and the one of instances that tell none apart. One
 * instance signs with one key for people, templates and machines. Source: `jwtCategories` of `@clerk/backend`.
 */
const SESSION_CATEGORIES: ReadonlySet<unknown> = new Set([undefined, 'cl_B7d4PD111AAA', 'cl_I7d4PD111III']);

/**
 * Whether a token with a good signature is a session of this place and this moment. Judged here, for the releases of
 * `@clerk/backend` differ: some pass a token that names no party, know no issuer or take no skew of 0.
 */
export function isSessionInOrder(
  header: Readonly<Record<string, unknown>>,
  claims: Readonly<Record<string, unknown>>,
  { parties, issuer, clockSkewMs }: SessionRules,
): boolean {
  const now = Date.now();
  const { azp, iss, exp, nbf, iat } = claims;
  if (!SESSION_CATEGORIES.has(header['cat']) || !parties.has(azp)) return false;
  if (issuer !== undefined && iss !== issuer) return false;
  const isOver = typeof exp !== 'number' || exp * 1000 <= now - clockSkewMs;
  const isEarly = [nbf, iat].some(
    (start) => start !== undefined && !(typeof start === 'number' && start * 1000 <= now + clockSkewMs),
  );
  return !isOver && !isEarly;
}

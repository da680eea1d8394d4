import { createSign, generateKeyPairSync } from 'node:crypto';

/** A Clerk instance, as far as it signs session tokens. */
export function createClerkSessions(kid = 'ins_test') {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwtKey = publicKey.export({ type: 'spki', format: 'pem' }).toString();

  /** A token with these claims over those of an honest session, which an undefined one takes away. */
  function sign(claims: Record<string, unknown> = {}, header: Record<string, unknown> = {}): string {
    const now = Math.floor(Date.now() / 1000);
    const payload = {
      azp: ORIGIN,
      exp: now + 60,
      iat: now,
      iss: ISSUER,
      nbf: now - 10,
      sid: 'sess_1',
      sub: 'user_ada',
      org_id: ORGANIZATION,
      org_role: 'org:admin',
      ...claims,
    };
    const signed = [{ alg: 'RS256', typ: 'JWT', kid, ...header }, payload].map(encode).join('.');
    return `${signed}.${createSign('RSA-SHA256').update(signed).sign(privateKey, 'base64url')}`;
  }
  return { jwtKey, sign };
}

export const ORIGIN = 'https://app.example.com';
export const ISSUER = 'https://clerk.example.com';
export const ORGANIZATION = 'org_1';

/** The claims of an organization in version 2, and none of version 1. */
export const compact = (organization: unknown) => ({
  v: 2,
  org_id: undefined,
  org_role: undefined,
  o: organization,
});

export function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createClerkSessions, ORGANIZATION, ORIGIN } from './clerkSessions.js';
import { ask } from './harness.js';

/** The release that is installed here, and the oldest that may stand beside this package. */
const RELEASES = {
  'of today': async () => ({ main: await import('@clerk/backend'), jwt: await import('@clerk/backend/jwt') }),
  '2.0.0': async () => ({ main: await import('clerk-backend-2'), jwt: await import('clerk-backend-2/jwt') }),
};

describe.each(Object.entries(RELEASES))('beside @clerk/backend %s', (_, load) => {
  beforeEach(async () => {
    const { main, jwt } = await load();
    vi.resetModules();
    vi.doMock('@clerk/backend', () => main);
    vi.doMock('@clerk/backend/jwt', () => jwt);
  });
  afterEach(() => {
    vi.doUnmock('@clerk/backend');
    vi.doUnmock('@clerk/backend/jwt');
  });

  /** Two handlers of two Clerk instances in one process, as a host with several has them. */
  async function twoInstances(kidOfTheSecond: string) {
    const { clerkAuthorize } = await import('../../src/server/index.js');
    return ['ins_a', kidOfTheSecond].map((kid) => {
      const { jwtKey, sign } = createClerkSessions(kid);
      const authorize = clerkAuthorize({ jwtKey, authorizedParties: [ORIGIN], organizationId: ORGANIZATION });
      const admits = async (token: string) => {
        const request = ask({ headers: { authorization: `Bearer ${token}` } });
        return (await authorize(request, { appId: 'app_1', action: 'listMembers' })) !== null;
      };
      return { sign, admits };
    });
  }

  test.each(['ins_a', 'ins_b'])('a session counts at its own instance alone (ins_a and %s)', async (kid) => {
    const [a, b] = await twoInstances(kid);
    expect(await a?.admits(a.sign())).toBe(true);
    expect(await b?.admits(a?.sign() ?? '')).toBe(false);
    expect(await b?.admits(b.sign())).toBe(true);
    expect(await a?.admits(b?.sign() ?? '')).toBe(false);
  });

  test('a stranger who names another instance’s key shuts nobody out', async () => {
    const [a, b] = await twoInstances('ins_b');
    const stranger = createClerkSessions('ins_b');
    expect(await a?.admits(stranger.sign())).toBe(false);
    expect(await b?.admits(b.sign())).toBe(true);
  });

  test('a token that is no session of a person at this place and moment admits nobody', async () => {
    const [a] = await twoInstances('ins_b');
    const soon = Math.floor(Date.now() / 1000) + 30;
    expect(await a?.admits(a.sign({}, { cat: 'cl_B7d4PD111AAA' }))).toBe(true);
    expect(await a?.admits(a.sign({}, { cat: 'cl_B7d4PD333AAA' }))).toBe(false);
    expect(await a?.admits(a.sign({}, { typ: 'at+jwt' }))).toBe(false);
    expect(await a?.admits(a.sign({ azp: undefined }))).toBe(false);
    expect(await a?.admits(a.sign({ exp: soon - 60 }))).toBe(false);
    expect(await a?.admits(a.sign({ nbf: soon }))).toBe(false);
  });
});

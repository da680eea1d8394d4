import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { UsersError, type UsersErrorCode, type UsersErrorOptions } from '../../src/model/errors.js';
import type { Invitation } from '../../src/model/invitation.js';
import { runInviteBatch, type InviteOutcome, type InviteRequest } from '../../src/query/inviteBatch.js';
import { anInvitation } from './rows.js';

const tick = () => new Promise<void>((resolve) => setTimeout(resolve));
const requestsTo = (...names: string[]): InviteRequest[] =>
  names.map((name) => ({ email: `${name}@example.com`, role: 'org:member' }));
const nameOf = ({ email }: InviteRequest) => email.split('@')[0] ?? '';
const sent = (request: InviteRequest) => anInvitation(nameOf(request), { email: request.email });
const fault = (code: UsersErrorCode, options?: UsersErrorOptions) => new UsersError(code, code, options);

/** What each address is answered, try after try; the last answer stays. Anything that is not named is sent. */
type Script = Record<string, (UsersError | 'sent')[]>;

interface BatchSetup {
  script?: Script;
  found?: Record<string, Invitation | 'member' | null>;
}

/** Runs a batch against a script and writes down all that happens. */
async function run(requests: InviteRequest[], { script = {}, found = {} }: BatchSetup = {}) {
  const calls: string[] = [];
  const slept: number[] = [];
  const told: InviteOutcome[] = [];
  const looked: string[][] = [];
  const tries = new Map<string, number>();
  const outcomes = await runInviteBatch(requests, {
    async invite(request) {
      const name = nameOf(request);
      calls.push(name);
      const count = tries.get(name) ?? 0;
      tries.set(name, count + 1);
      await Promise.resolve();
      const answers = script[name] ?? ['sent'];
      const answer = answers[Math.min(count, answers.length - 1)];
      if (answer instanceof UsersError) throw answer;
      return sent(request);
    },
    look: (asked) => {
      looked.push(asked.map(nameOf));
      return Promise.resolve(asked.map((request) => found[nameOf(request)] ?? null));
    },
    onOutcome: (outcome) => told.push(outcome),
    sleep(ms) {
      slept.push(ms);
      return Promise.resolve();
    },
  });
  return { outcomes, calls, slept, told, looked, statuses: outcomes.map(({ status }) => status) };
}

describe('a batch', () => {
  test('has at most three requests under way, and begins the next when one ends', async () => {
    const ends: (() => void)[] = [];
    let underWay = 0;
    let most = 0;
    const batch = runInviteBatch(requestsTo('a', 'b', 'c', 'd', 'e', 'f', 'g'), {
      async invite(request) {
        underWay += 1;
        most = Math.max(most, underWay);
        await new Promise<void>((resolve) => ends.push(resolve));
        underWay -= 1;
        return sent(request);
      },
      look: () => Promise.resolve([]),
    });
    await tick();
    expect(ends).toHaveLength(3);
    for (let index = 0; index < 7; index += 1) {
      ends[index]?.();
      await tick();
      expect(ends).toHaveLength(Math.min(7, index + 4));
    }
    expect((await batch).every(({ status }) => status === 'sent')).toBe(true);
    expect(most).toBe(3);
  });

  test('answers in the order asked, whichever ended first', async () => {
    const requests = requestsTo('slow', 'quick', 'quicker');
    const outcomes = await runInviteBatch(requests, {
      async invite(request) {
        for (let wait = nameOf(request) === 'slow' ? 5 : 0; wait > 0; wait -= 1) await tick();
        return sent(request);
      },
      look: () => Promise.resolve([]),
    });
    expect(outcomes.map(nameOf)).toEqual(['slow', 'quick', 'quicker']);
  });

  test('of nobody asks nobody', async () => {
    const { outcomes, calls, looked } = await run([]);
    expect([outcomes, calls, looked]).toEqual([[], [], []]);
  });

  test('goes on after a failure of one address', async () => {
    const { statuses } = await run(requestsTo('a', 'b', 'c'), { script: { b: [fault('invalid_email')] } });
    expect(statuses).toEqual(['sent', 'failed', 'sent']);
  });

  test('takes what is no UsersError for a failure of the server, and does not reject', async () => {
    const outcomes = await runInviteBatch(requestsTo('a'), {
      invite: () => Promise.reject(new TypeError('boom')),
      look: () => Promise.resolve([null]),
    });
    expect(outcomes).toMatchObject([{ status: 'failed', error: { code: 'server_error' } }]);
  });
});

describe('too many requests', () => {
  test('pause the whole batch for as long as the server said, then it is tried again', async () => {
    const release: (() => void)[] = [];
    const sleep = vi.fn<(ms: number) => Promise<void>>(() => new Promise<void>((resolve) => release.push(resolve)));
    const calls: string[] = [];
    const batch = runInviteBatch(requestsTo('a', 'b', 'c', 'd', 'e'), {
      async invite(request) {
        calls.push(nameOf(request));
        await tick();
        if (nameOf(request) === 'a' && calls.length <= 3) throw fault('rate_limited', { retryAfter: 7 });
        return sent(request);
      },
      look: () => Promise.resolve([]),
      sleep,
    });
    await tick();
    await tick();
    await tick();
    // b and c were under way and ended; d and e wait.
    expect(calls).toEqual(['a', 'b', 'c']);
    expect(sleep).toHaveBeenCalledExactlyOnceWith(7000);
    release[0]?.();
    expect((await batch).map(({ status }) => status)).toEqual(['sent', 'sent', 'sent', 'sent', 'sent']);
    expect(calls.toSorted((one, other) => one.localeCompare(other))).toEqual(['a', 'a', 'b', 'c', 'd', 'e']);
  });

  test('without a time are waited for longer each try', async () => {
    const { slept, statuses } = await run(requestsTo('a'), {
      script: { a: [fault('rate_limited'), fault('rate_limited'), 'sent'] },
    });
    expect(slept).toEqual([2000, 4000]);
    expect(statuses).toEqual(['sent']);
  });

  test('are given up after three tries', async () => {
    const { calls, outcomes } = await run(requestsTo('a'), {
      script: { a: [fault('rate_limited', { retryAfter: 1 })] },
    });
    expect(calls).toEqual(['a', 'a', 'a']);
    expect(outcomes).toMatchObject([{ status: 'failed', uncertain: false, error: { code: 'rate_limited' } }]);
  });

  test('for more than a minute are left to the person: nothing waits, and nothing more is sent', async () => {
    const everyone = fault('rate_limited', { retryAfter: 61 });
    const { calls, slept, statuses } = await run(requestsTo('a', 'b', 'c', 'd', 'e'), {
      script: { a: [everyone], b: [everyone], c: [everyone], d: [everyone], e: [everyone] },
    });
    expect(slept).toEqual([]);
    expect(calls).toEqual(['a', 'b', 'c']);
    expect(statuses).toEqual(['failed', 'failed', 'failed', 'not_sent', 'not_sent']);
  });

  test('for a whole minute are waited for', async () => {
    const { slept, statuses } = await run(requestsTo('a'), {
      script: { a: [fault('rate_limited', { retryAfter: 60 }), 'sent'] },
    });
    expect(slept).toEqual([60_000]);
    expect(statuses).toEqual(['sent']);
  });
});

describe.each<UsersErrorCode>(['unauthenticated', 'forbidden'])('%s', (code) => {
  test('stops the batch: what was not begun is not sent', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const { calls, statuses, told } = await run(requestsTo(...names), { script: { b: [fault(code)] } });
    expect(statuses[1]).toBe('failed');
    expect(calls.length).toBeLessThan(names.length);
    expect(statuses.filter((status) => status === 'not_sent')).toHaveLength(names.length - calls.length);
    expect(told.filter(({ status }) => status === 'failed')).toHaveLength(1);
  });
});

test('a batch that stopped while an address waited for its turn does not send it', async () => {
  const calls: string[] = [];
  const release: (() => void)[] = [];
  const batch = runInviteBatch(requestsTo('patient', 'barred'), {
    async invite(request) {
      calls.push(nameOf(request));
      await tick();
      throw nameOf(request) === 'patient' ? fault('rate_limited', { retryAfter: 5 }) : fault('forbidden');
    },
    look: () => Promise.resolve([]),
    sleep: () => new Promise((resolve) => release.push(resolve)),
  });
  await tick();
  await tick();
  release[0]?.();
  expect((await batch).map(({ status }) => status)).toEqual(['not_sent', 'failed']);
  expect(calls).toEqual(['patient', 'barred']);
});

describe('an invitation that got no answer', () => {
  test.each<UsersErrorCode>(['network', 'timeout', 'invalid_response', 'server_error'])(
    '(%s) is looked for, and not sent again',
    async (code) => {
      const { calls, looked, outcomes } = await run(requestsTo('a', 'b'), { script: { a: [fault(code)] } });
      expect(calls).toEqual(['a', 'b']);
      expect(looked).toEqual([['a']]);
      expect(outcomes[0]).toMatchObject({ status: 'failed', uncertain: true, error: { code } });
    },
  );

  test.each<UsersErrorCode>(['already_member', 'already_invited', 'limit_reached', 'rate_limited', 'offline'])(
    'is not suspected after %s, which says that nothing was sent',
    async (code) => {
      const { looked, outcomes } = await run(requestsTo('a'), { script: { a: [fault(code)] } });
      expect(looked).toEqual([]);
      expect(outcomes).toMatchObject([{ status: 'failed', uncertain: false }]);
    },
  );

  test('counts as sent when it is found', async () => {
    const found = anInvitation('inv_a', { email: 'a@example.com' });
    const { outcomes } = await run(requestsTo('a'), { script: { a: [fault('network')] }, found: { a: found } });
    expect(outcomes).toEqual([{ email: 'a@example.com', role: 'org:member', status: 'sent', invitation: found }]);
  });

  test('is told as already a member when the person is in', async () => {
    const { outcomes } = await run(requestsTo('a'), { script: { a: [fault('timeout')] }, found: { a: 'member' } });
    expect(outcomes).toMatchObject([{ status: 'failed', uncertain: false, error: { code: 'already_member' } }]);
  });

  test('is looked for once, with all others of its kind, when the rest has ended', async () => {
    const script = { a: [fault('network')], c: [fault('server_error')] };
    const { looked, told } = await run(requestsTo('a', 'b', 'c', 'd'), { script });
    expect(looked).toHaveLength(1);
    expect(looked[0]?.toSorted((one, other) => one.localeCompare(other))).toEqual(['a', 'c']);
    expect(told.map(nameOf).slice(0, 2)).toEqual(['b', 'd']);
  });

  test('stays unknown when looking fails, too', async () => {
    const outcomes = await runInviteBatch(requestsTo('a'), {
      invite: () => Promise.reject(fault('network')),
      look: () => Promise.reject(fault('network')),
    });
    expect(outcomes).toMatchObject([{ status: 'failed', uncertain: true }]);
  });
});

test('whatever happens, each address has one outcome, is told at most once, and is never sent again after it was', async () => {
  const codes: UsersErrorCode[] = [
    'already_member',
    'already_invited',
    'invalid_email',
    'limit_reached',
    'network',
    'timeout',
    'server_error',
    'invalid_response',
    'offline',
    'rate_limited',
    'unauthenticated',
    'forbidden',
  ];
  const answer = fc.oneof(
    { weight: 3, arbitrary: fc.constant('sent' as const) },
    fc
      .tuple(fc.constantFrom(...codes), fc.option(fc.integer({ min: 0, max: 90 }), { nil: undefined }))
      .map(([code, retryAfter]) => fault(code, { retryAfter })),
  );
  const address = fc.record({
    answers: fc.array(answer, { minLength: 1, maxLength: 4 }),
    found: fc.constantFrom('invitation', 'member', null),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(address, { maxLength: 12 }), async (addresses) => {
      const names = addresses.map((_, index) => `p${index}`);
      const script: Script = {};
      const found: BatchSetup['found'] = {};
      for (const [index, { answers, found: kind }] of addresses.entries()) {
        const name = `p${index}`;
        script[name] = answers;
        found[name] = kind === 'invitation' ? anInvitation(name) : kind;
      }
      const { outcomes, told, calls } = await run(requestsTo(...names), { script, found });
      expect(outcomes.map(nameOf)).toEqual(names);
      const toldNames = told.map(nameOf);
      expect(new Set(toldNames).size).toBe(toldNames.length);
      for (const [index, outcome] of outcomes.entries()) {
        const name = names[index] ?? '';
        const asked = calls.filter((call) => call === name).length;
        const answers = script[name] ?? [];
        // All that came before the last answer asked for patience; nothing else is tried again.
        const before = Array.from(
          { length: Math.max(0, asked - 1) },
          (_, at) => answers[Math.min(at, answers.length - 1)],
        );
        expect(before.every((one) => one !== 'sent' && one?.code === 'rate_limited')).toBe(true);
        expect(asked).toBeLessThanOrEqual(3);
        if (outcome.status === 'not_sent') continue;
        expect(toldNames).toContain(name);
        expect(asked).toBeGreaterThan(0);
      }
    }),
    { numRuns: 200 },
  );
});

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { UsersError, type UsersErrorCode, type UsersErrorOptions } from '../../src/model/errors.js';
import { runInviteBatch, type InviteBatchEvents, type InviteRequest } from '../../src/query/inviteBatch.js';
import { anInvitation } from './rows.js';

const fault = (code: UsersErrorCode, options?: UsersErrorOptions) => new UsersError(code, code, options);
const requestsTo = (count: number): InviteRequest[] =>
  Array.from({ length: count }, (_, index) => ({ email: `p${index}@example.com`, role: 'org:member' }));
const indexOf = ({ email }: InviteRequest) => Number(/\d+/.exec(email)?.[0]);

/** Runs a batch whose answers take 100 ms each, and writes down what it tells. */
function start(count: number, answer: (index: number, tries: number) => UsersError | 'sent', signal?: AbortSignal) {
  const told: string[] = [];
  const tries = new Map<number, number>();
  const events: InviteBatchEvents = {
    onStart: (request) => told.push(`start ${indexOf(request)}`),
    onHold: (request) => told.push(`hold ${indexOf(request)}`),
    onPause: (until) => told.push(until === null ? 'go on' : `pause ${until - performance.now()}`),
    onOutcome: (outcome) => told.push(`${outcome.status} ${indexOf(outcome)}`),
    signal,
  };
  const done = runInviteBatch(requestsTo(count), {
    ...events,
    async invite(request) {
      const index = indexOf(request);
      tries.set(index, (tries.get(index) ?? 0) + 1);
      await new Promise((resolve) => setTimeout(resolve, 100));
      const result = answer(index, tries.get(index) ?? 0);
      if (result instanceof UsersError) throw result;
      return anInvitation(`inv${index}`, { email: request.email });
    },
    look: (lost) => Promise.resolve(lost.map(() => null)),
  });
  return { told, tries, done, statuses: async () => (await done).map(({ status }) => status) };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('whoever follows a batch', () => {
  test('is told of each address when it is begun and when it ends, and of nothing that was not begun', async () => {
    const { told, statuses } = start(5, (index) => (index === 0 ? fault('unauthenticated') : 'sent'));
    await vi.runAllTimersAsync();
    expect(await statuses()).toEqual(['failed', 'sent', 'sent', 'not_sent', 'not_sent']);
    expect(told).toEqual(['start 0', 'start 1', 'start 2', 'failed 0', 'sent 1', 'sent 2']);
  });

  test('is told until when the server asked to wait, and when it goes on', async () => {
    const { told, done } = start(1, (_, tries) => (tries === 1 ? fault('rate_limited', { retryAfter: 12 }) : 'sent'));
    await vi.advanceTimersByTimeAsync(100);
    expect(told).toEqual(['start 0', 'hold 0', 'pause 12000']);
    await vi.advanceTimersByTimeAsync(11_999);
    expect(told).toHaveLength(3);
    await vi.advanceTimersByTimeAsync(200);
    await done;
    expect(told.slice(3)).toEqual(['go on', 'start 0', 'sent 0']);
  });

  test('waits for the longest of several pauses, and once', async () => {
    const { told, tries, done } = start(3, (index, count) =>
      count === 1 ? fault('rate_limited', { retryAfter: [5, 20, 10][index] }) : 'sent',
    );
    await vi.advanceTimersByTimeAsync(100);
    expect(told.filter((line) => line.startsWith('pause'))).toEqual(['pause 5000', 'pause 20000']);
    await vi.advanceTimersByTimeAsync(19_900);
    expect([...tries.values()]).toEqual([1, 1, 1]);
    await vi.runAllTimersAsync();
    await done;
    expect([...tries.values()]).toEqual([2, 2, 2]);
    expect(told.filter((line) => line === 'go on')).toHaveLength(1);
  });
});

describe('a batch that is stopped', () => {
  test('lets end what is under way, and sends nothing more', async () => {
    const controller = new AbortController();
    const { told, statuses } = start(9, () => 'sent', controller.signal);
    await vi.advanceTimersByTimeAsync(50);
    controller.abort();
    await vi.runAllTimersAsync();
    expect((await statuses()).join(' ')).toBe(`sent sent sent${' not_sent'.repeat(6)}`);
    expect(told.filter((line) => line.startsWith('start'))).toHaveLength(3);
  });

  test('while it waits does not wait to the end', async () => {
    const controller = new AbortController();
    const { done, statuses } = start(4, () => fault('rate_limited', { retryAfter: 60 }), controller.signal);
    await vi.advanceTimersByTimeAsync(200);
    controller.abort();
    await vi.advanceTimersByTimeAsync(0);
    await done;
    expect(await statuses()).toEqual(['not_sent', 'not_sent', 'not_sent', 'not_sent']);
  });

  test('before it began sends nothing', async () => {
    const { told, statuses } = start(2, () => 'sent', AbortSignal.abort());
    expect(await statuses()).toEqual(['not_sent', 'not_sent']);
    expect(told).toEqual([]);
  });

  test('by a session that ended does not let the others wait for their pause', async () => {
    const { done, statuses } = start(2, (index) =>
      index === 0 ? fault('rate_limited', { retryAfter: 60 }) : fault('unauthenticated'),
    );
    await vi.advanceTimersByTimeAsync(100);
    await done;
    expect(await statuses()).toEqual(['not_sent', 'failed']);
  });
});

test.each<UsersErrorCode>(['limit_reached', 'not_enabled', 'not_found', 'offline'])(
  '%s would meet each of the rest: they are not asked for',
  async (code) => {
    const { statuses, tries } = start(20, (index) => (index < 4 ? 'sent' : fault(code)));
    await vi.runAllTimersAsync();
    const all = await statuses();
    expect(all.slice(0, 4)).toEqual(['sent', 'sent', 'sent', 'sent']);
    expect(all.slice(8)).toEqual(Array.from({ length: 12 }, () => 'not_sent'));
    expect(tries.size).toBeLessThanOrEqual(7);
  },
);

import { QueryClient } from '@tanstack/react-query';
import { describe, expect, test } from 'vitest';
import { readAnew } from '../../src/query/readAnew.js';

/** A list whose answers the test gives by hand, in the order of the requests. */
function byHand() {
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } });
  const requests: { answer: (page: string) => void; signal: AbortSignal }[] = [];
  const options = {
    queryKey: ['list'],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      new Promise<string>((resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('aborted')));
        requests.push({ answer: resolve, signal });
      }),
  };
  const data = () => queryClient.getQueryData<string>(['list']);
  const tick = () => new Promise((resolve) => setTimeout(resolve));
  return { queryClient, requests, options, data, tick };
}

describe('a list that is read for itself', () => {
  test('replaces what a request from before it would answer', async () => {
    const { queryClient, requests, options, data, tick } = byHand();
    const early = queryClient.fetchQuery(options).catch(() => undefined);
    const read = readAnew(queryClient, options);
    requests[1]?.answer('new');
    expect(await read).toBe('new');
    requests[0]?.answer('old');
    await early;
    await tick();
    expect(data()).toBe('new');
  });

  test('does not cancel a request that began after it', async () => {
    const { queryClient, requests, options, data } = byHand();
    const read = readAnew(queryClient, options);
    const later = queryClient.fetchQuery(options);
    requests[0]?.answer('older');
    expect(await read).toBe('older');
    expect(requests[1]?.signal.aborted).toBe(false);
    requests[1]?.answer('newest');
    await later;
    expect(data()).toBe('newest');
  });

  test('does not undo an invalidation that came while it was under way', async () => {
    const { queryClient, requests, options } = byHand();
    queryClient.setQueryData(['list'], 'first');
    const read = readAnew(queryClient, options);
    await queryClient.invalidateQueries({ queryKey: ['list'], refetchType: 'none' });
    requests[0]?.answer('older');
    await read;
    expect(queryClient.getQueryState(['list'])?.isInvalidated).toBe(true);
  });
});

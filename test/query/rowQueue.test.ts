import { describe, expect, test, vi } from 'vitest';
import { createRowQueue } from '../../src/query/rowQueue.js';

/** Tasks that end when told to, and a log of what ran. */
function makeTasks() {
  const log: string[] = [];
  const ends = new Map<string, () => void>();
  return {
    log,
    task: (name: string) => () => {
      log.push(name);
      return new Promise<void>((resolve) => void ends.set(name, resolve));
    },
    async end(name: string) {
      ends.get(name)?.();
      await new Promise((resolve) => setTimeout(resolve));
    },
  };
}

describe('the writes of one row', () => {
  test('run one after another', async () => {
    const { log, task, end } = makeTasks();
    const queue = createRowQueue();
    queue.push('row', task('a'), vi.fn());
    queue.push('row', task('b'), vi.fn());
    expect(log).toEqual(['a']);
    await end('a');
    expect(log).toEqual(['a', 'b']);
  });

  test('are sent first and last only, and those between are told that they were passed over', async () => {
    const { log, task, end } = makeTasks();
    const queue = createRowQueue();
    const superseded: string[] = [];
    for (const name of ['a', 'b', 'c', 'd']) queue.push('row', task(name), () => superseded.push(name));
    await end('a');
    await end('d');
    expect(log).toEqual(['a', 'd']);
    expect(superseded).toEqual(['b', 'c']);
  });

  test('may go on for as long as new ones come', async () => {
    const { log, task, end } = makeTasks();
    const queue = createRowQueue();
    for (const name of ['a', 'b', 'c', 'd']) {
      queue.push('row', task(name), vi.fn());
      if (name !== 'a') await end(log.at(-1) ?? '');
    }
    await end('d');
    expect(log).toEqual(['a', 'b', 'c', 'd']);
    // Free again.
    queue.push('row', task('e'), vi.fn());
    expect(log.at(-1)).toBe('e');
  });

  test('can be seen to wait', async () => {
    const { task, end } = makeTasks();
    const queue = createRowQueue();
    expect(queue.hasNext('row')).toBe(false);
    queue.push('row', task('a'), vi.fn());
    expect(queue.hasNext('row')).toBe(false);
    queue.push('row', task('b'), vi.fn());
    expect(queue.hasNext('row')).toBe(true);
    expect(queue.hasNext('other')).toBe(false);
    await end('a');
    expect(queue.hasNext('row')).toBe(false);
  });
});

test('rows do not wait for each other', () => {
  const { log, task } = makeTasks();
  const queue = createRowQueue();
  queue.push('one', task('a'), vi.fn());
  queue.push('two', task('b'), vi.fn());
  expect(log).toEqual(['a', 'b']);
});

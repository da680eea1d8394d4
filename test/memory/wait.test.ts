import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { wait } from '../../src/memory/wait.js';

describe('wait', () => {
  it('leaves no listener on the signal, whether its time came or the abort', async () => {
    const controller = new AbortController();
    await Promise.all([wait(0, controller.signal), wait(1, controller.signal)]);
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0);
    const waiting = wait(1000, controller.signal);
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(1);
    controller.abort();
    await expect(waiting).rejects.toBe(controller.signal.reason);
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0);
  });

  it('never resolves at once, not even for nothing', async () => {
    const order: string[] = [];
    const waiting = wait(0).then(() => order.push('waited'));
    order.push('called');
    await waiting;
    expect(order).toEqual(['called', 'waited']);
  });
});

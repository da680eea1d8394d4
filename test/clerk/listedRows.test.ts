import { expect, it, vi } from 'vitest';
import { createListedRows, type ListedRowsOptions } from '../../src/clerk/listedRows.js';
import { UsersError } from '../../src/model/errors.js';

const { signal } = new AbortController();

function start() {
  const list = vi.fn<ListedRowsOptions['list']>(async () => ({ data: [], total_count: 0 }));
  const rows = createListedRows({ list, missing: () => new UsersError('invitation_not_found', 'x') });
  return { list, rows };
}
const row = (id: string, revoke = async (): Promise<unknown> => ({ id })) => ({ id, revoke });

it('a row that was acted on is looked for anew: it may stand otherwise by then', async () => {
  const { list, rows } = start();
  rows.keep([row('inv_1'), row('inv_2', () => Promise.reject(new Error('refused')))]);
  await rows.act('inv_1', 'revoke', signal);
  await expect(rows.act('inv_2', 'revoke', signal)).rejects.toThrow('refused');
  expect(list).not.toHaveBeenCalled();
  const missing = { code: 'invitation_not_found' };
  await expect(rows.act('inv_1', 'revoke', signal)).rejects.toMatchObject(missing);
  await expect(rows.act('inv_2', 'revoke', signal)).rejects.toMatchObject(missing);
  expect(list).toHaveBeenCalledTimes(2);
});

it('a row that is listed again counts as it stands then', async () => {
  const { rows } = start();
  const [old, fresh] = [vi.fn<() => Promise<unknown>>(), vi.fn<() => Promise<unknown>>()];
  rows.keep([row('inv_1', old)]);
  rows.keep([row('inv_1', fresh)]);
  await rows.act('inv_1', 'revoke', signal);
  expect([old.mock.calls.length, fresh.mock.calls.length]).toEqual([0, 1]);
});

it('five thousand rows are kept, and those that were listed last', async () => {
  const { list, rows } = start();
  const many = Array.from({ length: 5000 }, (_, index) => row(`inv_${index}`));
  rows.keep(many);
  rows.keep([row('inv_0'), row('inv_more')]);
  await rows.act('inv_0', 'revoke', signal);
  await rows.act('inv_2', 'revoke', signal);
  expect(list).not.toHaveBeenCalled();
  await expect(rows.act('inv_1', 'revoke', signal)).rejects.toMatchObject({ code: 'invitation_not_found' });
  expect(list).toHaveBeenCalledOnce();
});

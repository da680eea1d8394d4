import { act, renderHook, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { useCheckUnknown } from '../../src/components/useCheckUnknown.js';
import { UsersProvider } from '../../src/context/UsersProvider.js';
import { createMemoryDataProvider } from '../../src/memory/index.js';

const look = vi.hoisted(() => ({ fail: (_error: Error): void => undefined }));
vi.mock('../../src/query/useCheckInvited.js', () => ({
  useCheckInvited: () => () =>
    new Promise((_resolve, reject) => {
      look.fail = reject;
    }),
}));

test('a look that breaks in a way nobody foresaw does not lock the field for good', async () => {
  const dataProvider = createMemoryDataProvider();
  const { result } = renderHook(() => useCheckUnknown(), {
    wrapper: ({ children }) => (
      <UsersProvider appId="app_demo" dataProvider={dataProvider}>
        {children}
      </UsersProvider>
    ),
  });
  let checked: Promise<unknown> = Promise.resolve();
  act(() => {
    checked = result.current.check([]);
  });
  expect(result.current.isChecking).toBe(true);
  look.fail(new Error('Nobody foresaw this.'));
  await expect(checked).rejects.toThrow('Nobody foresaw this.');
  await waitFor(() => expect(result.current.isChecking).toBe(false));
});

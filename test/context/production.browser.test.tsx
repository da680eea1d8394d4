import { render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { createMemoryDataProvider } from '../../src/memory/index.js';
import { MemberTable } from '../../src/components/MemberTable.js';
import { InviteForm } from '../../src/components/InviteForm.js';
import { UsersProvider, type UsersProviderProps } from '../../src/context/UsersProvider.js';
import { UsersPanel, type UsersPanelProps } from '../../src/UsersPanel.js';
import { team } from '../../stories/fixtures.js';

// As a bundler for production has it.
vi.mock('../../src/context/isDevelopment.js', () => ({ isDevelopment: false }));

const NOT_SET_UP = 'This panel is not set up';

it.each<[string, Record<string, unknown>]>([
  ['no appId', {}],
  ['an appId of null', { appId: null }],
  ['an empty appId', { appId: '' }],
  ['an appId of spaces', { appId: '  ' }],
  ['an appId that is a number', { appId: 5 }],
  ['an appId that is an object', { appId: { id: 'app_1' } }],
  ['a data provider that is none', { appId: 'app_demo', dataProvider: {} }],
  ['a data provider that is a promise', { appId: 'app_demo', dataProvider: Promise.resolve({}) }],
])('says that the panel is not set up, with %s', async (_, props) => {
  const onError = vi.fn<NonNullable<UsersPanelProps['onError']>>();
  const all = { dataProvider: createMemoryDataProvider(team), onError, ...props } as unknown as UsersPanelProps;
  render(<UsersPanel {...all} />);
  expect(await screen.findByText(NOT_SET_UP)).toBeVisible();
  expect(screen.queryByRole('button')).toBeNull();
  expect(onError).toHaveBeenCalledWith(expect.objectContaining({ code: 'invalid_input' }), 'listMembers');
});

it('says so over the default data provider, too', async () => {
  render(<UsersPanel appId={undefined as never} />);
  expect(await screen.findByText(NOT_SET_UP)).toBeVisible();
});

it('says so in pieces by themselves, without a data provider', async () => {
  const props = { appId: 'app_demo', dataProvider: undefined } as unknown as UsersProviderProps;
  render(
    <UsersProvider {...props}>
      <InviteForm />
      <MemberTable />
    </UsersProvider>,
  );
  expect((await screen.findAllByText(NOT_SET_UP)).length).toBeGreaterThan(0);
});

it('shows the members as soon as the appId is there', async () => {
  const dataProvider = createMemoryDataProvider(team);
  const { rerender } = render(<UsersPanel appId="" dataProvider={dataProvider} currentUserId="user_ada" />);
  await screen.findByText(NOT_SET_UP);
  rerender(<UsersPanel appId="app_demo" dataProvider={dataProvider} currentUserId="user_ada" />);
  expect(await screen.findByRole('row', { name: /Ada Lovelace/ })).toBeVisible();
});

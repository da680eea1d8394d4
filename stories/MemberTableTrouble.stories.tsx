import { MemberTable } from '@mixpeek/users-panel';
import { createMemoryDataProvider } from '@mixpeek/users-panel/memory';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor } from 'storybook/test';
import { backEndOf } from './backEnd.js';
import { team } from './fixtures.js';
import { comesBackOnline, CUT_OFF, goOffline, loseNetwork } from './offline.js';
import { cutShort, withNonsense } from './tampered.js';

const meta: Meta<typeof MemberTable> = {
  title: 'Pieces/MemberTable in trouble',
  component: MemberTable,
};
export default meta;
type Story = StoryObj<typeof MemberTable>;

/** The first list could not be loaded; the way on is in the same place. */
export const Failed: Story = {
  parameters: { backEnd: { faults: [{ operation: 'listMembers', kind: 'status', status: 400 }] } },
  async play({ canvas }) {
    await expect(await canvas.findByText('The list could not be loaded')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Try again' })).toBeVisible();
    await expect(canvas.queryByRole('table')).toBeNull();
  },
};

export const FailedThenLoaded: Story = {
  ...Failed,
  async play(context) {
    await Failed.play?.(context);
    const { canvas, loaded } = context;
    backEndOf(loaded).fake.configure({ faults: [] });
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }));
    await expect(await canvas.findByRole('row', { name: /Ada Lovelace/ })).toBeVisible();
  },
};

/** The refetch after an act failed: the rows stay, with a way on. */
export const RefetchFailed: Story = {
  async play({ canvas, loaded }) {
    const select = await canvas.findByRole('combobox', { name: 'Role of Grace Hopper' });
    backEndOf(loaded).fake.configure({ faults: [{ operation: 'listMembers', kind: 'status', status: 400 }] });
    await userEvent.selectOptions(select, 'Admin');
    await expect(await canvas.findByText(/The list could not be refreshed/)).toBeVisible();
    await expect(canvas.getByRole('row', { name: /Ada Lovelace/ })).toBeVisible();
  },
};

export const RefetchTriedAgain: Story = {
  async play(context) {
    await RefetchFailed.play?.(context);
    const { canvas, loaded } = context;
    backEndOf(loaded).fake.configure({ faults: [] });
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(canvas.queryByText(/The list could not be refreshed/)).toBeNull());
  },
};

/** Too many requests: the first list waits as long as the server says, and the person sees for how long. */
export const RateLimited: Story = {
  parameters: { backEnd: { faults: [{ operation: 'listMembers', kind: 'status', status: 429, retryAfter: 20 }] } },
  async play({ canvas }) {
    await expect(await canvas.findByText(/Try again in (19|20) seconds/, { selector: '[aria-hidden]' })).toBeVisible();
    await expect(canvas.getByText(/Trying again/)).toBeVisible();
  },
};

/** No network from the start. */
export const Offline: Story = {
  parameters: { backEnd: { faults: [CUT_OFF] } },
  beforeEach: () => goOffline(),
  async play({ canvas }) {
    await expect(await canvas.findByText('You are offline. Try again when you are connected.')).toBeVisible();
  },
};

/** The network goes with the rows on screen: they stay, and it is said that they may be old. */
export const OfflineWithRows: Story = {
  beforeEach: comesBackOnline,
  async play({ canvas, loaded }) {
    await canvas.findByRole('row', { name: /Ada Lovelace/ });
    loseNetwork(loaded);
    await expect(await canvas.findByText(/You are offline. What you see may be out of date/)).toBeVisible();
    await expect(canvas.getByRole('row', { name: /Ada Lovelace/ })).toBeVisible();
  },
};

/** Signed in, and no member of this app. */
export const NoAccess: Story = {
  parameters: { provider: { currentUserId: 'user_nobody' } },
  async play({ canvas }) {
    await expect(await canvas.findByText('You have no access to this list')).toBeVisible();
    await expect(canvas.queryByRole('table')).toBeNull();
  },
};

/** The app is not in the mode that has users. */
export const NotEnabled: Story = {
  parameters: { backEnd: { seed: { ...team, mode: 'public' } } },
  async play({ canvas }) {
    await expect(await canvas.findByText('User management is off for this app')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Turn on user management' })).toBeVisible();
  },
};

export const AppNotFound: Story = {
  parameters: { provider: { appId: 'app_unknown' } },
  async play({ canvas }) {
    await expect(await canvas.findByText('This app was not found')).toBeVisible();
  },
};

/** Nobody has signed in, and the page has a sign-in to offer. */
export const SignedOut: Story = {
  parameters: {
    provider: {
      currentUserId: undefined,
      dataProvider: {
        ...createMemoryDataProvider(team),
        getCurrentUser: () => Promise.resolve({ status: 'signed_out' }),
        signIn: fn(),
      },
    },
  },
  async play({ canvas, parameters }) {
    await expect(await canvas.findByText('Sign in to see who may use this app')).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Sign in' }));
    await expect(parameters['provider'].dataProvider.signIn).toHaveBeenCalledOnce();
  },
};

/** The session ended with the rows on screen: they stay, and the act that met it is undone in its row. */
export const SessionEnded: Story = {
  async play({ canvas, loaded }) {
    const select = await canvas.findByRole('combobox', { name: 'Role of Grace Hopper' });
    backEndOf(loaded).fake.configure({ faults: [{ operation: '*', kind: 'status', status: 401 }] });
    await userEvent.selectOptions(select, 'Admin');
    await expect(await canvas.findByText(/could not be refreshed.*Your session has ended/)).toBeVisible();
    await waitFor(() => expect(select).toHaveValue('org:member'));
  },
};

/** Fewer rows came than there are: said, not hidden. */
export const IncompleteList: Story = {
  parameters: { backEnd: { tamper: cutShort('listMembers', 40) } },
  async play({ canvas }) {
    await expect(await canvas.findByText(/Only 12 of 40 members could be loaded/)).toBeVisible();
  },
};

/** One row is nonsense: the others are there, and it is said that one is missing. */
export const UnreadableRow: Story = {
  parameters: { backEnd: { tamper: withNonsense } },
  async play({ canvas }) {
    await expect(await canvas.findByText('1 member could not be read and is not shown.')).toBeVisible();
    await expect(canvas.getByRole('row', { name: /Ada Lovelace/ })).toBeVisible();
  },
};

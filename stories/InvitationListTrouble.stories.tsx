import { InvitationList } from '@mixpeek/users-panel';
import { createSeed } from '@mixpeek/users-panel/memory';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { backEndOf } from './backEnd.js';
import { ada, anInvitation, team } from './fixtures.js';
import { comesBackOnline, CUT_OFF, goOffline, loseNetwork } from './offline.js';

const meta: Meta<typeof InvitationList> = {
  title: 'Pieces/InvitationList in trouble',
  component: InvitationList,
};
export default meta;
type Story = StoryObj<typeof InvitationList>;

/** The members are there; only the invitations could not be read. */
export const Failed: Story = {
  parameters: { backEnd: { faults: [{ operation: 'listInvitations', kind: 'malformed', body: 'html' }] } },
  async play({ canvas }) {
    await expect(await canvas.findByText(/Your session may have ended/)).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Try again' })).toBeVisible();
  },
};

export const FailedThenLoaded: Story = {
  ...Failed,
  async play(context) {
    await Failed.play?.(context);
    const { canvas, loaded } = context;
    backEndOf(loaded).fake.configure({ faults: [] });
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }));
    await expect(await canvas.findByRole('row', { name: /linus@example.org/ })).toBeVisible();
  },
};

/** The refetch after an act failed: the rows stay, with a way on. */
export const RefetchFailed: Story = {
  async play({ canvas, loaded }) {
    const again = await canvas.findByRole('button', { name: 'Send the invitation of linus@example.org again' });
    backEndOf(loaded).fake.configure({ faults: [{ operation: 'listInvitations', kind: 'status', status: 400 }] });
    await userEvent.click(again);
    await expect(await canvas.findByText(/The list could not be refreshed/)).toBeVisible();
    await expect(canvas.getByRole('row', { name: /sophie.wilson@example.com/ })).toBeVisible();
  },
};

export const Offline: Story = {
  parameters: { provider: { access: 'manage' }, backEnd: { faults: [CUT_OFF] } },
  beforeEach: () => goOffline(),
  async play({ canvas }) {
    await expect(await canvas.findByText('You are offline. Try again when you are connected.')).toBeVisible();
  },
};

/** The network goes with the invitations on screen: they stay, and it is said that they may be old. */
export const OfflineWithRows: Story = {
  beforeEach: comesBackOnline,
  async play({ canvas, loaded }) {
    await canvas.findByRole('row', { name: /linus@example.org/ });
    loseNetwork(loaded);
    await expect(await canvas.findByText(/You are offline. What you see may be out of date/)).toBeVisible();
    await expect(canvas.getByRole('row', { name: /linus@example.org/ })).toBeVisible();
  },
};

export const NoAccess: Story = {
  parameters: { provider: { access: 'none' } },
  async play({ canvas, loaded }) {
    await expect(await canvas.findByText('You have no access to this list')).toBeVisible();
    await expect(backEndOf(loaded).fake.requests).toHaveLength(0);
  },
};

export const NotEnabled: Story = {
  parameters: { backEnd: { seed: { ...team, mode: 'public' } }, provider: { access: 'manage' } },
  async play({ canvas }) {
    await expect(await canvas.findByText('User management is off for this app')).toBeVisible();
    await expect(canvas.queryByRole('table')).toBeNull();
  },
};

/** The session ended with the invitations on screen: they stay, and nothing was revoked. */
export const SessionEnded: Story = {
  async play({ canvas, loaded }) {
    const again = await canvas.findByRole('button', { name: 'Send the invitation of linus@example.org again' });
    backEndOf(loaded).fake.configure({ faults: [{ operation: '*', kind: 'status', status: 401 }] });
    await userEvent.click(again);
    await waitFor(() =>
      expect(canvas.getByRole('row', { name: /linus@example.org/ })).toHaveTextContent(/Your session has ended/),
    );
    await expect(backEndOf(loaded).fake.read().invitations).toHaveLength(3);
  },
};

/** Signed out from the start. */
export const SignedOut: Story = {
  parameters: {
    backEnd: { faults: [{ operation: '*', kind: 'status', status: 401 }] },
    provider: { access: 'manage' },
  },
  async play({ canvas }) {
    await expect(await canvas.findByText('Sign in to see who may use this app')).toBeVisible();
  },
};

/** Addresses as they come: from right to left, and with nowhere to break. */
export const OddAddresses: Story = {
  parameters: {
    backEnd: {
      seed: {
        members: [ada],
        invitations: [
          anInvitation({ email: 'דוד@example.com' }),
          anInvitation({ email: `${'a'.repeat(60)}@${'long-domain-'.repeat(10)}example.com` }),
          anInvitation({ email: 'linus@example.org' }),
        ],
      },
    },
    phone: true,
  },
  async play({ canvas }) {
    await expect(await canvas.findByRole('row', { name: /דוד/ })).toBeVisible();
    const table = canvas.getByRole('table');
    await expect(table.scrollWidth).toBeLessThanOrEqual(table.clientWidth);
  },
};

/** Ten thousand invitations are ten rows in the page. */
export const TenThousand: Story = {
  parameters: {
    backEnd: { seed: { members: [ada], invitations: createSeed({ members: 0, invitations: 10_000 }).invitations } },
  },
  async play({ canvas, canvasElement }) {
    await expect(await canvas.findByText('1–10 of 10,000')).toBeVisible();
    await expect(canvasElement.querySelectorAll('*').length).toBeLessThan(400);
  },
};

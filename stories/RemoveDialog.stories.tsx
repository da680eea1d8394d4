import { RemoveDialog } from '@mixpeek/users-panel';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { backEndOf } from './backEnd.js';
import { ada, addressOnly, aMember, grace, longNamed, nameless, nour } from './fixtures.js';
import { CUT_OFF, goOffline } from './offline.js';

const meta: Meta<typeof RemoveDialog> = {
  title: 'Pieces/RemoveDialog',
  component: RemoveDialog,
  // It is modal, so on the docs page each story has a page of its own.
  parameters: { docs: { story: { inline: false, height: '420px' } } },
  args: { member: grace, onClose: fn() },
};
export default meta;
type Story = StoryObj<typeof RemoveDialog>;

const membersIn = (loaded: Record<string, unknown>) => backEndOf(loaded).fake.read().members;

/** Names whom, says what follows, and has the focus on Cancel. */
export const Default: Story = {
  async play({ canvas, args, loaded }) {
    const dialog = await canvas.findByRole('alertdialog', { name: 'Remove Grace Hopper?' });
    await expect(dialog).toHaveAccessibleDescription(/loses access to this app at once/);
    await waitFor(() => expect(within(dialog).getByRole('button', { name: 'Cancel' })).toHaveFocus());
    await userEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(args.onClose).toHaveBeenCalledOnce());
    // Not with the click, which is none of a host's business.
    await expect(args.onClose).toHaveBeenCalledWith();
    await expect(membersIn(loaded)).toHaveLength(12);
  },
};

export const Confirmed: Story = {
  async play({ canvas, args, loaded }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Remove' }));
    await waitFor(() => expect(args.onClose).toHaveBeenCalledOnce());
    await expect(membersIn(loaded).some(({ userId }) => userId === grace.userId)).toBe(false);
  },
};

export const Removing: Story = {
  parameters: { backEnd: { faults: [{ operation: 'removeMember', kind: 'slow', ms: 600_000 }] } },
  async play({ canvas }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Remove' }));
    await expect(await canvas.findByRole('button', { name: 'Removing…' })).toHaveAttribute('aria-disabled', 'true');
    await expect(canvas.getByRole('button', { name: 'Cancel' })).toHaveAttribute('aria-disabled', 'true');
  },
};

const refused = (fault: object) => ({ backEnd: { faults: [{ operation: 'removeMember', kind: 'status', ...fault }] } });

/** The dialog stays, and says why. */
export const Failed: Story = {
  parameters: refused({ status: 500 }),
  async play({ canvas, args }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Remove' }));
    await expect(await canvas.findByText(/The server failed/)).toBeVisible();
    await expect(args.onClose).not.toHaveBeenCalled();
  },
};

export const FailedThenRemoved: Story = {
  ...Failed,
  async play(context) {
    await Failed.play?.(context);
    const { canvas, args, loaded } = context;
    backEndOf(loaded).fake.configure({ faults: [] });
    await userEvent.click(await canvas.findByRole('button', { name: 'Remove' }));
    await waitFor(() => expect(args.onClose).toHaveBeenCalledOnce());
    await expect(membersIn(loaded)).toHaveLength(11);
  },
};

/** No network: nothing was sent, and nobody was removed. */
export const Offline: Story = {
  parameters: { backEnd: { faults: [CUT_OFF] } },
  beforeEach: () => goOffline(),
  async play({ canvas, loaded }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Remove' }));
    await expect(await canvas.findByText('You are offline. Try again when you are connected.')).toBeVisible();
    await expect(membersIn(loaded)).toHaveLength(12);
  },
};

export const NotAllowed: Story = {
  parameters: refused({ status: 403 }),
  async play({ canvas }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Remove' }));
    await expect(await canvas.findByText(/You are not allowed to do this/)).toBeVisible();
  },
};

export const SessionEnded: Story = {
  parameters: refused({ status: 401 }),
  async play({ canvas }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Remove' }));
    await expect(await canvas.findByText(/Your session has ended/)).toBeVisible();
  },
};

export const NotEnabled: Story = {
  parameters: refused({ status: 403, type: 'NotEnabledError' }),
  async play({ canvas }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Remove' }));
    await expect(await canvas.findByText(/User management is off/)).toBeVisible();
  },
};

/** A list of the host's own may ask for the last admin: the server refuses, and the dialog says what to do first. */
export const LastAdmin: Story = {
  args: { member: ada },
  parameters: refused({ status: 400, errorStyle: 'clerk', code: 'organization_minimum_permissions_needed' }),
  async play({ canvas, loaded }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Remove' }));
    await expect(await canvas.findByText(/An app needs at least one admin/)).toBeVisible();
    await expect(membersIn(loaded)).toHaveLength(12);
  },
};

export const ManagedElsewhere: Story = {
  parameters: refused({ status: 409, errorStyle: 'clerk', code: 'organization_membership_managed_by_scim' }),
  async play({ canvas }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Remove' }));
    await expect(await canvas.findByText(/managed by a directory/)).toBeVisible();
  },
};

const staysInSight = async (dialog: HTMLElement) => {
  const { left, right, top, bottom } = dialog.getBoundingClientRect();
  await expect(left).toBeGreaterThanOrEqual(0);
  await expect(right).toBeLessThanOrEqual(window.innerWidth);
  await expect(top).toBeGreaterThanOrEqual(0);
  await expect(bottom).toBeLessThanOrEqual(window.innerHeight);
  await expect(dialog.scrollWidth).toBeLessThanOrEqual(dialog.clientWidth);
};

/** Two hundred characters: all of them are there, and the buttons in reach. */
export const LongName: Story = {
  args: { member: longNamed },
  async play({ canvas }) {
    const dialog = await canvas.findByRole('alertdialog');
    await expect(dialog).toHaveTextContent(longNamed.name ?? '');
    await staysInSight(dialog);
  },
};

export const NoNameNoAddress: Story = {
  args: { member: nameless },
  async play({ canvas }) {
    await expect(await canvas.findByRole('alertdialog', { name: 'Remove user_2mX9QpLr?' })).toBeVisible();
  },
};

export const AddressOnly: Story = {
  args: { member: addressOnly },
  async play({ canvas }) {
    const dialog = await canvas.findByRole('alertdialog', { name: 'Remove only.an.address@example.com?' });
    await expect(within(dialog).queryByText('only.an.address@example.com')).toBeNull();
  },
};

/** A name from right to left does not turn the sentence around it. */
export const RightToLeftName: Story = {
  args: { member: nour },
  async play({ canvas }) {
    await expect(await canvas.findByRole('alertdialog', { name: /^Remove .*نور الهاشمي.*\?$/ })).toBeVisible();
  },
};

/** Somebody else was faster: that is what was wanted, so it counts as done. */
export const AlreadyGone: Story = {
  args: { member: aMember({ userId: 'user_gone', name: 'Gone Already' }) },
  async play({ canvas, args }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Remove' }));
    await waitFor(() => expect(args.onClose).toHaveBeenCalledOnce());
  },
};

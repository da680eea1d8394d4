import { RemoveDialog } from '@mixpeek/users-panel';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import type { BackEnd } from './backEnd.js';
import { aMember, grace } from './fixtures.js';

const meta: Meta<typeof RemoveDialog> = {
  title: 'Pieces/RemoveDialog',
  component: RemoveDialog,
  args: { member: grace, onClose: fn() },
};
export default meta;
type Story = StoryObj<typeof RemoveDialog>;

const membersIn = (loaded: Record<string, unknown>) => (loaded['backEnd'] as BackEnd).fake.read().members;

/** Names whom, says what follows, and has the focus on Cancel. */
export const Default: Story = {
  async play({ canvas, args, loaded }) {
    const dialog = canvas.getByRole('alertdialog', { name: 'Remove Grace Hopper?' });
    await expect(dialog).toHaveAccessibleDescription(/loses access to this app at once/);
    await expect(within(dialog).getByRole('button', { name: 'Cancel' })).toHaveFocus();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(args.onClose).toHaveBeenCalledOnce());
    await expect(membersIn(loaded)).toHaveLength(12);
  },
};

export const Confirmed: Story = {
  async play({ canvas, args, loaded }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Remove' }));
    await waitFor(() => expect(args.onClose).toHaveBeenCalledOnce());
    await expect(membersIn(loaded).some(({ userId }) => userId === grace.userId)).toBe(false);
  },
};

export const Removing: Story = {
  parameters: { backEnd: { faults: [{ operation: 'removeMember', kind: 'slow', ms: 600_000 }] } },
  async play({ canvas }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Remove' }));
    await expect(await canvas.findByRole('button', { name: 'Removing…' })).toHaveAttribute('aria-disabled', 'true');
    await expect(canvas.getByRole('button', { name: 'Cancel' })).toHaveAttribute('aria-disabled', 'true');
  },
};

/** The dialog stays, says why, and lets one try again. */
export const Failed: Story = {
  parameters: { backEnd: { faults: [{ operation: 'removeMember', kind: 'status', status: 500, times: 1 }] } },
  async play({ canvas, args, loaded }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Remove' }));
    await expect(await canvas.findByText(/The server failed/)).toBeVisible();
    await expect(args.onClose).not.toHaveBeenCalled();
    await userEvent.click(canvas.getByRole('button', { name: 'Remove' }));
    await waitFor(() => expect(args.onClose).toHaveBeenCalledOnce());
    await expect(membersIn(loaded)).toHaveLength(11);
  },
};

/** Somebody else was faster: that is what was wanted, so it counts as done. */
export const AlreadyGone: Story = {
  args: { member: aMember({ userId: 'user_gone', name: 'Gone Already' }) },
  async play({ canvas, args }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Remove' }));
    await waitFor(() => expect(args.onClose).toHaveBeenCalledOnce());
  },
};

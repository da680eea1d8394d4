import { InvitationList } from '@mixpeek/users-panel';
import { createSeed } from '@mixpeek/users-panel/memory';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import type { BackEnd } from './backEnd.js';
import { ada, anInvitation, team } from './fixtures.js';

const meta: Meta<typeof InvitationList> = {
  title: 'Pieces/InvitationList',
  component: InvitationList,
};
export default meta;
type Story = StoryObj<typeof InvitationList>;

/** Revoking asks first, names the address, and the focus comes back. */
export const Default: Story = {
  async play({ canvas, loaded }) {
    const row = await canvas.findByRole('row', { name: /linus@example.org/ });
    await expect(row).toHaveTextContent('Admin');
    await expect(row).toHaveTextContent('Nov 12, 2026');
    const revoke = within(row).getByRole('button', { name: 'Revoke the invitation of linus@example.org' });
    await userEvent.click(revoke);
    const dialog = await canvas.findByRole('alertdialog', { name: 'Revoke the invitation of linus@example.org?' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(revoke).toHaveFocus());
    await userEvent.click(revoke);
    await userEvent.click(within(await canvas.findByRole('alertdialog')).getByRole('button', { name: 'Revoke' }));
    await waitFor(() => expect(canvas.queryByRole('row', { name: /linus@example.org/ })).toBeNull());
    await expect(canvas.getByRole('heading')).toHaveTextContent('2');
    const { invitations } = (loaded['backEnd'] as BackEnd).fake.read();
    await expect(invitations.find(({ email }) => email === 'linus@example.org')?.status).toBe('revoked');
  },
};

export const Loading: Story = {
  parameters: { backEnd: { faults: [{ operation: '*', kind: 'slow', ms: 600_000 }] } },
  async play({ canvas }) {
    await expect(await canvas.findByRole('table')).toHaveAttribute('aria-busy', 'true');
  },
};

export const Empty: Story = {
  parameters: { backEnd: { seed: { ...team, invitations: [] } } },
  async play({ canvas }) {
    await expect(await canvas.findByText('No invitations are waiting for an answer.')).toBeVisible();
  },
};

/** The members are there; only the invitations could not be read. */
export const Failed: Story = {
  parameters: { backEnd: { faults: [{ operation: 'listInvitations', kind: 'malformed', body: 'html', times: 1 }] } },
  async play({ canvas }) {
    await expect(await canvas.findByRole('alert')).toHaveTextContent(/could not be understood/);
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }));
    await expect(await canvas.findByRole('row', { name: /linus@example.org/ })).toBeVisible();
  },
};

export const ManyPages: Story = {
  parameters: {
    backEnd: { seed: { members: [ada], invitations: createSeed({ members: 0, invitations: 23 }).invitations } },
  },
  async play({ canvas }) {
    await expect(await canvas.findByText('1–10 of 23')).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Next page' }));
    await userEvent.click(canvas.getByRole('button', { name: 'Next page' }));
    await expect(await canvas.findByText('21–23 of 23')).toBeVisible();
  },
};

/** A long address, an unknown role, no date. */
export const OddInvitations: Story = {
  parameters: {
    backEnd: {
      seed: {
        members: [ada],
        invitations: [
          anInvitation({
            email: `${'a'.repeat(60)}@${'long-domain-'.repeat(10)}example.com`,
            role: 'org:billing',
            createdAt: null,
          }),
        ],
      },
    },
  },
  async play({ canvas, canvasElement }) {
    await expect(await canvas.findByText('org:billing')).toBeVisible();
    await expect(canvas.getByText('Not known')).toBeVisible();
    await expect(canvasElement.scrollWidth).toBeLessThanOrEqual(canvasElement.clientWidth);
  },
};

/** Accepted while one looked at it: nothing to revoke, and no failure. */
export const NoLongerPending: Story = {
  parameters: {
    backEnd: {
      faults: [
        {
          operation: 'revokeInvitation',
          kind: 'status',
          status: 404,
          code: 'organization_invitation_not_pending',
          errorStyle: 'clerk',
        },
      ],
    },
  },
  async play({ canvas }) {
    await userEvent.click(await canvas.findByRole('button', { name: /linus@example.org/ }));
    await userEvent.click(within(await canvas.findByRole('alertdialog')).getByRole('button', { name: 'Revoke' }));
    await waitFor(() => expect(canvas.queryByRole('alertdialog')).toBeNull());
    await expect(canvas.queryByRole('row', { name: /linus@example.org/ })).toBeNull();
  },
};

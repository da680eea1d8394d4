import { InviteForm } from '@mixpeek/users-panel';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { ada, aMember, grace, team } from './fixtures.js';
import { backEndOf } from './backEnd.js';
import { chipsIn, findField, invitedIn, listsAreThere, paste } from './inviteField.js';
import { comesBackOnline, loseNetwork } from './offline.js';
import { cutShort } from './tampered.js';

const meta: Meta<typeof InviteForm> = {
  title: 'Pieces/InviteForm in trouble',
  component: InviteForm,
};
export default meta;
type Story = StoryObj<typeof InviteForm>;

/** Room is kept for the form until it is known who looks. */
export const Loading: Story = {
  parameters: { backEnd: { faults: [{ operation: '*', kind: 'slow', ms: 600_000 }] } },
  async play({ canvas, canvasElement, step }) {
    const box = canvasElement.querySelector<HTMLElement>('[data-loading]');
    await step('nothing that could be used is there', async () => {
      await expect(box).toBeVisible();
      await expect(canvas.queryByRole('textbox')).toBeNull();
    });
    await expect(box?.offsetHeight).toBeGreaterThanOrEqual(150);
  },
};

/** The lists could not be read: addresses are taken and sent all the same, and the server judges them. */
export const ListsFailed: Story = {
  parameters: {
    backEnd: {
      faults: [
        { operation: 'listMembers', kind: 'status', status: 400 },
        { operation: 'listInvitations', kind: 'status', status: 400 },
      ],
    },
  },
  async play({ canvas, loaded }) {
    await paste(canvas, 'joan@example.com, grace.hopper@example.com');
    await userEvent.click(canvas.getByRole('button', { name: 'Send 2 invitations' }));
    await waitFor(() => expect(invitedIn(loaded)).toContain('joan@example.com org:member'));
    await waitFor(() =>
      expect(chipsIn(canvas)).toEqual(['grace.hopper@example.com | This person is already a member.']),
    );
  },
};

/** The network goes: nobody is invited, and what was typed stays. */
export const Offline: Story = {
  beforeEach: comesBackOnline,
  async play({ canvas, loaded }) {
    await findField(canvas);
    await waitFor(() => expect(listsAreThere(loaded)).toBe(true));
    await paste(canvas, 'joan@example.com, mary@example.com');
    loseNetwork(loaded);
    await userEvent.click(canvas.getByRole('button', { name: 'Send 2 invitations' }));
    await expect(await canvas.findByText('You are offline. Try again when you are connected.')).toBeVisible();
    await expect(chipsIn(canvas)).toEqual([
      'joan@example.com | not sent: offline',
      'mary@example.com | not sent: offline',
    ]);
    await expect(invitedIn(loaded)).toEqual(['linus@example.org org:admin']);
  },
};

/** Whoever has no access is shown nothing of it, and nothing is asked for. */
export const NoAccess: Story = {
  parameters: { provider: { access: 'none' } },
  async play({ canvas, loaded }) {
    await expect(canvas.queryByRole('form')).toBeNull();
    await expect(canvas.queryByRole('textbox')).toBeNull();
    await expect(backEndOf(loaded).fake.requests).toHaveLength(0);
  },
};

/** User management was turned off meanwhile: said at the form, with the address kept. */
export const NotEnabled: Story = {
  parameters: {
    backEnd: { faults: [{ operation: 'inviteMember', kind: 'status', status: 403, type: 'NotEnabledError' }] },
  },
  async play({ canvas }) {
    await userEvent.type(await findField(canvas), 'joan@example.com');
    await userEvent.click(canvas.getByRole('button', { name: 'Send invitation' }));
    await waitFor(() => expect(canvas.getByRole('form')).toHaveTextContent('User management is off for this app.'));
    await expect(chipsIn(canvas)[0]).toMatch(/^joan@example.com/);
  },
};

/** The list of members is cut short: who is in it is known, who is not is left to the server. */
export const IncompleteList: Story = {
  parameters: { backEnd: { tamper: cutShort('listMembers', 40) } },
  async play({ canvas, loaded }) {
    await findField(canvas);
    await waitFor(() => expect(listsAreThere(loaded)).toBe(true));
    await paste(canvas, 'grace.hopper@example.com, somebody@example.com');
    await waitFor(() =>
      expect(chipsIn(canvas)).toEqual(['grace.hopper@example.com | already a member (Member)', 'somebody@example.com']),
    );
  },
};

/** One's own address, and that of somebody whose role is not known here. */
export const OwnAddressAndUnknownRole: Story = {
  parameters: { backEnd: { seed: { ...team, members: [ada, aMember({ ...grace, role: 'org:billing' })] } } },
  async play({ canvas, loaded }) {
    await findField(canvas);
    await waitFor(() => expect(listsAreThere(loaded)).toBe(true));
    await paste(canvas, 'ada.lovelace@example.com, grace.hopper@example.com');
    await waitFor(() =>
      expect(chipsIn(canvas)).toEqual([
        'ada.lovelace@example.com | already a member (Admin)',
        'grace.hopper@example.com | already a member (org:billing)',
      ]),
    );
  },
};

/** Addresses that have no place to break are cut short in their chips, and whole for those who look. */
export const LongAddresses: Story = {
  parameters: { phone: true },
  async play({ canvas }) {
    const long = `${'a'.repeat(60)}@${'long-domain-'.repeat(10)}example.com`;
    await paste(canvas, `${long}, joan@example.com`);
    await expect(await canvas.findByTitle(long)).toBeVisible();
    const form = canvas.getByRole('form');
    await expect(form.scrollWidth).toBeLessThanOrEqual(form.clientWidth);
  },
};

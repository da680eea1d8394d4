import { InviteForm } from '@mixpeek/users-panel';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import type { BackEnd } from './backEnd.js';

const meta: Meta<typeof InviteForm> = {
  title: 'Pieces/InviteForm',
  component: InviteForm,
};
export default meta;
type Story = StoryObj<typeof InviteForm>;

const invitedIn = (loaded: Record<string, unknown>) =>
  (loaded['backEnd'] as BackEnd).fake
    .read()
    .invitations.map(({ email, role }) => `${email} ${role}`)
    .slice(3);

async function paste(field: HTMLElement, text: string) {
  await userEvent.click(field);
  await userEvent.paste(text);
}

/** Nothing can be sent yet, and the button says why. */
export const Default: Story = {
  async play({ canvas }) {
    const send = await canvas.findByRole('button', { name: 'Send invitation' });
    await expect(send).toHaveAttribute('aria-disabled', 'true');
    await expect(send).toHaveAccessibleDescription('Type an e-mail address first.');
    await expect(canvas.getByRole('combobox', { name: 'Role of the people you invite' })).toHaveValue('org:member');
  },
};

/** An address that is typed and not yet finished is sent too, with the role that was chosen. */
export const OneAddress: Story = {
  async play({ canvas, loaded }) {
    const field = await canvas.findByLabelText('E-mail addresses');
    await userEvent.type(field, 'joan@example.com');
    await userEvent.selectOptions(canvas.getByRole('combobox'), 'Admin');
    await expect(canvas.getByText('Can invite people, change roles and remove members.')).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Send invitation' }));
    await waitFor(() => expect(invitedIn(loaded)).toEqual(['joan@example.com org:admin']));
    await expect(field).toHaveValue('');
  },
};

/** A pasted list: each address says where it stands, and nothing is dropped. */
export const PastedList: Story = {
  async play({ canvas, loaded }) {
    const field = await canvas.findByLabelText('E-mail addresses');
    // Who is in already is known once the lists are there.
    await waitFor(() => expect((loaded['backEnd'] as BackEnd).fake.requests).toHaveLength(2));
    await paste(
      field,
      'Joan Clarke <joan@example.com>, mary@example.com;\ngrace.hopper@example.com\tlinus@example.org\nJOAN@example.com\nnot an address',
    );
    const chips = within(await canvas.findByRole('list', { name: 'Addresses to invite' }));
    await waitFor(() =>
      expect(chips.getAllByRole('listitem').map((chip) => chip.textContent)).toEqual([
        'joan@example.com',
        'mary@example.com',
        'grace.hopper@example.comalready a member (Member)',
        'linus@example.orgalready invited',
        'JOAN@example.comrepeated',
        'not an addressnot an e-mail address',
      ]),
    );
    await userEvent.click(canvas.getByRole('button', { name: 'Send 2 invitations' }));
    await waitFor(() =>
      expect(invitedIn(loaded)).toEqual(['joan@example.com org:member', 'mary@example.com org:member']),
    );
    await waitFor(() => expect(chips.getAllByRole('listitem')).toHaveLength(4));
  },
};

/** What the server refuses stays in the field, with the reason at its address. */
export const RefusedAddress: Story = {
  parameters: {
    backEnd: { faults: [{ operation: 'inviteMember', kind: 'status', status: 422, match: 'blocked' }] },
  },
  async play({ canvas }) {
    const field = await canvas.findByLabelText('E-mail addresses');
    await userEvent.type(field, 'joan@example.com, blocked@example.com');
    await userEvent.click(canvas.getByRole('button', { name: 'Send 2 invitations' }));
    await expect(await canvas.findByText(/1 invitation was not sent/)).toBeVisible();
    const chips = within(canvas.getByRole('list', { name: 'Addresses to invite' }));
    await expect(chips.getAllByRole('listitem')).toHaveLength(1);
    await expect(chips.getByRole('listitem')).toHaveTextContent('blocked@example.com');
  },
};

/** No answer came: the list is read, and what was sent is not sent again. */
export const AnswerLost: Story = {
  parameters: { backEnd: { faults: [{ operation: 'inviteMember', kind: 'cut-after', times: 1 }] } },
  async play({ canvas, loaded }) {
    await userEvent.type(await canvas.findByLabelText('E-mail addresses'), 'joan@example.com');
    await userEvent.click(canvas.getByRole('button', { name: 'Send invitation' }));
    await waitFor(() => expect(canvas.getByLabelText('E-mail addresses')).not.toHaveAttribute('readonly'));
    await expect(invitedIn(loaded)).toEqual(['joan@example.com org:member']);
    await expect(canvas.queryByRole('alert')).toBeNull();
    const { requests } = (loaded['backEnd'] as BackEnd).fake;
    await expect(requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
  },
};

/** The app has no room left: said at the form, with the number. */
export const LimitReached: Story = {
  parameters: {
    backEnd: { seed: { members: [], invitations: [], memberLimit: 0 } },
    provider: { currentUserId: undefined },
  },
  async play({ canvas }) {
    await userEvent.type(await canvas.findByLabelText('E-mail addresses'), 'joan@example.com');
    await userEvent.click(canvas.getByRole('button', { name: 'Send invitation' }));
    await expect(await canvas.findByText(/limit of 0 members is reached/)).toBeVisible();
    await expect(canvas.getByRole('list', { name: 'Addresses to invite' })).toHaveTextContent('joan@example.com');
  },
};

export const Sending: Story = {
  parameters: { backEnd: { faults: [{ operation: 'inviteMember', kind: 'slow', ms: 600_000 }] } },
  async play({ canvas }) {
    await userEvent.type(await canvas.findByLabelText('E-mail addresses'), 'joan@example.com');
    await userEvent.click(canvas.getByRole('button', { name: 'Send invitation' }));
    await expect(await canvas.findByRole('button', { name: 'Sending…' })).toHaveAttribute('aria-disabled', 'true');
    await expect(canvas.getByRole('listitem')).toHaveTextContent('sending');
  },
};

/** Backspace takes the last address back into the field, to be corrected. */
export const Correcting: Story = {
  async play({ canvas }) {
    const field = await canvas.findByLabelText('E-mail addresses');
    await userEvent.type(field, 'joan@example{Enter}');
    await expect(canvas.getByRole('listitem')).toHaveTextContent('not an e-mail address');
    await userEvent.type(field, '{Backspace}');
    await expect(canvas.queryByRole('listitem')).toBeNull();
    await expect(field).toHaveValue('joan@example');
    await userEvent.type(field, '.com{Enter}');
    await expect(canvas.getByRole('listitem')).toHaveTextContent('joan@example.com');
    await userEvent.click(canvas.getByRole('button', { name: 'Remove joan@example.com' }));
    await expect(field).toHaveFocus();
  },
};

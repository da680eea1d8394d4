import { InviteForm } from '@mixpeek/users-panel';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { backEndOf } from './backEnd.js';
import { chipsIn, findField, invitedIn, listsAreThere, paste } from './inviteField.js';

const meta: Meta<typeof InviteForm> = {
  title: 'Pieces/InviteForm',
  component: InviteForm,
};
export default meta;
type Story = StoryObj<typeof InviteForm>;

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
    const field = await findField(canvas);
    await userEvent.type(field, 'joan@example.com');
    await userEvent.selectOptions(canvas.getByRole('combobox'), 'Admin');
    await expect(canvas.getByText('Can invite people, change roles and remove members.')).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Send invitation' }));
    await waitFor(() => expect(invitedIn(loaded)).toContain('joan@example.com org:admin'));
    await waitFor(() => expect(field).toHaveValue(''));
  },
};

/** A pasted list: each address says where it stands, and nothing is dropped. */
export const PastedList: Story = {
  async play({ canvas, loaded }) {
    await findField(canvas);
    await waitFor(() => expect(listsAreThere(loaded)).toBe(true));
    await paste(
      canvas,
      'Joan Clarke <joan@example.com>, mary@example.com;\ngrace.hopper@example.com\tlinus@example.org\nJOAN@example.com\nnot an address',
    );
    await waitFor(() =>
      expect(chipsIn(canvas)).toEqual([
        'joan@example.com',
        'mary@example.com',
        'grace.hopper@example.com | already a member (Member)',
        'linus@example.org | already invited',
        'JOAN@example.com | repeated',
        'not an address | not an e-mail address',
      ]),
    );
    await userEvent.click(canvas.getByRole('button', { name: 'Send 2 invitations' }));
    await waitFor(() => expect(invitedIn(loaded)).toContain('mary@example.com org:member'));
    // The second "joan" is now the same as an invitation that is pending.
    await waitFor(() => expect(chipsIn(canvas)).toHaveLength(4));
    await expect(chipsIn(canvas)[2]).toBe('JOAN@example.com | already invited');
  },
};

/** What needs nothing can be cleared at once, and all of it. */
export const TidyingUp: Story = {
  async play({ canvas, loaded }) {
    await findField(canvas);
    await waitFor(() => expect(listsAreThere(loaded)).toBe(true));
    await paste(
      canvas,
      'grace.hopper@example.com, linus@example.org, joan@example.com, joan@example.com, mary@, a@b.co',
    );
    await userEvent.click(await canvas.findByRole('button', { name: 'Remove the 3 that need nothing' }));
    await expect(chipsIn(canvas)).toEqual(['joan@example.com', 'mary@ | not an e-mail address', 'a@b.co']);
    await waitFor(() => expect(canvas.getByLabelText('E-mail addresses')).toHaveFocus());
    await expect(canvas.getByText('3 addresses')).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Clear all' }));
    await expect(chipsIn(canvas)).toEqual([]);
    await waitFor(() => expect(canvas.getByLabelText('E-mail addresses')).toHaveFocus());
  },
};

/** A slip in a well-known domain, or in one that members are at, is one key away from being mended. */
export const LikelyTypos: Story = {
  async play({ canvas, loaded }) {
    await findField(canvas);
    await waitFor(() => expect(listsAreThere(loaded)).toBe(true));
    await paste(canvas, 'Joan <joan@gmial.com>, mary@exmaple.com, emmy@acme.org');
    const suggestion = await canvas.findByRole('button', { name: 'Did you mean joan@gmail.com?' });
    await expect(canvas.getByRole('button', { name: 'Did you mean mary@example.com?' })).toBeVisible();
    await expect(canvas.getAllByRole('button', { name: /^Did you mean/ })).toHaveLength(2);
    suggestion.focus();
    await userEvent.keyboard('{Enter}');
    await expect(chipsIn(canvas)).toEqual(['joan@gmail.com', 'mary@exmaple.com', 'emmy@acme.org']);
    await expect(canvas.getByRole('button', { name: 'Edit joan@gmail.com' })).toHaveFocus();
    // A guess stops nobody.
    await expect(canvas.getByRole('button', { name: 'Send 3 invitations' })).toBeVisible();
  },
};

/** A role beside an address on its line is that address's own. One that is not known waits until another is chosen. */
export const RolesInTheList: Story = {
  async play({ canvas, loaded }) {
    await paste(
      canvas,
      'joan@example.com, admin\nmary@example.com\tMEMBER\nEmmy Noether <emmy@example.com>; Admin\nalonzo@example.com, owner',
    );
    await expect(chipsIn(canvas)).toEqual([
      'joan@example.com | Admin',
      'mary@example.com',
      'emmy@example.com | Admin',
      'alonzo@example.com | unknown role “owner”: choose one',
    ]);
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Role of the people you invite' }), 'Admin');
    await expect(chipsIn(canvas).slice(0, 3)).toEqual([
      'joan@example.com',
      'mary@example.com | Member',
      'emmy@example.com',
    ]);
    await expect(canvas.getByRole('button', { name: 'Send 3 invitations' })).toBeVisible();
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Role of alonzo@example.com' }), 'Member');
    await expect(chipsIn(canvas)[3]).toBe('alonzo@example.com | Member');
    await userEvent.click(canvas.getByRole('button', { name: 'Send 4 invitations' }));
    await waitFor(() =>
      expect(invitedIn(loaded)).toEqual([
        'linus@example.org org:admin',
        'joan@example.com org:admin',
        'mary@example.com org:member',
        'emmy@example.com org:admin',
        'alonzo@example.com org:member',
      ]),
    );
  },
};

/** Whoever is invited already can be sent the invitation again from here. */
export const SendAgain: Story = {
  async play({ canvas, loaded }) {
    await findField(canvas);
    await waitFor(() => expect(listsAreThere(loaded)).toBe(true));
    await paste(canvas, 'linus@example.org, joan@example.com');
    await userEvent.click(await canvas.findByRole('button', { name: 'Send again to linus@example.org' }));
    await waitFor(() => expect(chipsIn(canvas)).toEqual(['joan@example.com']));
    await expect(invitedIn(loaded)).toEqual(['linus@example.org org:admin']);
    const { requests } = backEndOf(loaded).fake;
    await expect(requests.filter(({ method }) => method !== 'GET').map(({ operation }) => operation)).toEqual([
      'revokeInvitation',
      'inviteMember',
    ]);
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Edit joan@example.com' })).toHaveFocus());
  },
};

/** The old invitation cannot be taken back: it stays as it is, and the chip says so. */
export const NotSentAgain: Story = {
  parameters: { backEnd: { faults: [{ operation: 'revokeInvitation', kind: 'status', status: 429, retryAfter: 30 }] } },
  async play({ canvas, loaded }) {
    await findField(canvas);
    await waitFor(() => expect(listsAreThere(loaded)).toBe(true));
    await paste(canvas, 'linus@example.org, joan@example.com');
    await userEvent.click(await canvas.findByRole('button', { name: 'Send again to linus@example.org' }));
    await waitFor(() => expect(chipsIn(canvas)[0]).toBe('linus@example.org | already invited, not sent again'));
    await expect(canvas.getAllByText(/^There were too many requests/)[0]).toBeVisible();
    await expect(invitedIn(loaded)).toEqual(['linus@example.org org:admin']);
  },
};

/** Backspace takes the last address back into the field, to be corrected. */
export const Correcting: Story = {
  async play({ canvas }) {
    const field = await findField(canvas);
    await userEvent.type(field, 'joan@example{Enter}');
    await expect(chipsIn(canvas)).toEqual(['joan@example | not an e-mail address']);
    await userEvent.type(field, '{Backspace}');
    await expect(canvas.queryByRole('listitem')).toBeNull();
    await expect(field).toHaveValue('joan@example');
    await userEvent.type(field, '.com{Enter}');
    await expect(chipsIn(canvas)).toEqual(['joan@example.com']);
    await userEvent.click(canvas.getByRole('button', { name: 'Remove joan@example.com' }));
    await waitFor(() => expect(field).toHaveFocus());
  },
};

/** An address in the middle is edited in its place; Escape leaves it as it was. */
export const EditingInPlace: Story = {
  async play({ canvas }) {
    const field = await findField(canvas);
    await paste(canvas, 'joan@example.com, mary@exampel, emmy@example.com');
    await userEvent.click(canvas.getByRole('button', { name: 'Edit mary@exampel' }));
    await expect(field).toHaveFocus();
    await expect(field).toHaveValue('mary@exampel');
    const [before, after] = canvas.getAllByRole('list', { name: 'Addresses to invite' });
    await expect(before).toHaveTextContent('joan@example.com');
    await expect(after).toHaveTextContent('emmy@example.com');
    await userEvent.keyboard('{Escape}');
    await expect(chipsIn(canvas)[1]).toBe('mary@exampel | not an e-mail address');
    await userEvent.click(canvas.getByRole('button', { name: 'Edit mary@exampel' }));
    await userEvent.clear(field);
    await userEvent.type(field, 'mary@example.com{Enter}');
    await expect(chipsIn(canvas)).toEqual(['joan@example.com', 'mary@example.com', 'emmy@example.com']);
    await expect(field).toHaveFocus();
  },
};

/** A thousand addresses: the field stays small, the counts are right, and what must be looked at is in sight. */
export const AThousandAddresses: Story = {
  async play({ canvas }) {
    const lines = Array.from({ length: 1000 }, (_, index) =>
      index === 700 ? 'nobody' : `person.${index}@example.net`,
    );
    await paste(canvas, lines.join('\n'));
    await expect(canvas.getByRole('button', { name: 'Send 999 invitations' })).toBeVisible();
    await expect(canvas.getByText('1,000 addresses')).toBeVisible();
    await expect(chipsIn(canvas)).toHaveLength(101);
    await expect(chipsIn(canvas).at(-1)).toBe('nobody | not an e-mail address');
    await userEvent.click(canvas.getByRole('button', { name: 'and 899 more' }));
    await expect(chipsIn(canvas)).toHaveLength(1000);
    await userEvent.click(canvas.getByRole('button', { name: 'Clear all' }));
    await expect(chipsIn(canvas)).toEqual([]);
  },
};

/**
 * The form goes, and comes again in the same session: what was typed is there, each address with its own role. The role for
 * the others is chosen anew.
 */
export const DraftKept: Story = {
  render: function Reopened() {
    const [times, setTimes] = useState(0);
    return (
      <>
        <button type="button" onClick={() => setTimes(times + 1)}>
          Close and open
        </button>
        <InviteForm key={times} />
      </>
    );
  },
  async play({ canvas }) {
    await paste(canvas, 'joan@example.com, admin\nnobody');
    await userEvent.selectOptions(canvas.getByRole('combobox'), 'Admin');
    await userEvent.type(await findField(canvas), 'mary@exa');
    await userEvent.click(canvas.getByRole('button', { name: 'Close and open' }));
    await expect(chipsIn(canvas)).toEqual(['joan@example.com | Admin', 'nobody | not an e-mail address']);
    await expect(await findField(canvas)).toHaveValue('mary@exa');
    await expect(canvas.getByRole('combobox')).toHaveValue('org:member');
    await userEvent.click(canvas.getByRole('button', { name: 'Clear all' }));
    await userEvent.click(canvas.getByRole('button', { name: 'Close and open' }));
    await expect(chipsIn(canvas)).toEqual([]);
  },
};

/** The host says no: nothing is sent, nothing is told, and the field is as it was. */
export const Vetoed: Story = {
  parameters: { provider: { onBeforeInvite: fn(() => false) } },
  async play({ canvas, loaded, parameters }) {
    const { onBeforeInvite } = parameters['provider'] as { onBeforeInvite: ReturnType<typeof fn> };
    await paste(canvas, 'joan@example.com, mary@example.com');
    await userEvent.type(await findField(canvas), 'emmy@example.com');
    await userEvent.click(canvas.getByRole('button', { name: 'Send 3 invitations' }));
    await waitFor(() => expect(onBeforeInvite).toHaveBeenCalledOnce());
    await waitFor(() =>
      expect(canvas.getByRole('button', { name: 'Send 3 invitations' })).not.toHaveAttribute('data-busy'),
    );
    await expect(chipsIn(canvas)).toEqual(['joan@example.com', 'mary@example.com']);
    await expect(canvas.getByLabelText('E-mail addresses')).toHaveValue('emmy@example.com');
    await expect(canvas.getByRole('alert')).toBeEmptyDOMElement();
    await expect(invitedIn(loaded)).toEqual(['linus@example.org org:admin']);
  },
};

const everything =
  'joan@example.com, grace.hopper@example.com, linus@example.org, mary@gmial.com, joan@example.com, nobody@, alonzo@example.com owner, emmy@example.com admin, a.rather.long.address.that.does.not.fit.on.a.phone@department.example.com';

/** On a phone: everything stays readable, and every button can be hit. */
export const OnAPhone: Story = {
  parameters: { phone: true },
  async play({ canvas, canvasElement, loaded }) {
    await findField(canvas);
    await waitFor(() => expect(listsAreThere(loaded)).toBe(true));
    await paste(canvas, everything);
    await expect(await canvas.findByRole('button', { name: 'Send again to linus@example.org' })).toBeVisible();
    const form = canvas.getByRole('form', { name: 'Invite people' });
    await expect(form.scrollWidth).toBeLessThanOrEqual(form.clientWidth);
    for (const button of within(canvasElement).getAllByRole('button')) {
      const { width, height } = button.getBoundingClientRect();
      await expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
    }
  },
};

/** From right to left: the arrow keys point the other way, addresses keep their own direction. */
export const RightToLeft: Story = {
  globals: { dir: 'rtl' },
  async play({ canvas, loaded }) {
    const field = await findField(canvas);
    await waitFor(() => expect(listsAreThere(loaded)).toBe(true));
    await paste(canvas, everything);
    field.focus();
    await userEvent.keyboard('{ArrowRight}');
    await expect(canvas.getByRole('button', { name: /^Edit.*a\.rather/ })).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}');
    await expect(canvas.getByRole('button', { name: /^Edit.*emmy/ })).toHaveFocus();
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
    await expect(field).toHaveFocus();
  },
};

/** Whoever may only read is shown nothing of it. */
export const ReadOnly: Story = {
  parameters: { provider: { access: 'read' } },
  async play({ canvas }) {
    await expect(canvas.queryByRole('form')).toBeNull();
    await expect(canvas.queryByRole('textbox')).toBeNull();
  },
};

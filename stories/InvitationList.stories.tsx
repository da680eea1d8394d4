import { InvitationList, NoticeRegion, type Invitation } from '@mixpeek/users-panel';
import { createMemoryDataProvider, createSeed } from '@mixpeek/users-panel/memory';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, spyOn, userEvent, waitFor, within } from 'storybook/test';
import { backEndOf } from './backEnd.js';
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
    const { invitations } = backEndOf(loaded).fake.read();
    await expect(invitations.find(({ email }) => email === 'linus@example.org')?.status).toBe('revoked');
  },
};

export const Loading: Story = {
  parameters: {
    backEnd: { faults: [{ operation: '*', kind: 'slow', ms: 600_000 }] },
    // Until it is known that whoever looks may manage, there is nothing of it on screen.
    provider: { access: 'manage' },
  },
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
    await userEvent.click(await canvas.findByRole('button', { name: 'Revoke the invitation of linus@example.org' }));
    await userEvent.click(within(await canvas.findByRole('alertdialog')).getByRole('button', { name: 'Revoke' }));
    await waitFor(() => expect(canvas.queryByRole('alertdialog')).toBeNull());
    await expect(canvas.queryByRole('row', { name: /linus@example.org/ })).toBeNull();
  },
};

/** What another admin does, on another screen. */
function elsewhere(loaded: Record<string, unknown>, method: string, path: string, body?: object) {
  const request = new Request(`https://elsewhere.example/v1/apps/app_demo/users/${path}`, {
    method,
    ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  return backEndOf(loaded).fake(request);
}

/** A back end that knows more of an invitation than Mixpeek's: when it expires, and its link. */
const inMemory = (...invitations: Invitation[]): Pick<Story, 'loaders'> => ({
  loaders: [() => ({ backEnd: { dataProvider: createMemoryDataProvider({ members: [ada], invitations }) } })],
});

/** So many days and a little more from now. */
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000 + 60_000).toISOString();

const addresses = (canvas: { getAllByRole: (role: string) => HTMLElement[] }) =>
  canvas.getAllByRole('rowheader').map((cell) => cell.querySelector('bdi')?.textContent);

const withNotices: NonNullable<Story['render']> = () => (
  <>
    <InvitationList />
    <NoticeRegion />
  </>
);

/** Sent again: the old one is revoked, a new one sent, and the row keeps its place, also while the list lags. */
export const Resent: Story = {
  parameters: { backEnd: { lagMs: 40 } },
  render: withNotices,
  async play({ canvas, loaded }) {
    const again = await canvas.findByRole('button', { name: 'Send the invitation of linus@example.org again' });
    const before = addresses(canvas);
    await userEvent.dblClick(again);
    await expect(await canvas.findByText('linus@example.org was invited again.')).toBeVisible();
    await expect(addresses(canvas)).toEqual(before);
    await expect(again).toHaveFocus();
    await new Promise((resolve) => setTimeout(resolve, 40));
    // Read again with the lag over: the back end has it in another place, the reader in the same.
    await userEvent.click(again);
    await waitFor(() => expect(again).not.toHaveAttribute('aria-disabled'));
    await expect(addresses(canvas)).toEqual(before);
    await expect(again).toHaveFocus();
    const { fake } = backEndOf(loaded);
    await expect(fake.requests.filter(({ operation }) => operation === 'inviteMember')).toHaveLength(2);
    const pending = fake.read().invitations.filter(({ status }) => status === 'pending');
    await expect(pending.map(({ email, role }) => [email, role])).toEqual([
      ['sophie.wilson@example.com', 'org:member'],
      ['frances.allen@example.com', 'org:member'],
      ['linus@example.org', 'org:admin'],
    ]);
  },
};

/** The old one could be revoked, the new one not sent: the row says so, and sends just what is missing. */
export const ResendFailedHalfway: Story = {
  parameters: {
    backEnd: {
      faults: [{ operation: 'inviteMember', kind: 'status', status: 403, type: 'QuotaExceededError', times: 1 }],
    },
  },
  render: withNotices,
  async play({ canvas, loaded }) {
    const again = await canvas.findByRole('button', { name: 'Send the invitation of linus@example.org again' });
    await userEvent.click(again);
    const row = canvas.getByRole('row', { name: /linus@example.org/ });
    const reason =
      /The old invitation was revoked, but the new one could not be sent. The member limit of this app is reached/;
    await expect(await within(row).findByText(reason)).toBeVisible();
    await expect(canvas.getByRole('heading')).toHaveTextContent('2');
    await expect(within(row).queryByRole('button', { name: /Revoke/ })).toBeNull();
    const tryAgain = within(row).getByRole('button', { name: /Try again/ });
    await expect(tryAgain).toHaveFocus();
    await userEvent.click(tryAgain);
    await expect(await canvas.findByText('linus@example.org was invited again.')).toBeVisible();
    await expect(row).toHaveTextContent('Admin');
    await expect(addresses(canvas)[1]).toBe('linus@example.org');
    await expect(tryAgain).toHaveFocus();
    const { fake } = backEndOf(loaded);
    await expect(fake.requests.filter(({ operation }) => operation === 'revokeInvitation')).toHaveLength(1);
    await expect(fake.read().invitations.at(-1)).toMatchObject({ email: 'linus@example.org', role: 'org:admin' });
  },
};

/** A half that failed can be left at that. */
export const ResendGivenUp: Story = {
  parameters: { backEnd: { faults: [{ operation: 'inviteMember', kind: 'status', status: 422 }] } },
  async play({ canvas }) {
    await userEvent.click(
      await canvas.findByRole('button', { name: 'Send the invitation of linus@example.org again' }),
    );
    await canvas.findByText(/could not be sent/);
    await userEvent.click(canvas.getByRole('button', { name: 'Take linus@example.org off this list' }));
    await waitFor(() => expect(canvas.queryByRole('row', { name: /linus@example.org/ })).toBeNull());
    await waitFor(() => expect(canvas.getByRole('region', { name: /Pending invitations/ })).toHaveFocus());
  },
};

/** No answer came, and the list cannot be read: it is not called failed, and looked for before it is sent once more. */
export const ResendNotKnown: Story = {
  render: withNotices,
  async play({ canvas, loaded }) {
    const { fake } = backEndOf(loaded);
    const again = await canvas.findByRole('button', { name: 'Send the invitation of linus@example.org again' });
    fake.configure({
      faults: [
        { operation: 'inviteMember', kind: 'cut-after' },
        { operation: 'listInvitations', kind: 'status', status: 400 },
      ],
    });
    await userEvent.click(again);
    await expect(await canvas.findByText(/it is not known whether the new one was sent/)).toBeVisible();
    fake.configure({ faults: [] });
    await userEvent.click(again);
    await expect(await canvas.findByText('linus@example.org was invited again.')).toBeVisible();
    await expect(fake.requests.filter(({ operation }) => operation === 'inviteMember')).toHaveLength(1);
  },
};

/** Refused before anything was done: the old invitation is as good as before. */
export const ResendRefused: Story = {
  parameters: { backEnd: { faults: [{ operation: 'revokeInvitation', kind: 'status', status: 429, retryAfter: 90 }] } },
  async play({ canvas, loaded }) {
    await userEvent.click(
      await canvas.findByRole('button', { name: 'Send the invitation of linus@example.org again' }),
    );
    const row = within(canvas.getByRole('row', { name: /linus@example.org/ }));
    await expect(await row.findByText(/The invitation was not sent again. The old one is still good./)).toBeVisible();
    await expect(canvas.getByRole('heading')).toHaveTextContent('3');
    await expect(backEndOf(loaded).fake.read().invitations).toHaveLength(3);
  },
};

/** Accepted while one looked at it: nobody is invited who is in already. */
export const ResendAcceptedMeanwhile: Story = {
  render: withNotices,
  async play({ canvas, loaded }) {
    const { fake } = backEndOf(loaded);
    const again = await canvas.findByRole('button', { name: 'Send the invitation of linus@example.org again' });
    const { invitationId = '' } = fake.read().invitations.find(({ email }) => email === 'linus@example.org') ?? {};
    fake.accept(invitationId, 'Linus Torvalds');
    await userEvent.click(again);
    await expect(
      await canvas.findByText('linus@example.org is a member already. No new invitation was sent.'),
    ).toBeVisible();
    await waitFor(() => expect(canvas.queryByRole('row', { name: /linus@example.org/ })).toBeNull());
    await waitFor(() => expect(canvas.getByRole('region', { name: /Pending invitations/ })).toHaveFocus());
    await expect(fake.requests.filter(({ operation }) => operation === 'inviteMember')).toHaveLength(0);
  },
};

/** Revoked by someone else: nothing is sent behind their back; the notice offers to invite anew. */
export const ResendRevokedMeanwhile: Story = {
  render: withNotices,
  async play({ canvas, loaded }) {
    const { fake } = backEndOf(loaded);
    const again = await canvas.findByRole('button', { name: 'Send the invitation of linus@example.org again' });
    const { invitationId = '' } = fake.read().invitations.find(({ email }) => email === 'linus@example.org') ?? {};
    await elsewhere(loaded, 'DELETE', `invitations/${invitationId}`);
    await userEvent.click(again);
    await expect(await canvas.findByText(/was no longer pending, so no new one was sent/)).toBeVisible();
    await expect(canvas.queryByRole('row', { name: /linus@example.org/ })).toBeNull();
    await userEvent.click(canvas.getByRole('button', { name: 'Invite again' }));
    await expect(await canvas.findByRole('row', { name: /linus@example.org/ })).toHaveTextContent('Admin');
  },
};

/** Another role takes a new invitation: it is proposed, said so, and sent by a button. */
export const RoleOfPendingChanged: Story = {
  render: withNotices,
  async play({ canvas, loaded }) {
    const select = await canvas.findByRole('combobox', { name: 'Role of the invitation of linus@example.org' });
    await userEvent.selectOptions(select, 'Member');
    const row = canvas.getByRole('row', { name: /linus@example.org/ });
    await expect(row).toHaveTextContent('Sends a new invitation with this role.');
    await expect(backEndOf(loaded).fake.read().invitations).toHaveLength(3);
    await userEvent.click(within(row).getByRole('button', { name: /^Send –/ }));
    await expect(await canvas.findByText('linus@example.org was invited again, as Member.')).toBeVisible();
    await waitFor(() => expect(select).toHaveValue('org:member'));
    await expect(select).toHaveFocus();
    await expect(addresses(canvas)[1]).toBe('linus@example.org');
    await userEvent.click(canvas.getByRole('button', { name: 'Change back' }));
    await expect(await canvas.findByText('linus@example.org was invited again, as Admin.')).toBeVisible();
    await waitFor(() => expect(select).toHaveValue('org:admin'));
  },
};

/** Escape, Cancel, or the old role again: nothing is sent. */
export const RoleChangeCancelled: Story = {
  async play({ canvas, loaded }) {
    const select = await canvas.findByRole('combobox', { name: 'Role of the invitation of linus@example.org' });
    await userEvent.selectOptions(select, 'Member');
    await userEvent.click(canvas.getByRole('button', { name: /^Cancel –/ }));
    await waitFor(() => expect(select).toHaveValue('org:admin'));
    await expect(select).toHaveFocus();
    await userEvent.selectOptions(select, 'Member');
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(select).toHaveValue('org:admin'));
    await userEvent.selectOptions(select, 'Member');
    await userEvent.selectOptions(select, 'Admin');
    await expect(canvas.queryByRole('button', { name: /^Send –/ })).toBeNull();
    await expect(backEndOf(loaded).fake.requests.every(({ method }) => method === 'GET')).toBe(true);
  },
};

/** The role was asked for, the old one revoked, and the new one could not be sent: the row keeps the role asked for. */
export const RoleChangeFailedHalfway: Story = {
  parameters: { backEnd: { faults: [{ operation: 'inviteMember', kind: 'status', status: 422, times: 1 }] } },
  async play({ canvas, loaded }) {
    const select = await canvas.findByRole('combobox', { name: 'Role of the invitation of linus@example.org' });
    await userEvent.selectOptions(select, 'Member');
    await userEvent.click(canvas.getByRole('button', { name: /^Send –/ }));
    const row = canvas.getByRole('row', { name: /linus@example.org/ });
    await expect(await within(row).findByText(/could not be sent/)).toBeVisible();
    await expect(row).toHaveTextContent('Member');
    await userEvent.click(within(row).getByRole('button', { name: /Try again/ }));
    await expect(
      await canvas.findByRole('combobox', { name: 'Role of the invitation of linus@example.org' }),
    ).toHaveValue('org:member');
    await expect(backEndOf(loaded).fake.read().invitations.at(-1)).toMatchObject({ role: 'org:member' });
  },
};

/** While it is under way the row says so, its buttons can be met and do nothing. */
export const Busy: Story = {
  parameters: { backEnd: { faults: [{ operation: 'revokeInvitation', kind: 'slow', ms: 600_000 }] } },
  async play({ canvas, loaded }) {
    const again = await canvas.findByRole('button', { name: 'Send the invitation of linus@example.org again' });
    await userEvent.click(again);
    const row = canvas.getByRole('row', { name: /linus@example.org/ });
    await expect(await within(row).findByText('Sending again…')).toBeVisible();
    await expect(again).toHaveFocus();
    for (const button of within(row).getAllByRole('button')) {
      await expect(button).toHaveAttribute('aria-disabled', 'true');
      await userEvent.click(button);
    }
    await expect(canvas.queryByRole('alertdialog')).toBeNull();
    const writes = backEndOf(loaded).fake.requests.filter(({ method }) => method !== 'GET');
    await expect(writes).toHaveLength(1);
  },
};

/** Where the back end hands out the link of an invitation it can be copied; never one that is no web address. */
export const WithLink: Story = {
  ...inMemory(
    anInvitation({ email: 'linus@example.org', url: 'https://accounts.example.com/accept?ticket=abc' }),
    anInvitation({ email: 'mallory@example.org', url: 'javascript:alert(1)' }),
    anInvitation({ email: 'frances.allen@example.com' }),
  ),
  beforeEach() {
    const write = spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    return () => write.mockRestore();
  },
  async play({ canvas }) {
    const copy = await canvas.findByRole('button', { name: 'Copy the invitation link of linus@example.org' });
    await expect(canvas.getAllByRole('button', { name: /^Copy/ })).toHaveLength(1);
    await userEvent.click(copy);
    await expect(await canvas.findByText('Copied')).toBeVisible();
    await expect(navigator.clipboard.writeText).toHaveBeenCalledWith('https://accounts.example.com/accept?ticket=abc');
    await waitFor(() => expect(canvas.queryByText('Copied')).toBeNull(), { timeout: 3000 });
  },
};

/** The browser does not let it be copied: the link itself is there, selected. */
export const LinkNotCopied: Story = {
  ...inMemory(anInvitation({ email: 'linus@example.org', url: 'https://accounts.example.com/accept?ticket=abc' })),
  beforeEach() {
    const write = spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('', 'NotAllowedError'));
    return () => write.mockRestore();
  },
  async play({ canvas }) {
    await userEvent.click(await canvas.findByRole('button', { name: /^Copy/ }));
    const field = await canvas.findByRole<HTMLInputElement>('textbox', {
      name: 'Invitation link of linus@example.org',
    });
    await expect(canvas.getByText(/The link could not be copied\./)).toBeVisible();
    await expect(field).toHaveFocus();
    await expect(field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)).toBe(field.value);
    await expect(field).toHaveAttribute('readonly');
  },
};

export const ExpiringSoon: Story = {
  ...inMemory(
    anInvitation({ email: 'in.a.month@example.com', expiresAt: inDays(30) }),
    anInvitation({ email: 'in.two.days@example.com', expiresAt: inDays(2) }),
    anInvitation({ email: 'tomorrow@example.com', expiresAt: inDays(1) }),
  ),
  async play({ canvas }) {
    await expect(await canvas.findByRole('row', { name: /in.a.month/ })).toHaveTextContent('Expires in 30 days');
    await expect(canvas.getByRole('row', { name: /in.two.days/ })).toHaveTextContent('Expires in 2 days');
    await expect(canvas.getByRole('row', { name: /tomorrow@/ })).toHaveTextContent('Expires tomorrow');
    await expect(canvas.getByRole('row', { name: /in.a.month/ })).not.toHaveAttribute('data-expires');
    await expect(canvas.getByRole('row', { name: /in.two.days/ })).toHaveAttribute('data-expires', 'soon');
  },
};

/** Past its time: marked, without its link, and sending it again is offered in words. */
export const Expired: Story = {
  ...inMemory(
    anInvitation({
      email: 'linus@example.org',
      expiresAt: inDays(-2),
      url: 'https://accounts.example.com/accept?ticket=abc',
    }),
  ),
  render: withNotices,
  async play({ canvas }) {
    const row = await canvas.findByRole('row', { name: /linus@example.org/ });
    await expect(within(row).getByText('Expired')).toBeVisible();
    await expect(row).toHaveTextContent('Expired 2 days ago');
    await expect(within(row).queryByRole('button', { name: /^Copy/ })).toBeNull();
    const again = within(row).getByRole('button', { name: 'Send again: the invitation of linus@example.org' });
    await expect(again).toHaveTextContent('Send again');
    await userEvent.click(again);
    await expect(await canvas.findByText('linus@example.org was invited again.')).toBeVisible();
    await expect(within(row).queryByText('Expired')).toBeNull();
    await expect(again).toHaveFocus();
  },
};

/** A status that this kit does not know is shown as it is. */
export const UnknownStatus: Story = {
  parameters: {
    backEnd: {
      tamper: (operation: string, body: unknown) =>
        operation === 'listInvitations'
          ? JSON.parse(JSON.stringify(body).replace('"pending"', '"awaiting_approval"'))
          : body,
    },
  },
  async play({ canvas }) {
    await expect(await canvas.findByText('awaiting_approval')).toBeVisible();
  },
};

/** Somebody else revoked it while the question was open: there is nothing left to confirm. */
export const RevokedWhileAsked: Story = {
  parameters: { backEnd: { latencyMs: 100 } },
  async play({ canvas, loaded }) {
    const { fake } = backEndOf(loaded);
    await canvas.findByRole('row', { name: /linus@example.org/ });
    const idOf = (address: string) => fake.read().invitations.find(({ email }) => email === address)?.invitationId;
    await elsewhere(loaded, 'DELETE', `invitations/${idOf('linus@example.org')}`);
    // The list is read again after an act on another row, with the question open.
    await userEvent.click(
      canvas.getByRole('button', { name: 'Send the invitation of sophie.wilson@example.com again' }),
    );
    await userEvent.click(canvas.getByRole('button', { name: 'Revoke the invitation of linus@example.org' }));
    const dialog = await canvas.findByRole('alertdialog');
    await expect(
      await within(dialog).findByText(/The invitation of linus@example.org is no longer pending/),
    ).toBeVisible();
    await expect(within(dialog).queryByRole('button', { name: 'Revoke' })).toBeNull();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(canvas.getByRole('region', { name: /Pending invitations/ })).toHaveFocus());
    const revocations = fake.requests.filter(({ operation }) => operation === 'revokeInvitation');
    await expect(revocations).toHaveLength(2);
  },
};

/** A long address on a narrow page that reads from right to left. */
export const RightToLeft: Story = {
  ...inMemory(
    anInvitation({
      email: `${'a'.repeat(60)}@${'long-domain-'.repeat(10)}example.com`,
      expiresAt: inDays(2),
      url: 'https://accounts.example.com/accept?ticket=abc',
    }),
    anInvitation({ email: 'דוד@example.com', role: 'org:billing', createdAt: null, expiresAt: inDays(-2) }),
  ),
  parameters: { provider: { dir: 'rtl', className: 'story-phone' } },
  async play({ canvas, canvasElement }) {
    await canvas.findByRole('row', { name: /long-domain/ });
    await expect(canvas.getByRole('table').scrollWidth).toBeLessThanOrEqual(360);
    await expect(canvasElement.scrollWidth).toBeLessThanOrEqual(canvasElement.clientWidth);
    for (const button of canvas.getAllByRole('button')) {
      const { width, height, left, right } = button.getBoundingClientRect();
      await expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
      await expect(left).toBeGreaterThanOrEqual(0);
      await expect(right).toBeLessThanOrEqual(canvasElement.clientWidth);
    }
  },
};

/** Fewer came than there are, and one of them makes no sense: both are said. */
export const IncompleteAndUnreadable: Story = {
  parameters: {
    backEnd: {
      tamper: (operation: string, body: unknown) => {
        if (operation !== 'listInvitations') return body;
        const { invitations } = body as { invitations: unknown[] };
        return { invitations: [...invitations, { role: 'org:member' }], total: 40 };
      },
    },
  },
  async play({ canvas }) {
    await expect(await canvas.findByText('Only 3 of 40 invitations could be loaded.')).toBeVisible();
    await expect(canvas.getByText('1 invitation could not be read and is not shown.')).toBeVisible();
    await expect(canvas.getByRole('row', { name: /linus@example.org/ })).toBeVisible();
  },
};

/** Whoever may only read is shown nothing of it. */
export const ReadOnly: Story = {
  parameters: { provider: { access: 'read' } },
  async play({ canvas, loaded }) {
    await expect(canvas.queryByText('Pending invitations')).toBeNull();
    await expect(backEndOf(loaded).fake.requests.map(({ operation }) => operation)).not.toContain('listInvitations');
  },
};

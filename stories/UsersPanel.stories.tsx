import { UsersPanel } from '@mixpeek/users-panel';
import { createSeed } from '@mixpeek/users-panel/memory';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { backEndOf } from './backEnd.js';
import { ada, grace, team } from './fixtures.js';
import { chosenIn } from './toolbar.js';

const meta: Meta<typeof UsersPanel> = {
  title: 'UsersPanel',
  component: UsersPanel,
  parameters: { provider: false },
  args: {
    appId: 'app_demo',
    currentUserId: 'user_ada',
    onInvite: fn(),
    onRoleChange: fn(),
    onRemove: fn(),
    onRevoke: fn(),
    onError: fn(),
  },
  render: (args, { loaded, globals }) => (
    <UsersPanel {...args} dataProvider={backEndOf(loaded).dataProvider} {...chosenIn(globals)} />
  ),
};
export default meta;
type Story = StoryObj<typeof UsersPanel>;

/** An admin with a team of twelve: everything can be done here. */
export const Default: Story = {
  async play({ canvas }) {
    await expect(await canvas.findByRole('row', { name: /Ada Lovelace/ })).toHaveTextContent('You');
    await expect(await canvas.findByText('1–10 of 12')).toBeVisible();
    await expect(await canvas.findByRole('row', { name: /linus@example.org/ })).toBeVisible();
    await expect(canvas.getByRole('heading', { name: /Pending invitations/ })).toHaveTextContent('3');
  },
};

/** A member may see who else is here, and nothing more. */
export const ReadOnly: Story = {
  args: { currentUserId: 'user_grace' },
  async play({ canvas }) {
    await expect(await canvas.findByRole('row', { name: /Grace Hopper/ })).toHaveTextContent('You');
    await expect(canvas.queryByRole('textbox', { name: 'E-mail addresses' })).toBeNull();
    await expect(canvas.queryByRole('button', { name: /Remove/ })).toBeNull();
    await expect(canvas.queryByRole('combobox', { name: /Role of/ })).toBeNull();
    await expect(canvas.queryByText('Pending invitations')).toBeNull();
  },
};

/** Somebody who is signed in but no member of this app. */
export const NoAccess: Story = {
  args: { currentUserId: 'user_nobody' },
  async play({ canvas }) {
    await expect(await canvas.findByText('You have no access to this list')).toBeVisible();
    await expect(canvas.queryByRole('table')).toBeNull();
  },
};

/** The host knows that the person may do nothing: no list is asked for. */
export const NoAccessByHost: Story = {
  args: { access: 'none' },
  async play({ canvas, loaded }) {
    await expect(await canvas.findByText('You have no access to this list')).toBeVisible();
    await expect(backEndOf(loaded).fake.requests).toHaveLength(0);
  },
};

/** The session has ended: the server answers 401. */
export const SignedOut: Story = {
  parameters: { backEnd: { faults: [{ operation: '*', kind: 'status', status: 401 }] } },
  async play({ canvas }) {
    await expect(await canvas.findByText('Sign in to see who may use this app')).toBeVisible();
    await expect(canvas.getAllByRole('button', { name: 'Try again' })).toHaveLength(1);
  },
};

/** The app is not in the mode that has users; who may, turns it on. */
export const NotEnabled: Story = {
  parameters: { backEnd: { seed: { ...team, mode: 'public' } } },
  async play({ canvas, loaded }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Turn on user management' }));
    await expect(await canvas.findByRole('row', { name: /Ada Lovelace/ })).toBeVisible();
    await expect(backEndOf(loaded).fake.read().mode).toBe('clerk');
  },
};

export const AppNotFound: Story = {
  args: { appId: 'app_unknown' },
  async play({ canvas }) {
    await expect(await canvas.findByText('This app was not found')).toBeVisible();
  },
};

/** The first list has not come yet: rows of the final size stand in. */
export const Loading: Story = {
  parameters: { backEnd: { faults: [{ operation: '*', kind: 'slow', ms: 600_000 }] } },
  async play({ canvas }) {
    await expect(await canvas.findByRole('table', { name: 'Members' })).toHaveAttribute('aria-busy', 'true');
  },
};

/** A new app: whoever made it is alone. */
export const OneMember: Story = {
  parameters: { backEnd: { seed: { members: [ada] } } },
  async play({ canvas }) {
    const row = await canvas.findByRole('row', { name: /Ada Lovelace/ });
    await expect(within(row).getByRole('combobox')).toBeDisabled();
    await expect(within(row).getByRole('combobox')).toHaveAccessibleDescription(/only admin/);
    await expect(await canvas.findByText('No invitations are waiting for an answer.')).toBeVisible();
  },
};

/** Ten thousand members: one page of them is in the page, and search asks nobody. */
export const TenThousand: Story = {
  args: { currentUserId: undefined },
  parameters: { backEnd: { seed: createSeed({ members: 10_000, invitations: 25 }) } },
  async play({ canvas, loaded }) {
    await expect(await canvas.findByText('1–10 of 10,000')).toBeVisible();
    const { requests } = backEndOf(loaded).fake;
    const before = requests.length;
    await userEvent.type(canvas.getByRole('searchbox', { name: 'Search members' }), 'example.org');
    await waitFor(async () => {
      await expect(canvas.getByText(/^1–10 of [1-4],\d{3}$/)).toBeVisible();
    });
    const table = canvas.getByRole('table', { name: 'Members' });
    await expect(within(table).getAllByRole('row')).toHaveLength(11);
    await expect(requests).toHaveLength(before);
  },
};

/** From the first click to the last: invite, change a role, remove, revoke, and the host is told of each. */
export const EveryAct: Story = {
  async play({ canvas, loaded, args }) {
    const { fake } = backEndOf(loaded);
    await userEvent.type(await canvas.findByLabelText('E-mail addresses'), 'joan@example.com');
    await userEvent.click(canvas.getByRole('button', { name: 'Send invitation' }));
    await expect(await canvas.findByText('joan@example.com was invited.')).toBeVisible();
    await expect(await canvas.findByRole('row', { name: /joan@example.com/ })).toBeVisible();

    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Role of Grace Hopper' }), 'Admin');
    await expect(await canvas.findByText('Grace Hopper is now Admin.')).toBeVisible();

    await userEvent.click(canvas.getByRole('button', { name: 'Remove Grace Hopper' }));
    const remove = await canvas.findByRole('alertdialog', { name: 'Remove Grace Hopper?' });
    await expect(within(remove).getByRole('button', { name: 'Cancel' })).toHaveFocus();
    await userEvent.click(within(remove).getByRole('button', { name: 'Remove' }));
    await expect(await canvas.findByText('Grace Hopper was removed.')).toBeVisible();
    await expect(canvas.queryByRole('row', { name: /Grace Hopper/ })).toBeNull();

    await userEvent.click(canvas.getByRole('button', { name: 'Revoke the invitation of joan@example.com' }));
    const revoke = await canvas.findByRole('alertdialog');
    await userEvent.click(within(revoke).getByRole('button', { name: 'Revoke' }));
    await expect(await canvas.findByText('The invitation of joan@example.com was revoked.')).toBeVisible();

    const { members, invitations } = fake.read();
    await expect(members.some((member) => member.userId === grace.userId)).toBe(false);
    await expect(invitations.filter(({ status }) => status === 'pending')).toHaveLength(3);
    await expect(args.onInvite).toHaveBeenCalledOnce();
    await expect(args.onRoleChange).toHaveBeenCalledWith(
      expect.objectContaining({ userId: grace.userId, role: 'org:admin' }),
      'org:member',
    );
    await expect(args.onRemove).toHaveBeenCalledWith(expect.objectContaining({ userId: grace.userId }));
    await expect(args.onRevoke).toHaveBeenCalledWith(expect.objectContaining({ email: 'joan@example.com' }));
    await expect(args.onError).not.toHaveBeenCalled();
  },
};

/** What the notice offers: a removed person invited again, a changed role changed back. */
export const Undo: Story = {
  async play({ canvas, loaded }) {
    const { fake } = backEndOf(loaded);
    await userEvent.selectOptions(await canvas.findByRole('combobox', { name: 'Role of Grace Hopper' }), 'Admin');
    await userEvent.click(await canvas.findByRole('button', { name: 'Change back' }));
    await expect(await canvas.findByText('Grace Hopper is now Member.')).toBeVisible();
    await expect(fake.read().members.find(({ userId }) => userId === grace.userId)?.role).toBe('org:member');

    await userEvent.click(canvas.getByRole('button', { name: 'Remove Grace Hopper' }));
    await userEvent.click(within(await canvas.findByRole('alertdialog')).getByRole('button', { name: 'Remove' }));
    await userEvent.click(await canvas.findByRole('button', { name: 'Invite again' }));
    await expect(await canvas.findByText('grace.hopper@example.com was invited.')).toBeVisible();
    const pending = fake.read().invitations.filter(({ status }) => status === 'pending');
    await expect(pending.map(({ email }) => email)).toContain('grace.hopper@example.com');
  },
};

/** Another admin takes the right away while the panel is open: the controls go, and the panel says why. */
export const AccessLost: Story = {
  async play({ canvas, loaded }) {
    const { fake } = backEndOf(loaded);
    const select = await canvas.findByRole('combobox', { name: 'Role of Grace Hopper' });
    await fake(
      new Request('https://elsewhere.example/v1/apps/app_demo/users/user_ada/role', {
        method: 'PATCH',
        body: JSON.stringify({ role: 'org:member' }),
        headers: { 'content-type': 'application/json' },
      }),
    );
    fake.configure({ faults: [{ operation: 'updateMemberRole', kind: 'status', status: 403 }] });
    await userEvent.selectOptions(select, 'Admin');
    await expect(await canvas.findByText(/Your role was changed/)).toBeVisible();
    await expect(canvas.queryByRole('combobox', { name: /Role of/ })).toBeNull();
    await expect(canvas.queryByLabelText('E-mail addresses')).toBeNull();
  },
};

import { UsersPanel } from '@mixpeek/users-panel';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, within, waitFor } from 'storybook/test';
import { backEndOf } from './backEnd.js';
import { ada, aMember, addressOnly, david, grace, longNamed, nameless, nour, pictured, team } from './fixtures.js';
import { comesBackOnline, CUT_OFF, goOffline, loseNetwork } from './offline.js';
import { cutShort, withNonsense } from './tampered.js';
import { chosenIn } from './toolbar.js';

const meta: Meta<typeof UsersPanel> = {
  title: 'UsersPanel in its states',
  component: UsersPanel,
  parameters: { provider: false },
  args: { appId: 'app_demo', currentUserId: 'user_ada' },
  render: (args, { loaded, globals }) => (
    <UsersPanel {...args} dataProvider={backEndOf(loaded).dataProvider} {...chosenIn(globals)} />
  ),
};
export default meta;
type Story = StoryObj<typeof UsersPanel>;

/** Nobody is in yet: the form above is the way on, and the empty list says so. */
export const Empty: Story = {
  args: { currentUserId: undefined },
  parameters: { backEnd: { seed: { members: [] } } },
  async play({ canvas }) {
    await expect(await canvas.findByText('Nobody is here yet')).toBeVisible();
    await expect(canvas.getByText('Invite the first person with their e-mail address.')).toBeVisible();
    await expect(await canvas.findByLabelText('E-mail addresses')).toBeEnabled();
  },
};

/** A search that finds nobody leaves the form and the invitations as they are. */
export const NoMatch: Story = {
  async play({ canvas }) {
    await canvas.findByRole('row', { name: /Ada Lovelace/ });
    await userEvent.type(canvas.getByRole('searchbox'), 'nobody at all');
    await expect(await canvas.findByText('Nobody matches “nobody at all”')).toBeVisible();
    await expect(await canvas.findByRole('row', { name: /linus@example.org/ })).toBeVisible();
  },
};

/** The members could not be loaded: the rest of the panel works. */
export const Failed: Story = {
  parameters: { backEnd: { faults: [{ operation: 'listMembers', kind: 'status', status: 400 }] } },
  async play({ canvas }) {
    await expect(await canvas.findByText('The list could not be loaded')).toBeVisible();
    await expect(await canvas.findByRole('row', { name: /linus@example.org/ })).toBeVisible();
    await expect(await canvas.findByLabelText('E-mail addresses')).toBeEnabled();
  },
};

/** A refetch failed: everything stays, with a way on. */
export const RefetchFailed: Story = {
  async play({ canvas, loaded }) {
    const select = await canvas.findByRole('combobox', { name: 'Role of Grace Hopper' });
    backEndOf(loaded).fake.configure({ faults: [{ operation: 'listMembers', kind: 'status', status: 400 }] });
    await userEvent.selectOptions(select, 'Admin');
    await expect(await canvas.findByText(/The list could not be refreshed/)).toBeVisible();
    await expect(await canvas.findByRole('row', { name: /linus@example.org/ })).toBeVisible();
  },
};

export const Offline: Story = {
  parameters: { backEnd: { faults: [CUT_OFF] } },
  beforeEach: () => goOffline(),
  async play({ canvas }) {
    await expect(
      (await canvas.findAllByText('You are offline. Try again when you are connected.')).length,
    ).toBeGreaterThan(0);
  },
};

/** The network goes with everything on screen. */
export const OfflineWithRows: Story = {
  beforeEach: comesBackOnline,
  async play({ canvas, loaded }) {
    await canvas.findByRole('row', { name: /linus@example.org/ });
    loseNetwork(loaded);
    await expect((await canvas.findAllByText(/What you see may be out of date/)).length).toBeGreaterThan(0);
    await expect(canvas.getByRole('row', { name: /Ada Lovelace/ })).toBeVisible();
  },
};

/** The session ends in the course of an act: the rows stay. */
export const SessionEnded: Story = {
  async play({ canvas, loaded }) {
    const select = await canvas.findByRole('combobox', { name: 'Role of Grace Hopper' });
    // Both lists are there: one that is still on its way would meet the end of the session, too.
    await canvas.findByRole('row', { name: /linus@example.org/ });
    backEndOf(loaded).fake.configure({ faults: [{ operation: '*', kind: 'status', status: 401 }] });
    await userEvent.selectOptions(select, 'Admin');
    await expect((await canvas.findAllByText(/Your session has ended/)).length).toBeGreaterThan(0);
    await waitFor(() => expect(select).toHaveValue('org:member'));
    await expect(await canvas.findByRole('row', { name: /linus@example.org/ })).toBeVisible();
  },
};

export const IncompleteList: Story = {
  parameters: { backEnd: { tamper: cutShort('listMembers', 40) } },
  async play({ canvas }) {
    await expect(await canvas.findByText(/Only 12 of 40 members could be loaded/)).toBeVisible();
  },
};

export const UnreadableRow: Story = {
  parameters: { backEnd: { tamper: withNonsense } },
  async play({ canvas }) {
    await expect(await canvas.findByText('1 member could not be read and is not shown.')).toBeVisible();
  },
};

/** All kinds of people at once, in one panel. */
export const OddPeople: Story = {
  parameters: {
    backEnd: {
      seed: {
        ...team,
        members: [
          ada,
          aMember({ ...grace, role: 'org:billing' }),
          longNamed,
          nameless,
          addressOnly,
          nour,
          david,
          pictured,
        ],
      },
    },
  },
  async play({ canvas, canvasElement }) {
    const row = await canvas.findByRole('row', { name: /Grace Hopper/ });
    await expect(within(row).getByRole('combobox')).toHaveDisplayValue('org:billing');
    await expect(canvas.getByRole('row', { name: /user_2mX9QpLr/ })).toBeVisible();
    await expect(canvasElement.scrollWidth).toBeLessThanOrEqual(canvasElement.clientWidth);
  },
};

/** The same people on a phone, from right to left. */
export const OddPeopleRightToLeft: Story = {
  ...OddPeople,
  globals: { dir: 'rtl' },
  parameters: { ...OddPeople.parameters, phone: true },
};

/** A write that was refused is told at its row, not over the whole panel. */
export const FailedWrite: Story = {
  parameters: { backEnd: { faults: [{ operation: 'updateMemberRole', kind: 'status', status: 500 }] } },
  async play({ canvas }) {
    const select = await canvas.findByRole('combobox', { name: 'Role of Grace Hopper' });
    await userEvent.selectOptions(select, 'Admin');
    await expect(await canvas.findByText(/The server failed/)).toBeVisible();
    await expect(canvas.getByRole('row', { name: /Grace Hopper/ })).toHaveTextContent(/The server failed/);
    await waitFor(() => expect(select).toHaveValue('org:member'));
  },
};

export const PendingWrite: Story = {
  parameters: { backEnd: { faults: [{ operation: 'updateMemberRole', kind: 'slow', ms: 600_000 }] } },
  async play({ canvas }) {
    const select = await canvas.findByRole('combobox', { name: 'Role of Grace Hopper' });
    await userEvent.selectOptions(select, 'Admin');
    await waitFor(() => expect(select).toHaveValue('org:admin'));
    await expect(select).toHaveAccessibleDescription(/Saving…/);
  },
};

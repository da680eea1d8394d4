import { MemberTable } from '@mixpeek/users-panel';
import { createMemoryDataProvider, createSeed } from '@mixpeek/users-panel/memory';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { backEndOf } from './backEnd.js';
import { ada, aMember, grace, hedy, team } from './fixtures.js';

const meta: Meta<typeof MemberTable> = {
  title: 'Pieces/MemberTable',
  component: MemberTable,
};
export default meta;
type Story = StoryObj<typeof MemberTable>;

const namesOf = (canvas: { getAllByRole: (role: string) => HTMLElement[] }) =>
  canvas.getAllByRole('rowheader').map((cell) => cell.querySelector('bdi')?.textContent);

export const Default: Story = {
  async play({ canvas }) {
    await expect(await canvas.findByText('1–10 of 12')).toBeVisible();
    await expect(canvas.getByRole('heading', { name: /Members/ })).toHaveTextContent('12');
    await userEvent.click(canvas.getByRole('button', { name: 'Next page' }));
    await expect(await canvas.findByText('11–12 of 12')).toBeVisible();
    await expect(canvas.getByRole('row', { name: /Donald Knuth/ })).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Next page' })).toHaveAttribute('aria-disabled', 'true');
  },
};

/** Every word must be found, in name or address; case and accents do not count. */
export const Searched: Story = {
  async play({ canvas }) {
    const search = await canvas.findByRole('searchbox', { name: 'Search members' });
    await canvas.findByRole('row', { name: /Ada Lovelace/ });
    await userEvent.type(search, 'muller zoe');
    await waitFor(() => expect(namesOf(canvas)).toEqual(['Zoë Müller']));
    await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent('1 member found'));
    await userEvent.keyboard('{Escape}');
    await expect(search).toHaveValue('');
    await expect(await canvas.findByText('1–10 of 12')).toBeVisible();
  },
};

export const NoMatch: Story = {
  async play({ canvas }) {
    await canvas.findByRole('row', { name: /Ada Lovelace/ });
    await userEvent.type(canvas.getByRole('searchbox'), 'nobody at all');
    await expect(await canvas.findByText('Nobody matches “nobody at all”')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Clear search and filter' })).toBeVisible();
  },
};

/** One button brings everybody back, and the focus stays in the search. */
export const SearchCleared: Story = {
  async play(context) {
    await NoMatch.play?.(context);
    const { canvas } = context;
    await userEvent.click(canvas.getByRole('button', { name: 'Clear search and filter' }));
    await expect(await canvas.findByRole('row', { name: /Ada Lovelace/ })).toBeVisible();
    await expect(canvas.getByRole('searchbox')).toHaveFocus();
  },
};

/** Search and filter narrow together; neither wipes the other. */
export const FilteredByRole: Story = {
  async play({ canvas }) {
    await canvas.findByRole('row', { name: /Ada Lovelace/ });
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Filter by role' }), 'Admin');
    await expect(namesOf(canvas)).toEqual(['Ada Lovelace', 'Alan Turing']);
    await userEvent.type(canvas.getByRole('searchbox'), 'turing');
    await expect(namesOf(canvas)).toEqual(['Alan Turing']);
    await expect(canvas.getByRole('combobox', { name: 'Filter by role' })).toHaveValue('org:admin');
  },
};

export const Sorted: Story = {
  async play({ canvas }) {
    await canvas.findByRole('row', { name: /Ada Lovelace/ });
    const header = canvas.getByRole('columnheader', { name: 'Joined' });
    await userEvent.click(within(header).getByRole('button'));
    await expect(header).toHaveAttribute('aria-sort', 'ascending');
    await userEvent.click(within(header).getByRole('button'));
    await expect(header).toHaveAttribute('aria-sort', 'descending');
    await expect(namesOf(canvas)[0]).toBe('Donald Knuth');
    await userEvent.click(within(header).getByRole('button'));
    await expect(header).toHaveAttribute('aria-sort', 'none');
  },
};

export const Loading: Story = {
  parameters: { backEnd: { faults: [{ operation: '*', kind: 'slow', ms: 600_000 }] } },
  async play({ canvas }) {
    await expect(await canvas.findByRole('table', { name: 'Members' })).toHaveAttribute('aria-busy', 'true');
  },
};

export const Empty: Story = {
  parameters: { backEnd: { seed: { members: [] } }, provider: { currentUserId: undefined } },
  async play({ canvas }) {
    await expect(await canvas.findByText('Nobody is here yet')).toBeVisible();
  },
};

/** The only admin can be neither demoted nor removed, and the controls say why. */
export const LastAdmin: Story = {
  parameters: { backEnd: { seed: { members: [ada, grace] } }, provider: { currentUserId: undefined } },
  async play({ canvas }) {
    const row = await canvas.findByRole('row', { name: /Ada Lovelace/ });
    await expect(within(row).getByRole('combobox')).toBeDisabled();
    await expect(within(row).getByRole('combobox')).toHaveAccessibleDescription(/only admin/);
    const remove = within(row).getByRole('button', { name: 'Remove Ada Lovelace' });
    await expect(remove).toHaveAttribute('aria-disabled', 'true');
    await expect(remove).toHaveAccessibleDescription(/only admin/);
    await userEvent.click(remove);
    await expect(canvas.queryByRole('alertdialog')).toBeNull();
  },
};

/** Giving up one's own role is asked about first, in words; then the panel is for reading. */
export const DemoteYourself: Story = {
  async play({ canvas }) {
    await userEvent.selectOptions(await canvas.findByRole('combobox', { name: 'Role of Ada Lovelace' }), 'Member');
    const dialog = await canvas.findByRole('alertdialog', { name: 'Give up your admin role?' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Give up admin role' }));
    await waitFor(() => expect(canvas.queryByRole('combobox', { name: /Role of/ })).toBeNull());
    await expect(canvas.getByRole('row', { name: /Ada Lovelace/ })).toHaveTextContent('Member');
  },
};

/** A role that is not known here is shown as it is, and changed only by choice. */
export const UnknownRole: Story = {
  parameters: { backEnd: { seed: { members: [ada, aMember({ ...grace, role: 'org:billing' })] } } },
  async play({ canvas }) {
    const select = await canvas.findByRole('combobox', { name: 'Role of Grace Hopper' });
    await waitFor(() => expect(select).toHaveValue('org:billing'));
    await expect(select).toHaveDisplayValue('org:billing');
  },
};

/** The role shows at once; when the server refuses, the old one is back and the row says why. */
export const RoleChangeRefused: Story = {
  parameters: {
    backEnd: {
      latencyMs: 300,
      faults: [{ operation: 'updateMemberRole', kind: 'status', status: 429, retryAfter: 12 }],
    },
  },
  async play({ canvas }) {
    const select = await canvas.findByRole('combobox', { name: 'Role of Grace Hopper' });
    await userEvent.selectOptions(select, 'Admin');
    await waitFor(() => expect(select).toHaveValue('org:admin'));
    await waitFor(() => expect(select).toHaveValue('org:member'));
    // Read out once in the words of the start; seen counting down.
    await expect(canvas.getByRole('row', { name: /Grace Hopper/ })).toHaveTextContent('Try again in 12 seconds.');
    await expect(await canvas.findByText(/Try again in 1?\d seconds/, { selector: '[aria-hidden]' })).toBeVisible();
  },
};

/** A change that is on its way: shown already, marked as not yet agreed. */
export const RoleChangePending: Story = {
  parameters: { backEnd: { faults: [{ operation: 'updateMemberRole', kind: 'slow', ms: 600_000 }] } },
  async play({ canvas }) {
    const select = await canvas.findByRole('combobox', { name: 'Role of Grace Hopper' });
    await userEvent.selectOptions(select, 'Admin');
    await waitFor(() => expect(select).toHaveValue('org:admin'));
    await expect(canvas.getByRole('row', { name: /Grace Hopper/ })).toHaveAttribute('data-pending');
  },
};

/** Names as they come: missing, long, right to left, with markup and characters that turn the line. */
export const OddPeople: Story = {
  parameters: {
    backEnd: {
      seed: {
        members: [
          ada,
          aMember({ userId: 'user_nobody_knows', name: null, email: null, joinedAt: null }),
          aMember({ name: null, email: 'only.an.address@example.com' }),
          aMember({
            name: `${'Maximiliana Konstantina '.repeat(5)}von und zu Hohenstein`,
            email: `${'a'.repeat(60)}.${'b'.repeat(3)}@${'long-domain-'.repeat(10)}example.com`,
          }),
          aMember({ name: 'نور الهاشمي', email: 'nour@example.com' }),
          aMember({ name: '<img src=x onerror=alert(1)>', email: 'markup@example.com' }),
          aMember({ name: 'Eve\u202E gnp.exe', email: 'turned@example.com' }),
          aMember({ name: 'Broken Picture', avatarUrl: 'http://insecure.example.com/x.png', email: 'pic@example.com' }),
        ],
      },
    },
  },
  async play({ canvas, canvasElement }) {
    await expect(await canvas.findByRole('row', { name: /user_nobody_knows/ })).toHaveTextContent('Not known');
    await expect(canvas.getByText('<img src=x onerror=alert(1)>')).toBeVisible();
    await expect(canvas.getByText('Eve gnp.exe')).toBeVisible();
    await expect(canvasElement.querySelector('img')).toBeNull();
    await expect(canvasElement.scrollWidth).toBeLessThanOrEqual(canvasElement.clientWidth);
  },
};

export const ReadOnly: Story = {
  parameters: { provider: { currentUserId: 'user_grace' } },
  async play({ canvas }) {
    await expect(await canvas.findByRole('row', { name: /Ada Lovelace/ })).toHaveTextContent('Admin');
    await expect(canvas.queryByRole('combobox', { name: /Role of/ })).toBeNull();
    await expect(canvas.queryByRole('columnheader', { name: 'Actions' })).toBeNull();
  },
};

export const TenThousand: Story = {
  parameters: {
    backEnd: { seed: createSeed({ members: 10_000 }) },
    provider: { currentUserId: undefined },
  },
  async play({ canvas, canvasElement, loaded }) {
    await expect(await canvas.findByText('1–10 of 10,000')).toBeVisible();
    await expect(canvasElement.querySelectorAll('*').length).toBeLessThan(400);
    await expect(backEndOf(loaded).fake.requests.length).toBeLessThanOrEqual(1);
  },
};

export const OnAPhone: Story = {
  parameters: { backEnd: { seed: team }, phone: true },
  async play({ canvas }) {
    const row = await canvas.findByRole('row', { name: /Grace Hopper/ });
    await expect(within(row).getByRole('combobox', { name: 'Role of Grace Hopper' })).toBeVisible();
    await expect(canvas.getByRole('table', { name: 'Members' }).scrollWidth).toBeLessThanOrEqual(360);
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

/** Rows that somebody else altered are marked for a moment when the list is read again. */
export const ChangedByOthers: Story = {
  async play({ canvas, loaded }) {
    await canvas.findByRole('row', { name: /Ada Lovelace/ });
    await elsewhere(loaded, 'PATCH', `${hedy.userId}/role`, { role: 'org:admin' });
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Role of Grace Hopper' }), 'Admin');
    await waitFor(() =>
      expect(canvas.getByRole('row', { name: /Hedy Lamarr/ })).toHaveTextContent('Changed by someone else'),
    );
    await expect(canvas.getByRole('row', { name: /Grace Hopper/ })).not.toHaveTextContent('Changed by someone else');
  },
};

/** A question about a row that changed meanwhile is not answered: the dialog says what is new. */
export const ChangedWhileAsked: Story = {
  async play({ canvas, loaded }) {
    const select = await canvas.findByRole('combobox', { name: 'Role of Grace Hopper' });
    await elsewhere(loaded, 'PATCH', `${hedy.userId}/role`, { role: 'org:admin' });
    await userEvent.selectOptions(select, 'Admin');
    await userEvent.click(canvas.getByRole('button', { name: 'Remove Hedy Lamarr' }));
    const dialog = await canvas.findByRole('alertdialog');
    await expect(await within(dialog).findByText(/Hedy Lamarr is now Admin/)).toBeVisible();
    await expect(within(dialog).queryByRole('button', { name: 'Remove' })).toBeNull();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Close' }));
    await expect(backEndOf(loaded).fake.read().members).toHaveLength(12);
  },
};

/** A directory manages this person: marked, and the controls say why they are off. */
export const ManagedElsewhere: Story = {
  parameters: {
    provider: {
      dataProvider: createMemoryDataProvider({ members: [ada, aMember({ ...grace, managed: true })] }),
    },
  },
  async play({ canvas }) {
    const row = await canvas.findByRole('row', { name: /Grace Hopper/ });
    await expect(row).toHaveTextContent('Managed');
    await expect(within(row).getByRole('combobox')).toBeDisabled();
    await expect(within(row).getByRole('combobox')).toHaveAccessibleDescription(/managed by a directory/);
    await expect(within(row).getByRole('button', { name: 'Remove Grace Hopper' })).toHaveAccessibleDescription(
      /managed by a directory/,
    );
  },
};

/** The back end pages: search is asked of it, pages are walked by its cursors, and it offers no order. */
export const PagedByBackEnd: Story = {
  parameters: {
    provider: {
      currentUserId: undefined,
      dataProvider: createMemoryDataProvider(createSeed({ members: 143 }), { paging: 'cursor' }),
    },
  },
  async play({ canvas }) {
    await expect(await canvas.findByText('1–10 of 143')).toBeVisible();
    await expect(canvas.queryByRole('button', { name: /Sort by/ })).toBeNull();
    await userEvent.click(canvas.getByRole('button', { name: 'Next page' }));
    await expect(await canvas.findByText('11–20 of 143')).toBeVisible();
    await userEvent.type(canvas.getByRole('searchbox'), 'example.org');
    await waitFor(() => expect(canvas.getByText(/^1–10 of \d\d$/)).toBeVisible(), { timeout: 3000 });
  },
};

/** Columns and buttons of the host's own. */
export const HostColumns: Story = {
  args: {
    columns: [{ key: 'team', header: 'Team', render: ({ name }) => (name?.startsWith('A') ? 'Research' : 'Product') }],
    rowActions: ({ name }) => <a href={`#${name ?? ''}`}>Profile</a>,
  },
  async play({ canvas }) {
    const row = await canvas.findByRole('row', { name: /Ada Lovelace/ });
    await expect(row).toHaveTextContent('Research');
    await expect(within(row).getByRole('link', { name: 'Profile' })).toBeVisible();
    await expect(canvas.getByRole('columnheader', { name: 'Team' })).toBeVisible();
  },
};

/** The host's own avatar, empty state and classes in place of ours. */
export const HostParts: Story = {
  parameters: {
    provider: {
      components: { Avatar: ({ name }: { name: string }) => <b data-testid="avatar">{name.at(0)}</b> },
      classNames: { 'member-table-row': 'host-row' },
    },
  },
  async play({ canvas, canvasElement }) {
    await canvas.findByRole('row', { name: /Ada Lovelace/ });
    await expect(canvas.getAllByTestId('avatar')).toHaveLength(10);
    await expect(canvasElement.querySelectorAll('.host-row')).toHaveLength(10);
  },
};

const veto = fn(() => Promise.resolve(false));

/** The host says no before anything is sent: nothing happens, and nothing is called an error. */
export const Vetoed: Story = {
  parameters: { provider: { onBeforeRoleChange: veto, onError: fn() } },
  async play({ canvas, loaded, parameters }) {
    const select = await canvas.findByRole('combobox', { name: 'Role of Grace Hopper' });
    await userEvent.selectOptions(select, 'Admin');
    await waitFor(() =>
      expect(veto).toHaveBeenCalledWith(expect.objectContaining({ userId: 'user_grace' }), 'org:admin'),
    );
    await waitFor(() => expect(select).toHaveValue('org:member'));
    await expect(canvas.getByRole('alert')).toBeEmptyDOMElement();
    await expect(parameters['provider'].onError).not.toHaveBeenCalled();
    const { requests } = backEndOf(loaded).fake;
    await expect(requests.some(({ method }) => method === 'PATCH')).toBe(false);
  },
};

/** "/" finds the search from anywhere in the panel. */
export const SearchByKey: Story = {
  async play({ canvas }) {
    await canvas.findByRole('row', { name: /Ada Lovelace/ });
    canvas.getByRole('button', { name: 'Remove Grace Hopper' }).focus();
    await userEvent.keyboard('/');
    await expect(canvas.getByRole('searchbox')).toHaveFocus();
    await userEvent.keyboard('a/b');
    await expect(canvas.getByRole('searchbox')).toHaveValue('a/b');
  },
};

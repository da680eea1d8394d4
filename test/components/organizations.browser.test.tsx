import { render, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { createClerkDataProvider } from '../../src/clerk/index.js';
import { MembershipRequestList } from '../../src/components/MembershipRequestList.js';
import { NoticeRegion } from '../../src/components/NoticeRegion.js';
import { OrganizationForm } from '../../src/components/OrganizationForm.js';
import { OrganizationList } from '../../src/components/OrganizationList.js';
import { UsersProvider } from '../../src/context/UsersProvider.js';
import { organizationsDe } from '../../src/locales/organizations/de.js';
import { createMemoryDataProvider, createSeed } from '../../src/memory/index.js';
import type { DataProvider } from '../../src/model/dataProvider.js';
import type { Organization } from '../../src/model/organization.js';
import { createFakeClerk, type FakeSdkOptions } from '../clerk/fakeClerk.js';

const appId = 'org_acme';
const seed = createSeed({ appId, members: 4 });
const [admin, member] = [seed.members[0]?.userId ?? '', seed.members.find(({ role }) => role === 'org:member')?.userId];

async function connect(options: FakeSdkOptions = {}) {
  const fake = await createFakeClerk(seed, { userId: admin, ...options });
  return { ...fake, dataProvider: createClerkDataProvider(fake.clerk) };
}

function open(dataProvider: DataProvider, children: React.ReactNode) {
  return render(
    <UsersProvider appId={appId} dataProvider={dataProvider}>
      {children}
      <NoticeRegion />
    </UsersProvider>,
  );
}

const table = (name: string) => screen.findByRole('table', { name });
const button = (name: string) => screen.findByRole('button', { name });
const noticed = (text: string) => screen.findByText(text, { selector: '.mup-notice *' });

describe('the list of organizations', () => {
  it('shows each with one’s role and how many are in it, and marks the one that is shown', async () => {
    const { dataProvider } = await connect();
    const { container } = open(dataProvider, <OrganizationList selectedId={appId} onSelect={() => undefined} />);
    const row = await screen.findByRole('row', { name: /Acme/ });
    expect(within(row).getByText('Current')).toBeVisible();
    expect(within(row).getByText('Admin')).toBeVisible();
    expect(within(row).getByText('4')).toBeVisible();
    expect(within(row).queryByRole('button', { name: /Switch/ })).toBeNull();
    expect((await axe.run(container)).violations).toEqual([]);
  });

  it('lets one switch to another', async () => {
    const { dataProvider } = await connect();
    await dataProvider.createOrganization?.({ name: 'Widgets' });
    const onSelect = vi.fn<(organization: Organization) => void>();
    open(dataProvider, <OrganizationList selectedId={appId} onSelect={onSelect} />);
    await userEvent.click(await button('Switch to Widgets'));
    expect(onSelect.mock.lastCall?.[0]).toMatchObject({ name: 'Widgets', role: 'org:admin' });
  });

  it('renames one in its row, by keyboard, and gives the focus back', async () => {
    const { dataProvider } = await connect();
    open(dataProvider, <OrganizationList />);
    (await button('Rename Acme')).focus();
    await userEvent.keyboard('{Enter}');
    const field = await screen.findByRole('textbox', { name: 'New name of Acme' });
    await waitFor(() => expect(field).toHaveFocus());
    await userEvent.keyboard('Apex{Enter}');
    await noticed('The organization is called Apex now.');
    await waitFor(async () => expect(await button('Rename Apex')).toHaveFocus());
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('offers a mere member no renaming', async () => {
    const { dataProvider } = await connect({ userId: member ?? null });
    open(dataProvider, <OrganizationList />);
    expect(within(await table('Organizations')).queryByRole('button')).toBeNull();
  });

  it('shows more when asked, and says how many there are', async () => {
    const { dataProvider } = await connect();
    for (const name of ['B', 'C']) await dataProvider.createOrganization?.({ name });
    open(dataProvider, <OrganizationList pageSize={2} />);
    await screen.findByRole('row', { name: /Acme/ });
    expect(screen.queryByRole('row', { name: /^C/ })).toBeNull();
    await userEvent.click(await button('Show more'));
    await screen.findByRole('row', { name: /^C/ });
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
  });

  it('says that there is none, who must sign in, and what failed', async () => {
    const none = await connect({ userId: 'operator' });
    const first = open(none.dataProvider, <OrganizationList />);
    await screen.findByText('You belong to no organization yet');
    first.unmount();

    const nobody = await connect({ userId: null });
    const second = open(nobody.dataProvider, <OrganizationList />);
    await userEvent.click(await button('Sign in'));
    expect(nobody.signIns()).toBe(1);
    second.unmount();

    const broken = await connect();
    broken.frontend.refuse(/organization_memberships/, { status: 422, code: 'form_param_unknown' });
    open(broken.dataProvider, <OrganizationList />);
    await userEvent.click(await button('Try again'));
    await screen.findByRole('row', { name: /Acme/ });
  });

  it('speaks the reader’s language', async () => {
    const { dataProvider } = await connect();
    open(dataProvider, <OrganizationList messages={organizationsDe} />);
    await table('Organisationen');
    expect(await button('Acme umbenennen')).toHaveTextContent('Umbenennen');
  });
});

describe('the form for an organization', () => {
  it('creates one, and is empty again', async () => {
    const { dataProvider } = await connect();
    const onSave = vi.fn<(organization: Organization) => void>();
    const { container } = open(dataProvider, <OrganizationForm onSave={onSave} />);
    const field = await screen.findByRole('textbox', { name: 'Name' });
    await userEvent.type(field, ' Widgets ');
    await userEvent.click(await button('Create organization'));
    await noticed('Widgets was created.');
    expect(field).toHaveValue('');
    expect(onSave.mock.lastCall?.[0]).toMatchObject({ name: 'Widgets' });
    expect((await axe.run(container)).violations).toEqual([]);
  });

  it('asks for a name, and sends nothing without one', async () => {
    const { dataProvider, frontend } = await connect();
    frontend.log.length = 0;
    open(dataProvider, <OrganizationForm />);
    await userEvent.click(await button('Create organization'));
    const field = screen.getByRole('textbox', { name: 'Name', description: 'Enter a name.' });
    expect(field).toHaveFocus();
    expect(frontend.log.filter((line) => line.startsWith('POST'))).toEqual([]);
  });

  it('says why it was refused, and keeps what was typed', async () => {
    const { dataProvider, frontend } = await connect();
    const onError = vi.fn<(error: unknown, operation: string) => void>();
    frontend.refuse(/^POST/, { status: 403, code: 'authorization_invalid' });
    render(
      <UsersProvider appId={appId} dataProvider={dataProvider} onError={onError}>
        <OrganizationForm />
      </UsersProvider>,
    );
    await userEvent.type(await screen.findByRole('textbox', { name: 'Name' }), 'Widgets');
    await userEvent.click(await button('Create organization'));
    await waitFor(() => expect(screen.getByRole('textbox')).toHaveAccessibleDescription(/not allowed|permission/i));
    expect(screen.getByRole('textbox')).toHaveValue('Widgets');
    expect(onError.mock.lastCall).toMatchObject([{ code: 'forbidden' }, 'createOrganization']);
  });
});

describe('people who ask to be let in', () => {
  const requests = () => [
    { id: 'req_1', email: 'una@example.com', name: 'Una Ask', status: 'pending' as const },
    { id: 'req_2', email: 'vic@example.com', name: 'Vic Ask', status: 'pending' as const },
  ];

  it('are accepted and declined', async () => {
    const { dataProvider, frontend } = await connect({ requests: requests() });
    const { container } = open(dataProvider, <MembershipRequestList />);
    await table('Requests to join');
    expect((await axe.run(container)).violations).toEqual([]);
    await userEvent.click(await button('Accept Una Ask'));
    await noticed('Una Ask is a member now.');
    await userEvent.click(await button('Decline Vic Ask'));
    await noticed('The request of Vic Ask was declined.');
    await waitFor(() => expect(screen.queryByRole('table')).toBeNull());
    expect(frontend.store.read().members.map(({ email }) => email)).toContain('una@example.com');
  });

  it('whom somebody else has answered are told of, and go', async () => {
    const { dataProvider, frontend } = await connect({ requests: requests() });
    open(dataProvider, <MembershipRequestList />);
    await table('Requests to join');
    const [una] = frontend.requests;
    if (una) una.status = 'accepted';
    await userEvent.click(await button('Accept Una Ask'));
    await noticed('The request of Una Ask has been answered already.');
    await waitFor(() => expect(screen.queryByRole('row', { name: /Una/ })).toBeNull());
  });

  it('stay, with the reason, when the answer is refused', async () => {
    const { dataProvider, frontend } = await connect({ requests: requests() });
    frontend.refuse(/accept$/, { status: 403, code: 'organization_membership_quota_exceeded' });
    open(dataProvider, <MembershipRequestList />);
    await userEvent.click(await button('Accept Una Ask'));
    const row = await screen.findByRole('row', { name: /Una/ });
    expect(await within(row).findByText(/limit|room|full/i)).toBeVisible();
  });
});

describe('in both lists', () => {
  const page = { total: 2, nextCursor: null, unreadable: 0 };
  const names = ['Widgets', 'חברת הדגמה'];
  const dataProvider: DataProvider = {
    ...createMemoryDataProvider(seed, { currentUserId: admin }),
    listOrganizations: () =>
      Promise.resolve({
        ...page,
        organizations: names.map((name) => ({
          organizationId: name,
          name,
          role: 'org:admin',
          memberCount: 3,
          canRename: true,
        })),
      }),
    renameOrganization: () => Promise.reject(new Error('Nobody asked for it.')),
    listMembershipRequests: () =>
      Promise.resolve({
        ...page,
        requests: names.map((name) => ({
          requestId: name,
          name,
          email: 'dana@example.com',
          avatarUrl: null,
          createdAt: null,
        })),
      }),
    acceptMembershipRequest: () => Promise.resolve(),
    rejectMembershipRequest: () => Promise.resolve(),
  };

  async function openBoth(dir: 'ltr' | 'rtl', width: number) {
    const { container } = render(
      <UsersProvider appId={appId} dataProvider={dataProvider} dir={dir}>
        <OrganizationList selectedId="Widgets" onSelect={() => undefined} />
        <MembershipRequestList />
      </UsersProvider>,
    );
    container.style.width = `${width}px`;
    await table('Organizations');
    await table('Requests to join');
    return container;
  }

  it.each(['ltr', 'rtl'] as const)('a name begins where its column does, whichever way it runs: %s', async (dir) => {
    const container = await openBoth(dir, 870);
    const isolated = [...container.querySelectorAll<HTMLElement>('[scope="row"] bdi')];
    expect(isolated).toHaveLength(6);
    for (const each of isolated) {
      const cell = each.closest('th') as HTMLElement;
      const inset = Number.parseFloat(getComputedStyle(cell).paddingInlineStart);
      const words = document.createRange();
      words.selectNodeContents(each);
      const [own, column] = [words.getBoundingClientRect(), cell.getBoundingClientRect()];
      const distance = dir === 'ltr' ? own.left - column.left : column.right - own.right;
      expect(Math.abs(distance - inset)).toBeLessThanOrEqual(1);
    }
  });

  it('the name has most of the room, and what can be done stands side by side', async () => {
    const container = await openBoth('ltr', 870);
    for (const list of container.querySelectorAll('table')) {
      const [name = 0, ...others] = [...list.querySelectorAll('thead th')].map((header) => header.clientWidth);
      expect(name).toBeGreaterThan(Math.max(...others));
    }
    for (const actions of container.querySelectorAll('.mup-invitation-actions')) {
      const tops = [...actions.querySelectorAll('button')].map((each) => each.getBoundingClientRect().top);
      expect(new Set(tops).size).toBe(1);
    }
    const marked = screen.getByText('Current').getBoundingClientRect();
    const named = screen.getByText('Widgets', { selector: '[aria-label="Organizations"] bdi' }).getBoundingClientRect();
    expect(marked.top).toBeLessThan(named.bottom);
  });

  it('in a narrow page a card says first who asks, then when', async () => {
    const container = await openBoth('ltr', 360);
    const card = container.querySelector('[aria-label="Requests to join"] tbody tr') as Element;
    const top = (selector: string) => (card.querySelector(selector) as Element).getBoundingClientRect().top;
    expect(top('[data-column="person"]')).toBeLessThan(top('[data-column="invited"]'));
    expect(top('[data-column="invited"]')).toBeLessThan(top('[data-column="actions"]'));
  });
});

describe('nothing at all is shown', () => {
  const pieces = (
    <>
      <OrganizationList />
      <OrganizationForm />
      <MembershipRequestList />
    </>
  );

  it('where the data provider knows of no organizations', async () => {
    const dataProvider = createMemoryDataProvider(seed, { currentUserId: admin });
    const { container } = open(dataProvider, pieces);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(container.querySelectorAll('section, form, table')).toHaveLength(0);
  });

  it('of requests where nobody can ask, and to those who may not answer', async () => {
    const off = await connect();
    const first = open(off.dataProvider, <MembershipRequestList />);
    await waitFor(() => expect(off.frontend.log.join()).toContain('membership_requests'));
    expect(screen.queryByRole('table')).toBeNull();
    first.unmount();
    const reader = await connect({ userId: member ?? null, requests: [] });
    open(reader.dataProvider, <MembershipRequestList />);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(reader.frontend.log.join()).not.toContain('membership_requests');
  });
});

import { render, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { createClerkDataProvider } from '../../src/clerk/index.js';
import { createSeed } from '../../src/memory/index.js';
import { UsersPanel } from '../../src/UsersPanel.js';
import { createFakeClerk } from '../clerk/fakeClerk.js';

const appId = 'org_acme';

async function open(change: (fake: Awaited<ReturnType<typeof createFakeClerk>>) => void, roles?: readonly string[]) {
  const seed = createSeed({ appId, members: 3 });
  const members = roles
    ? seed.members.map((each, index) => ({ ...each, role: roles[index] ?? each.role }))
    : seed.members;
  const fake = await createFakeClerk(
    { ...seed, members, ...(roles && { roles: [...new Set(roles)].map((role) => ({ role })) }) },
    { userId: members[0]?.userId ?? null },
  );
  change(fake);
  render(<UsersPanel appId={appId} dataProvider={createClerkDataProvider(fake.clerk)} />);
  const table = await screen.findByRole('table', { name: 'Members' });
  const [first] = await within(table).findAllByRole('combobox', { name: /^Role of/ });
  return first as HTMLSelectElement;
}

it('lets no role be chosen while Clerk moves the organization to others', async () => {
  const select = await open(({ frontend }) => {
    frontend.isMigratingRoles = true;
  });
  await expect
    .poll(() =>
      within(select)
        .getAllByRole<HTMLOptionElement>('option')
        .map(({ disabled }) => disabled),
    )
    .toEqual([false, true]);
  expect(within(select).getByRole<HTMLOptionElement>('option', { selected: true }).disabled).toBe(false);
});

it('calls the roles of an old instance by the words of the catalogue', async () => {
  const select = await open(() => undefined, ['admin', 'basic_member', 'admin']);
  await expect
    .poll(() =>
      within(select)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    )
    .toEqual(['Admin', 'Member']);
  expect(select).toHaveValue('admin');
  // Nobody is made an admin because nobody chose.
  expect(await screen.findByRole('combobox', { name: 'Role of the people you invite' })).toHaveValue('basic_member');
});

it.each([
  ['as fast as it can', 0],
  ['slowly', 400],
])('leaves the panel read-only at once when the role of one’s own is given up, Clerk answering %s', async (_, ms) => {
  const select = await open(
    ({ clerk }) => {
      const { session } = clerk;
      if (!session) throw new Error('Nobody is signed in.');
      const touch = session.touch.bind(session);
      const slow = { touch: () => new Promise((resolve) => setTimeout(resolve, ms)).then(touch) };
      Object.defineProperty(clerk, 'session', { value: slow });
    },
    ['org:admin', 'org:member', 'org:admin'],
  );
  await userEvent.selectOptions(select, 'org:member');
  await userEvent.click(await screen.findByRole('button', { name: 'Give up admin role' }));
  await screen.findByText(/is now Member/);
  await expect.poll(() => screen.queryAllByRole('combobox', { name: /^Role of/ }), { timeout: 300 }).toEqual([]);
  expect(screen.queryByRole('button', { name: /^(Remove|Send)/ })).toBeNull();
  await new Promise((resolve) => setTimeout(resolve, ms + 100));
  expect(screen.queryAllByRole('combobox', { name: /^Role of/ })).toEqual([]);
  expect(screen.getAllByRole('row').length).toBeGreaterThan(2);
});

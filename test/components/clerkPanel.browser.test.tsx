import { render, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
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
  const [first] = await screen.findAllByRole('combobox', { name: /^Role of/ });
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

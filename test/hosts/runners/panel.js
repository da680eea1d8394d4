import { configure, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

// A busy machine must not turn a test red.
configure({ asyncUtilTimeout: 30_000 });

/**
 * Invites, changes a role and removes somebody, as a person does, in whatever runner and DOM this is.
 * @param {import('@mixpeek/users-panel/memory').FilledSeed} seed with twelve members
 */
export async function manage(seed) {
  const { name, email } = seed.members.find(({ role }) => role === 'org:member') ?? {};
  if (!name || !email) throw new Error('The seed has no such member.');
  const user = userEvent.setup();
  const members = await screen.findByRole('table', { name: 'Members' });
  await screen.findByText('1–10 of 12');

  await user.type(await screen.findByLabelText('E-mail addresses'), 'new.person@example.com');
  await user.click(screen.getByRole('button', { name: 'Send invitation' }));
  const invitations = await screen.findByRole('table', { name: 'Pending invitations' });
  await within(invitations).findByText('new.person@example.com');

  await user.type(screen.getByRole('searchbox', { name: 'Search members' }), email);
  await user.selectOptions(await within(members).findByLabelText(`Role of ${name}`), 'Admin');
  await screen.findByText(`${name} is now Admin.`);
  await user.click(await screen.findByRole('button', { name: `Remove ${name}` }));
  const dialog = await screen.findByRole('alertdialog', { name: `Remove ${name}?` });
  await user.click(within(dialog).getByRole('button', { name: 'Remove' }));
  await screen.findByText(`${name} was removed.`);
}

import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { chip, chips, open, send } from './inviteForm.js';
import { bodiesOf, emailField } from './panel.js';

/** Pastes as a browser does. */
function paste(text: string) {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  emailField().dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
}

const roleOf = (email: string) => screen.getByRole('combobox', { name: `Role of ${email}` });
const note = (role: string) => `unknown role “${role}”: choose one`;

describe('a list pasted from a sheet', () => {
  test('is sent with the roles that stand in it, and without those that are not known', async () => {
    const { fake } = await open();
    paste('Name\tEmail\tRole\nJane Doe\tjane@x.org\tAdmin\nCarol\tcarol@x.org\tViewer\nBob\tbob@x.org\t');
    await screen.findByRole('button', { name: 'Send 2 invitations' });
    expect(chips()).toEqual(['jane@x.org | Admin', `carol@x.org | ${note('Viewer')}`, 'bob@x.org']);
    await send();
    await waitFor(() => expect(chips()).toEqual([`carol@x.org | ${note('Viewer')}`]));
    expect(bodiesOf(fake, 'inviteMember')).toEqual([
      { email_address: 'jane@x.org', role: 'org:admin' },
      { email_address: 'bob@x.org', role: 'org:member' },
    ]);
  });

  test('shows addresses without what stood around them', async () => {
    await open();
    paste('\u202aada.new@x.org\u202c\n‘grace@x.org’; «linus@x.org»\nmailto:ada%2Bteam@x.org?subject=Hi');
    await waitFor(() => expect(chips()).toEqual(['ada.new@x.org', 'grace@x.org', 'linus@x.org', 'ada+team@x.org']));
  });
});

describe('an address whose role is not known', () => {
  test('cannot be sent, and says why', async () => {
    const { fake } = await open();
    await userEvent.click(emailField());
    await userEvent.keyboard('jane@x.org, Owner{Enter}');
    expect(chips()).toEqual([`jane@x.org | ${note('Owner')}`]);
    expect(chip('jane@x.org')).toHaveAccessibleDescription(note('Owner'));
    expect(roleOf('jane@x.org')).toHaveAccessibleDescription(note('Owner'));
    expect(roleOf('jane@x.org')).toHaveDisplayValue('Owner');
    await userEvent.keyboard('{Enter}');
    const button = screen.getByRole('button', { name: 'Send invitation' });
    expect(button).toHaveAttribute('aria-disabled', 'true');
    expect(bodiesOf(fake, 'inviteMember')).toEqual([]);
  });

  test('is sent with the role that is chosen, as are those that wait with the same word', async () => {
    const { fake } = await open();
    paste('jane@x.org, Owner\nbob@x.org, Owner\ncarol@x.org, Boss');
    await userEvent.selectOptions(await waitFor(() => roleOf('jane@x.org')), 'org:admin');
    expect(chip('jane@x.org')).toHaveFocus();
    expect(chips()).toEqual(['jane@x.org | Admin', 'bob@x.org | Admin', `carol@x.org | ${note('Boss')}`]);
    await userEvent.selectOptions(roleOf('carol@x.org'), 'org:member');
    await send(/^Send 3 invitations$/);
    await waitFor(() =>
      expect(bodiesOf(fake, 'inviteMember')).toEqual([
        { email_address: 'jane@x.org', role: 'org:admin' },
        { email_address: 'bob@x.org', role: 'org:admin' },
        { email_address: 'carol@x.org', role: 'org:member' },
      ]),
    );
  });

  test('has its role chosen by keyboard, on the way from the address to its button', async () => {
    await open();
    paste('jane@x.org, Owner\nbob@x.org');
    await waitFor(() => chip('jane@x.org').focus());
    await userEvent.keyboard('{Tab}');
    expect(roleOf('jane@x.org')).toHaveFocus();
    // On the way to another role the first is passed; nothing is chosen before Enter.
    await userEvent.keyboard('{ArrowDown}');
    expect(roleOf('jane@x.org')).toHaveDisplayValue('Admin');
    expect(chips()[0]).toBe(`jane@x.org | ${note('Owner')}`);
    await userEvent.keyboard('{Escape}');
    expect(roleOf('jane@x.org')).toHaveDisplayValue('Owner');
    await userEvent.keyboard('{ArrowDown}{Tab}');
    expect(roleOf('jane@x.org')).toHaveDisplayValue('Owner');
    roleOf('jane@x.org').focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(roleOf('jane@x.org')).toHaveDisplayValue('Member');
    await userEvent.keyboard('{Enter}');
    expect(chips()).toEqual(['jane@x.org', 'bob@x.org']);
    expect(chip('jane@x.org')).toHaveFocus();
  });

  test('is sent with the role of all once the word is taken out of it', async () => {
    const { fake } = await open();
    paste('jane@x.org, Owner\n');
    await waitFor(() => chip('jane@x.org').focus());
    await userEvent.keyboard('{Enter}');
    expect(emailField()).toHaveValue('jane@x.org Owner');
    await userEvent.keyboard(`${'{Backspace}'.repeat(6)}{Enter}`);
    expect(chips()).toEqual(['jane@x.org']);
    await send();
    await waitFor(() =>
      expect(bodiesOf(fake, 'inviteMember')).toEqual([{ email_address: 'jane@x.org', role: 'org:member' }]),
    );
  });

  test('still waits after the page was loaded again', async () => {
    const { unmount } = await open();
    paste('Jane Doe\tjane@x.org\tOwner\n');
    await waitFor(() => roleOf('jane@x.org'));
    unmount();
    const { fake } = await open();
    expect(chips()).toEqual([`jane@x.org | ${note('Owner')}`]);
    await userEvent.selectOptions(roleOf('jane@x.org'), 'org:admin');
    await send();
    await waitFor(() => expect(bodiesOf(fake, 'inviteMember')).toMatchObject([{ role: 'org:admin' }]));
  });

  test('is shown however long the list is', async () => {
    await open();
    const many = Array.from({ length: 150 }, (_, index) => `p${index}@x.org`);
    paste([...many, 'last@x.org, Owner'].join('\n'));
    await waitFor(() => roleOf('last@x.org'));
    expect(screen.getByRole('button', { name: 'Send 150 invitations' })).toBeVisible();
  });
});

describe('an address that is not what was meant', () => {
  test.each([
    ['ada%2Bteam@x.org', 'ada+team@x.org'],
    ["'ada@x.org", 'ada@x.org'],
    ['u003eada@x.org', 'ada@x.org'],
    ['ada@@x.org', 'ada@x.org'],
  ])('%s is asked about', async (typed, meant) => {
    await open();
    await userEvent.click(emailField());
    await userEvent.keyboard(`${typed}{Enter}`);
    await userEvent.click(screen.getByRole('button', { name: `Did you mean ${meant}?` }));
    expect(chips()).toEqual([meant]);
    expect(chip(meant)).toHaveFocus();
  });

  test('says which character it cannot hold', async () => {
    await open();
    await userEvent.click(emailField());
    await userEvent.keyboard('ad→a@x.org{Enter}');
    const item = screen.getByRole('listitem');
    expect(within(item).getByText('“→” can’t be in an email address')).toBeVisible();
  });
});

test('an address of the lists is known in every spelling', async () => {
  const { fake } = await open();
  await userEvent.fill(emailField(), 'jos\u00e9@m\u00fcnchen.example,');
  await send();
  await waitFor(() => expect(chips()).toEqual([]));
  paste('JOSE\u0301@xn--mnchen-3ya.example\nnew@x.org');
  await waitFor(() => expect(chips()).toEqual(['JOS\u00c9@xn--mnchen-3ya.example | already invited', 'new@x.org']));
  await send();
  await waitFor(() => expect(bodiesOf(fake, 'inviteMember')).toHaveLength(2));
});

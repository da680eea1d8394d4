import { screen, waitFor } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { open, chips, chip, removal, send, put } from './inviteForm.js';
import { bodiesOf, emailField } from './panel.js';

describe('by keyboard', () => {
  test('the arrow keys walk through the addresses and back into the field', async () => {
    await open();
    await put('a@x.org', 'b@x.org', 'c@x.org');
    await userEvent.click(emailField());
    await userEvent.keyboard('{ArrowLeft}');
    expect(chip('c@x.org')).toHaveFocus();
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}{ArrowLeft}');
    expect(chip('a@x.org')).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}');
    expect(chip('b@x.org')).toHaveFocus();
    await userEvent.keyboard('{End}');
    expect(emailField()).toHaveFocus();
    await userEvent.keyboard('{ArrowLeft}{Home}');
    expect(chip('a@x.org')).toHaveFocus();
  });

  test('they move through the text first', async () => {
    await open();
    await put('a@x.org');
    await userEvent.click(emailField());
    await userEvent.keyboard('hi{ArrowLeft}');
    expect(emailField()).toHaveFocus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(emailField()).toHaveFocus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(chip('a@x.org')).toHaveFocus();
    // What is being typed is still there.
    expect(emailField()).toHaveValue('hi');
  });

  test('they point the other way from right to left', async () => {
    await open({ props: { dir: 'rtl' } });
    await put('a@x.org', 'b@x.org');
    await userEvent.click(emailField());
    await userEvent.keyboard('{ArrowLeft}');
    expect(emailField()).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}');
    expect(document.activeElement).toHaveTextContent('b@x.org');
    await userEvent.keyboard('{ArrowLeft}');
    expect(emailField()).toHaveFocus();
  });

  test.each(['Delete', 'Backspace'])(
    '%s removes an address, and the next one has the focus, else the field',
    async (key) => {
      await open();
      await put('a@x.org', 'b@x.org', 'c@x.org');
      await userEvent.click(emailField());
      await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
      await userEvent.keyboard(`{${key}}`);
      expect(chips()).toEqual(['a@x.org', 'c@x.org']);
      await waitFor(() => expect(chip('c@x.org')).toHaveFocus());
      await userEvent.keyboard(`{${key}}`);
      await waitFor(() => expect(emailField()).toHaveFocus());
      expect(chips()).toEqual(['a@x.org']);
    },
  );

  test('the button of an address removes it without losing the focus', async () => {
    await open();
    await put('a@x.org', 'b@x.org');
    removal('a@x.org').focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(chip('b@x.org')).toHaveFocus());
    removal('b@x.org').focus();
    await userEvent.keyboard(' ');
    await waitFor(() => expect(emailField()).toHaveFocus());
  });

  test('Tab meets one address with its buttons, not all of them', async () => {
    await open();
    await put('a@x.org', 'b@gmial.com', 'c@x.org');
    await userEvent.click(emailField());
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(chip('b@gmial.com')).toHaveFocus();
    await userEvent.keyboard('{Tab}');
    expect(screen.getByRole('button', { name: 'Did you mean b@gmail.com?' })).toHaveFocus();
    await userEvent.keyboard('{Tab}');
    expect(removal('b@gmial.com')).toHaveFocus();
    await userEvent.keyboard('{Tab}');
    expect(emailField()).toHaveFocus();
  });

  test('Enter edits an address in its place; Escape gives it back, and stays with the field', async () => {
    await open();
    const heard = vi.fn<() => void>();
    document.addEventListener('keydown', heard);
    await put('a@x.org', 'b@x.org', 'c@x.org');
    chip('b@x.org').focus();
    await userEvent.keyboard('{Enter}');
    expect(emailField()).toHaveFocus();
    expect(emailField()).toHaveValue('b@x.org');
    heard.mockClear();
    await userEvent.keyboard('{Escape}');
    expect(heard).not.toHaveBeenCalled();
    document.removeEventListener('keydown', heard);
    expect(chips()).toEqual(['a@x.org', 'b@x.org', 'c@x.org']);
    chip('b@x.org').focus();
    await userEvent.keyboard('{Enter}{Backspace}{Backspace}{Backspace}com{Enter}');
    expect(chips()).toEqual(['a@x.org', 'b@x.com', 'c@x.org']);
  });

  test('editing goes on while the focus is in the form, and ends when it leaves', async () => {
    await open();
    await put('a@x.org', 'b@x.org');
    await userEvent.click(chip('a@x.org'));
    expect(emailField()).toHaveValue('a@x.org');
    screen.getByRole('combobox').focus();
    expect(emailField()).toHaveValue('a@x.org');
    screen.getByRole('combobox').blur();
    await waitFor(() => expect(emailField()).toHaveValue(''));
    expect(chips()).toEqual(['a@x.org', 'b@x.org']);
  });

  test('a click on a second address while one is edited edits the second', async () => {
    await open();
    await put('a@x.org', 'b@x.org', 'c@x.org');
    await userEvent.click(chip('a@x.org'));
    await userEvent.click(chip('c@x.org'));
    expect(emailField()).toHaveValue('c@x.org');
    expect(chips()).toEqual(['a@x.org', 'b@x.org']);
  });
});

test('a click beside the addresses is one into the field', async () => {
  await open();
  await put('a@x.org');
  const field = document.querySelector('.mup-email-field');
  if (!field) throw new Error('The addresses stand in a field.');
  // Focused, not clicked: an open list of roles would take the next click for itself.
  screen.getByRole('combobox').focus();
  await userEvent.click(field, { position: { x: 60, y: 2 } });
  expect(emailField()).toHaveFocus();
});

test('a role typed after an address becomes its own', async () => {
  await open();
  await userEvent.click(emailField());
  await userEvent.keyboard('a@x.org, admin{Enter}b@x.org;MEMBER{Enter}owner{Enter}');
  expect(chips()).toEqual(['a@x.org | Admin', 'b@x.org', 'owner | not an e-mail address']);
});

test('roles with names of the host’s are read by these', async () => {
  const { fake } = await open({
    props: { roles: [{ role: 'org:member' }, { role: 'org:admin', label: 'Head of Everything' }] },
  });
  await userEvent.click(emailField());
  await userEvent.keyboard('a@x.org; head of everything{Enter}');
  expect(chips()).toEqual(['a@x.org | Head of Everything']);
  await send();
  await waitFor(() =>
    expect(bodiesOf(fake, 'inviteMember')).toEqual([{ email_address: 'a@x.org', role: 'org:admin' }]),
  );
});

test('a thousand addresses are typed beside without waiting', async () => {
  await open();
  await put(...Array.from({ length: 1000 }, (_, index) => `person${index}@x.org`));
  await screen.findByRole('button', { name: 'Send 1,000 invitations' });
  const items = () => [...document.querySelectorAll('.mup-chip')];
  const before = items();
  await userEvent.type(emailField(), 'more@x.org');
  await screen.findByRole('button', { name: 'Send 1,001 invitations' });
  // Not one of them was rendered anew into another element.
  expect(items().every((item, index) => item === before[index])).toBe(true);
  expect(items()).toHaveLength(100);
  expect(document.querySelectorAll('.mup-invite-form *').length).toBeLessThan(1000);
});

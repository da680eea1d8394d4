import { render, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { InviteForm, RoleSelect, UsersProvider, type RoleSelectProps } from '../../src/index.js';
import { createMemoryDataProvider } from '../../src/memory/index.js';
import { MEMBER_ROLE } from '../../src/model/role.js';
import { bodiesOf, openPanel, operationsOf, ready, roleOf, row } from './panel.js';

const APPLY = /^Apply – Role of /;
const applyButton = () => screen.queryByRole('button', { name: APPLY });
const rolesSent = (fake: Parameters<typeof bodiesOf>[0]) => bodiesOf(fake, 'updateMemberRole');
/** Whatever is sent has left by then. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 150));

async function openAt(name: string, options: Parameters<typeof openPanel>[0] = {}) {
  const opened = openPanel(options);
  await ready();
  const select = roleOf(name);
  select.focus();
  return { ...opened, select };
}

const MANY_ROLES = ['org:admin', 'org:editor', 'org:auditor', 'org:member'].map((role) => ({ role }));

describe('a key on a closed role select of a member', () => {
  it.each([
    ['an arrow', '{ArrowUp}', 'org:admin'],
    ['an arrow to the side', '{ArrowLeft}', 'org:admin'],
    ['a letter', 'a', 'org:admin'],
    ['a capital', 'A', 'org:admin'],
    ['Home', '{Home}', 'org:admin'],
    ['Page Up', '{PageUp}', 'org:admin'],
    ['an arrow, several times', '{ArrowUp}{ArrowDown}{ArrowUp}', 'org:admin'],
  ])('sends nothing: %s', async (_name, keys, shown) => {
    const { fake, select } = await openAt('Grace Hopper');
    await userEvent.keyboard(keys);
    expect(select.value).toBe(shown);
    expect(applyButton()).toHaveAccessibleName('Apply – Role of Grace Hopper');
    expect(select).toHaveAccessibleDescription(/Not applied yet\. Press Enter/);
    await settle();
    expect(operationsOf(fake)).not.toContain('updateMemberRole');
    expect(select).toHaveFocus();
  });

  it.each(['{End}', '{PageDown}', '{ArrowDown}', 'm'])('sends nothing for an admin either: %s', async (keys) => {
    const { fake, select } = await openAt('Ada Lovelace', { seed: undefined });
    await userEvent.keyboard(keys);
    expect(select.value).toBe('org:member');
    await settle();
    expect(operationsOf(fake)).not.toContain('updateMemberRole');
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });

  it('is read out once it waits', async () => {
    const { container } = await openAt('Grace Hopper');
    await userEvent.keyboard('{ArrowUp}');
    await waitFor(() => {
      expect(container.querySelector('.mup-announcements')).toHaveTextContent('Not applied yet. Press Enter to apply');
    });
  });

  it('proposes nothing any more when it comes back to the role that is', async () => {
    await openAt('Grace Hopper');
    await userEvent.keyboard('{ArrowUp}');
    expect(applyButton()).not.toBeNull();
    await userEvent.keyboard('{ArrowDown}');
    expect(applyButton()).toBeNull();
  });

  it('is committed by Enter, once, and the focus stays', async () => {
    const { fake, select } = await openAt('Grace Hopper');
    await userEvent.keyboard('{ArrowUp}{Enter}');
    await waitFor(() => expect(rolesSent(fake)).toEqual([{ role: 'org:admin' }]));
    expect(applyButton()).toBeNull();
    expect(select.value).toBe('org:admin');
    expect(select).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await settle();
    expect(rolesSent(fake)).toHaveLength(1);
  });

  it('sends the last of several that were passed', async () => {
    const { fake } = await openAt('Grace Hopper', { props: { roles: MANY_ROLES } });
    await userEvent.keyboard('{ArrowUp}{ArrowUp}{Enter}');
    await waitFor(() => expect(rolesSent(fake)).toEqual([{ role: 'org:editor' }]));
  });

  it.each([
    ['a click', () => userEvent.click(applyButton() as HTMLElement)],
    [
      'Tab and Enter',
      async () => {
        await userEvent.tab();
        expect(applyButton()).toHaveFocus();
        await userEvent.keyboard('{Enter}');
      },
    ],
    [
      'Tab and Space',
      async () => {
        await userEvent.tab();
        await userEvent.keyboard(' ');
      },
    ],
  ])('is committed by the button at the row: %s', async (_name, press) => {
    const { fake, select } = await openAt('Grace Hopper');
    await userEvent.keyboard('{ArrowUp}');
    await press();
    await waitFor(() => expect(rolesSent(fake)).toEqual([{ role: 'org:admin' }]));
    await waitFor(() => expect(select).toHaveFocus());
  });

  it.each([
    ['Escape', () => userEvent.keyboard('{Escape}')],
    [
      'Escape on the button',
      async () => {
        await userEvent.tab();
        await userEvent.keyboard('{Escape}');
      },
    ],
    ['Cancel', () => userEvent.click(screen.getByRole('button', { name: 'Cancel – Role of Grace Hopper' }))],
  ])('is reverted by %s, and the focus stays', async (_name, act) => {
    const { fake, select } = await openAt('Grace Hopper');
    await userEvent.keyboard('{ArrowUp}');
    await act();
    await waitFor(() => expect(applyButton()).toBeNull());
    expect(select.value).toBe('org:member');
    await waitFor(() => expect(select).toHaveFocus());
    await settle();
    expect(operationsOf(fake)).not.toContain('updateMemberRole');
  });

  it.each([
    ['Shift and Tab', () => userEvent.tab({ shift: true })],
    [
      'Tab past the buttons',
      async () => {
        for (let presses = 0; presses < 3; presses += 1) await userEvent.tab();
      },
    ],
    ['a click elsewhere', () => userEvent.click(screen.getByRole('searchbox'))],
    ['a click on the page', () => userEvent.click(screen.getByRole('heading', { name: 'Users' }))],
  ])('is reverted by leaving, which sends nothing: %s', async (_name, leave) => {
    const { fake, select } = await openAt('Grace Hopper');
    await userEvent.keyboard('{ArrowUp}');
    await leave();
    await waitFor(() => expect(applyButton()).toBeNull());
    expect(select.value).toBe('org:member');
    await settle();
    expect(operationsOf(fake)).not.toContain('updateMemberRole');
  });

  it('asks before the own role is given up, when it is committed', async () => {
    const { fake } = await openAt('Ada Lovelace');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(await screen.findByRole('alertdialog')).toBeVisible();
    expect(operationsOf(fake)).not.toContain('updateMemberRole');
  });

  it('is dropped when somebody else changes the role meanwhile', async () => {
    const role = { current: 'org:member' };
    const props: RoleSelectProps = {
      role: role.current,
      label: 'Role of Ann',
      onRoleChange: () => {
        throw new Error('sent');
      },
    };
    const dataProvider = createMemoryDataProvider();
    const shown = (more: Partial<RoleSelectProps>) => (
      <UsersProvider appId="app_demo" dataProvider={dataProvider} roles={MANY_ROLES}>
        <RoleSelect {...props} {...more} />
      </UsersProvider>
    );
    const { rerender } = render(shown({}));
    const select = screen.getByRole<HTMLSelectElement>('combobox');
    select.focus();
    await userEvent.keyboard('{ArrowUp}');
    expect(applyButton()).not.toBeNull();
    rerender(shown({ role: 'org:admin' }));
    expect(applyButton()).toBeNull();
    expect(select.value).toBe('org:admin');
    await userEvent.keyboard('{ArrowDown}');
    expect(applyButton()).not.toBeNull();
    rerender(shown({ role: 'org:admin', disabledReason: 'The last admin.' }));
    expect(applyButton()).toBeNull();
    expect(select.value).toBe('org:admin');
    rerender(shown({ role: 'org:admin' }));
    expect(applyButton()).toBeNull();
  });
});

describe('what surrounds the panel', () => {
  let heard: string[];
  beforeEach(() => {
    heard = [];
  });

  it('hears nothing of the Enter and the Escape that end a choice, and its form is not sent', async () => {
    const dataProvider = createMemoryDataProvider();
    const chosen: string[] = [];
    const { container } = render(
      <form
        onSubmit={(event) => {
          event.preventDefault();
          heard.push('submit');
        }}
      >
        <UsersProvider appId="app_demo" dataProvider={dataProvider}>
          <RoleSelect role={MEMBER_ROLE} label="Role of Ann" onRoleChange={(role) => chosen.push(role)} />
        </UsersProvider>
        <input aria-label="The host’s" />
        <button>Save</button>
      </form>,
    );
    // On the way down too, where dialogs and focus traps listen.
    container.addEventListener('keydown', ({ key }) => heard.push(key), true);
    container.addEventListener('keydown', ({ key }) => heard.push(key));
    screen.getByRole('combobox').focus();
    await userEvent.keyboard('{ArrowUp}{Escape}{ArrowUp}{Enter}');
    expect(heard).toEqual(['ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowUp']);
    expect(chosen).toEqual(['org:admin']);
  });

  it('keeps its native dialog open', async () => {
    const dialog = document.createElement('dialog');
    document.body.append(dialog);
    dialog.showModal();
    render(
      <UsersProvider appId="app_demo" dataProvider={createMemoryDataProvider()}>
        <RoleSelect role={MEMBER_ROLE} label="Role of Ann" onRoleChange={() => undefined} />
      </UsersProvider>,
      { container: dialog },
    );
    within(dialog).getByRole('combobox').focus();
    await userEvent.keyboard('{ArrowUp}{Escape}');
    expect(within(dialog).queryByRole('button')).toBeNull();
    expect(dialog.open).toBe(true);
    dialog.remove();
  });
});

describe('a choice that is one act', () => {
  it('is made in the opened list by a pointer', async () => {
    const { fake } = await openAt('Grace Hopper');
    await userEvent.keyboard('{ArrowUp}{ArrowDown}');
    await userEvent.selectOptions(roleOf('Grace Hopper'), 'Admin');
    await waitFor(() => expect(rolesSent(fake)).toEqual([{ role: 'org:admin' }]));
    expect(applyButton()).toBeNull();
  });

  it.each([
    ['Space', ' '],
    ['Alt and an arrow', '{Alt>}{ArrowDown}{/Alt}'],
    ['F4', '{F4}'],
  ])('is made in the list that %s opened', async (_name, open) => {
    const { fake, select } = await openAt('Grace Hopper');
    // The keys that follow go to the list, and not to the page: the browser tells of the choice alone.
    await userEvent.keyboard(open);
    choose(select, 'org:admin');
    await waitFor(() => expect(rolesSent(fake)).toEqual([{ role: 'org:admin' }]));
    expect(applyButton()).toBeNull();
  });

  it('is made by assistive technology, which presses no key', async () => {
    const { fake, select } = await openAt('Grace Hopper');
    await userEvent.keyboard('{ArrowUp}{Escape}');
    choose(select, 'org:admin');
    await waitFor(() => expect(rolesSent(fake)).toEqual([{ role: 'org:admin' }]));
  });

  it('takes the place of what was proposed', async () => {
    const { fake, select } = await openAt('Grace Hopper', { props: { roles: MANY_ROLES } });
    await userEvent.keyboard('{ArrowUp}');
    choose(select, 'org:admin');
    await waitFor(() => expect(rolesSent(fake)).toEqual([{ role: 'org:admin' }]));
    expect(applyButton()).toBeNull();
  });

  it('is not what a space within a search by letters does', async () => {
    const roles = [{ role: 'org:member' }, { role: 'a', label: 'Big boss' }, { role: 'b', label: 'Big wheel' }];
    const { fake, select } = await openAt('Grace Hopper', { props: { roles } });
    await userEvent.keyboard('big w');
    expect(select.value).toBe('b');
    await settle();
    expect(operationsOf(fake)).not.toContain('updateMemberRole');
  });
});

/** As browsers do when an option is chosen in the list. */
function choose(select: HTMLSelectElement, value: string) {
  Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')?.set?.call(select, value);
  for (const type of ['input', 'change']) select.dispatchEvent(new Event(type, { bubbles: true }));
}

describe('the role select of an invitation', () => {
  const EMAIL = 'linus@example.org';
  const open = async () => {
    const { fake } = openPanel();
    await ready();
    const select = await within(row(EMAIL)).findByRole<HTMLSelectElement>('combobox');
    select.focus();
    const [before, ...others] = [select.value, 'org:admin', 'org:member'];
    const other = others.find((role) => role !== before) ?? '';
    await userEvent.keyboard(other === 'org:admin' ? '{ArrowUp}' : '{ArrowDown}');
    expect(select.value).toBe(other);
    return { fake, select, before, other };
  };
  const send = () => within(row(EMAIL)).queryByRole('button', { name: /^Send – / });

  it('sends what Enter commits', async () => {
    const { fake, other } = await open();
    expect(send()).toHaveAccessibleName(new RegExp(EMAIL));
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(bodiesOf(fake, 'inviteMember')).toEqual([{ email_address: EMAIL, role: other }]));
  });

  it.each([
    ['Escape', () => userEvent.keyboard('{Escape}')],
    ['leaving', () => userEvent.click(screen.getByRole('searchbox'))],
  ])('is reverted by %s, which sends nothing', async (_name, act) => {
    const { fake, select, before } = await open();
    await act();
    await waitFor(() => expect(send()).toBeNull());
    expect(select.value).toBe(before);
    await settle();
    expect(operationsOf(fake)).not.toContain('revokeInvitation');
  });
});

it('the role select of the invite form is no act, and takes its keys at once', async () => {
  render(
    <UsersProvider appId="app_demo" currentUserId="user_ada" access="manage" dataProvider={createMemoryDataProvider()}>
      <InviteForm />
    </UsersProvider>,
  );
  const select = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Role of the people you invite' });
  select.focus();
  await userEvent.keyboard('{ArrowUp}');
  await userEvent.tab();
  expect(select.value).toBe('org:admin');
  expect(applyButton()).toBeNull();
});

import { expect } from 'vitest';
import { memberDisplayName } from '../../src/model/member.js';
import type { Key } from './engine.js';
import { pickMembers, type Visit } from './visit.js';

/** What has the focus, by its name or its text; `page` when nothing in the page has it. */
export const readFocus = (panel: Visit) =>
  panel.page.evaluate(() => {
    const focused = kit.findFocused();
    if (!focused || focused === document.body || focused === document.documentElement) return 'page';
    if (focused instanceof HTMLDialogElement) return 'dialog';
    return focused.getAttribute('aria-label') ?? focused.textContent ?? '';
  });

/** Invites somebody, on screen and in the back end. */
export async function expectToInvite(panel: Visit) {
  const email = 'new.person@example.com';
  await panel.emails.fill(email);
  await panel.send.click();
  await panel.waitForNotice(`${email} was invited.`);
  await panel.waitForRows(panel.invitations, `an invitation of ${email}`, (rows) =>
    rows.some((row) => row.includes(email)),
  );
  expect((await panel.read()).invitations).toContainEqual(
    expect.objectContaining({ email, role: 'org:member', status: 'pending' }),
  );
}

/** Types a long address on a phone and presses the button where it stands: the field may grow as it loses the focus. */
export async function expectFirstPressToSend(panel: Visit) {
  const email = 'augusta.ada.king.noel.byron.of.lovelace@analytical-engines.example.com';
  await panel.page.resize(390, 760);
  await panel.emails.fill(email);
  const { x, y } = await panel.send.evaluate((button) => {
    button.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, top, width, height } = button.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  });
  await panel.page.pressAt(x, y);
  await panel.waitForNotice(`${email} was invited.`);
  expect(panel.writes).toHaveLength(1);
}

export async function expectToChangeRole(panel: Visit) {
  const [member] = pickMembers((await panel.read()).members);
  await panel.searchFor(member);
  await panel.roleOf(memberDisplayName(member)).choose('Admin');
  await panel.waitForNotice(`${member.name} is now Admin.`);
  const after = (await panel.read()).members.find(({ userId }) => userId === member.userId);
  expect(after?.role).toBe('org:admin');
}

/** A key on the closed select proposes a role, which Escape, leaving, or Enter ends. */
export async function expectToProposeRole(panel: Visit) {
  const [member] = pickMembers((await panel.read()).members);
  const name = memberDisplayName(member);
  await panel.searchFor(member);
  const role = panel.roleOf(name);
  const value = () => role.evaluate((select) => (select as HTMLSelectElement).value);
  const apply = panel.page.find('button', `Apply – Role of ${name}`);
  const propose = async (key: Key) => {
    await role.focus();
    await panel.page.press(key);
    await apply.waitFor();
    expect(await value()).toBe('org:admin');
  };
  await propose('a');
  await panel.page.press('Escape');
  await apply.waitUntilGone();
  expect(await value()).toBe('org:member');
  await propose('ArrowUp');
  await panel.search.click();
  await apply.waitUntilGone();
  expect(await value()).toBe('org:member');
  await propose('Home');
  expect(panel.writes).toEqual([]);
  await panel.page.press('Enter');
  await panel.waitForNotice(`${name} is now Admin.`);
  expect(panel.writes).toHaveLength(1);
  expect(await readFocus(panel)).toBe(`Role of ${name}`);
  // By the mouse, which in Safari focuses no button.
  await role.focus();
  await panel.page.press('ArrowDown');
  await apply.click();
  await panel.waitForNotice(`${name} is now Member.`);
  expect(panel.writes).toHaveLength(2);
}

export async function expectToRemove(panel: Visit) {
  const before = (await panel.read()).members;
  const [, member] = pickMembers(before);
  const name = memberDisplayName(member);
  await panel.searchFor(member);
  await panel.page.find('button', `Remove ${name}`).click();
  await panel.page.find('alertdialog', `Remove ${name}?`).find('button', 'Remove').click();
  await panel.waitForNotice(`${name} was removed.`);
  const left = (await panel.read()).members.map(({ userId }) => userId);
  expect(left).toEqual(before.map(({ userId }) => userId).filter((userId) => userId !== member.userId));
}

export async function expectToRevoke(panel: Visit) {
  const [first, ...others] = (await panel.read()).invitations;
  const email = first?.email ?? '';
  await panel.page.find('button', `Revoke the invitation of ${email}`).click();
  await panel.page.find('alertdialog', `Revoke the invitation of ${email}?`).find('button', 'Revoke').click();
  await panel.waitForNotice(`The invitation of ${email} was revoked.`);
  const pending = (await panel.read()).invitations.filter(({ status }) => status === 'pending');
  expect(pending.map((invitation) => invitation.email)).toEqual(others.map((invitation) => invitation.email));
}

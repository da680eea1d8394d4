import { expect, it } from 'vitest';
import { memberDisplayName } from '../../src/model/member.js';
import {
  expectFirstPressToSend,
  expectToChangeRole,
  expectToInvite,
  expectToProposeRole,
  expectToRemove,
  expectToRevoke,
  readFocus,
} from './acts.js';
import type { Opening } from './describeEngine.js';
import { pickMembers } from './visit.js';

/** What an admin does with `<UsersPanel>`. */
export function describePanel({ open, canTouch }: Opening) {
  it('lists members and invitations', async () => {
    const panel = await open();
    const { members, invitations } = await panel.read();
    const rows = await panel.rows(panel.members);
    expect(rows).toHaveLength(10);
    for (const [index, row] of rows.entries()) expect(row).toContain(members[index]?.email);
    expect(await panel.rows(panel.invitations)).toHaveLength(invitations.length);
  });

  it('invites', async () => expectToInvite(await open()));
  it('changes a role', async () => expectToChangeRole(await open()));
  it('proposes a role by keyboard, and sends it on Enter or Apply only', async () => expectToProposeRole(await open()));
  it('removes a member', async () => expectToRemove(await open()));
  it('revokes an invitation', async () => expectToRevoke(await open()));

  it.each(canTouch ? ['mouse', 'finger'] : ['mouse'])('sends on the first press of a %s at 390 px', async (pointer) => {
    await expectFirstPressToSend(await open({ touch: pointer === 'finger' }));
  });

  it('searches', async () => {
    const panel = await open();
    const [member] = pickMembers((await panel.read()).members);
    await panel.searchFor(member);
    await panel.page.press('Escape');
    await panel.waitForRows(panel.members, 'all rows of the page', ({ length }) => length === 10);
    expect(await panel.search.evaluate((field) => (field as HTMLInputElement).value)).toBe('');
  });

  it('turns pages', async () => {
    const panel = await open();
    const emails = (await panel.read()).members.map(({ email }) => email ?? '');
    const pages = panel.page.find('navigation', 'Pages of the member list');
    await pages.find('button', 'Next page').click();
    const second = await panel.waitForRows(panel.members, 'the second page', ({ length }) => length === 2);
    expect(second.map((row) => emails.findIndex((email) => row.includes(email)))).toEqual([10, 11]);
    await pages.find('button', 'Previous page').click();
    await panel.waitForRows(panel.members, 'the first page', ({ length }) => length === 10);
  });

  it('keeps Tab inside the dialog, cancels on Escape and returns the focus', async () => {
    const panel = await open();
    const { members } = await panel.read();
    const [member] = pickMembers(members);
    const name = memberDisplayName(member);
    await panel.searchFor(member);
    await panel.page.find('button', `Remove ${name}`).focus();
    await panel.page.press('Enter');
    const dialog = panel.page.find('alertdialog', `Remove ${name}?`);
    await dialog.waitFor();
    const focused = [await readFocus(panel)];
    expect(focused).toEqual(['Cancel']);
    for (const modifier of [undefined, undefined, undefined, 'Shift', 'Shift', 'Shift'] as const) {
      await panel.page.press('Tab', modifier);
      focused.push(await readFocus(panel));
    }
    // Besides the buttons, Firefox and WebKit stop at the dialog itself, and browsers with a bar at their own.
    const buttons = focused.filter((each) => each !== 'dialog' && each !== 'page');
    expect(new Set(buttons)).toEqual(new Set(['Cancel', 'Remove']));
    await panel.page.press('Escape');
    await dialog.waitUntilGone();
    expect(await readFocus(panel)).toBe(`Remove ${name}`);
    expect((await panel.read()).members).toEqual(members);
    expect(panel.writes).toEqual([]);
  });

  it.each([1100, 390, 320])('is laid out without a fault at %s px', async (width) => {
    const panel = await open();
    await panel.page.resize(width, 800);
    expect(await panel.page.evaluate(() => innerWidth)).toBe(width);
    expect(await panel.page.evaluate(() => kit.layoutFaults(kit.findRoot()))).toEqual([]);
  });

  it.each([1100, 390])('has a width in every parent that is sized by its content, at %s px', async (width) => {
    const panel = await open();
    await panel.page.resize(width, 800);
    const widths = await panel.page.evaluate(measureInParents, PARENTS);
    const least = width === 1100 ? 700 : 180;
    const faults = Object.entries(widths).filter(([, { panel: found, page }]) => found <= least || page > width);
    expect(faults).toEqual([]);
    expect(Object.keys(widths)).toHaveLength(8);
  });
}

/** Parents that take their width from their content; the panel takes the place of `slot`. */
const PARENTS = {
  'a flex row beside a sidebar':
    '<div style="display: flex"><nav style="flex: none; width: 180px"></nav><slot></slot></div>',
  'main in a flex row': '<div style="display: flex"><main><slot></slot></main></div>',
  'a column that centers':
    '<div style="display: flex; flex-direction: column; align-items: center"><slot></slot></div>',
  'an inline-block': '<div style="display: inline-block"><slot></slot></div>',
  'an auto column of a grid':
    '<div style="display: grid; grid-template-columns: auto auto"><nav></nav><slot></slot></div>',
  'a dialog': '<dialog open><slot></slot></dialog>',
  'a float': '<div style="float: inline-start"><slot></slot></div>',
  'a table cell': '<table><tbody><tr><td><slot></slot></td></tr></tbody></table>',
};

/** Runs in the page: the width of the panel and of the page in each parent. */
function measureInParents(parents: Readonly<Record<string, string>>) {
  const place = kit.findRoot().parentElement;
  if (!place) throw new Error('The panel has no parent.');
  place.style.display = 'contents';
  document.body.style.margin = '0';
  const widths: Record<string, { panel: number; page: number }> = {};
  for (const [name, html] of Object.entries(parents)) {
    const container = document.createElement('div');
    container.innerHTML = html;
    document.body.append(container);
    container.querySelector('slot')?.replaceWith(place);
    const { width } = kit.findRoot().getBoundingClientRect();
    widths[name] = { panel: width, page: document.documentElement.scrollWidth };
    document.body.append(place);
    container.remove();
  }
  return widths;
}

import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { expect } from 'vitest';
import { memberDisplayName, type Member } from '../../../src/model/member.js';
import { visit, type Host, type Visitor } from '../../e2e/host.js';
import { root } from '../dist.js';

/** Everything the page complained of: in its console, by an error nobody caught, or about its policy. */
export function watchComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return complaints;
}

/** Opens a host's page as the admin, with fresh data. */
export async function openHost(browser: Browser, host: Host, path = '/') {
  const visitor = await visit(browser, host, 'admin');
  const complaints = watchComplaints(visitor.page);
  await visitor.page.goto(path);
  return { ...visitor, complaints };
}

const pictures = join(root, 'test/.output/hosts');

/** Keeps a picture of the page in test/.output/hosts/, which no commit takes along, for whoever wants to look. */
export async function keepPicture(page: Page, name: string) {
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
}

export const membersOf = (page: Page) =>
  page
    .getByRole('table', { name: 'Members' })
    .getByRole('row')
    .filter({ has: page.getByRole('cell') });

/** The lists are there. */
export async function loaded(page: Page) {
  await membersOf(page).getByRole('combobox').first().waitFor();
  await page.getByRole('table', { name: 'Pending invitations' }).getByRole('cell').first().waitFor();
}

/** What an admin does with a panel, in whatever page it is: each act is seen on screen, and true in the back end. */
export async function manage({ page, read }: Pick<Visitor, 'page' | 'read'>) {
  await loaded(page);
  const before = await read();
  await page.getByText(`1–10 of ${before.members.length}`).waitFor();

  await page.getByLabel('E-mail addresses').fill('new.person@example.com');
  await page.getByRole('button', { name: 'Send invitation' }).click();
  await page.getByRole('table', { name: 'Pending invitations' }).getByText('new.person@example.com').waitFor();

  const [promoted, removed] = pickMembers(before.members);
  await find(page, promoted);
  await page.getByLabel(`Role of ${memberDisplayName(promoted)}`).selectOption({ label: 'Admin' });
  await page.getByRole('status').getByText(`${promoted.name} is now Admin.`).waitFor();

  await find(page, removed);
  const name = memberDisplayName(removed);
  await page.getByRole('button', { name: `Remove ${name}`, exact: true }).click();
  const dialog = page.getByRole('alertdialog', { name: `Remove ${name}?` });
  await dialog.getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByRole('status').getByText(`${name} was removed.`).waitFor();

  const { members, invitations } = await read();
  expect(invitations).toContainEqual(
    expect.objectContaining({ email: 'new.person@example.com', role: 'org:member', status: 'pending' }),
  );
  expect(members.find(({ userId }) => userId === promoted.userId)?.role).toBe('org:admin');
  const left = before.members.map(({ userId }) => userId).filter((userId) => userId !== removed.userId);
  expect(members.map(({ userId }) => userId)).toEqual(left);
}

async function find(page: Page, member: Member) {
  await page.getByRole('searchbox', { name: 'Search members' }).fill(member.email ?? '');
  await membersOf(page)
    .filter({ hasText: member.email ?? '' })
    .waitFor();
}

/** Two members who are none of the demo's people, with names that can be typed, and no admins. */
function pickMembers(members: readonly Member[]): [Member, Member] {
  const [first, second] = members
    .slice(3)
    .filter(({ name, role }) => role === 'org:member' && name && /^[\p{Script=Latin} ]+$/u.test(name));
  if (!first || !second) throw new Error('The demo has no two such members.');
  return [first, second];
}

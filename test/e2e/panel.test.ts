import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { memberDisplayName, type Member } from '../../src/model/member.js';
import { startBrowser, startHost, visit, type Host, type Visitor } from './host.js';

let host: Host;
let browser: Browser;
let visitor: Visitor | undefined;

beforeAll(async () => {
  for (const name of ['MIXPEEK_API_KEY', 'MIXPEEK_NAMESPACE', 'MIXPEEK_APP_ID']) vi.stubEnv(name, '');
  [host, browser] = await Promise.all([startHost(), startBrowser()]);
});
afterEach(async () => {
  await visitor?.context.close();
});
afterAll(async () => {
  await browser.close();
  await host.close();
});

/** Opens the page with fresh data. */
async function open(
  ...[who, settings]: Parameters<typeof visit> extends [Browser, Host, ...infer Rest] ? Rest : never
) {
  visitor = await visit(browser, host, who, settings);
  await visitor.open();
  return visitor;
}

/** Some member other than the demo's people, with a name that can be typed, and who is no admin. */
function pickMember(members: readonly Member[]): Member {
  const found = members
    .slice(3)
    .find(({ name, role }) => role === 'org:member' && name && /^[\p{Script=Latin} ]+$/u.test(name));
  if (!found) throw new Error('The demo has no such member.');
  return found;
}

const table = (page: Page) => page.getByRole('table', { name: 'Members' });
const rowsOf = (page: Page) =>
  table(page)
    .getByRole('row')
    .filter({ has: page.getByRole('cell') });
const rowOf = (page: Page, member: Member) => rowsOf(page).filter({ hasText: member.email ?? '' });

async function find(page: Page, member: Member) {
  await page.getByRole('searchbox', { name: 'Search members' }).fill(member.email ?? '');
  await rowOf(page, member).waitFor();
}

/** Waits for the failure to be told, mends its cause, and tries again. */
async function recover(page: Page, mend: () => Promise<void>) {
  const again = page.getByRole('button', { name: 'Try again' }).first();
  // The client tries three times by itself before it says so.
  await again.waitFor({ timeout: 30_000 });
  await mend();
  await again.click();
  await rowsOf(page).first().waitFor();
}

/** The requests for the user API that a page makes, from now on. */
function watchRequests(page: Page): string[] {
  const seen: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/api/')) seen.push(`${request.method()} ${pathname}`);
  });
  return seen;
}

describe('an admin', () => {
  it('sees the members of the app, and their own row marked', async () => {
    const { page, read } = await open('admin');
    await rowsOf(page).first().waitFor();
    const { members, people } = await read();
    await page.getByText(`1–10 of ${members.length}`).waitFor();
    const me = members.find(({ userId }) => userId === people.admin);
    await page.getByRole('searchbox', { name: 'Search members' }).fill(me?.email ?? '');
    await rowsOf(page).getByText('You', { exact: true }).waitFor();
    expect(await rowsOf(page).count()).toBe(1);
  });

  it('invites somebody by e-mail', async () => {
    const { page, read } = await open('admin');
    await page.getByLabel('E-mail addresses').fill('new.person@example.com');
    await page.getByRole('button', { name: /^Send (1 )?invitation$/ }).click();
    await page.getByRole('status').getByText('new.person@example.com was invited.').waitFor();
    const { invitations } = await read();
    expect(invitations.filter(({ email }) => email === 'new.person@example.com')).toMatchObject([
      { role: 'org:member', status: 'pending' },
    ]);
    await page.getByRole('table', { name: 'Pending invitations' }).getByText('new.person@example.com').waitFor();
  });

  it('makes a member an admin', async () => {
    const { page, read } = await open('admin');
    const member = pickMember((await read()).members);
    await find(page, member);
    await page.getByLabel(`Role of ${memberDisplayName(member)}`).selectOption({ label: 'Admin' });
    await page.getByRole('status').getByText(`${member.name} is now Admin.`).waitFor();
    const after = (await read()).members.find(({ userId }) => userId === member.userId);
    expect(after?.role).toBe('org:admin');
  });

  it('removes a member after confirming, and nobody when cancelling', async () => {
    const { page, read } = await open('admin');
    const before = await read();
    const member = pickMember(before.members);
    const name = memberDisplayName(member);
    await find(page, member);
    const remove = page.getByRole('button', { name: `Remove ${name}`, exact: true });
    const dialog = page.getByRole('alertdialog', { name: `Remove ${name}?` });

    await remove.click();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect((await read()).members).toEqual(before.members);

    await remove.click();
    await dialog.getByRole('button', { name: 'Remove', exact: true }).click();
    await page.getByRole('status').getByText(`${name} was removed.`).waitFor();
    await rowOf(page, member).waitFor({ state: 'detached' });
    const left = (await read()).members.map(({ userId }) => userId);
    expect(left).toEqual(before.members.map(({ userId }) => userId).filter((userId) => userId !== member.userId));
  });

  it('sees pending invitations and revokes one after confirming', async () => {
    const { page, read } = await open('admin');
    const invitations = page.getByRole('table', { name: 'Pending invitations' });
    const pending = (await read()).invitations;
    for (const { email } of pending) await invitations.getByText(email, { exact: true }).waitFor();
    const [first] = pending;
    const email = first?.email ?? '';
    await invitations.getByRole('button', { name: `Revoke the invitation of ${email}` }).click();
    const dialog = page.getByRole('alertdialog', { name: `Revoke the invitation of ${email}?` });
    await dialog.getByRole('button', { name: 'Revoke', exact: true }).click();
    await page.getByRole('status').getByText(`The invitation of ${email} was revoked.`).waitFor();
    const still = (await read()).invitations.filter(({ status }) => status === 'pending');
    expect(still.map((invitation) => invitation.email)).toEqual(pending.slice(1).map((invitation) => invitation.email));
  });

  it('gets over a back end that hangs up on the server with "Try again"', async () => {
    const { page, set } = await open('admin', { fault: 'cut-before', operation: 'listMembers' });
    await recover(page, () => set({ fault: 'none' }));
    expect(await rowsOf(page).count()).toBeGreaterThan(1);
  });

  it('gets over a broken connection of their own with "Try again"', async () => {
    visitor = await visit(browser, host, 'admin');
    const { page, context } = visitor;
    await context.route('**/api/**', (route) => route.abort('connectionreset'));
    await visitor.open();
    await recover(page, () => context.unroute('**/api/**'));
    expect(await rowsOf(page).count()).toBeGreaterThan(1);
  });

  it('keeps what was typed when an invitation fails', async () => {
    const { page, read } = await open('admin', { fault: 'http-403', operation: 'inviteMember' });
    await page.getByLabel('E-mail addresses').fill('kept@example.com');
    await page.getByRole('button', { name: /^Send (1 )?invitation$/ }).click();
    await page.getByText('You are not allowed to do this.').first().waitFor();
    await page.getByRole('form').or(page.locator('form')).getByText('kept@example.com').first().waitFor();
    expect((await read()).invitations.map(({ email }) => email)).not.toContain('kept@example.com');
  });
});

describe('a member', () => {
  it('sees who is there, and no control', async () => {
    const { page, read } = await open('member');
    await rowsOf(page).first().waitFor();
    expect(await rowsOf(page).count()).toBeLessThanOrEqual((await read()).members.length);
    expect(await page.getByLabel('E-mail addresses').count()).toBe(0);
    expect(await table(page).getByRole('combobox').count()).toBe(0);
    expect(await page.getByRole('button', { name: /^Remove / }).count()).toBe(0);
    expect(await page.getByRole('table', { name: 'Pending invitations' }).count()).toBe(0);
  });

  it('is refused by the server when the page writes by hand', async () => {
    const { page, read } = await open('member');
    await rowsOf(page).first().waitFor();
    const { people } = await read();
    const status = await page.evaluate(async (userId) => {
      const answer = await fetch(`/api/v1/apps/app_demo/users/${userId}`, { method: 'DELETE' });
      return answer.status;
    }, people.admin);
    expect(status).toBe(403);
    expect((await read()).members.map(({ userId }) => userId)).toContain(people.admin);
  });
});

describe('somebody who is signed out', () => {
  it('is told so, offered the sign-in, and sees the members after it', async () => {
    const { page } = await open('signed_out');
    await page.getByText('Sign in to see who may use this app').waitFor();
    expect(await rowsOf(page).count()).toBe(0);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page
      .getByRole('dialog', { name: 'Sign in to the demo' })
      .getByRole('button', { name: 'Admin', exact: true })
      .click();
    await rowsOf(page).first().waitFor();
  });
});

describe('ten thousand members', () => {
  it('are one page in the document, and are searched without a request', async () => {
    const { page, read } = await open('admin', { roster: 'ten-thousand' });
    await rowsOf(page).first().waitFor();
    await page.getByText('1–10 of 10,000').waitFor();
    expect(await rowsOf(page).count()).toBeLessThanOrEqual(50);
    const { members } = await read();
    const last = members.at(-1);
    const requests = watchRequests(page);
    await page.getByRole('searchbox', { name: 'Search members' }).fill(last?.email ?? '');
    await rowsOf(page)
      .filter({ hasText: last?.email ?? '' })
      .waitFor();
    expect(await rowsOf(page).count()).toBeLessThanOrEqual(10);
    expect(requests).toEqual([]);
  });
});

describe('the API key', () => {
  it('is in no byte the browser receives', async () => {
    const known = await visit(browser, host, 'admin');
    visitor = known;
    const { page, read } = known;
    const received: Promise<string>[] = [];
    page.on('response', (response) => {
      const headers = response.allHeaders().then((all) => JSON.stringify(all));
      // A redirect or an empty answer has no body to read.
      const body = response.body().then(String, () => '');
      received.push(Promise.all([headers, body]).then((parts) => [response.url(), ...parts].join('\n')));
    });
    await known.open();
    await rowsOf(page).first().waitFor();
    const member = pickMember((await read()).members);
    await find(page, member);
    await page.getByLabel(`Role of ${memberDisplayName(member)}`).selectOption({ label: 'Admin' });
    await page.getByRole('status').getByText(`${member.name} is now Admin.`).waitFor();
    const html = await page.content();
    const all = [...(await Promise.all(received)), html, JSON.stringify(await known.context.storageState())];
    expect(all.some((text) => text.includes('"users"'))).toBe(true);
    // The demo's key begins so, and is made anew at each start.
    expect(all.filter((text) => /sk_demo_|authorization["':]|ns_demo/i.test(text))).toEqual([]);
  });
});

import type { Member } from '../../src/model/member.js';
import type { DemoState, Host } from '../e2e/host.js';
import type { Engine, OpenOptions } from './engine.js';
import { Page, until, type Control } from './page.js';

/** A panel in a page, as an admin of the demo sees it. */
export class Visit {
  readonly page: Page;
  /** The requests that change something, since the page was opened. */
  readonly writes: readonly string[];
  readonly #host: Host;
  constructor(page: Page, host: Host, writes: readonly string[]) {
    this.page = page;
    this.#host = host;
    this.writes = writes;
  }

  /** What the back end holds. */
  async read(): Promise<DemoState> {
    return (await (await fetch(`${this.#host.url}/demo/state`)).json()) as DemoState;
  }

  get members(): Control {
    return this.page.find('table', 'Members');
  }
  get invitations(): Control {
    return this.page.find('table', 'Pending invitations');
  }
  get search(): Control {
    return this.page.find('searchbox', 'Search members');
  }
  get emails(): Control {
    return this.page.find('textbox', 'E-mail addresses');
  }
  get send(): Control {
    return this.page.find('button', /^Send (1 )?invitation$/);
  }
  roleOf(name: string): Control {
    return this.page.find('combobox', `Role of ${name}`);
  }

  /** The text of each row of a table. */
  rows(table: Control): Promise<string[]> {
    return table.evaluate((element) =>
      [...(element as HTMLTableElement).tBodies].flatMap((body) => [...body.rows].map((row) => row.textContent ?? '')),
    );
  }

  /** Waits until the rows of a table are as they should be, and returns their texts. */
  waitForRows(table: Control, what: string, isSo: (rows: string[]) => boolean): Promise<string[]> {
    return until(what, async () => {
      const rows = await this.rows(table);
      if (!isSo(rows)) throw new Error(`The rows are: ${rows.join(' | ')}`);
      return rows;
    });
  }

  /** Waits until a notice says something. */
  waitForNotice(text: string): Promise<void> {
    return this.page.waitUntil(
      `the notice: ${text}`,
      (words) =>
        [...kit.findRoot().querySelectorAll('[role=status]')].some((each) => each.textContent?.includes(words)),
      text,
    );
  }

  /** Waits for both lists and the form. */
  async loaded(): Promise<void> {
    await this.emails.waitFor();
    await this.page.waitUntil('both lists', () => kit.findRoot().querySelectorAll('tbody select').length > 0, null);
  }

  /** Searches for a member by address until the list shows nobody else. */
  async searchFor({ email }: Member): Promise<void> {
    const text = email ?? '';
    await this.search.fill(text);
    await this.waitForRows(this.members, `one row, with ${text}`, (rows) => rows.length === 1 && includes(rows, text));
  }

  /** What the page has complained of, which fails the test. */
  complaints(): Promise<string[]> {
    return this.page.evaluate(() => kit.complaints);
  }

  /** The same, expected: it does not fail the test. */
  takeComplaints(): Promise<string[]> {
    return this.page.evaluate(() => kit.complaints.splice(0));
  }
}

const includes = (rows: readonly string[], text: string) => rows.some((row) => row.includes(text));

/** Opens the page of a host with fresh data, signed in as the admin. */
export async function openVisit(
  engine: Engine,
  host: Host,
  writes: string[],
  options: OpenOptions | undefined,
): Promise<Visit> {
  for (const [path, body] of [
    ['/demo/settings', { roster: 'small' }],
    ['/demo/reset', {}],
    ['/demo/settings', { latencyMs: '0' }],
  ] as const) {
    const response = await fetch(host.url + path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });
    if (!response.ok) throw new Error(`${path} was answered ${response.status}: ${await response.text()}`);
  }
  const page = new Page(await engine.open(options));
  await page.resize(1100, 800);
  // The host makes whoever opens it for the first time the admin.
  await page.goto(host.url);
  const visit = new Visit(page, host, writes);
  await visit.loaded();
  writes.length = 0;
  return visit;
}

/** Two members who are none of the demo's people and no admins, with names that can be typed. */
export function pickMembers(members: readonly Member[]): [Member, Member] {
  const [first, second] = members
    .slice(3)
    .filter(({ name, role }) => role === 'org:member' && name && /^[\p{Script=Latin} ]+$/u.test(name));
  if (!first || !second) throw new Error('The demo has no two such members.');
  return [first, second];
}

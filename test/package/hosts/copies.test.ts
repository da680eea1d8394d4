import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser, type Host } from '../../e2e/host.js';
import { build, install, type Installed } from './install.js';
import { keepPicture, openHost } from './journey.js';
import { serve } from './serve.js';

describe('a page with two copies of the kit, three panels and a query client of its own', () => {
  let installed: Installed;
  let host: Host;
  let browser: Browser;
  beforeAll(async () => {
    [installed, browser] = await Promise.all([install('copies'), startBrowser()]);
    const modules = join(installed.folder, 'node_modules');
    cpSync(join(modules, '@mixpeek/users-panel'), join(modules, 'users-panel-again'), { recursive: true });
    await build(installed.folder, 'index.html', 'development');
    host = await serve({ folders: [join(installed.folder, 'out')] });
  });
  afterAll(async () => {
    await browser.close();
    await host.close();
    installed.remove();
  });

  async function open() {
    const opened = await openHost(browser, host);
    const panel = (name: string) => opened.page.getByRole('group', { name });
    const members = (name: string) =>
      panel(name).getByRole('table', { name: 'Members' }).getByRole('rowheader').allInnerTexts();
    for (const [name, somebody] of [
      ['left', 'Ada'],
      ['right', 'Linus'],
      ['third', 'Barbara'],
    ] as const) {
      await panel(name).getByRole('rowheader', { name: somebody }).waitFor();
    }
    return { ...opened, panel, members };
  }

  it('keeps each panel to its own app', async () => {
    const { page, panel, members, context, complaints } = await open();
    const before = await Promise.all([members('right'), members('third')]);
    await panel('left').getByLabel('Role of Grace').selectOption({ label: 'Admin' });
    await panel('left').getByRole('status').getByText('Grace is now Admin.').waitFor();
    expect(await panel('right').getByLabel('Role of Grace').inputValue()).toBe('org:member');
    await panel('left').getByRole('button', { name: 'Remove Grace' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove', exact: true }).click();
    await panel('left').getByRole('status').getByText('Grace was removed.').waitFor();
    await panel('left').getByRole('rowheader', { name: 'Grace' }).waitFor({ state: 'detached' });
    expect(await Promise.all([members('right'), members('third')])).toEqual(before);
    expect(await panel('right').getByText('Grace was removed.').count()).toBe(0);
    expect(await panel('third').getByText('Grace was removed.').count()).toBe(0);
    await keepPicture(page, 'copies');
    await context.close();
    expect(complaints).toEqual([]);
  });

  it('keeps what is typed in one panel out of the others', async () => {
    const { panel, context } = await open();
    await panel('left').getByLabel('E-mail addresses').fill('half');
    await panel('right').getByRole('searchbox').fill('ken');
    await panel('right').getByRole('rowheader', { name: 'Linus' }).waitFor({ state: 'detached' });
    expect(await panel('right').getByLabel('E-mail addresses').inputValue()).toBe('');
    expect(await panel('left').getByRole('searchbox').inputValue()).toBe('');
    expect(await panel('left').getByRole('rowheader').count()).toBeGreaterThanOrEqual(2);
    await context.close();
  });

  it('leaves the query client of the page alone, and its children with it', async () => {
    const { page, context } = await open();
    const found = await page.evaluate(() => (window as unknown as { host: () => object }).host());
    await context.close();
    expect(found).toEqual({
      queries: 0,
      mutations: 0,
      sameDefaults: true,
      childrenSeeOnlyTheHost: true,
      copiesKnowEachOther: true,
    });
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser, type Host } from '../e2e/host.js';
import { filesOf, root, text } from './dist.js';
import { command } from './hosts/install.js';
import { serve } from './hosts/serve.js';

interface Entry {
  id: string;
  type: 'story' | 'docs';
}

const site = join(root, 'test/.output/site');
const TABS = 4;

// As it is put on a server: below a path of its own, and with nothing reachable but that server.
describe('the static Storybook', () => {
  let host: Host;
  let browser: Browser;
  let context: BrowserContext;
  let entries: Entry[];
  const strangers = new Set<string>();

  beforeAll(async () => {
    const cli = join(root, 'node_modules/storybook/dist/bin/dispatcher.js');
    const env = { STORYBOOK_DISABLE_TELEMETRY: '1' };
    await command(root, process.execPath, [cli, 'build', '--quiet', '-o', join(site, 'kit')], env);
    [host, browser] = await Promise.all([serve({ folders: [site] }), startBrowser()]);
    const index = JSON.parse(readFileSync(join(site, 'kit/index.json'), 'utf8')) as { entries: Record<string, Entry> };
    entries = Object.values(index.entries);
    context = await browser.newContext({ reducedMotion: 'reduce', locale: 'en-US', timezoneId: 'UTC' });
    await context.route(
      (url) => url.origin !== host.url,
      (route) => {
        strangers.add(route.request().url());
        return route.abort();
      },
    );
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await host.close();
  });

  it('opens every story and every page of its docs without a complaint', { timeout: 400_000 }, async () => {
    expect(entries.length).toBeGreaterThan(100);
    // A preview that leaves docs while a story in them is still coming loads itself anew: they are last, each by its link.
    const left = [...entries.filter(isStory), ...entries.filter((entry) => !isStory(entry))];
    const faults: string[] = [];
    const walk = async () => {
      const page = await context.newPage();
      let entry = left.shift();
      const complain = (what: string) => faults.push(`${entry?.id}: ${what}`);
      listenTo(page, complain);
      for (let isFirst = true; entry; entry = left.shift(), isFirst = false) {
        if (isFirst || !isStory(entry))
          await page.goto(`${host.url}/kit/iframe.html?id=${entry.id}&viewMode=${entry.type}`);
        else await page.evaluate(choose, { storyId: entry.id, viewMode: entry.type });
        await watch(page, entry, complain);
      }
      await page.close();
    };
    await Promise.all(Array.from({ length: TABS }, walk));
    expect(faults).toEqual([]);
  });

  it('leads from the start to Canvas, theming and what is said to a 429 by one click, and nowhere to nothing', () => {
    const ids = new Set(entries.map(({ id }) => id));
    const linked = (file: string) => [...text(file).matchAll(/\?path=\/\w+\/([\w-]+)/g)].map((found) => found[1] ?? '');
    const pages = filesOf('stories/docs', /\.mdx$/);
    const [first] = entries;
    expect(first?.id).toBe('start-here--docs');
    expect(linked('stories/docs/StartHere.mdx')).toEqual(
      expect.arrayContaining(['guides-canvas--docs', 'guides-theming--docs', 'guides-errors--docs']),
    );
    expect(pages.flatMap((page) => linked(page).filter((id) => !ids.has(id)))).toEqual([]);
    const shown = [...text('stories/docs/readme.ts').matchAll(/'([\w-]+--docs)'/g)].map((found) => found[1] ?? '');
    expect(shown.filter((id) => !ids.has(id))).toEqual([]);
    expect(text('stories/docs/Errors.mdx')).toContain('toolbar.TooManyRequests');
  });

  it('shows its first story below a path of its own, and asks nobody else for anything', async () => {
    const page = await context.newPage();
    const start = Date.now();
    await page.goto(`${host.url}/kit/index.html?path=/story/userspanel--default`);
    await page
      .frameLocator('#storybook-preview-iframe')
      .getByRole('row', { name: /Ada Lovelace/ })
      .waitFor();
    console.info(`The first story is visible after ${Date.now() - start} ms.`);
    await page.close();
    expect([...strangers]).toEqual([]);
  });
});

function listenTo(page: Page, complain: (text: string) => void): void {
  page.on('pageerror', (error) => complain(String(error)));
  page.on('console', (message) => {
    const { url } = message.location();
    // A browser logs each answer that says no. Those of a story's own back end are what the story is about, as is the
    // picture that does not come; and it asks for an icon by itself.
    const isMeant = /\/stories\/|\/favicon\.ico$|\/no-such-picture/.test(url);
    if (!/error|warning/.test(message.type()) || (isMeant && message.text().startsWith('Failed to load'))) return;
    complain(`${message.text()} (${url})`);
  });
}

function isStory({ type }: Entry): boolean {
  return type === 'story';
}

/** Waits until the play function of a story has come to its end, and that of each story in a page of docs. */
async function watch(page: Page, { id, type }: Entry, complain: (text: string) => void): Promise<void> {
  try {
    await page.waitForFunction(isOver, { id, type }, { timeout: 60_000, polling: 50 });
  } catch {
    complain('does not come to an end');
  }
  if (await page.evaluate(hasFailed)) complain('its play function failed');
}

interface Channel {
  emit: (event: string, choice: object) => void;
}
interface Preview {
  currentRender?: { id?: string; phase?: string };
  /** Those inside a page of docs, too. */
  storyRenders: { isPending: () => boolean }[];
}

/** As the sidebar does. */
function choose(choice: object): void {
  (Reflect.get(window, '__STORYBOOK_ADDONS_CHANNEL__') as Channel).emit('setCurrentStory', choice);
}

function isOver({ id, type }: Entry): boolean {
  const body = document.body.classList;
  const preview = Reflect.get(window, '__STORYBOOK_PREVIEW__') as Preview | undefined;
  const render = preview?.currentRender;
  if (render?.id !== id || preview?.storyRenders.some((story) => story.isPending())) return false;
  if (type === 'docs') return body.contains('sb-show-main') && document.querySelector('#storybook-docs h1') !== null;
  return ['finished', 'errored'].includes(render.phase ?? '') || body.contains('sb-show-errordisplay');
}

function hasFailed(): boolean {
  const phase = (Reflect.get(window, '__STORYBOOK_PREVIEW__') as Preview | undefined)?.currentRender?.phase;
  return phase === 'errored' || document.body.classList.contains('sb-show-errordisplay');
}

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright';
import { createServer } from 'vite';
import type { Invitation } from '../../src/model/invitation.js';
import type { Member } from '../../src/model/member.js';
import { browserArgs, findBrowser } from '../tools/browser.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
let started = 0;

export interface Host {
  url: string;
  close: () => Promise<void>;
}

/** Starts the host page of `npm start` on a free port. It reads the same environment. */
export async function startHost(): Promise<Host> {
  started += 1;
  // A cache of its own, so that neither another host nor a run before this one decides what is optimised.
  const cacheDir = join(root, `test/.output/host-${process.pid}-${started}`);
  const server = await createServer({
    configFile: join(root, 'test/hosts/canvas/vite.config.ts'),
    cacheDir,
    logLevel: 'error',
    server: { port: 0, strictPort: false, hmr: false, watch: null },
  });
  await server.listen();
  const url = server.resolvedUrls?.local[0];
  if (!url) throw new Error('The host listens, yet has no address.');
  return {
    url: url.replace(/\/$/, ''),
    close: async () => {
      // Not under the hands of a bundler that is still writing into it, for a page that nobody waited for.
      const { depsOptimizer } = server.environments.client;
      await depsOptimizer?.scanProcessing;
      await Promise.allSettled(
        Object.values(depsOptimizer?.metadata.discovered ?? {}).map(async (dep) => dep.processing),
      );
      await server.close();
      rmSync(cacheDir, { recursive: true, force: true });
    },
  };
}

/** Starts the browser of the other browser tests. */
export function startBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  return chromium.launch({ args: browserArgs, ...(executablePath && { executablePath }) });
}

/** What the switchboard may be asked for. */
export type Settings = Partial<Record<'latencyMs' | 'lagMs' | 'errorStyle' | 'fault' | 'operation' | 'roster', string>>;

export interface DemoState {
  settings: Settings;
  members: Member[];
  invitations: Invitation[];
  /** Account ids. */
  people: { admin?: string; other_admin?: string; member?: string };
}

/** A visitor of the demo: a browser with a session, and the switchboard in hand. */
export interface Visitor {
  context: BrowserContext;
  page: Page;
  /** What the fake Mixpeek holds in truth. */
  read: () => Promise<DemoState>;
  set: (settings: Settings) => Promise<void>;
  open: () => Promise<void>;
}

/** Begins with fresh data, signed in as one of the demo's people. */
export async function visit(
  browser: Browser,
  host: Host,
  who: 'admin' | 'other_admin' | 'member' | 'signed_out',
  settings: Settings = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: host.url,
    locale: 'en-US',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
    viewport: { width: 1280, height: 900 },
  });
  context.setDefaultTimeout(20_000);
  const send = async (path: string, data: object) => {
    const response = await context.request.post(path, { data });
    if (!response.ok()) throw new Error(`${path} was answered ${response.status()}: ${await response.text()}`);
  };
  const set = (changes: Settings) => send('/demo/settings', changes);
  await set({ roster: settings.roster ?? 'small' });
  await send('/demo/reset', {});
  await set({ latencyMs: '0', ...settings });
  await send('/demo/session', { who });
  const page = await context.newPage();
  return {
    context,
    page,
    set,
    read: async () => (await (await context.request.get('/demo/state')).json()) as DemoState,
    open: async () => {
      await page.goto('/');
    },
  };
}

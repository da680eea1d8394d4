import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { SELECTORS, type Driver, type Engine, type Key, type Modifier, type Query, type Role } from './engine.js';
import { createSend, idOf, type ElementReference, type Send } from './webdriver.js';

const KEYS: Readonly<Record<Exclude<Key, 'a'> | Modifier, string>> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Escape: '\uE00C',
  End: '\uE010',
  Home: '\uE011',
  ArrowUp: '\uE013',
  ArrowDown: '\uE015',
};
const PRESS_MS = 90;
/** A window has a bar, which is not the page. */
const SCREEN = { width: 1600, height: 1400 };

/** Starts WebKitGTK's own browser on a display of its own: it has no headless mode. */
export async function startWebKit({
  driver = '',
  browser = '',
  display = '',
}: Record<string, string>): Promise<Engine> {
  const { screen, stop: stopDisplay } = await startDisplay(display);
  const sessions: (() => Promise<void>)[] = [];
  const start = async (scheme: 'light' | 'dark') => {
    const session = await startSession(driver, browser, screen, scheme);
    sessions.push(session.stop);
    return session;
  };
  const first = await start('light');
  return {
    version: first.version,
    open: async ({ scheme = 'light' } = {}) => {
      const session = await start(scheme);
      return createDriver(session.send, session.stop);
    },
    close: async () => {
      for (const stop of sessions) await stop();
      stopDisplay();
    },
  };
}

async function startDisplay(program: string) {
  const screen = `${SCREEN.width}x${SCREEN.height}x24`;
  const child = spawn(program, ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  const number = await new Promise<string>((resolve, reject) => {
    (child.stdio[3] as Readable).once('data', (data) => resolve(String(data).trim()));
    failWith(child, program, reject);
  });
  return { screen: `:${number}`, stop: () => void child.kill() };
}

/** Rejects when a program cannot be started or ends too early, with what it said last. */
function failWith(child: ChildProcess, program: string, reject: (error: Error) => void) {
  let said = '';
  child.stderr?.on('data', (data) => (said = (said + String(data)).slice(-2000)));
  child.once('error', reject);
  child.once('exit', (code) => reject(new Error(`${program} ended with exit code ${code}: ${said}`)));
}

/** Settings of GTK: no animations, and bars that may be as narrow as a phone. */
function writeSettings() {
  const folder = mkdtempSync(join(tmpdir(), 'users-panel-gtk-'));
  mkdirSync(join(folder, 'gtk-3.0'));
  writeFileSync(join(folder, 'gtk-3.0/settings.ini'), '[Settings]\ngtk-enable-animations=false\n');
  writeFileSync(
    join(folder, 'gtk-3.0/gtk.css'),
    'headerbar, headerbar *, toolbar, toolbar *, box, entry, button { min-width: 0; margin: 0; padding: 0; }',
  );
  return folder;
}

async function startSession(driver: string, browser: string, screen: string, scheme: 'light' | 'dark') {
  const settings = writeSettings();
  const port = await findFreePort();
  const child = spawn(driver, [`--port=${port}`], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      DISPLAY: screen,
      XDG_CONFIG_HOME: settings,
      GDK_BACKEND: 'x11',
      NO_AT_BRIDGE: '1',
      GTK_THEME: scheme === 'dark' ? 'Adwaita:dark' : 'Adwaita',
    },
  });
  const ended = new Promise<never>((_resolve, reject) => failWith(child, driver, reject));
  // Once it has started, whoever waits for an answer learns that it has ended.
  ended.catch(() => {});
  const base = `http://127.0.0.1:${port}`;
  await Promise.race([ended, waitUntilReady(createSend(base))]);
  const capabilities = {
    alwaysMatch: {
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] },
    },
  };
  const session = (await createSend(base)('POST', '/session', { capabilities })) as {
    sessionId: string;
    capabilities: { browserVersion: string };
  };
  const send = createSend(`${base}/session/${session.sessionId}`);
  let isStopped = false;
  return {
    version: session.capabilities.browserVersion,
    send,
    stop: async () => {
      if (isStopped) return;
      isStopped = true;
      await send('DELETE', '');
      child.kill();
      rmSync(settings, { recursive: true, force: true });
    },
  };
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function waitUntilReady(send: Send) {
  const end = Date.now() + 30_000;
  for (;;) {
    try {
      return await send('GET', '/status');
    } catch (error) {
      if (Date.now() > end) throw error;
      await sleep(50);
    }
  }
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function createDriver(send: Send, stop: () => Promise<void>): Driver<ElementReference> {
  const run = async (code: unknown, ...args: unknown[]) =>
    send('POST', '/execute/sync', { script: `return (${String(code)})(...arguments)`, args });
  const perform = (id: string, type: 'key' | 'pointer', actions: object[]) =>
    send('POST', '/actions', {
      actions: [{ id, type, ...(type === 'pointer' && { parameters: { pointerType: 'mouse' } }), actions }],
    });
  const tap = (value: string) => [
    { type: 'keyDown', value },
    { type: 'keyUp', value },
  ];
  const pressAt = async (x: number, y: number, duration: number) => {
    await perform('mouse', 'pointer', [
      { type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y) },
      { type: 'pointerDown', button: 0 },
      { type: 'pause', duration },
      { type: 'pointerUp', button: 0 },
    ]);
  };
  return {
    goto: async (url) => void (await send('POST', '/url', { url })),
    resize: async (width, height) => {
      // The window is as wide as the page, and higher by its bar.
      await send('POST', '/window/rect', { x: 0, y: 0, width, height });
      const inner = (await run(() => [innerWidth, innerHeight])) as [number, number];
      await send('POST', '/window/rect', { x: 0, y: 0, width, height: height + (height - inner[1]) });
    },
    evaluate: async (code, arg) => (await run(code, arg)) as never,
    evaluateOn: async (handle, code, arg) => (await run(code, handle, arg)) as never,
    find: (query) => find(send, run, query),
    // Not the driver's own click, which takes what is in a shadow root for covered.
    click: async (handle) => {
      const point = (await run(pointOf, handle)) as { x: number; y: number };
      await pressAt(point.x, point.y, 0);
    },
    choose: async (handle, label) => {
      const option = (await run(
        (select: HTMLSelectElement, text: string) => [...select.options].find(({ label: each }) => each === text),
        handle,
        label,
      )) as ElementReference | null;
      if (!option) throw new Error(`The select has no option ${label}.`);
      await send('POST', `/element/${idOf(option)}/click`);
    },
    pressAt: (x, y) => pressAt(x, y, PRESS_MS),
    type: async (text) => void (await perform('keyboard', 'key', Array.from(text).flatMap(tap))),
    press: async (key, modifier) => {
      const keys = tap(key === 'a' ? key : KEYS[key]);
      const held = modifier && KEYS[modifier];
      const all = held ? [{ type: 'keyDown', value: held }, ...keys, { type: 'keyUp', value: held }] : keys;
      await perform('keyboard', 'key', all);
    },
    screenshot: async (path) => {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, Buffer.from((await send('GET', '/screenshot')) as string, 'base64'));
    },
    close: stop,
  };
}

/** Finds the elements that may have the role, then asks the browser for the role and the name that it tells of each. */
async function find(
  send: Send,
  run: (code: unknown, ...args: unknown[]) => Promise<unknown>,
  { role, name, within }: Query,
): Promise<ElementReference[]> {
  const roots = within ? await find(send, run, within) : [null];
  const all: ElementReference[] = [];
  for (const root of roots) all.push(...((await run(candidates, SELECTORS[role], root)) as ElementReference[]));
  const fits = await Promise.all(
    all.map(async (element) => {
      const told = await send('GET', `/element/${idOf(element)}/computedrole`);
      if (!isRole(role, told as string)) return false;
      if (name === undefined) return true;
      const label = (await send('GET', `/element/${idOf(element)}/computedlabel`)) as string;
      return typeof name === 'string' ? label === name : name.test(label);
    }),
  );
  return all.filter((_, index) => fits[index]);
}

/** WebKit still tells of a select that it is a button, as one that opens a menu. */
const isRole = (role: Role, told: string) => told === (role === 'combobox' ? 'button' : role);

/** Runs in the page: scrolls to an element and returns its middle, where nothing may cover it. */
function pointOf(element: Element): { x: number; y: number } {
  const isInView = ({ top, bottom }: DOMRect) => top >= 0 && bottom <= innerHeight;
  if (!isInView(element.getBoundingClientRect())) element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { left, top, width, height } = element.getBoundingClientRect();
  const point = { x: left + width / 2, y: top + height / 2 };
  const hit = (element.getRootNode() as Document | ShadowRoot).elementFromPoint(point.x, point.y);
  if (!element.contains(hit)) throw new Error(`${element.outerHTML.slice(0, 80)} is covered.`);
  return point;
}

/** Runs in the page: the visible elements that a selector matches, in open shadow roots too. */
function candidates(selector: string, root: Element | null): Element[] {
  const found: Element[] = [];
  const visit = (node: Document | ShadowRoot | Element) => {
    for (const element of node.querySelectorAll('*')) {
      if (element.matches(selector) && element.checkVisibility({ visibilityProperty: true })) found.push(element);
      if (element.shadowRoot) visit(element.shadowRoot);
    }
  };
  visit(root ?? document);
  return found;
}

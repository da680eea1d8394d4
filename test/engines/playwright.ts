import { chromium, firefox, type Browser, type ElementHandle, type Locator, type Page } from 'playwright';
import { browserArgs } from '../tools/browser.js';
import type { Driver, Engine, OpenOptions, Query } from './engine.js';

/** How long a finger or a mouse button stays down, in milliseconds. */
const PRESS_MS = 90;

export async function startChromium({ browser = '' }: Record<string, string>): Promise<Engine> {
  const running = await chromium.launch({ executablePath: browser, args: browserArgs });
  return {
    version: running.version(),
    open: (options) => openPage(running, options),
    close: () => running.close(),
  };
}

export async function startFirefox({ browser = '' }: Record<string, string>): Promise<Engine> {
  const launch = (scheme: 'light' | 'dark') =>
    firefox.launch({
      channel: 'moz-firefox',
      executablePath: browser,
      // Over WebDriver BiDi neither can be emulated for a page.
      firefoxUserPrefs: {
        'ui.prefersReducedMotion': 1,
        'layout.css.prefers-color-scheme.content-override': scheme === 'dark' ? 0 : 1,
      },
    });
  const running = await launch('light');
  return {
    version: running.version(),
    open: async (options) => {
      if (options?.scheme !== 'dark') return openPage(running, options);
      const dark = await launch('dark');
      const driver = await openPage(dark, options);
      return { ...driver, close: () => dark.close() };
    },
    close: () => running.close(),
  };
}

type Handle = ElementHandle<HTMLElement>;

async function openPage(browser: Browser, { scheme = 'light', touch = false }: OpenOptions = {}) {
  const context = await browser.newContext({ reducedMotion: 'reduce', colorScheme: scheme, hasTouch: touch });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  return createDriver(page, touch, () => context.close());
}

function createDriver(page: Page, touch: boolean, close: () => Promise<void>): Driver<Handle> {
  return {
    goto: async (url) => void (await page.goto(url)),
    resize: (width, height) => page.setViewportSize({ width, height }),
    evaluate: (run, arg) => page.evaluate(run as (arg: unknown) => never, arg),
    evaluateOn: (handle, run, arg) => handle.evaluate(run as (element: HTMLElement, arg: unknown) => never, arg),
    find: async (query) => {
      const handles = await locate(page, query).elementHandles();
      return handles as Handle[];
    },
    click: (handle) => (touch ? handle.tap() : handle.click()),
    choose: async (handle, label) => void (await handle.selectOption({ label })),
    pressAt: async (x, y) => {
      if (touch) return page.touchscreen.tap(x, y);
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.waitForTimeout(PRESS_MS);
      await page.mouse.up();
    },
    type: (text) => page.keyboard.type(text),
    press: (key, modifier) => page.keyboard.press(modifier ? `${modifier}+${key}` : key),
    screenshot: async (path) => void (await page.screenshot({ path, fullPage: true })),
    close,
  };
}

function locate(page: Page, { role, name, within }: Query): Locator {
  const options = name === undefined ? {} : { name, exact: true };
  return (within ? locate(page, within) : page).getByRole(role, options);
}

// What people do in a page that is there: searching, opening the choice of a role, changing one.
import { openPage, readHeap, whenQuiet } from './openPage.js';
import { readRequests } from './loads.js';

/** @typedef {import('playwright').Page} Page */

/**
 * Notes, for the next event of a type, how long it takes from the moment the browser had it until the end of the frame
 * that shows what came of it.
 * @param {Page} page
 * @param {{ type: string, shown: 'rows' | 'choice' }} wish
 */
async function timeNext(page, wish) {
  await page.evaluate(({ type, shown }) => {
    const isOpen = () => document.querySelector('select:open') !== null;
    const result = new Promise((resolve) => {
      window.addEventListener(
        type,
        (event) => {
          const began = event.timeStamp;
          const channel = new MessageChannel();
          channel.port1.addEventListener('message', () => resolve(performance.now() - began), { once: true });
          channel.port1.start();
          // A message comes once the frame that was asked for has been painted.
          const whenPainted = () => requestAnimationFrame(() => channel.port2.postMessage(null));
          if (shown === 'choice') {
            const look = () => (isOpen() ? whenPainted() : setTimeout(look));
            look();
            return;
          }
          const observer = new MutationObserver(() => {
            observer.disconnect();
            whenPainted();
          });
          // Field, rows and count change in one go, and the field always does.
          const whole = /** @type {Element} */ (document.querySelector('#page'));
          observer.observe(whole, { childList: true, subtree: true, characterData: true, attributes: true });
        },
        { once: true, capture: true },
      );
    });
    Object.assign(window, { timed: result });
  }, wish);
}

/** @param {Page} page @returns {Promise<number>} */
function readTime(page) {
  return page.evaluate(() => /** @type {{ timed: Promise<number> }} */ (/** @type {unknown} */ (window)).timed);
}

/**
 * The last key of a search, from the key to the rows on screen. The first search of a page is kept apart: what it
 * prepares is ready for those that follow.
 * @param {import('playwright').Browser} browser
 * @param {string} url
 * @param {number} rounds
 * @returns {Promise<{ first: number[], later: number[], firstKey: number[] }>}
 */
export async function measureSearch(browser, url, rounds) {
  /** @type {{ first: number[], later: number[], firstKey: number[] }} */
  const times = { first: [], later: [], firstKey: [] };
  for (let round = 0; round < rounds; round += 1) {
    const { page, close } = await openPage(browser, url);
    await whenQuiet(page);
    const field = page.locator('#page input[type="search"]');
    for (const [at, text] of ['yil', 'smith', 'ana', 'mull'].entries()) {
      await field.click();
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.press('Backspace');
      for (const [index, key] of text.split('').entries()) {
        await page.waitForTimeout(60);
        const isLast = index === text.length - 1;
        const isFirst = at === 0 && index === 0;
        if (isLast || isFirst) await timeNext(page, { type: 'keydown', shown: 'rows' });
        await page.keyboard.press(key);
        if (isFirst) times.firstKey.push(await readTime(page));
        else if (isLast) times[at === 0 ? 'first' : 'later'].push(await readTime(page));
      }
    }
    await close();
  }
  return times;
}

/**
 * From the press of the mouse on a role to the open choice.
 * @param {import('playwright').Browser} browser
 * @param {string} url
 * @param {number} rounds
 * @returns {Promise<number[]>}
 */
export async function measureChoice(browser, url, rounds) {
  const { page, close } = await openPage(browser, url);
  await whenQuiet(page);
  const times = [];
  for (let round = 0; round < rounds; round += 1) {
    const select = page.locator(`#page tbody select`).nth(1 + (round % 6));
    const box = await select.boundingBox();
    if (!box) throw new Error('There is no role to choose.');
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await timeNext(page, { type: 'mousedown', shown: 'choice' });
    await page.mouse.down();
    times.push(await readTime(page));
    await page.mouse.up();
    await page.keyboard.press('Escape');
    await page.waitForTimeout(80);
  }
  await close();
  return times;
}

/**
 * @typedef {object} Renders
 * @property {number} rows different rows that were rendered
 * @property {number} rowRenders how often a row was rendered, altogether
 * @property {number} commits how often React put something on the screen
 * @property {string[]} requests of the back end, in order
 */

/**
 * What each act of an admin renders and asks, in a table of 25 rows with React's own profiler around it.
 * @param {import('playwright').Browser} browser
 * @param {string} url
 * @returns {Promise<Record<string, Renders>>}
 */
export async function measureRenders(browser, url) {
  const { page, close } = await openPage(browser, url);
  await whenQuiet(page);
  /** @type {Record<string, Renders>} */
  const acts = {};
  const act = async (/** @type {string} */ name, /** @type {() => Promise<void>} */ doIt) => {
    await page.evaluate(() => {
      Object.assign(/** @type {{ renders: object }} */ (/** @type {unknown} */ (window)).renders, {
        commits: 0,
        rows: [],
      });
      performance.clearResourceTimings();
    });
    await doIt();
    // The list is read again behind a write, and that is part of the act.
    await page.waitForTimeout(1500);
    const { rows, commits } = await page.evaluate(
      () => /** @type {{ renders: { rows: string[], commits: number } }} */ (/** @type {unknown} */ (window)).renders,
    );
    const { requests } = await readRequests(page);
    acts[name] = { rows: new Set(rows).size, rowRenders: rows.length, commits, requests };
  };
  const select = page.locator('#page .mup-member-table tbody select').nth(4);
  await act('change a role', async () => {
    const role = await select.inputValue();
    await select.selectOption(role === 'org:admin' ? 'org:member' : 'org:admin');
  });
  await act('type an address', () => page.locator('.mup-email-field input').fill('joan@example.com,'));
  await act('send an invitation', () => page.getByRole('button', { name: 'Send invitation' }).click());
  await act('remove a member', async () => {
    await page.locator('#page .mup-member-table tbody button[aria-label^="Remove"]').nth(6).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove', exact: true }).click();
  });
  await act('revoke an invitation', async () => {
    await page.locator('.mup-invitation-list tbody button[aria-label^="Revoke"]').first().click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke', exact: true }).click();
  });
  await act('go to the next page', () => page.getByRole('button', { name: 'Next page' }).first().click());
  await act('search', () => page.getByRole('searchbox').fill('example.org'));
  await close();
  return acts;
}

/** Lists that nobody shows are let go after a minute. */
const LET_GO_MS = 62_000;

/**
 * The heap after mounting and unmounting the panel again and again, in a browser of its own that compiles nothing for
 * speed: what its compiler makes of code that runs often grows for long, and would be taken for a leak.
 * @param {(flags: readonly string[]) => Promise<import('playwright').Browser>} launch
 * @param {string} url
 * @param {number} times
 * @returns {Promise<{ times: number, heap: number, nodes: number, listeners: number }[]>} bytes and counts: once warm, and
 * after all of them
 */
export async function measureMounts(launch, url, times) {
  const browser = await launch(['--js-flags=--no-opt --no-maglev --no-sparkplug']);
  const { page, session, close } = await openPage(browser, url);
  await session.send('Performance.enable');
  await page.waitForFunction(() => 'mountAndUnmount' in window);
  const readings = [];
  // The first half warms up: code is compiled, caches fill.
  const warm = Math.ceil(times / 2);
  for (const [done, step] of /** @type {const} */ ([
    [warm, warm],
    [times, times - warm],
  ])) {
    await page.evaluate((more) => {
      const { mountAndUnmount } = /** @type {{ mountAndUnmount: (times: number) => Promise<void> }} */ (
        /** @type {unknown} */ (window)
      );
      return mountAndUnmount(more);
    }, step);
    await page.waitForTimeout(LET_GO_MS);
    const heap = await readHeap(session);
    const { metrics } = await session.send('Performance.getMetrics');
    const metric = (/** @type {string} */ name) => metrics.find((each) => each.name === name)?.value ?? NaN;
    readings.push({ times: done, heap, nodes: metric('Nodes'), listeners: metric('JSEventListeners') });
  }
  await close();
  await browser.close();
  return readings;
}

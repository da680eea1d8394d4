// Cold loads: each page in turn, so that whatever else the machine does hits all of them alike.
import { openPage, readHeap, whenQuiet } from './openPage.js';

/**
 * @typedef {object} Load
 * @property {number[]} firstRow milliseconds, one for each round
 * @property {number[]} interactive first row on screen and no long task left
 * @property {number[]} ready every part is there, those that are loaded later too
 * @property {number[]} blocked what long tasks took beyond 50 ms each, added up
 * @property {number} longest the longest task of all rounds
 * @property {number} shift the largest of all rounds
 * @property {number} nodes elements on the page
 * @property {number} invitationNodes those of them that show invitations, which no plain page does
 * @property {number[]} heap bytes
 * @property {string[]} requests of the back end, in order
 * @property {number} waves how many of them waited for another
 */

/**
 * @param {import('playwright').Browser} browser
 * @param {import('./servePages.js').Serving} serving
 * @param {{ pages: readonly string[], members: number, rounds: number, isPhone: boolean }} wish
 * @returns {Promise<Record<string, Load>>}
 */
export async function measureLoads(browser, serving, { pages, members, rounds, isPhone }) {
  /** @type {Record<string, Load>} */
  const loads = Object.fromEntries(
    pages.map((name) => [
      name,
      {
        firstRow: [],
        interactive: [],
        ready: [],
        blocked: [],
        longest: 0,
        shift: 0,
        nodes: 0,
        invitationNodes: 0,
        heap: [],
        requests: [],
        waves: 0,
      },
    ]),
  );
  // Loaded once before it counts, for the browser's own first times.
  for (const name of pages) {
    const { page, close } = await openPage(browser, serving.urlOf(name, members), { isPhone });
    await whenQuiet(page);
    await close();
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const name of round % 2 === 0 ? pages : pages.toReversed()) {
      const load = /** @type {Load} */ (loads[name]);
      const { page, session, close } = await openPage(browser, serving.urlOf(name, members), { isPhone });
      const { firstRow, ready, quiet, longTasks, shift } = await whenQuiet(page);
      load.firstRow.push(firstRow ?? NaN);
      load.interactive.push(quiet);
      load.ready.push(ready ?? NaN);
      load.blocked.push(longTasks.reduce((sum, ms) => sum + ms - 50, 0));
      load.longest = Math.max(load.longest, ...longTasks);
      load.shift = Math.max(load.shift, shift);
      load.nodes = await page.evaluate(() => document.querySelectorAll('#page *').length);
      load.invitationNodes = await page.evaluate(() => document.querySelectorAll('.mup-invitation-list *').length);
      const { requests, waves } = await readRequests(page);
      load.requests = requests;
      load.waves = waves;
      if (!isPhone) load.heap.push(await readHeap(session));
      await close();
    }
  }
  return loads;
}

/**
 * What the page asked the back end for. A request belongs to a later wave when it began after the end of one of the wave before.
 * @param {import('playwright').Page} page
 */
export async function readRequests(page) {
  const entries = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => /\/(list|live|cursor)\/\d+\//.test(name))
      .map((entry) => {
        const { name, startTime, responseEnd } = /** @type {PerformanceResourceTiming} */ (entry);
        return { path: new URL(name).pathname, startTime, responseEnd };
      })
      .toSorted((a, b) => a.startTime - b.startTime),
  );
  let waves = 0;
  let firstEnd = -Infinity;
  for (const { startTime, responseEnd } of entries) {
    if (startTime >= firstEnd) {
      waves += 1;
      firstEnd = responseEnd;
    } else firstEnd = Math.min(firstEnd, responseEnd);
  }
  return { requests: entries.map(({ path }) => path), waves };
}

// All that is measured in a browser, one thing after another.
import { measureChoice, measureMounts, measureRenders, measureSearch } from './acts.js';
import { measureLoads, readRequests } from './loads.js';
import { openPage, readHeap, whenQuiet } from './openPage.js';

/**
 * @typedef {Record<string, import('./loads.js').Load>} Loads by page
 * @typedef {object} Measured
 * @property {Record<number, Loads>} desktop by the number of members
 * @property {Record<number, Loads>} phone
 * @property {Record<number, Record<string, Awaited<ReturnType<typeof measureSearch>>>>} search
 * @property {Record<string, number[]>} choice
 * @property {Awaited<ReturnType<typeof measureRenders>>} renders
 * @property {Awaited<ReturnType<typeof measureMounts>>} mounts
 * @property {Record<number, Awaited<ReturnType<typeof measureCursor>>>} cursor by how many members the back end has
 */

/** All rows at once: beyond this many a page takes half a minute. */
const MOST_ROWS = 10_000;
const TABLE_OF_25 = 60;

/**
 * @param {import('playwright').Browser} browser
 * @param {(flags: readonly string[]) => Promise<import('playwright').Browser>} launch another browser, with flags of its own
 * @param {import('./servePages.js').Serving} serving
 * @param {import('./benchOptions.js').BenchOptions} options
 * @param {(what: string) => void} say
 * @returns {Promise<Measured>}
 */
export async function measure(browser, launch, serving, { members, rounds, mounts, isQuick }, say) {
  /** @type {Measured} */
  const measured = { desktop: {}, phone: {}, search: {}, choice: {}, renders: {}, mounts: [], cursor: {} };
  const all = isQuick ? ['panel', 'virtual'] : ['panel', 'virtual', 'react', 'static'];
  for (const count of members) {
    say(`cold loads of ${count} members`);
    const pages = count > MOST_ROWS ? ['panel', 'virtual'] : all;
    measured.desktop[count] = await measureLoads(browser, serving, { pages, members: count, rounds, isPhone: false });
  }
  for (const count of members.filter((each) => each <= 1000)) {
    say(`cold loads of ${count} members on a slow phone`);
    const pages = ['panel', 'virtual'];
    measured.phone[count] = await measureLoads(browser, serving, { pages, members: count, rounds, isPhone: true });
  }
  for (const count of members.filter((each) => each >= 1000)) {
    say(`searching ${count} members`);
    measured.search[count] = {};
    for (const page of ['panel', 'virtual']) {
      measured.search[count][page] = await measureSearch(browser, serving.urlOf(page, count), Math.ceil(rounds / 2));
    }
  }
  say('opening the choice of a role');
  for (const page of ['panel', 'virtual']) {
    measured.choice[page] = await measureChoice(browser, serving.urlOf(page, 1000), rounds * 3);
  }
  say('renders and requests of each act');
  measured.renders = await measureRenders(browser, serving.urlOf('acts', TABLE_OF_25, 'live'));
  say(`${mounts} times mounted and unmounted`);
  measured.mounts = await measureMounts(launch, serving.urlOf('mounts', 50), mounts);
  for (const count of [1000, 1_000_000]) {
    say(`a back end that pages, with ${count} members`);
    measured.cursor[count] = await measureCursor(browser, serving.urlOf('cursor', count, 'cursor'));
  }
  return measured;
}

/**
 * Page one of a list that the back end pages.
 * @param {import('playwright').Browser} browser
 * @param {string} url
 */
async function measureCursor(browser, url) {
  const { page, session, close } = await openPage(browser, url);
  await whenQuiet(page);
  const { requests } = await readRequests(page);
  const nodes = await page.evaluate(() => document.querySelectorAll('#page *').length);
  const heap = await readHeap(session);
  await close();
  return { requests, nodes, heap };
}

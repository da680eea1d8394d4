import { probe, ROW } from './probe.js';

/** A slow phone: a quarter of the processor, a slow 4G line. */
const PHONE = { cpu: 4, bytesPerSecond: 1_600_000 / 8, latency: 150 };

/**
 * @typedef {import('playwright').Page} Page
 * @typedef {object} OpenPage
 * @property {Page} page
 * @property {import('playwright').CDPSession} session
 * @property {() => Promise<void>} close
 */

/**
 * Opens a page in a context of its own, so that nothing is known from before: no cache, no compiled code.
 * @param {import('playwright').Browser} browser
 * @param {string} url
 * @param {{ isPhone?: boolean }} [options]
 * @returns {Promise<OpenPage>}
 */
export async function openPage(browser, url, { isPhone = false } = {}) {
  const context = await browser.newContext({
    locale: 'en-US',
    timezoneId: 'UTC',
    viewport: isPhone ? { width: 412, height: 823 } : { width: 1280, height: 900 },
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  if (isPhone) {
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: PHONE.latency,
      downloadThroughput: PHONE.bytesPerSecond,
      uploadThroughput: PHONE.bytesPerSecond,
    });
    await session.send('Emulation.setCPUThrottlingRate', { rate: PHONE.cpu });
  }
  await page.addInitScript(probe, { row: ROW });
  await page.goto(url, { waitUntil: 'commit' });
  return { page, session, close: () => context.close() };
}

/**
 * Waits until everything is there and nothing happens any more.
 * @param {Page} page
 * @returns {Promise<import('./probe.js').Readings>}
 */
export async function whenQuiet(page) {
  return page.evaluate(async () => {
    const { readBench } = /** @type {{ readBench: () => import('./probe.js').Readings }} */ (
      /** @type {unknown} */ (window)
    );
    for (;;) {
      const readings = readBench();
      if (readings.ready !== null && performance.now() - Math.max(readings.quiet, readings.ready) > 500)
        return readings;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  });
}

/**
 * Bytes that are in use on the JavaScript heap, once everything that may go has gone.
 * @param {import('playwright').CDPSession} session
 */
export async function readHeap(session) {
  await session.send('HeapProfiler.enable');
  for (let times = 0; times < 3; times += 1) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}

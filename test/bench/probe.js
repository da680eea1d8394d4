/**
 * What is read in a page while it loads. Times are in milliseconds since the navigation began.
 * @typedef {object} Readings
 * @property {number | null} firstRow the end of the frame in which the first row was painted
 * @property {number | null} ready everything is there
 * @property {number} quiet the end of the last task that kept the page from answering, or the first row
 * @property {number[]} longTasks how long each was
 * @property {number} shift sum of what moved without anybody's doing
 */

/** The row of each page, ours and the plain ones. */
export const ROW = '.mup-member-table-row, .bench-row';

/**
 * Runs in every page before its own scripts, the same in all of them.
 * @param {{ row: string }} selectors
 */
export function probe({ row }) {
  /** @type {{ at: number, ms: number }[]} */
  const tasks = [];
  let shift = 0;
  /** @type {number | null} */
  let firstRow = null;
  /** @type {number | null} */
  let ready = null;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) tasks.push({ at: startTime, ms: duration });
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) shift += /** @type {PerformanceEntry & { value: number }} */ (entry).value;
  }).observe({ type: 'layout-shift', buffered: true });

  const isReady = () => !document.querySelector('[aria-busy="true"]') && document.querySelector(row) !== null;
  /** @param {(at: number) => void} note */
  const whenPainted = (note) => requestAnimationFrame(() => requestAnimationFrame(() => note(performance.now())));
  let isSeen = false;
  const observer = new MutationObserver(() => {
    if (!isSeen && document.querySelector(row)) {
      isSeen = true;
      whenPainted((at) => {
        firstRow = at;
      });
    }
    if (isSeen && isReady()) {
      observer.disconnect();
      whenPainted((at) => {
        ready = at;
      });
    }
  });
  observer.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['aria-busy'] });

  Object.assign(window, {
    /** @returns {Readings} */
    readBench() {
      const ends = tasks.map(({ at, ms }) => at + ms);
      return { firstRow, ready, quiet: Math.max(firstRow ?? 0, ...ends), longTasks: tasks.map(({ ms }) => ms), shift };
    },
  });
}

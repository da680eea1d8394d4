import { median, megabytes, rowOfCount } from './budgetRow.js';

/** @typedef {import('./budgetRow.js').BudgetRow} BudgetRow */

/**
 * Fifty thousand must cost no more per member than twice what ten thousand do; a page of a million no more than one of a
 * thousand.
 * @param {import('./measure.js').Measured} measured
 */
export function scaleRows({ desktop, search, cursor }) {
  /** @type {BudgetRow[]} */
  const rows = [];
  const [some, many] = [desktop[10_000]?.['panel'], desktop[50_000]?.['panel']];
  const least = desktop[50]?.['panel'];
  /** @param {string} what @param {[number, number]} perRow @param {(value: number) => string} show */
  const scale = (what, [few, more], show) =>
    rows.push({
      what: `${what}, per row: 50,000 beside 10,000`,
      ours: show(more),
      floor: show(few),
      ratio: `${(more / few).toFixed(2)} ×`,
      budget: '≤ 2 ×',
      isWithin: more <= 2 * few,
      peers: '',
    });
  const micro = (/** @type {number} */ value) => `${(value * 1000).toFixed(1)} µs`;
  if (some && many && least) {
    const base = { heap: median(least.heap), time: median(least.firstRow) };
    scale(
      'heap',
      [(median(some.heap) - base.heap) / 10_000, (median(many.heap) - base.heap) / 50_000],
      (value) => `${Math.round(value)} B`,
    );
    scale('first row', [median(some.firstRow) / 10_000, median(many.firstRow) / 50_000], micro);
  }
  const searches = [search[10_000]?.['panel'], search[50_000]?.['panel']].map((each) => each && median(each.later));
  if (searches[0] && searches[1]) scale('search', [searches[0] / 10_000, searches[1] / 50_000], micro);
  const [few, million] = [cursor[1000], cursor[1_000_000]];
  if (few && million) {
    const limit = few.heap * 1.02;
    rows.push(
      rowOfCount('page one of a million by cursor: requests', { ours: million.requests.length, limit: 1 }),
      rowOfCount('page one of a million by cursor: heap beside that of 1,000', {
        ours: million.heap,
        floor: few.heap,
        limit,
        show: megabytes,
      }),
      rowOfCount('page one of a million by cursor: DOM nodes', { ours: million.nodes, floor: few.nodes, limit: 400 }),
    );
  }
  return rows;
}

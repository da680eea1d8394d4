// One row of the table of budgets, and how its figures are written.
import { spreadOf } from './statistics.js';

/**
 * One row of the table.
 * @typedef {object} BudgetRow
 * @property {string} what
 * @property {string} ours the median, and the first to the third quartile where it varies
 * @property {string} floor
 * @property {string} ratio
 * @property {string} budget
 * @property {boolean | null} isWithin null where there is no budget
 * @property {string} peers the best of them, as they were measured for the design; to read, not to compare times with
 * @property {{ label: string, ours: number, floor: number }} [bar] in milliseconds
 */

export const number = new Intl.NumberFormat('en');
const ms = (/** @type {number} */ value) => (value < 100 ? value.toFixed(1) : number.format(Math.round(value)));
export const times = (/** @type {readonly number[]} */ values) => {
  const { median, low, high } = spreadOf(values);
  return `${ms(median)} ms (${ms(low)}–${ms(high)})`;
};
export const megabytes = (/** @type {number} */ bytes) => `${(bytes / 1e6).toFixed(2)} MB`;
export const median = (/** @type {readonly number[]} */ values) => spreadOf(values).median;

/**
 * A row of something that is counted.
 * @param {string} what
 * @param {{ ours: number, floor?: number | undefined, limit: number, peers?: string, show?: (value: number) => string }} row
 * @returns {BudgetRow}
 */
export function rowOfCount(what, { ours, floor, limit, peers = '', show = (value) => number.format(value) }) {
  return {
    what,
    ours: show(ours),
    floor: floor === undefined ? '' : show(floor),
    ratio: floor ? `${(ours / floor).toFixed(2)} ×` : '',
    budget: limit === 0 ? '0' : `≤ ${show(limit)}`,
    isWithin: ours <= limit,
    peers,
  };
}

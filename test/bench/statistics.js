/** @typedef {{ median: number, low: number, high: number, count: number }} Spread from the first to the third quartile */

/**
 * @param {readonly number[]} values
 * @param {number} part 0.5 for the median
 */
function quantile(values, part) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * part;
  const below = sorted[Math.floor(at)] ?? NaN;
  const above = sorted[Math.ceil(at)] ?? NaN;
  return below + (above - below) * (at - Math.floor(at));
}

/**
 * @param {readonly number[]} values
 * @returns {Spread}
 */
export function spreadOf(values) {
  return {
    median: quantile(values, 0.5),
    low: quantile(values, 0.25),
    high: quantile(values, 0.75),
    count: values.length,
  };
}

/**
 * How many times as long as the floor, round by round: what slows a whole round down slows both.
 * @param {readonly number[]} ours
 * @param {readonly number[]} floor of the same rounds
 */
export function ratioOf(ours, floor) {
  return spreadOf(ours.map((value, round) => value / (floor[round] ?? NaN)));
}

/**
 * What to measure, and how thoroughly.
 * @typedef {object} BenchOptions
 * @property {number[]} members how many are in the one answer
 * @property {number} rounds how often each page is loaded
 * @property {number} mounts how often the panel is mounted and unmounted
 * @property {boolean} isQuick only what takes a minute or two
 * @property {number | null} soakMs how long the soak goes on; null for none
 * @property {boolean} isSoakOnly
 * @property {number} seed of the soak's dice
 * @property {boolean} isForDocs whether the table goes into the docs as well
 */

const USAGE = `Usage: npm run bench -- [--quick] [--members 50,1000,10000,50000] [--rounds 9] [--mounts 200]
                       [--soak 10m | --soak-only 10m] [--seed 1] [--docs]`;

/**
 * @param {readonly string[]} argv
 * @returns {BenchOptions}
 * @throws {RangeError} with what is wrong, where a flag is unknown or has no sound value
 */
export function readBenchOptions(argv) {
  const given = new Map();
  for (let at = 0; at < argv.length; at += 1) {
    const flag = argv[at] ?? '';
    if (flag === '--quick' || flag === '--docs') given.set(flag, true);
    else if (['--members', '--rounds', '--mounts', '--soak', '--soak-only', '--seed'].includes(flag)) {
      at += 1;
      given.set(flag, argv[at] ?? '');
    } else throw new RangeError(`${flag} is no flag.\n${USAGE}`);
  }
  const isQuick = given.has('--quick');
  const soak = given.get('--soak-only') ?? given.get('--soak');
  return {
    members: given.has('--members')
      ? given
          .get('--members')
          .split(',')
          .map((/** @type {string} */ text) => countOf('--members', text))
      : isQuick
        ? [50, 1000, 10_000]
        : [50, 1000, 10_000, 50_000],
    rounds: given.has('--rounds') ? countOf('--rounds', given.get('--rounds')) : isQuick ? 3 : 9,
    mounts: given.has('--mounts') ? countOf('--mounts', given.get('--mounts')) : isQuick ? 50 : 200,
    isQuick,
    soakMs: soak === undefined ? null : timeOf(soak),
    isSoakOnly: given.has('--soak-only'),
    isForDocs: given.has('--docs'),
    seed: given.has('--seed') ? countOf('--seed', given.get('--seed')) : 1,
  };
}

/** @param {string} flag @param {string} text */
function countOf(flag, text) {
  const count = Number(text);
  if (Number.isSafeInteger(count) && count > 0) return count;
  throw new RangeError(`${flag} ${text}: give a whole number above 0.\n${USAGE}`);
}

/** @param {string} text such as `90s` or `10m`; in milliseconds */
function timeOf(text) {
  const found = /^(\d+)(s|m)$/.exec(text);
  if (!found) throw new RangeError(`--soak ${text}: give a time such as 90s or 10m.\n${USAGE}`);
  return Number(found[1]) * (found[2] === 'm' ? 60_000 : 1000);
}

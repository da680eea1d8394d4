// `npm run size`: what each entry of the built package weighs in a host's bundle, against its budget.
// Minified, gzip level 9, React outside; a kB is 1000 bytes. Where a budget is not met yet, a ceiling keeps what has
// been reached. Exits with 1 when a ceiling, or a budget without one, is exceeded.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { bundle } from './bundle.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const REACT = ['react', 'react-dom'];
const QUERY = '@tanstack/react-query';

/**
 * @typedef {object} Row
 * @property {string} name
 * @property {string} [code] the host's import; without it the row is a stylesheet
 * @property {string} [file]
 * @property {string[]} [external] packages that the host has anyway
 * @property {'first' | 'later'} [part] what the page loads at once (default), or by a dynamic import
 * @property {number} [budget] bytes; without it the row is for information
 * @property {number} [ceiling] bytes; only ever to be lowered, and gone once the budget is met
 */

const PANEL = `export { UsersPanel } from './dist/index.js'`;
/** @type {Row[]} */
export const ROWS = [
  { name: '<UsersPanel>, all included', code: PANEL, external: REACT, budget: 33_000 },
  {
    name: '<UsersPanel>, TanStack Query outside',
    code: PANEL,
    external: [...REACT, QUERY],
    budget: 23_000,
    ceiling: 23_100,
  },
  // All parts together. 23.5 kB before lists of people were read by lines (4 kB of their own in the budgets), and before role
  // changes, sorting, search and the refetch on return moved here from the first load (3.5 kB).
  { name: '<UsersPanel>, loaded later', code: PANEL, external: REACT, part: 'later', budget: 15_000, ceiling: 31_700 },
  { name: 'styles.css', file: 'dist/styles.css', budget: 6_500 },
  { name: 'everything in "."', code: `export * from './dist/index.js'`, external: REACT },
  ...['MemberTable', 'InviteForm', 'RoleSelect', 'RemoveDialog', 'InvitationList'].map((piece) => ({
    name: `UsersProvider + ${piece}`,
    code: `export { UsersProvider, ${piece} } from './dist/index.js'`,
    external: [...REACT, QUERY],
  })),
  {
    name: 'UsersProvider + the organization pieces',
    code: `export { UsersProvider, OrganizationList, OrganizationForm, MembershipRequestList } from './dist/index.js'`,
    external: [...REACT, QUERY],
  },
  {
    name: './element, React and TanStack Query outside',
    code: `export * from './dist/element/index.js'`,
    external: [...REACT, QUERY],
  },
  { name: './standalone, React and all inside', file: 'dist/standalone/users-panel.js' },
  ...['mixpeek', 'clerk', 'clerk/backend', 'memory', 'server', 'msw', 'testing'].map((entry) => ({
    name: `./${entry}`,
    code: `export * from './dist/${entry}/index.js'`,
    external: ['msw', 'vitest', '@clerk/backend'],
  })),
  { name: './canvas/users.js, for people to read', file: 'dist/canvas/users.js' },
  // The largest of them; a host loads one.
  { name: './locales/ar', code: `export * from './dist/locales/ar.js'` },
];

/**
 * @param {Row} row
 * @returns {Promise<{ minified: number, gzip: number }>}
 */
export async function measure({ code, file, external = [], part = 'first' }) {
  if (code === undefined) return weigh([readFileSync(join(root, file ?? ''))]);
  const isOutside = (/** @type {string} */ id) => external.some((name) => id === name || id.startsWith(`${name}/`));
  const chunks = (await bundle(code, isOutside))[part];
  return weigh(chunks.map((chunk) => Buffer.from(chunk.code)));
}

/** @param {Uint8Array[]} files */
function weigh(files) {
  let minified = 0;
  let gzip = 0;
  for (const bytes of files) {
    minified += bytes.length;
    gzip += gzipSync(bytes, { level: 9 }).length;
  }
  return { minified, gzip };
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return (bytes / 1000).toFixed(2).padStart(8);
}

async function main() {
  if (!existsSync(join(root, 'dist/index.js'))) {
    console.error('There is no dist/index.js to measure. Run `npm run build` first.');
    process.exitCode = 1;
    return;
  }
  console.log(`${''.padEnd(40)}    min kB     gzip kB  budget kB`);
  for (const row of ROWS) {
    const { minified, gzip } = await measure(row);
    const { budget: goal = Infinity, ceiling = goal } = row;
    if (gzip > ceiling) process.exitCode = 1;
    const verdict = gzip <= goal ? 'ok' : `over by ${((gzip - goal) / 1000).toFixed(2)}`;
    const budget = goal === Infinity ? '' : `${kilobytes(goal)}  ${gzip > ceiling ? 'TOO LARGE' : verdict}`;
    console.log(`${row.name.padEnd(40)}  ${kilobytes(minified)}    ${kilobytes(gzip)}   ${budget}`.trimEnd());
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main();

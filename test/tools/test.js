// `npm test`: everything that must hold, in one run that ends in the line "N passed, N failed".
// `npm test -- --only unit lint` runs a choice of the checks and Vitest projects named below, some on request only.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBrowser } from './browser.js';
import { installEngines, missingEngines } from './engines.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** @typedef {{ name: string, command: string[], needsBuild?: boolean }} Check */

/** @type {Check[]} */
const CHECKS = [
  { name: 'types', command: ['tsc', '-p', '.'] },
  { name: 'lint', command: ['npm', 'run', '--silent', 'lint'] },
  { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  { name: 'build', command: ['npm', 'run', '--silent', 'build'] },
  { name: 'publint', command: ['publint', '--strict'], needsBuild: true },
  {
    name: 'attw',
    // ESM only, by intent: `require` gets it from Node 20.19 on.
    command: ['attw', '--pack', '.', '--ignore-rules', 'cjs-resolves-to-esm', '--format', 'table-flipped'],
    needsBuild: true,
  },
  { name: 'size', command: ['node', 'test/tools/size.js'], needsBuild: true },
];
/** The projects of vite.config.ts. `package` and `engines` look at the package as it is built. */
const PROJECTS = ['unit', 'browser', 'browser-firefox', 'storybook', 'storybook-react18', 'package', 'engines'];
/** What takes too long for every run, or needs more from the network than `npm ci` has brought. */
const ON_REQUEST = ['next'];
const BROWSER_PROJECTS = ['browser', 'browser-firefox', 'storybook', 'storybook-react18', 'package', 'engines', 'next'];
/** Looks at the built package. @param {string} name */
const isOfPackage = (name) => ['package', 'engines', 'next'].includes(name);
/** Tests in Firefox and WebKit too: in CI in both, elsewhere in those that are installed. @param {string} name */
const isOfEngines = (name) => name === 'engines' || name === 'browser-firefox';

/** @type {NodeJS.ProcessEnv} */
const env = { ...process.env, PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env['PATH'] ?? ''}` };
/** What each step came to, for the table at the end. @type {{ name: string, passed: number, failed: number, seconds: number, note: string }[]} */
const results = [];
/** What failed in Vitest and why, told once more at the end. @type {string[]} */
const failures = [];
/** Which act passed in which engine. */
let engineReport = '';

const chosen = readChoice(process.argv.slice(2));
const projects = [...PROJECTS, ...ON_REQUEST].filter((name) => chosen.has(name));

if (BROWSER_PROJECTS.some((name) => chosen.has(name))) await timed('browser', findOrInstallBrowser);
if (projects.some(isOfEngines)) await timed('engines', findOrInstallEngines);
let built = true;
for (const check of CHECKS) {
  if (!chosen.has(check.name)) continue;
  if (check.needsBuild && !built) notRun(check.name);
  else {
    const passed = await timed(check.name, () => runCheck(check));
    if (check.name === 'build') built = passed;
  }
}
if (!built && projects.some(isOfPackage)) notRun('package tests');
const missingProject = missingEngines().some(({ name }) => name === 'firefox') ? 'browser-firefox' : undefined;
const runnable = projects.filter((name) => (built || !isOfPackage(name)) && name !== missingProject);
if (runnable.length > 0) await timed(`vitest (${runnable.join(', ')})`, () => runVitest(runnable));

report();

/** @param {string[]} argv */
function readChoice(argv) {
  const always = [...CHECKS.map((check) => check.name), ...PROJECTS];
  const names = [...always, ...ON_REQUEST];
  if (argv.length === 0) return new Set(always);
  const [flag, ...list] = argv;
  const choice = new Set(list.flatMap((text) => text.split(',')).filter(Boolean));
  const unknown = [...choice].filter((name) => !names.includes(name));
  if (flag !== '--only' || choice.size === 0 || unknown.length > 0) {
    console.error(`Usage: npm test -- --only NAME...\nNames: ${names.join(' ')}`);
    if (unknown.length > 0) console.error(`Unknown: ${unknown.join(' ')}`);
    process.exit(2);
  }
  // What looks at the built package would otherwise look at an old one.
  if ([...choice].some(isOfPackage) || CHECKS.some((check) => check.needsBuild && choice.has(check.name)))
    choice.add('build');
  return choice;
}

/**
 * Runs one step and notes what it came to.
 * @param {string} name
 * @param {() => Promise<{ passed: number, failed: number, note?: string }>} step
 * @returns {Promise<boolean>} whether nothing failed
 */
async function timed(name, step) {
  console.log(`\n── ${name}`);
  const start = performance.now();
  const { passed, failed, note = '' } = await step();
  results.push({ name, passed, failed, seconds: (performance.now() - start) / 1000, note });
  return failed === 0;
}

/** @param {string} name */
function notRun(name) {
  console.log(`\n── ${name}\nNot run, counted as failed: the build failed, so there is no package to look at.`);
  results.push({ name, passed: 0, failed: 1, seconds: 0, note: 'not run: the build failed' });
}

async function findOrInstallBrowser() {
  try {
    env['CHROME_PATH'] = ensureBrowser();
    console.log(env['CHROME_PATH']);
    return { passed: 0, failed: 0 };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1, note: 'no browser' };
  }
}

/** In CI a missing engine is a failure. A contributor is told how to get it. */
async function findOrInstallEngines() {
  const isRequired = Boolean(process.env['CI']);
  if (isRequired) installEngines();
  const missing = missingEngines();
  for (const { title, hint } of missing) console.log(`${title} is not installed, so nothing was tested in it. ${hint}`);
  if (missing.length === 0) return { passed: 0, failed: 0 };
  const note = `${missing.map(({ title }) => title).join(' and ')} not installed`;
  return { passed: 0, failed: isRequired ? missing.length : 0, note };
}

/** @param {Check} check */
async function runCheck({ command }) {
  const code = await run(command, env);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, note: `exit code ${code}` };
}

/** @param {string[]} names */
async function runVitest(names) {
  const folder = mkdtempSync(join(tmpdir(), 'users-panel-test-'));
  const file = join(folder, 'summary.json');
  const reporters = ['--reporter=default', '--reporter=./test/tools/summaryReporter.js'];
  const filters = names.map((name) => `--project=${name}`);
  const code = await run(['vitest', 'run', ...reporters, ...filters], { ...env, SUMMARY_FILE: file });
  /** @type {import('./summaryReporter.js').Summary & { failures: string[], engines: string }} */
  let summary;
  try {
    summary = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, note: `Vitest ended with exit code ${code} before it had a result` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const { passed, skipped } = summary;
  engineReport = summary.engines;
  failures.push(...summary.failures);
  let { failed } = summary;
  const notes = [];
  if (skipped > 0) notes.push(`${skipped} skipped, counted as failed`);
  if (passed + failed + skipped === 0) {
    notes.push('no test was found');
    failed += 1;
  } else if (failed === 0 && code !== 0) {
    notes.push(`Vitest ended with exit code ${code} although every test passed`);
    failed += 1;
  }
  return { passed, failed: failed + skipped, note: notes.join('; ') };
}

/**
 * Runs a command with its output streamed.
 * @param {string[]} command
 * @param {NodeJS.ProcessEnv} environment
 * @returns {Promise<number>} the exit code; 1 when it could not start or was killed
 */
function run([program = '', ...args], environment) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      env: environment,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    });
    child.once('error', (error) => {
      console.error(`${program} could not be started: ${error.message}`);
      resolve(1);
    });
    child.once('close', (code) => resolve(code ?? 1));
  });
}

function report() {
  const width = Math.max(...results.map(({ name }) => name.length));
  if (engineReport) console.log(`\n── browser engines\n${engineReport}`);
  console.log('');
  for (const { name, failed, seconds, note } of results) {
    const mark = failed > 0 ? 'FAILED' : 'ok';
    console.log(`${mark.padEnd(6)}  ${name.padEnd(width)}  ${seconds.toFixed(1).padStart(6)} s  ${note}`.trimEnd());
  }
  for (const failure of failures) console.log(`\nFAILED  ${failure}`);
  const sum = (/** @type {'passed' | 'failed'} */ key) => results.reduce((total, result) => total + result[key], 0);
  if (sum('failed') > 0) process.exitCode = 1;
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
}

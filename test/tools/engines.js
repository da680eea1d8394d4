// The browser engines of the end-to-end tests: finds them, installs them, and says how to get those that are missing.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser, findBrowser } from './browser.js';
import { installWithApt, isDebian, isRunnable, onPath } from './programs.js';

/** @typedef {'chromium' | 'firefox' | 'webkit'} EngineName */

/**
 * @typedef {object} EngineTool
 * @property {EngineName} name
 * @property {string} title
 * @property {() => Record<string, string> | undefined} find the programs it takes, by name; undefined when one is missing
 * @property {() => void} install
 * @property {string} hint how to get it
 */

/** @type {readonly EngineTool[]} */
const ENGINES = [
  {
    name: 'chromium',
    title: 'Chromium',
    find: () => complete({ browser: findBrowser() }),
    install: () => void ensureBrowser(),
    hint: 'Debian: apt-get install chromium; elsewhere: npx playwright install chromium; or set CHROME_PATH to one.',
  },
  {
    name: 'firefox',
    title: 'Firefox',
    find: () => complete({ browser: findFirefox() }),
    install: () => isDebian() && installWithApt(['firefox-esr']),
    hint: 'Debian: apt-get install firefox-esr; elsewhere install Firefox; or set FIREFOX_PATH to one.',
  },
  {
    name: 'webkit',
    title: 'WebKitGTK',
    find: findWebKit,
    install: () => isDebian() && installWithApt(['webkit2gtk-driver', 'xvfb']),
    hint: 'Debian: apt-get install webkit2gtk-driver xvfb. It runs on Linux only.',
  },
];

function findFirefox() {
  const { FIREFOX_PATH: path } = process.env;
  if (path && !isRunnable(path))
    throw new Error(`FIREFOX_PATH is set to ${path}, which is not a program that can be run.`);
  if (path) return path;
  const wellKnown = [
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ];
  return ['firefox-esr', 'firefox'].map(onPath).find(Boolean) ?? wellKnown.find(isRunnable);
}

function findWebKit() {
  if (process.platform !== 'linux') return undefined;
  // The browser that is part of the library, for it is the one the driver can steer.
  const folders = ['/usr/libexec', '/usr/lib', ...listFolders('/usr/lib')];
  const browsers = folders.flatMap((folder) => {
    const versions = listFolders(folder).filter((path) => /\/webkit2?gtk-[\d.]+$/.test(path));
    return versions.map((path) => join(path, 'MiniBrowser'));
  });
  return complete({
    driver: onPath('WebKitWebDriver'),
    browser: browsers.find(isRunnable),
    display: onPath('Xvfb'),
  });
}

/** @param {string} folder */
function listFolders(folder) {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name));
}

/**
 * @param {Record<string, string | undefined>} programs
 * @returns {Record<string, string> | undefined}
 */
function complete(programs) {
  const found = Object.entries(programs).flatMap(([name, path]) => (path ? [[name, path]] : []));
  return found.length === Object.keys(programs).length ? Object.fromEntries(found) : undefined;
}

/**
 * Looks, without side effects.
 * @returns {{ engine: EngineTool, programs: Record<string, string> }[]}
 */
export function findEngines() {
  return ENGINES.flatMap((engine) => {
    const programs = engine.find();
    return programs ? [{ engine, programs }] : [];
  });
}

/** Installs the engines that are missing, where that can be done: on Debian. */
export function installEngines() {
  for (const engine of missingEngines()) engine.install();
}

/** @returns {EngineTool[]} */
export function missingEngines() {
  return ENGINES.filter((engine) => !engine.find());
}

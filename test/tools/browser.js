// Finds a Chromium for the browser tests, and installs one where there is none.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { installWithApt, isDebian, isRunnable, onPath, run } from './programs.js';

/** Flags that let a browser run in a container, as root, and on a closed network. */
export const browserArgs = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

const VARIABLES = ['CHROME_PATH', 'PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH', 'CHROME_BIN', 'PUPPETEER_EXECUTABLE_PATH'];
const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge'];
/** @type {Partial<Record<NodeJS.Platform, string[]>>} */
const WELL_KNOWN = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
    const folder = process.env[name];
    return folder ? [join(folder, 'Google/Chrome/Application/chrome.exe')] : [];
  }),
};

/**
 * Looks, without side effects: a variable that names one, Playwright's own, one on PATH, one in its usual place.
 * @returns {string | undefined}
 */
export function findBrowser() {
  for (const name of VARIABLES) {
    const path = process.env[name];
    if (!path) continue;
    if (!isRunnable(path)) throw new Error(`${name} is set to ${path}, which is not a program that can be run.`);
    return path;
  }
  const own = chromium.executablePath();
  if (own && existsSync(own)) return own;
  const wellKnown = WELL_KNOWN[process.platform] ?? [];
  return COMMANDS.map(onPath).find(Boolean) ?? wellKnown.find(isRunnable);
}

function viaPlaywright() {
  const cli = fileURLToPath(new URL('../../node_modules/playwright/cli.js', import.meta.url));
  const withDeps = process.platform === 'linux' && process.getuid?.() === 0 ? ['--with-deps'] : [];
  run(process.execPath, [cli, 'install', ...withDeps, '--no-shell', 'chromium']);
}

/**
 * Finds a browser, or installs one.
 * @returns {string}
 */
export function ensureBrowser() {
  const found = findBrowser();
  if (found) return found;
  const viaApt = () => installWithApt(['chromium', 'fonts-liberation']);
  // Ubuntu's `chromium` package only asks for a snap, so apt comes first on Debian alone.
  for (const way of isDebian() ? [viaApt, viaPlaywright] : [viaPlaywright, viaApt]) {
    way();
    const installed = findBrowser();
    if (installed) return installed;
  }
  throw new Error(
    'No Chromium or Chrome was found, and none could be installed. Install one (Debian: apt-get install chromium; ' +
      'elsewhere: npx playwright install chromium), or set CHROME_PATH to one.',
  );
}

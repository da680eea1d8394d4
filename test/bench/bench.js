// `npm run bench`: what the design promises, measured on the built package beside plain pages of the same run.
// Prints times and asserts none: it exits with 1 only when it could not measure, or when the soak found a fault.
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { browserArgs, ensureBrowser } from '../tools/browser.js';
import { measure as weigh, ROWS } from '../tools/size.js';
import { readBenchOptions } from './benchOptions.js';
import { budgetRows } from './budgetRows.js';
import { buildPages } from './buildPages.js';
import { measure } from './measure.js';
import { chartOf, keep, markdownOf, printRows } from './report.js';
import { servePages } from './servePages.js';
import { soak } from './soak.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const output = join(root, 'test/.output/bench');
const options = readBenchOptions(process.argv.slice(2));
const circumstances = {
  when: new Date().toISOString().slice(0, 16).replace('T', ' '),
  node: process.versions.node,
  cores: cpus().length,
  load: loadavg()[0] ?? 0,
  rounds: options.rounds,
};

const say = (/** @type {string} */ what) => console.log(`── ${what}`);
say('the pages');
const built = await buildPages(join(output, 'pages'));
const serving = await servePages(join(output, 'pages'), built);
const launch = (/** @type {readonly string[]} */ flags = []) =>
  chromium.launch({ executablePath: ensureBrowser(), args: [...browserArgs, ...flags] });
const browser = await launch();
try {
  if (!options.isSoakOnly) {
    const measured = await measure(browser, launch, serving, options, say);
    say('bytes');
    const weights = [];
    for (const row of ROWS) {
      weights.push({ name: row.name, gzip: (await weigh(row)).gzip, budget: row.budget });
    }
    const rows = budgetRows(measured);
    const about = { ...circumstances, browser: browser.version() };
    const markdown = markdownOf(rows, weights, about);
    keep(output, 'bench', markdown, { ...about, rows, weights, measured });
    if (options.isForDocs) writeFileSync(join(root, 'stories/docs/measured.md'), markdown);
    console.log('');
    printRows(rows);
    console.log(`\n${chartOf(rows).join('\n')}`);
    console.log(`\nKept in ${join('test/.output/bench', 'bench.{md,json}')}.`);
  }
  if (options.soakMs !== null) {
    say(`a soak of ${options.soakMs / 1000} s`);
    const { faults, ...rest } = await soak(browser, serving, { ms: options.soakMs, seed: options.seed, say });
    keep(output, 'soak', `${faults.length === 0 ? 'No fault.' : faults.join('\n')}\n`, { faults, ...rest });
    console.log(faults.length === 0 ? 'No fault.' : faults.join('\n'));
    if (faults.length > 0) process.exitCode = 1;
  }
} finally {
  await browser.close();
  await serving.close();
}

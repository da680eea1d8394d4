// What was measured, for machines (JSON), for the documents (Markdown with a chart) and for whoever watches.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {import('./budgetRow.js').BudgetRow} BudgetRow
 * @typedef {{ name: string, gzip: number, budget?: number | undefined }} Weight
 * @typedef {{ when: string, node: string, browser: string, cores: number, load: number, rounds: number }} Circumstances
 */

const WIDTH = 50;
const verdict = (/** @type {boolean | null} */ isWithin) => (isWithin === null ? '' : isWithin ? 'within' : 'OVER');

/**
 * Bars of text: the panel above its floor.
 * @param {readonly BudgetRow[]} rows
 */
export function chartOf(rows) {
  const bars = rows.flatMap(({ bar }) => (bar ? [bar] : []));
  const width = Math.max(...bars.map(({ label }) => label.length));
  return ['desktop', 'slow phone'].flatMap((profile) => {
    const group = bars.filter(({ label }) => label.startsWith(profile));
    const longest = Math.max(...group.map(({ ours, floor }) => Math.max(ours, floor)));
    const line = (/** @type {string} */ label, /** @type {string} */ mark, /** @type {number} */ time) =>
      `${label.padEnd(width)}  ${mark.repeat(Math.max(1, Math.round((time / longest) * WIDTH)))} ${Math.round(time)} ms`;
    return group.flatMap(({ label, ours, floor }) => [line(label, '█', ours), line('', '░', floor)]);
  });
}

/**
 * @param {readonly BudgetRow[]} rows
 * @param {readonly Weight[]} weights
 * @param {Circumstances} circumstances
 */
export function markdownOf(rows, weights, { when, node, browser, cores, load, rounds }) {
  const cells = (/** @type {readonly string[]} */ texts) => `| ${texts.join(' | ')} |`;
  const chart = chartOf(rows);
  return [
    `Measured ${when} with Chromium ${browser}, Node ${node}, on ${cores} cores (load ${load.toFixed(1)} before), ${rounds} rounds:`,
    'the median, and in brackets the first and third quartile. The floor is plain React with a native select in every row,',
    'the rows virtualised, in the same run and browser. Ratios are taken round by round.',
    '',
    cells(['what', 'ours', 'floor', 'ratio', 'budget', 'verdict', 'best peers, as measured for the design']),
    cells(['---', '---', '---', '---', '---', '---', '---']),
    ...rows.map((row) =>
      cells([row.what, row.ours, row.floor, row.ratio, row.budget, verdict(row.isWithin), row.peers]),
    ),
    '',
    ...(chart.length > 0
      ? ['First member row on screen, the panel (█) above its floor (░):', '', '```text', ...chart, '```', '']
      : []),
    cells(['bytes, gzip', 'kB', 'budget', 'verdict']),
    cells(['---', '---', '---', '---']),
    ...weights.map(({ name, gzip, budget }) =>
      cells([
        name.replaceAll('<', '`<').replaceAll('>', '>`'),
        (gzip / 1000).toFixed(2),
        budget ? (budget / 1000).toFixed(2) : '',
        budget ? verdict(gzip <= budget) : '',
      ]),
    ),
    '',
  ].join('\n');
}

/**
 * @param {readonly BudgetRow[]} rows
 */
export function printRows(rows) {
  const width = Math.max(...rows.map(({ what }) => what.length));
  for (const { what, ours, floor, ratio, budget, isWithin } of rows) {
    console.log(
      `${what.padEnd(width)}  ${ours.padEnd(28)} ${floor.padEnd(28)} ${ratio.padEnd(20)} ${budget.padEnd(24)} ${verdict(isWithin)}`.trimEnd(),
    );
  }
}

/**
 * @param {string} folder
 * @param {string} name
 * @param {string} markdown
 * @param {unknown} json
 */
export function keep(folder, name, markdown, json) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.md`), markdown);
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(json, null, 2)}\n`);
}

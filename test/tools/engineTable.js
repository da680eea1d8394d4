// Which act of the end-to-end tests passed in which browser engine, for the end of `npm test`.

/** @typedef {import('vitest/node').TestModule} Module */

/**
 * @param {ReadonlyArray<Pick<Module, 'children'>>} modules tests that ran in an engine name it in their meta
 * @returns {string} a table with a row an act and a column an engine; empty when no engine was tested
 */
export function engineTable(modules) {
  /** The state of each act by engine. @type {Map<string, Map<string, string>>} */
  const acts = new Map();
  /** @type {Set<string>} */
  const engines = new Set();
  for (const module of modules) {
    for (const test of module.children.allTests()) {
      const { engine } = test.meta();
      if (!engine) continue;
      engines.add(engine);
      const states = acts.get(test.fullName) ?? new Map();
      states.set(engine, test.result().state === 'passed' ? 'ok' : 'FAILED');
      acts.set(test.fullName, states);
    }
  }
  const columns = [...engines].toSorted((a, b) => a.localeCompare(b));
  if (columns.length === 0) return '';
  const rows = [...acts].map(([act, states]) => [act, ...columns.map((engine) => states.get(engine) ?? 'not run')]);
  const table = [['', ...columns], ...rows];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  return table
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

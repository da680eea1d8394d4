/** What the console was told during a test and nobody expected. */
const unexpected: string[] = [];
const expected: RegExp[] = [];
const original = { error: console.error, warn: console.warn };

/** What developers are told of a failed answer. Tests answer badly on purpose; those that are about it listen themselves. */
const FAILED_ANSWER = /^\[users-panel\] (?:\w+ failed \(|UsersPanel has no dataProvider)/;

/** Says that the console may be told this, in the test that runs. Everything else fails the test. */
export function allowConsole(pattern: RegExp): void {
  expected.push(pattern);
}

/** Begins to listen. What is told goes to the console all the same. */
export function startWatching(): void {
  unexpected.length = 0;
  expected.length = 0;
  for (const level of ['error', 'warn'] as const) {
    console[level] = (...args: unknown[]) => {
      const text = args.map((arg) => (arg instanceof Error ? arg.message : String(arg))).join(' ');
      if (FAILED_ANSWER.test(text) || expected.some((pattern) => pattern.test(text))) return;
      unexpected.push(`console.${level}: ${text}`);
      original[level](...args);
    };
  }
}

/** Stops listening and answers what nobody expected. */
export function stopWatching(): readonly string[] {
  Object.assign(console, original);
  return [...unexpected];
}

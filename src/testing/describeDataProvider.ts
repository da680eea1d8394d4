import type { Seed } from '../memory/seed.js';
import type { DataProvider } from '../model/dataProvider.js';
import { UsersError } from '../model/errors.js';
import { changingCases } from './changingCases.js';
import { baseSeed, createBench, type ContractCase } from './contractCase.js';
import { invitingCases } from './invitingCases.js';
import { mannersCases } from './mannersCases.js';
import { optionalCases } from './optionalCases.js';
import { readingCases } from './readingCases.js';

/** A data provider in front of a fresh back end. */
export interface TestedDataProvider {
  provider: DataProvider;
  /** What the back end calls the app of the seed. */
  appId: string;
  /** Called after the test, whether it passed or not. */
  dispose?: (() => void | Promise<void>) | undefined;
}

export interface ContractOptions {
  /** Default: the global `describe` of Vitest (with `globals`) or Jest. */
  describe?: ((name: string, body: () => void) => unknown) | undefined;
  /** Default: the global `it`. */
  it?: ((title: string, body: () => Promise<void>) => unknown) | undefined;
  /** How long lists may lag behind a write, in milliseconds. Default: 1000. */
  settleMs?: number | undefined;
}

const GROUPS: readonly [name: string, cases: readonly ContractCase[]][] = [
  ['reading', readingCases],
  ['inviting', invitingCases],
  ['changing and removing', changingCases],
  ['manners', mannersCases],
  ['optional methods', optionalCases],
];

/**
 * Describes what the kit relies on in every data provider, as a suite of tests. `make` is called once per test and
 * puts a fresh back end into the state of the seed, with the ids that the seed gives.
 *
 * @example
 * describeDataProvider('my provider', (seed) => ({ provider: createMine(seed), appId: seed.appId }), { describe, it })
 *
 * @throws UsersError `invalid_input` when no test runner is there.
 */
export function describeDataProvider(
  name: string,
  make: (seed: Seed & { appId: string }) => TestedDataProvider | Promise<TestedDataProvider>,
  options: ContractOptions = {},
): void {
  const globals = globalThis as ContractOptions;
  const { describe = globals.describe, it = globals.it, settleMs = 1000 } = options;
  if (!describe || !it) {
    throw new UsersError(
      'invalid_input',
      'describeDataProvider found no describe and it. Pass those of your test runner as its third argument, ' +
        '{ describe, it }, or turn on its globals.',
    );
  }
  describe(`data provider ${name}`, () => {
    for (const [group, cases] of GROUPS) {
      describe(group, () => {
        for (const { title, seed = baseSeed(), run } of cases) {
          it(title, async () => {
            // A copy, for a back end may keep and alter what it is given.
            const tested = await make(structuredClone(seed));
            try {
              await run(createBench(tested.provider, tested.appId, settleMs));
            } finally {
              await tested.dispose?.();
            }
          });
        }
      });
    }
  });
}

import type { AppState } from '../memory/store.js';

type Lists = Pick<AppState, 'members' | 'invitations'>;

/** What lists show while they lag behind the truth. */
export interface Lag {
  /** To be called after each write. */
  note(): void;
  /** The lists as they were some milliseconds ago. */
  asOf(ms: number): Lists;
}

/** Remembers the states of a store. A lag that is raised later holds for the writes from then on. */
export function createLag(read: () => Lists, keepMs: () => number): Lag {
  let states = [{ at: -Infinity, lists: read() }];

  /** The last state that is old enough stays: it is what a lagging list shows. */
  function forget(ms: number): void {
    const shown = states.findLastIndex(({ at }) => at <= Date.now() - ms);
    states = states.slice(Math.max(shown, 0));
  }

  return {
    note() {
      states.push({ at: Date.now(), lists: read() });
      forget(keepMs());
    },
    asOf(ms) {
      // Without a lag the clock has no say: a test may turn it back.
      const shown = ms === 0 ? states.at(-1) : states.findLast(({ at }) => at <= Date.now() - ms);
      return (shown ?? states[0]!).lists;
    },
  };
}

import * as fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import type * as OverlayInvitationsModule from '../../src/query/overlayInvitations.js';
import type * as RecentWritesModule from '../../src/query/recentWrites.js';
import type { Written } from './twoAdmins/acts.js';
import { bothEndWithTheTruth, stopClock } from './twoAdmins/model.js';

/*
 * A model that never says no proves nothing. Here the panel forgets what was written and believes lists that are behind;
 * the model of two admins is to tell, each time. What it forgets is written often here, so that it is told after a few runs.
 */
type Writes = Parameters<typeof RecentWritesModule.overlayMembers>[1];
const panel = vi.hoisted(() => ({
  forgets: (_write: Writes[number]): boolean => false,
  keeps: (writes: Writes): Writes => writes.filter((write) => !panel.forgets(write)),
}));

vi.mock('../../src/query/recentWrites.js', async (importOriginal) => {
  const sound = await importOriginal<typeof RecentWritesModule>();
  return {
    ...sound,
    overlayMembers: (page, writes) => sound.overlayMembers(page, panel.keeps(writes)),
  } satisfies typeof RecentWritesModule;
});

vi.mock('../../src/query/overlayInvitations.js', async (importOriginal) => {
  const sound = await importOriginal<typeof OverlayInvitationsModule>();
  return {
    ...sound,
    overlayInvitations: (page, writes) => sound.overlayInvitations(page, panel.keeps(writes)),
  } satisfies typeof OverlayInvitationsModule;
});

afterEach(() => {
  panel.forgets = () => false;
});

test.each<[what: string, mostly: Written[], forgets: (typeof panel)['forgets'], told: RegExp]>([
  [
    'whatever was written',
    ['role', 'removed', 'revoked', 'invited'],
    () => true,
    /shows org:\w+ where org:\w+ was chosen|is back|is gone/,
  ],
  [
    'a role that is on its way',
    ['role'],
    ({ kind, state }) => kind === 'role' && state === 'pending',
    /where org:\w+ was chosen/,
  ],
  [
    'a role the server agreed to',
    ['role'],
    ({ kind, state }) => kind === 'role' && state === 'done',
    /is gone|was chosen/,
  ],
  ['a removal', ['removed'], ({ kind }) => kind === 'removed', /is back/],
  ['that an invitation was revoked', ['revoked'], ({ kind }) => kind === 'revoked', /is back/],
  ['that an invitation was sent', ['invited'], ({ kind }) => kind === 'invited', /is gone/],
])('two admins find a panel out that forgets %s', async (_what, mostly, forgets, told) => {
  await stopClock();
  panel.forgets = forgets;
  const { failed, errorInstance } = await fc.check(bothEndWithTheTruth({ mostly }), {
    numRuns: 200,
    seed: 20_261_123,
    endOnFailure: true,
  });
  expect(failed).toBe(true);
  expect(String(errorInstance)).toMatch(told);
});

import { screen } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { ada, grace, team } from '../../stories/fixtures.js';
import { emailField, openPanel } from '../components/panel.js';
import { allowConsole } from '../consoleWatch.js';
import { faintOf, measureControls, measureFocusRing, measureTexts } from './contrast.js';
import { asking, atWork, faintInEveryLook, panel } from './contrastScenes.js';
import { undress, wear } from './looks.js';

afterEach(undress);

/** A list that did not come, beside one that did, in a panel as narrow as a phone. */
async function inTrouble() {
  const { container } = openPanel({
    seed: { members: [ada, { ...grace, role: 'org:billing' }], invitations: team.invitations ?? [] },
    faults: [{ operation: 'listInvitations', kind: 'status', status: 400 }],
  });
  container.style.width = '360px';
  await screen.findByText('The list could not be loaded');
  await screen.findByText('Grace Hopper');
  return panel();
}

/** Only the administrator sees the rest. */
async function kept() {
  allowConsole(/^\[users-panel\] currentUserId "user_nobody" is no member/);
  openPanel({ props: { currentUserId: 'user_nobody' } });
  await screen.findByText('You have no access to this list');
  return panel();
}

describe('whatever the host’s colours, one can read', () => {
  test.each([
    ['the panel at work', atWork, 60],
    ['a question and why it failed', asking, 5],
    ['a list that did not come, and cards on a phone', inTrouble, 20],
    ['that there is no access', kept, 2],
  ])('%s', async (_what, open, least) => {
    const root = await open();
    expect(measureTexts(root).length).toBeGreaterThan(least);
    expect(faintInEveryLook(() => measureTexts(root))).toEqual([]);
  });
});

describe('whatever the host’s colours, one can see', () => {
  test.each([
    ['the controls of the panel', atWork, 12],
    ['the controls of a dialog', asking, 0],
  ])('%s', async (_what, open, least) => {
    const root = await open();
    expect(measureControls(root).length).toBeGreaterThan(least);
    expect(faintInEveryLook(() => measureControls(root))).toEqual([]);
  });
});

describe('the measure catches', () => {
  const plain = { name: 'seeded', scheme: 'light' } as const;

  test('pale text', async () => {
    const root = await kept();
    wear({ ...plain, css: '.mup-root { --mup-text: #999; }' });
    expect(faintOf(measureTexts(root)).join()).toMatch(/You have no access.*: 2\.\d\d, needs 4\.5/);
  });

  test('text that is faded, not pale', async () => {
    const root = await kept();
    wear({ ...plain, css: '.mup-root .mup-message { opacity: 0.4; }' });
    expect(faintOf(measureTexts(root))).not.toEqual([]);
  });

  test('text that a host sets on its accent without a look', async () => {
    const root = await atWork();
    wear({ ...plain, css: '.mup-root { --mup-accent: #ffee58; --mup-on-accent: #fff; }' });
    expect(faintOf(measureTexts(root)).join()).toMatch(/Send/);
  });

  test('an outline that nobody sees', async () => {
    const root = await atWork();
    wear({ ...plain, css: '.mup-root { --mup-control: #ddd; }' });
    expect(faintOf(measureControls(root)).join()).toMatch(/mup-search/);
  });

  test('a ring that nobody sees', async () => {
    await atWork();
    emailField().focus();
    wear({ ...plain, css: '.mup-root { --mup-accent-line: #eee; }' });
    expect(faintOf([measureFocusRing()])).toHaveLength(1);
  });
});

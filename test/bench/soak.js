// Two admins at one app, for as long as wished, in real time: random acts, faults and lag, and every minute a calm in which
// both screens must show what the server holds.
import { createFakeMixpeek } from '@mixpeek/users-panel/msw';
import { seedOf } from './answers.js';
import { openPage, readHeap, whenQuiet } from './openPage.js';
import { ACTS, calmDesk, doAct, readDesk } from './soakActs.js';

/** The name of the app in the server: how many members it begins with. */
const MEMBERS = 31;
const CHAOS_MS = 45_000;
/** Lists agree with a write within 30 s, and are read again then. */
const CALM_MS = 36_000;
const ADDRESSES = Array.from({ length: 12 }, (_, index) => `guest${index}@example.com`);
/** What the heap may differ by from one calm to another, in bytes: code that is compiled late, and what chance left on the screen. */
const HEAP_NOISE = 1_500_000;

/** @typedef {import('@mixpeek/users-panel/msw').Fault} Fault */

/** @type {readonly Partial<Fault>[]} */
const FAULTS = [
  ...[400, 404, 408, 409, 422, 500, 503].map((status) => /** @type {const} */ ({ kind: 'status', status })),
  { kind: 'status', status: 429, retryAfter: 1 },
  { kind: 'cut-before' },
  { kind: 'cut-after' },
  { kind: 'malformed', body: 'html' },
  { kind: 'malformed', body: 'broken-json' },
  { kind: 'slow', ms: 2000, carriedOut: 'before' },
];

/**
 * @typedef {{ minute: number, heap: number, nodes: number, listeners: number }} Reading
 * @typedef {{ faults: string[], acts: Record<string, number>, readings: Reading[], seed: number }} Soaked
 */

/**
 * @param {import('playwright').Browser} browser
 * @param {import('./servePages.js').Serving} serving
 * @param {{ ms: number, seed: number, say: (what: string) => void }} wish
 * @returns {Promise<Soaked>}
 */
export async function soak(browser, serving, { ms, seed, say }) {
  const random = dice(seed);
  const pick = /** @template T @param {readonly T[]} list */ (list) =>
    /** @type {T} */ (list[Math.floor(random() * list.length)]);
  const seeded = seedOf(MEMBERS);
  const members = seeded.members.map((member, index) => ({
    ...member,
    role: index < 2 ? 'org:admin' : member.role,
    name: member.name ?? `Nameless ${index}`,
  }));
  const fake = createFakeMixpeek({ ...seeded, members });
  serving.bringAlive(MEMBERS, fake);
  const people = members.slice(0, 2).map(({ userId }) => userId);
  const names = members.slice(0, 2).map(({ name }) => name);

  /** @type {string[]} */
  const faults = [];
  const { page, session, close } = await openPage(
    browser,
    `${serving.urlOf('soak', MEMBERS, 'live')}&people=${people.join(',')}`,
  );
  page.on('pageerror', (error) => faults.push(`Nobody caught: ${String(error)}`));
  page.on('console', (message) => {
    // What the browser itself says of a request that failed was asked for.
    const isOurs = message.type() === 'error' && !message.text().startsWith('Failed to load resource');
    if (isOurs) faults.push(`The console was told: ${message.text()}`);
  });
  await page.evaluate(() =>
    window.addEventListener('unhandledrejection', (event) => console.error(`unhandled rejection: ${event.reason}`)),
  );
  await whenQuiet(page);
  await session.send('Performance.enable');

  /** @type {Record<string, number>} */
  const acts = {};
  /** @type {Reading[]} */
  const readings = [];
  const began = Date.now();
  do {
    const until = Math.min(Date.now() + CHAOS_MS, began + ms);
    while (Date.now() < until) {
      trouble(fake, random, pick);
      const act = pick(ACTS);
      const given = {
        desk: pick(people),
        act,
        row: Math.floor(random() * 40),
        address: pick(ADDRESSES),
        people: names,
      };
      const done = await page.evaluate(doAct, given);
      if (done) acts[act.name] = (acts[act.name] ?? 0) + 1;
      // What could not be done takes no time.
      if (done) await page.waitForTimeout(20 + random() * 250);
    }
    fake.configure({ faults: [], latencyMs: 0, lagMs: 0 });
    await calm(page, people);
    for (const desk of people) faults.push(...(await driftOf(page, desk, fake)));
    const { metrics } = await session.send('Performance.getMetrics');
    const metric = (/** @type {string} */ name) => metrics.find((each) => each.name === name)?.value ?? NaN;
    const reading = {
      minute: (Date.now() - began) / 60_000,
      heap: await readHeap(session),
      nodes: metric('Nodes'),
      listeners: metric('JSEventListeners'),
    };
    readings.push(reading);
    const sum = Object.values(acts).reduce((total, count) => total + count, 0);
    say(
      `${reading.minute.toFixed(1)} min, ${sum} acts, ${fake.requests.length} requests, heap ${(reading.heap / 1e6).toFixed(2)} MB, ` +
        `${reading.nodes} nodes, ${reading.listeners} listeners, ${faults.length} faults`,
    );
  } while (Date.now() - began < ms);
  await close();
  faults.push(...leakOf(readings), ...neverDone(acts));
  return { faults, acts, readings, seed };
}

/**
 * Now and then something changes on the server's side.
 * @param {import('@mixpeek/users-panel/msw').FakeMixpeek} fake
 * @param {() => number} random
 * @param {<T>(list: readonly T[]) => T} pick
 */
function trouble(fake, random, pick) {
  if (random() < 0.25) {
    fake.configure({ faults: [/** @type {Fault} */ ({ ...pick(FAULTS), operation: '*', times: 1 })] });
  }
  if (random() < 0.1) fake.configure({ latencyMs: pick([0, 0, 100, 1500]), lagMs: pick([0, 0, 3000, 10_000]) });
  if (random() < 0.05) {
    const waiting = fake.read().invitations.filter(({ status }) => status === 'pending');
    if (waiting.length > 0) fake.accept(pick(waiting).invitationId, `Guest ${fake.requests.length}`);
  }
}

/** @param {import('playwright').Page} page @param {readonly string[]} people */
async function calm(page, people) {
  await page.waitForTimeout(CALM_MS / 2);
  for (const desk of people) await page.evaluate(calmDesk, desk);
  await page.waitForTimeout(CALM_MS / 2);
  for (const desk of people) await page.evaluate(calmDesk, desk);
  await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
  await page.waitForTimeout(1000);
}

/**
 * Where the screen of one of them shows something else than the server holds.
 * @param {import('playwright').Page} page
 * @param {string} desk
 * @param {import('@mixpeek/users-panel/msw').FakeMixpeek} fake
 * @returns {Promise<string[]>}
 */
async function driftOf(page, desk, fake) {
  const { members, invitations } = fake.read();
  const label = (/** @type {string} */ role) => (role === 'org:admin' ? 'Admin' : 'Member');
  const truth = {
    members: members.map(({ name, email, role }) => `${name ?? email}: ${label(role)}`).toSorted(),
    invitations: invitations
      .filter(({ status }) => status === 'pending')
      .map(({ email, role }) => `${email}: ${label(role)}`)
      .toSorted(),
  };
  const shown = await page.evaluate(readDesk, desk);
  return /** @type {const} */ (['members', 'invitations']).flatMap((list) => {
    const missing = truth[list].filter((row) => !shown[list].includes(row));
    const extra = shown[list].filter((row) => !truth[list].includes(row));
    const isSame = missing.length + extra.length === 0 && truth[list].length === shown[list].length;
    return isSame
      ? []
      : [`${desk} sees other ${list} than there are: without ${missing.join(', ')}; with ${extra.join(', ')}`];
  });
}

/** @param {readonly Reading[]} readings */
function leakOf(readings) {
  const [, first] = readings;
  const last = readings.at(-1);
  if (!first || !last || readings.length < 4) return [];
  const grown = last.heap - first.heap;
  return grown > HEAP_NOISE ? [`The heap grew by ${grown} bytes between the second calm and the last.`] : [];
}

/** An act that never finds its button would prove nothing. @param {Readonly<Record<string, number>>} acts */
function neverDone(acts) {
  const sum = Object.values(acts).reduce((total, count) => total + count, 0);
  return sum < 200 ? [] : ACTS.filter(({ name }) => !acts[name]).map(({ name }) => `Nobody could ${name}.`);
}

/** Numbers from 0 up to 1, the same for the same seed (a linear congruential generator). @param {number} seed */
function dice(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

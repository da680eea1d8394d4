// The table of budgets: what was measured, held against what was promised.
import { median, megabytes, number, rowOfCount, times } from './budgetRow.js';
import { scaleRows } from './scaleRows.js';
import { ratioOf } from './statistics.js';

/** @typedef {import('./budgetRow.js').BudgetRow} BudgetRow */

const PEERS = {
  desktop:
    'WorkOS 383 / 435 / 427 ms and Stytch 456 / 480 / 467 ms (one page fetched), better-auth-ui 408 / 1,248 / 9,340 ms',
  phone: 'WorkOS 2,463 / 2,365 ms, better-auth-ui 2,692 / 5,835 ms',
  search: 'WorkOS 267 ms, Stytch 535 ms, Clerk 654 ms',
  choice: 'Clerk 1 click, 50 ms; WorkOS 3, 145 ms',
  nodes: 'WorkOS 243, Clerk 299, Stytch 305, better-auth-ui 130,020',
  heap: 'WorkOS 5.2 MB (holds 10 rows), Clerk 11.3 MB, better-auth-ui 888 MB',
  requests: 'WorkOS 2 in 1 wave, Clerk 5 in 3, better-auth-ui 7 in 3',
};

/**
 * @param {{ panel?: import('./loads.js').Load, virtual?: import('./loads.js').Load }} loads
 * @param {'firstRow' | 'interactive' | 'ready'} key
 * @param {{ what: string, limit: number | null, peers?: string, label?: string }} row
 * @returns {BudgetRow[]}
 */
function rowOfLoads({ panel, virtual }, key, { what, limit, peers = '', label }) {
  if (!panel || !virtual) return [];
  const ratio = ratioOf(panel[key], virtual[key]);
  return [
    {
      what,
      ours: times(panel[key]),
      floor: times(virtual[key]),
      ratio: `${ratio.median.toFixed(2)} × (${ratio.low.toFixed(2)}–${ratio.high.toFixed(2)})`,
      budget: limit === null ? '' : `≤ ${limit} ×`,
      isWithin: limit === null ? null : ratio.median <= limit,
      peers,
      ...(label && { bar: { label, ours: median(panel[key]), floor: median(virtual[key]) } }),
    },
  ];
}

/**
 * @param {import('./measure.js').Measured} measured
 * @returns {BudgetRow[]}
 */
export function budgetRows(measured) {
  return [...loadRows(measured), ...actRows(measured), ...sizeRows(measured), ...scaleRows(measured)];
}

/** @param {import('./measure.js').Measured} measured */
function loadRows({ desktop, phone }) {
  const rows = [];
  for (const [name, profile, peers] of /** @type {const} */ ([
    ['desktop', desktop, PEERS.desktop],
    ['slow phone', phone, PEERS.phone],
  ])) {
    for (const [count, loads] of Object.entries(profile)) {
      const label = `${name}, ${number.format(Number(count))}`;
      // The budget names the counts up to ten thousand; beyond, it is said how it scales.
      const limit = Number(count) <= 10_000 ? 1.2 : null;
      rows.push(...rowOfLoads(loads, 'firstRow', { what: `first member row, ${label}`, limit, peers, label }));
      rows.push(...rowOfLoads(loads, 'interactive', { what: `interactive, ${label}`, limit: null }));
      rows.push(...rowOfLoads(loads, 'ready', { what: `every part there, ${label}`, limit: null }));
      const { panel, virtual } = loads;
      if (panel && virtual) {
        rows.push({
          what: `long tasks beyond 50 ms each, ${label}`,
          ours: times(panel.blocked),
          floor: times(virtual.blocked),
          ratio: '',
          budget: '',
          isWithin: null,
          peers: '',
        });
        rows.push(
          rowOfCount(`layout shift, ${label}`, {
            ours: panel.shift,
            floor: virtual.shift,
            limit: 0,
            show: (value) => value.toFixed(4),
          }),
        );
      }
    }
  }
  return rows;
}

/** @param {import('./measure.js').Measured} measured */
function actRows({ search, choice, renders }) {
  /** @type {BudgetRow[]} */
  const rows = [];
  for (const [count, { panel, virtual }] of Object.entries(search)) {
    if (!panel || !virtual) continue;
    const sorts = /** @type {const} */ ([
      ['last key in search → rows painted', (/** @type {typeof panel} */ each) => [...each.first, ...each.later], 16],
      ['first key of the first search → rows painted', (/** @type {typeof panel} */ each) => each.firstKey, null],
    ]);
    for (const [what, pick, limit] of sorts) {
      const ours = pick(panel);
      rows.push({
        what: `${what}, ${number.format(Number(count))}`,
        ours: times(ours),
        floor: times(pick(virtual)),
        ratio: `${(median(ours) / median(pick(virtual))).toFixed(2)} ×`,
        budget: limit && Number(count) <= 10_000 ? `≤ ${limit} ms` : '',
        isWithin: limit && Number(count) <= 10_000 ? median(ours) <= limit : null,
        peers: limit ? PEERS.search : '',
      });
    }
  }
  if (choice['panel'] && choice['virtual']) {
    rows.push({
      what: 'role: 1 click → choice open',
      ours: times(choice['panel']),
      floor: times(choice['virtual']),
      ratio: `${(median(choice['panel']) / median(choice['virtual'])).toFixed(2)} ×`,
      budget: '≤ 20 ms',
      isWithin: median(choice['panel']) <= 20,
      peers: PEERS.choice,
    });
  }
  for (const [act, { rows: changed, rowRenders, commits, requests }] of Object.entries(renders)) {
    const isWrite = /^(change|send|remove|revoke)/.test(act);
    rows.push({
      what: `${act}: rows rendered of 25 (times), commits, requests`,
      ours: `${changed} (${rowRenders}), ${commits}, ${requests.length}`,
      floor: '',
      ratio: '',
      budget: `${act === 'change a role' ? '1 row, ' : ''}${isWrite ? '≤ 2 requests' : '0 requests'}`,
      isWithin: requests.length <= (isWrite ? 2 : 0) && (act !== 'change a role' || changed === 1),
      peers: '',
    });
  }
  return rows;
}

/** @param {import('./measure.js').Measured} measured */
function sizeRows({ desktop, mounts }) {
  /** @type {BudgetRow[]} */
  const rows = [];
  const largest = desktop[10_000];
  const panel = largest?.['panel'];
  const virtual = largest?.['virtual'];
  if (panel && virtual) {
    rows.push(
      {
        ...rowOfCount('DOM nodes, 10,000 members', {
          ours: panel.nodes - panel.invitationNodes,
          floor: virtual.nodes,
          limit: 400,
          peers: PEERS.nodes,
        }),
        // Neither the floor nor the peers show invitations on this page.
        ours: `${panel.nodes - panel.invitationNodes} (${panel.nodes} with 5 invitations)`,
      },
      rowOfCount('JS heap, 10,000 members', {
        ours: median(panel.heap),
        floor: median(virtual.heap),
        limit: 8e6,
        peers: PEERS.heap,
        show: megabytes,
      }),
      {
        what: 'requests until ready, waves',
        ours: `${panel.requests.length} in ${panel.waves}`,
        floor: `${virtual.requests.length} in ${virtual.waves}`,
        ratio: '',
        budget: '2 in 1',
        isWithin: panel.requests.length === 2 && panel.waves === 1,
        peers: PEERS.requests,
      },
    );
  }
  const [warm, last] = mounts;
  if (warm && last) {
    const perMount = (last.heap - warm.heap) / (last.times - warm.times);
    rows.push(
      rowOfCount(`heap kept per mount, from ${warm.times} to ${last.times} mounts`, {
        ours: perMount,
        limit: 1000,
        show: (value) => `${number.format(Math.round(value))} B`,
      }),
      rowOfCount('DOM nodes kept after the mounts', { ours: last.nodes - warm.nodes, limit: 0 }),
      rowOfCount('listeners kept after the mounts', { ours: last.listeners - warm.listeners, limit: 0 }),
    );
  }
  return rows;
}

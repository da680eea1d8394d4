import type { BackEndParameters } from './backEnd.js';

const refusing = (status: number, more: object = {}): BackEndParameters => ({
  faults: [{ kind: 'status', operation: '*', status, ...more }],
});

/** How the network and the server behind it may be, by the name in the toolbar: laid over what a story says of them. */
export const networks: Readonly<Record<string, BackEndParameters>> = {
  fast: { latencyMs: 0, faults: [] },
  slow: { latencyMs: 2500 },
  flaky: {
    latencyMs: 400,
    faults: [
      { kind: 'cut-before', operation: 'listMembers', times: 2 },
      { kind: 'cut-after', operation: 'inviteMember', times: 1 },
      { kind: 'status', operation: 'updateMemberRole', status: 503, times: 1 },
      { kind: 'cut-before', operation: 'removeMember', times: 1 },
    ],
  },
  // The flag of the browser is a hint alone, so that requests have to fail as well.
  offline: { faults: [{ kind: 'cut-before', operation: '*' }] },
  'lists lag by 5 s': { lagMs: 5000 },
  'cut off': { faults: [{ kind: 'cut-before', operation: '*' }] },
  'no answer': { faults: [{ kind: 'slow', operation: '*', ms: 3_600_000 }] },
  'HTML for JSON': { faults: [{ kind: 'malformed', operation: '*', body: 'html' }] },
  'broken JSON': { faults: [{ kind: 'malformed', operation: '*', body: 'broken-json' }] },
  '400': refusing(400),
  '401': refusing(401),
  '403': refusing(403),
  '404': refusing(404),
  '409': refusing(409),
  '422': refusing(422),
  '429 for 20 s': refusing(429, { retryAfter: 20 }),
  '429 for a minute': refusing(429, { retryAfter: 60 }),
  '500': refusing(500),
  '503': refusing(503),
  'off for this app': refusing(403, { type: 'NotEnabledError' }),
};

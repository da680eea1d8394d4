import * as fc from 'fast-check';
import { expect, vi } from 'vitest';
import { laterParts } from '../../../src/components/laterParts.js';
import { happenings, type Written } from './acts.js';
import { calmDown, carriedOut, readScreen, whatIsTrueFor } from './agreement.js';
import { ADDRESSES, Office, settle } from './office.js';

/** Fakes the time. What is loaded later would come in real time, so it is loaded now. */
export async function stopClock(): Promise<void> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'] });
  await Promise.all([
    ...Object.values(laterParts).map((part) => part.load()),
    import('../../../src/mixpeek/answerError.js'),
  ]);
}

interface Days {
  /** Looks at each run that ended well. */
  onEnd?: (office: Office) => void;
  /** What is written more often than anything else happens. By default nothing is. */
  mostly?: readonly Written[];
}

/** Whatever happens, both screens end with what the server holds, and nothing was lost or done twice on the way. */
export function bothEndWithTheTruth({ onEnd, mostly }: Days = {}) {
  return fc.asyncProperty(happenings(mostly), async (commands) => {
    const office = new Office();
    try {
      await settle();
      await fc.asyncModelRun(() => ({ model: {}, real: office }), commands);
      await calmDown(office);

      if (office.complaints.length > 0) throw new Error(office.complaints.join('\n'));
      for (const person of ['Ada', 'Alan'] as const) {
        expect({ [person]: readScreen(office, person) }).toEqual({ [person]: whatIsTrueFor(office, person) });
        expect(office.box(person).querySelector('[data-pending], [aria-busy="true"]')).toBeNull();
        expectNothingLost(office, person);
      }
      expect(carriedOut(office, 'updateMemberRole')).toBeLessThanOrEqual(office.asked.role);
      expect(carriedOut(office, 'removeMember')).toBeLessThanOrEqual(office.asked.remove);
      expect(carriedOut(office, 'revokeInvitation')).toBeLessThanOrEqual(office.asked.revoke);
      // Never sent again blindly: once for each time somebody asked for it, at most.
      for (const email of ADDRESSES) expect(timesInvited(office, email)).toBeLessThanOrEqual(office.asked.invite);
      onEnd?.(office);
    } finally {
      office.leave();
    }
  });
}

/**
 * Every address that was typed was sent from there on, or is still in the field. One that was to be sent again leaves it,
 * too, when it turns out that the person has accepted and needs none.
 */
function expectNothingLost(office: Office, person: 'Ada' | 'Alan') {
  const { members } = office.fake.read();
  const field = office.box(person).querySelector('.mup-email-field');
  const isAdmin = members.some(({ name, role }) => name === person && role === 'org:admin');
  expect({ [person]: field !== null }).toEqual({ [person]: isAdmin });
  if (!field) return;
  const kept = field.textContent + (field.querySelector('input')?.value ?? '');
  for (const email of office.typed[person]) {
    const needsNone = office.askedAgain[person].has(email) && office.accepted.has(email);
    const isSafe = kept.includes(email) || needsNone || timesInvited(office, email) > 0;
    expect({ [email]: isSafe }).toEqual({ [email]: true });
  }
}

/** Requests that may have been carried out. */
function timesInvited({ fake }: Office, email: string): number {
  return fake.requests.filter(
    ({ operation, status, body }) =>
      operation === 'inviteMember' && (status === null || status < 400) && JSON.stringify(body).includes(email),
  ).length;
}

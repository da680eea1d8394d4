import { describe, expect, test } from 'vitest';
import { UsersError } from '../../src/model/errors.js';
import { emptyDraft, insertList, markEntries, type DraftState } from '../../src/model/inviteDraft.js';
import { isSendable, judgeDraft, knownPeople, needsNothing, type DraftStatus } from '../../src/model/judgeDraft.js';
import { roleWords } from '../../src/model/roleWords.js';
import { aMember, anInvitation } from '../query/rows.js';

const known = knownPeople(
  [aMember('in', { email: 'In@example.com', role: 'org:admin' }), aMember('nameless', { email: null })],
  [anInvitation('pending', { email: 'Pending@example.com' })],
);
const roles = roleWords([{ role: 'org:admin' }], () => 'Admin');
const judge = (email: string, state?: DraftState) =>
  judgeDraft(markEntries(insertList(emptyDraft, email, roles), () => state).entries, known);

const failed = (code: 'limit_reached' | 'invalid_email' | 'email_not_allowed'): DraftState => ({
  kind: 'failed',
  error: new UsersError(code, code),
});

describe('where an address stands', () => {
  test.each<[email: string, state: DraftState | undefined, status: DraftStatus, sends: boolean, settled: boolean]>([
    ['new@example.com', undefined, 'new', true, false],
    ['in@example.com', undefined, 'member', false, true],
    ['pending@example.com', undefined, 'invited', false, true],
    ['nobody', undefined, 'invalid', false, false],
    ['new@example.com', { kind: 'waiting' }, 'waiting', false, false],
    ['new@example.com', { kind: 'sending' }, 'sending', false, false],
    ['new@example.com', { kind: 'unsent' }, 'unsent', true, false],
    ['new@example.com', { kind: 'unknown', since: 0 }, 'unknown', false, false],
    ['new@example.com', failed('limit_reached'), 'failed', true, false],
    ['new@example.com', failed('invalid_email'), 'failed', false, false],
    ['new@example.com', failed('email_not_allowed'), 'failed', false, false],
    ['new@example.com', { kind: 'known', as: 'member' }, 'member', false, true],
    ['new@example.com', { kind: 'known', as: 'invited' }, 'invited', false, true],
    ['new@example.com, admin', undefined, 'new', true, false],
    ['new@example.com, Owner', undefined, 'needs_role', false, false],
    ['new@example.com, Owner', { kind: 'unsent' }, 'needs_role', false, false],
    ['new@example.com, Owner', failed('limit_reached'), 'needs_role', false, false],
    ['new@example.com, Owner', { kind: 'unknown', since: 0 }, 'needs_role', false, false],
    ['new@example.com, Owner', { kind: 'sending' }, 'sending', false, false],
    ['in@example.com, Owner', undefined, 'member', false, true],
    ['nobody@, Owner', undefined, 'invalid', false, false],
    // The lists are newer than what sending said, but not than what is under way.
    ['in@example.com', { kind: 'unknown', since: 0 }, 'member', false, true],
    ['pending@example.com', { kind: 'unknown', since: 0 }, 'invited', false, true],
    ['in@example.com', failed('limit_reached'), 'member', false, true],
    ['in@example.com', { kind: 'sending' }, 'sending', false, false],
    ['pending@example.com', { kind: 'resending' }, 'resending', false, false],
    // Its old invitation is revoked by now.
    ['new@example.com', { kind: 'resending' }, 'resending', false, false],
  ])('%s, %j: %s', (email, state, status, sends, settled) => {
    const [judged] = judge(email, state);
    if (!judged) throw new Error('One address is one entry.');
    expect([judged.status, isSendable(judged), needsNothing(judged)]).toEqual([status, sends, settled]);
  });

  test('a member is told with the role, an invitation with all that sending it again needs', () => {
    expect(judge('in@example.com')[0]?.memberRole).toBe('org:admin');
    expect(judge('PENDING@example.com')[0]?.invitation?.invitationId).toBe('pending');
  });

  test('what is repeated is not sent, whatever became of the first', () => {
    expect(
      judge('new@example.com, NEW@example.com', { kind: 'unknown', since: 0 }).map(({ status }) => status),
    ).toEqual(['unknown', 'repeated']);
  });
});

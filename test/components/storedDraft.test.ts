import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { storedDraft } from '../../src/components/storedDraft.js';
import { UsersError } from '../../src/model/errors.js';
import { emptyDraft, insertList, markEntries, type DraftState, type InviteDraft } from '../../src/model/inviteDraft.js';
import { roleWords } from '../../src/model/roleWords.js';

const roles = roleWords([{ role: 'org:admin' }], () => 'Admin');
const draftOf = (list: string, text = ''): InviteDraft => ({ ...insertList(emptyDraft, list, roles), text });
const storage = storedDraft('mixpeek', 'app_demo');

/** A storage that holds what it is given. */
function fakeStorage(given: Partial<Storage> = {}) {
  const values = new Map<string, string>();
  return {
    values,
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
    ...given,
  };
}

let session = fakeStorage();
beforeEach(() => {
  session = fakeStorage();
  vi.stubGlobal('sessionStorage', session);
});
afterEach(() => vi.unstubAllGlobals());

describe('a draft that is kept', () => {
  test('comes back with its addresses, their roles, its text and the chosen role', () => {
    storage.save({ draft: draftOf('Ada <a@b.co>, Admin\nnobody', 'c@d'), role: 'org:admin' });
    const kept = storage.load();
    expect(kept?.role).toBe('org:admin');
    expect(kept?.draft.text).toBe('c@d');
    expect(kept?.draft.entries).toEqual([
      {
        id: 1,
        entry: { text: 'Ada <a@b.co> Admin', email: 'a@b.co', name: 'Ada', problem: null, role: 'org:admin' },
      },
      { id: 2, entry: { text: 'nobody', email: null, name: null, problem: 'not_an_address' } },
    ]);
    expect(kept?.draft.lastId).toBe(2);
  });

  test('comes back waiting for a role where one is to be chosen', () => {
    const draft = draftOf('Jane Doe\ta@b.co\tOwner\nbad@, Owner\nJane Doe\tc@d.co\nx y');
    storage.save({ draft, role: null });
    expect(storage.load()?.draft.entries).toEqual(draft.entries);
    expect(draft.entries.map(({ entry }) => entry.unknownRole)).toEqual(['Owner', 'Owner', undefined, undefined]);
  });

  test.each<[state: DraftState, kept: string | undefined]>([
    [{ kind: 'unknown', since: 0 }, 'unknown'],
    // The page went while it was under way: how it ended was heard by nobody.
    [{ kind: 'sending' }, 'unknown'],
    [{ kind: 'resending' }, 'unknown'],
    [{ kind: 'waiting' }, undefined],
    [{ kind: 'unsent' }, undefined],
    [{ kind: 'failed', error: new UsersError('limit_reached', 'No room.') }, undefined],
  ])('%j comes back as %s', (state, kept) => {
    storage.save({ draft: markEntries(draftOf('a@b.co'), () => state), role: null });
    expect(storage.load()?.draft.entries.map((one) => one.state?.kind)).toEqual([kept]);
  });

  test('is one of its app and its data provider alone', () => {
    storage.save({ draft: draftOf('a@b.co'), role: null });
    expect(storedDraft('mixpeek', 'app_other').load()).toBeNull();
    expect(storedDraft('memory', 'app_demo').load()).toBeNull();
    expect(storedDraft('mixpeek', 'app_demo').load()).not.toBeNull();
  });

  test.each([
    ['it was sent or cleared', draftOf('')],
    ['nothing but spaces is left', draftOf('', '  ')],
    ['it has become too long to be kept whole', draftOf('x@example.com,'.repeat(3000))],
  ])('is forgotten when %s', (_why, draft) => {
    storage.save({ draft: draftOf('a@b.co'), role: null });
    storage.save({ draft, role: 'org:admin' });
    expect(storage.load()).toBeNull();
    expect(session.values.size).toBe(0);
  });

  test('never takes more than 32,000 characters', () => {
    storage.save({ draft: draftOf(Array.from({ length: 900 }, (_, n) => `p${n}@example.com`).join()), role: null });
    const [value = ''] = [...session.values.values()];
    expect(value.length).toBeGreaterThan(10_000);
    expect(value.length).toBeLessThanOrEqual(32_000);
  });
});

describe('a storage that', () => {
  test.each<[what: string, storage: unknown]>([
    ['is not there', undefined],
    ['is full', fakeStorage({ setItem: () => thrown('QuotaExceededError') })],
    [
      'is forbidden',
      fakeStorage({
        getItem: () => thrown('SecurityError'),
        setItem: () => thrown('SecurityError'),
        removeItem: () => thrown('SecurityError'),
      }),
    ],
  ])('%s keeps nothing and disturbs nobody', (_what, broken) => {
    vi.stubGlobal('sessionStorage', broken);
    expect(() => storage.save({ draft: draftOf('a@b.co'), role: null })).not.toThrow();
    expect(() => storage.save({ draft: emptyDraft, role: null })).not.toThrow();
    expect(storage.load()).toBeNull();
  });

  test.each([
    'null',
    '1',
    '"text"',
    '[]',
    '{}',
    '{',
    '',
    '{"entries":1,"text":""}',
    '{"entries":[],"text":1}',
    '{"entries":["a@b.co"],"text":""}',
    '{"entries":[[1,null,0]],"text":""}',
    '{"entries":[["a@b.co",7,0]],"text":""}',
    '{"entries":[["a@b.co",null,0,7]],"text":""}',
    '{"entries":[null],"text":""}',
  ])('holds %j holds no draft', (value) => {
    storage.save({ draft: draftOf('a@b.co'), role: null });
    const [key = ''] = [...session.values.keys()];
    session.values.set(key, value);
    expect(storage.load()).toBeNull();
  });
});

function thrown(name: string): never {
  throw new DOMException('Not here.', name);
}

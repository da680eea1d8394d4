import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { storedDraft } from '../../src/components/storedDraft.js';
import { forgetDrafts, type DraftOwner } from '../../src/query/draftKeys.js';
import { UsersError } from '../../src/model/errors.js';
import { emptyDraft, insertList, markEntries, type DraftState, type InviteDraft } from '../../src/model/inviteDraft.js';
import { roleWords } from '../../src/model/roleWords.js';

const roles = roleWords([{ role: 'org:admin' }], () => 'Admin');
const draftOf = (list: string, text = ''): InviteDraft => ({ ...insertList(emptyDraft, list, roles), text });
const owner = { name: 'mixpeek', appId: 'app_demo', userId: 'user_ada' };
const storage = storedDraft(owner);

/** A storage that holds what it is given. */
function fakeStorage(given: Partial<Storage> = {}) {
  const values = new Map<string, string>();
  const methods = {
    values,
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
    key: (index: number) => [...values.keys()][index] ?? null,
    get length() {
      return values.size;
    },
  };
  return Object.assign(methods, given);
}

let session = fakeStorage();
beforeEach(() => {
  session = fakeStorage();
  vi.stubGlobal('sessionStorage', session);
});
afterEach(() => vi.unstubAllGlobals());

describe('a draft that is kept', () => {
  test('comes back with its addresses, their roles and its text', () => {
    storage.save(draftOf('Ada <a@b.co>, Admin\nnobody', 'c@d'));
    const kept = storage.load();
    expect(kept?.text).toBe('c@d');
    expect(kept?.entries).toEqual([
      {
        id: 1,
        entry: { text: 'Ada <a@b.co> Admin', email: 'a@b.co', name: 'Ada', problem: null, role: 'org:admin' },
      },
      { id: 2, entry: { text: 'nobody', email: null, name: null, problem: 'not_an_address' } },
    ]);
    expect(kept?.lastId).toBe(2);
  });

  test('comes back waiting for a role where one is to be chosen', () => {
    const draft = draftOf('Jane Doe\ta@b.co\tOwner\nbad@, Owner\nJane Doe\tc@d.co\nx y');
    storage.save(draft);
    expect(storage.load()?.entries).toEqual(draft.entries);
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
    storage.save(markEntries(draftOf('a@b.co'), () => state));
    expect(storage.load()?.entries.map((one) => one.state?.kind)).toEqual([kept]);
  });

  test('belongs to its person, its app and its data provider alone', () => {
    storage.save(draftOf('a@b.co'));
    expect(storedDraft({ ...owner, appId: 'app_other' }).load()).toBeNull();
    expect(storedDraft({ ...owner, name: 'memory' }).load()).toBeNull();
    expect(storedDraft({ ...owner, userId: 'user_grace' }).load()).toBeNull();
    expect(storedDraft({ ...owner, userId: null }).load()).toBeNull();
    expect(storedDraft(owner).load()).not.toBeNull();
  });

  test.each([
    ['it was sent or cleared', draftOf('')],
    ['nothing but spaces is left', draftOf('', '  ')],
  ])('is forgotten when %s', (_why, draft) => {
    storage.save(draftOf('a@b.co'));
    storage.save(draft);
    expect(storage.load()).toBeNull();
    expect(session.values.size).toBe(0);
  });

  test.each([1000, 20_000])('comes back whole with %i addresses', (count) => {
    storage.save(draftOf(Array.from({ length: count }, (_, n) => `person.number.${n}@example.com`).join()));
    expect(storage.load()?.entries).toHaveLength(count);
  });

  test('leaves no older one behind when it finds no room', () => {
    storage.save(draftOf('a@b.co'));
    session.setItem = () => thrown('QuotaExceededError');
    storage.save(draftOf('a@b.co, c@d.co'));
    expect(storage.load()).toBeNull();
  });
});

describe('forgetDrafts', () => {
  const keep = (...owners: DraftOwner[]) => {
    for (const one of owners) storedDraft(one).save(draftOf('a@b.co'));
  };
  const grace = { ...owner, userId: 'user_grace' };
  const nobody = { ...owner, userId: null };
  const otherApp = { ...owner, appId: 'app_other' };
  const otherProvider = { ...grace, name: 'mixpeek-2' };
  const left = () => [owner, grace, nobody, otherApp, otherProvider].filter((one) => storedDraft(one).load() !== null);

  test('removes those of everybody when the session has ended', () => {
    keep(owner, grace, nobody, otherApp, otherProvider);
    session.values.set('a-key-of-the-host', '1');
    forgetDrafts('mixpeek', null);
    expect(left()).toEqual([otherProvider]);
    expect(session.values.get('a-key-of-the-host')).toBe('1');
  });

  test('removes those of anyone but the person who is found, in all apps', () => {
    keep(owner, grace, nobody, otherApp);
    forgetDrafts('mixpeek', 'user_ada');
    expect(left()).toEqual([owner, otherApp]);
    forgetDrafts('mixpeek', 'ada');
    expect(left()).toEqual([]);
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
    expect(() => storage.save(draftOf('a@b.co'))).not.toThrow();
    expect(() => storage.save(emptyDraft)).not.toThrow();
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
    storage.save(draftOf('a@b.co'));
    const [key = ''] = [...session.values.keys()];
    session.values.set(key, value);
    expect(storage.load()).toBeNull();
  });
});

function thrown(name: string): never {
  throw new DOMException('Not here.', name);
}

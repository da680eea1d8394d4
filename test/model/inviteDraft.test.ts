import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UsersError } from '../../src/model/errors.js';
import {
  cancelEdit,
  chooseRole,
  editEntry,
  emptyDraft,
  finishText,
  insertList,
  keepEntries,
  markEntries,
  replaceEntry,
  typeText,
  type InviteDraft,
} from '../../src/model/inviteDraft.js';
import { parseEmails } from '../../src/model/parseEmails.js';
import { roleWords } from '../../src/model/roleWords.js';

const roles = roleWords([{ role: 'org:admin' }, { role: 'org:member' }], (role) => role.replace('org:', ''));
const listOf = (text: string) => insertList(emptyDraft, text, roles);
const textsOf = ({ entries }: InviteDraft) => entries.map(({ entry }) => entry.text);
const idOf = (draft: InviteDraft, text: string) => draft.entries.find(({ entry }) => entry.text === text)?.id ?? -1;
/** Types letter by letter, as a keyboard does. */
const type = (draft: InviteDraft, text: string) =>
  Array.from(text).reduce((current, letter) => typeText(current, current.text + letter, roles), draft);

describe('typing', () => {
  test.each<[typed: string, entries: string[], rest: string]>([
    ['a@b.co', [], 'a@b.co'],
    ['a@b.co,', ['a@b.co'], ''],
    ['a@b.co,c@d.co', ['a@b.co'], 'c@d.co'],
    ['a@b.co c@d.co ', ['a@b.co', 'c@d.co'], ''],
    [',;,', [], ''],
    ['nobody;x', ['nobody'], 'x'],
    ['a@b.co, admin,', ['a@b.co admin'], ''],
    ['a@b.co admin,c@d.co', ['a@b.co admin'], 'c@d.co'],
    ['a@b.co, owner,', ['a@b.co owner'], ''],
    ['a@b.co owner,c@d.co', ['a@b.co owner'], 'c@d.co'],
    ['a@b.co, content, editor,', ['a@b.co content editor'], ''],
  ])('%j leaves %j and the text %j', (typed, entries, rest) => {
    const draft = type(emptyDraft, typed);
    expect(textsOf(draft)).toEqual(entries);
    expect(draft.text).toBe(rest);
  });

  test('what is left becomes an entry when it is finished, an address or not', () => {
    expect(textsOf(finishText(type(emptyDraft, 'a@b.co, nobody@'), roles))).toEqual(['a@b.co', 'nobody@']);
  });

  test('a role alone, after an address that has one already, is an entry', () => {
    const draft = finishText(type(listOf('a@b.co, admin'), 'member'), roles);
    expect(textsOf(draft)).toEqual(['a@b.co admin', 'member']);
  });

  test('a role alone in a pasted list belongs to no earlier address, but to those below it', () => {
    expect(textsOf(insertList(listOf('a@b.co'), 'admin\nc@d.co', roles))).toEqual(['a@b.co', 'c@d.co admin']);
  });

  test('a word that names no role is kept with the address it was typed after', () => {
    const draft = type(emptyDraft, 'a@b.co, owner,');
    expect(draft.entries[0]?.entry).toMatchObject({ email: 'a@b.co', unknownRole: 'owner' });
  });

  test('a word on a line of its own belongs to no address before it', () => {
    const draft = finishText(type(finishText(type(emptyDraft, 'a@b.co'), roles), 'grace'), roles);
    expect(textsOf(draft)).toEqual(['a@b.co', 'grace']);
    expect(draft.entries[0]?.entry.unknownRole).toBeUndefined();
    const known = finishText(type(finishText(type(emptyDraft, 'a@b.co'), roles), 'admin'), roles);
    expect(known.entries[0]?.entry.role).toBe('org:admin');
  });
});

describe('editing an entry', () => {
  const three = listOf('a@b.co, c@d.co, e@f.co');

  test('takes it into the text, and back in its place when it is finished', () => {
    const editing = editEntry(three, idOf(three, 'c@d.co'), roles);
    expect([editing.text, editing.at, textsOf(editing)]).toEqual(['c@d.co', 1, ['a@b.co', 'e@f.co']]);
    const done = finishText(typeText(editing, 'x@y.co', roles), roles);
    expect(textsOf(done)).toEqual(['a@b.co', 'x@y.co', 'e@f.co']);
    expect([done.at, done.text, done.edited]).toEqual([null, '', null]);
  });

  test('into several puts all of them in its place, and goes on behind them', () => {
    const editing = editEntry(three, idOf(three, 'c@d.co'), roles);
    const typed = type({ ...editing, text: '' }, 'x@y.co,z@y.co,w@');
    expect(textsOf(typed)).toEqual(['a@b.co', 'x@y.co', 'z@y.co', 'e@f.co']);
    expect(textsOf(finishText(typed, roles))).toEqual(['a@b.co', 'x@y.co', 'z@y.co', 'w@', 'e@f.co']);
  });

  test('can be called off: it is as it was, with what sending made of it', () => {
    const error = new UsersError('limit_reached', 'No room.');
    const failed = markEntries(three, ({ entry }) => (entry.text === 'c@d.co' ? { kind: 'failed', error } : undefined));
    const editing = typeText(editEntry(failed, idOf(failed, 'c@d.co'), roles), 'something else', roles);
    expect(cancelEdit(editing)).toEqual(failed);
  });

  test('to nothing removes it', () => {
    const editing = editEntry(three, idOf(three, 'a@b.co'), roles);
    expect(textsOf(finishText(typeText(editing, '', roles), roles))).toEqual(['c@d.co', 'e@f.co']);
  });

  test('finishes what was being typed first', () => {
    const editing = editEntry(type(three, 'new@b.co'), idOf(three, 'a@b.co'), roles);
    expect(textsOf(editing)).toEqual(['c@d.co', 'e@f.co', 'new@b.co']);
    expect(editing.text).toBe('a@b.co');
  });

  test('that went meanwhile changes nothing', () => {
    expect(editEntry(three, 99, roles)).toBe(three);
  });

  test('whose name has a comma is not cut at it while it is edited', () => {
    const draft = listOf('Lovelace, Ada <ada@b.co>\nc@d.co');
    const editing = editEntry(draft, 1, roles);
    expect(editing.text).toBe('Lovelace, Ada <ada@b.co>');
    const typed = type(editing, ' admin');
    expect(textsOf(typed)).toEqual(['c@d.co']);
    expect(finishText(typed, roles).entries[0]?.entry).toMatchObject({ email: 'ada@b.co', role: 'org:admin' });
  });

  test('that was perhaps sent leaves it so, unless it becomes another address', () => {
    const unknown = markEntries(three, () => ({ kind: 'unknown', since: 1 }));
    const editing = editEntry(unknown, idOf(unknown, 'c@d.co'), roles);
    expect(finishText(editing, roles).entries[1]?.state).toEqual({ kind: 'unknown', since: 1 });
    expect(finishText(typeText(editing, 'C@D.co admin', roles), roles).entries[1]?.state?.kind).toBe('unknown');
    expect(finishText(typeText(editing, 'x@d.co', roles), roles).entries[1]?.state).toBeUndefined();
  });

  test('keeps its place when entries before it go', () => {
    const editing = editEntry(three, idOf(three, 'e@f.co'), roles);
    const fewer = keepEntries(editing, ({ entry }) => entry.text !== 'a@b.co');
    expect(textsOf(finishText(fewer, roles))).toEqual(['c@d.co', 'e@f.co']);
  });
});

test('another text for an entry keeps its place and forgets how it was sent', () => {
  const draft = markEntries(listOf('a@gmial.com, c@d.co'), () => ({ kind: 'unsent' }));
  const [entry] = parseEmails('a@gmail.com');
  if (!entry) throw new Error('An address is an entry.');
  const replaced = replaceEntry(draft, 1, entry);
  expect(textsOf(replaced)).toEqual(['a@gmail.com', 'c@d.co']);
  expect(replaced.entries.map(({ state }) => state?.kind)).toEqual([undefined, 'unsent']);
});

test('marking leaves untouched entries the same objects', () => {
  const draft = listOf('a@b.co, c@d.co');
  const marked = markEntries(draft, ({ id, state }) => (id === 1 ? { kind: 'sending' } : state));
  expect(marked.entries[0]).not.toBe(draft.entries[0]);
  expect(marked.entries[1]).toBe(draft.entries[1]);
});

test('a role that is chosen holds for all that wait with the same word, and stays when they are edited', () => {
  const waiting = listOf('Jane\ta@b.co\tOwner\nc@d.co, Viewer\n"Owner"\te@f.co');
  const chosen = chooseRole(waiting, 'Owner', 'org:admin', 'Admin');
  expect(
    chosen.entries.map(({ entry: { email, name, role, unknownRole } }) => [email, name, role, unknownRole]),
  ).toEqual([
    ['a@b.co', 'Jane', 'org:admin', undefined],
    ['c@d.co', null, undefined, 'Viewer'],
    ['e@f.co', null, 'org:admin', undefined],
  ]);
  expect(finishText(editEntry(chosen, 1, roles), roles).entries[0]?.entry).toEqual(chosen.entries[0]?.entry);
});

describe('whatever is done', () => {
  const text = fc.string({ unit: fc.constantFrom(...Array.from('ab@., ;"<>\n')), maxLength: 12 });
  const sample = fc.constantFrom('a@b.co', 'c@d.co admin', 'nobody', 'Lovelace, Ada <ada@b.co>', 'e@f.co, member');
  const step = fc.oneof(
    fc.record({ kind: fc.constant('type' as const), text: fc.oneof(text, sample) }),
    fc.record({ kind: fc.constant('paste' as const), text: fc.oneof(text, sample) }),
    fc.record({ kind: fc.constant('edit' as const), at: fc.nat(6) }),
    fc.record({ kind: fc.constantFrom('finish' as const, 'cancel' as const) }),
  );
  /** What a person would miss: letters and the @, and how often. A role that holds for several is written at each. */
  const lettersOf = (draft: InviteDraft) => [...textsOf(draft), draft.text].join('').replace(/[^a-zA-Z@]/g, '');
  const missing = (before: InviteDraft, after: InviteDraft) =>
    Array.from(lettersOf(after)).reduce((left, letter) => left.replace(letter, ''), lettersOf(before));

  test('ids stay one of a kind, and no letter is lost but by the person', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let draft = emptyDraft;
        for (const one of steps) {
          const before = draft;
          if (one.kind === 'type') draft = typeText(draft, draft.text + one.text, roles);
          else if (one.kind === 'paste') draft = insertList(draft, `${draft.text}${one.text}`, roles);
          else if (one.kind === 'edit') draft = editEntry(draft, draft.entries[one.at]?.id ?? -1, roles);
          else if (one.kind === 'finish') draft = finishText(draft, roles);
          const added = one.kind === 'type' || one.kind === 'paste' ? one.text : '';
          expect(missing({ ...before, text: before.text + added }, draft)).toBe('');
          expect(new Set(draft.entries.map(({ id }) => id)).size).toBe(draft.entries.length);
          expect(draft.at === null || (draft.at >= 0 && draft.at <= draft.entries.length)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});

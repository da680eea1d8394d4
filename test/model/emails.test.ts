import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { emailKey, isEmail, parseEmails } from '../../src/model/emails.js';
import { roleWords } from '../../src/model/roleWords.js';

describe('one address', () => {
  test.each([
    'ada@example.com',
    'ada.lovelace@mail.example.co.uk',
    'ada+tag@example.com',
    "o'hara@example.ie",
    'x@y.zz',
    '1@2.co',
    'почта@пример.рф',
    '用户@例子.中国',
    'josé@exámple.com',
    'a_b-c@ex-ample.com',
    `${'a'.repeat(64)}@example.com`,
  ])('%s is plausible', (text) => {
    expect(isEmail(text)).toBe(true);
  });

  test.each([
    '',
    '@',
    'ada',
    'ada@',
    '@example.com',
    'ada@example',
    'ada@example.c',
    'ada@@example.com',
    'a@b@example.com',
    'ada@.com',
    'ada@example..com',
    'ada@-example.com',
    'ada@example-.com',
    '.ada@example.com',
    'ada.@example.com',
    'a..b@example.com',
    'ada @example.com',
    'ada@exam ple.com',
    ' ada@example.com',
    'ada@example.com\n',
    '<ada@example.com>',
    'ada@example.com.',
    'a,b@example.com',
    `${'a'.repeat(65)}@example.com`,
    `a@${'b'.repeat(64)}.com`,
    `a@${'b.'.repeat(130)}com`,
  ])('"%s" is not', (text) => {
    expect(isEmail(text)).toBe(false);
  });

  test.each([
    ['Ada@Example.COM', 'ada@example.com', true],
    [' ada@example.com ', 'ada@example.com', true],
    ['ada+a@example.com', 'ada@example.com', false],
    ['a.da@example.com', 'ada@example.com', false],
  ])('"%s" and "%s" are the same: %s', (a, b, same) => {
    expect(emailKey(a) === emailKey(b)).toBe(same);
  });
});

describe('a list', () => {
  test.each<[string, (string | null)[]]>([
    ['ada@example.com', ['ada@example.com']],
    ['  ada@example.com  ', ['ada@example.com']],
    ['mailto:ada@example.com', ['ada@example.com']],
    ['<ada@example.com>', ['ada@example.com']],
    ['"ada@example.com","grace@example.com"', ['ada@example.com', 'grace@example.com']],
    ['a@b.co, c@d.co; e@f.co\tg@h.co\ni@j.co\r\nk@l.co', ['a@b.co', 'c@d.co', 'e@f.co', 'g@h.co', 'i@j.co', 'k@l.co']],
    ['a@b.co c@d.co', ['a@b.co', 'c@d.co']],
    ['a@b.co，c@d.co；e@f.co、g@h.co', ['a@b.co', 'c@d.co', 'e@f.co', 'g@h.co']],
    ['a@b.co,,;\n\n c@d.co,', ['a@b.co', 'c@d.co']],
    ['a@b.co nobody c@d.co', ['a@b.co', null, 'c@d.co']],
    ['Ada <a@b.co> Bob <c@d.co>', ['a@b.co', 'c@d.co']],
    ['a@b.co Ada <c@d.co>', ['a@b.co', 'c@d.co']],
    ['', []],
    [' ,;\n\t ', []],
    ['nobody', [null]],
    ['Ada Lovelace', [null]],
  ])('%j holds %j', (text, emails) => {
    expect(parseEmails(text).map(({ email }) => email)).toEqual(emails);
  });

  test.each([
    ['Ada Lovelace <ada@example.com>', 'Ada Lovelace'],
    ['"Ada Lovelace" <ada@example.com>', 'Ada Lovelace'],
    ["'Ada Lovelace' <ada@example.com>", 'Ada Lovelace'],
    ['"Lovelace, Ada" <ada@example.com>', 'Lovelace, Ada'],
    ['Lovelace, Ada <ada@example.com>', 'Lovelace, Ada'],
    ['van der Berg, Ada <ada@example.com>', 'Ada'],
    ['"Lovelace; Ada" <ada@example.com>', 'Lovelace; Ada'],
    ['ada@example.com <ada@example.com>', 'ada@example.com'],
    ['Ada<ada@example.com>', 'Ada'],
    ['<ada@example.com>', null],
    ['"" <ada@example.com>', null],
    ['ada@example.com', null],
    ['李小龍 <ada@example.com>', '李小龍'],
  ])('%s names %s', (text, name) => {
    expect(parseEmails(text).find(({ email }) => email === 'ada@example.com')).toMatchObject({
      name,
      email: 'ada@example.com',
      problem: null,
    });
  });

  test('what is no address keeps its place and its words', () => {
    expect(parseEmails('a@b.co, Ada Lovelace, c@d')).toEqual([
      { text: 'a@b.co', email: 'a@b.co', name: null, problem: null },
      { text: 'Ada Lovelace', email: null, name: null, problem: 'not_an_address' },
      { text: 'c@d', email: null, name: null, problem: 'not_an_address' },
    ]);
  });

  test('a repeated address is marked, in any case, and the first is not', () => {
    expect(parseEmails('a@b.co A@B.co a+x@b.co <a@b.co>').map(({ problem }) => problem)).toEqual([
      null,
      'repeated',
      null,
      'repeated',
    ]);
  });

  test('a stray quote swallows nothing', () => {
    expect(parseEmails('5" pipe, a@b.co, c@d.co').map(({ email }) => email)).toEqual([null, 'a@b.co', 'c@d.co']);
  });
});

const roles = roleWords(
  [{ role: 'org:admin' }, { role: 'org:member' }, { role: 'editor', label: 'Content editor' }],
  (role) => role.replace('org:', ''),
);

describe('a role after an address on its line is its own', () => {
  test.each<[text: string, read: [email: string | null, role?: string][]]>([
    ['a@b.co, admin', [['a@b.co', 'org:admin']]],
    ['a@b.co\tMEMBER', [['a@b.co', 'org:member']]],
    ['a@b.co;org:admin', [['a@b.co', 'org:admin']]],
    ['a@b.co admin', [['a@b.co', 'org:admin']]],
    ['Ada <a@b.co>; Admin', [['a@b.co', 'org:admin']]],
    ['Lovelace, Ada <a@b.co>, Admin', [['a@b.co', 'org:admin']]],
    ['a@b.co, Content editor', [['a@b.co', 'editor']]],
    ['a@b.co content editor', [['a@b.co', 'editor']]],
    ['"a@b.co","admin"', [['a@b.co', 'org:admin']]],
    [
      'a@b.co, admin, c@d.co, member',
      [
        ['a@b.co', 'org:admin'],
        ['c@d.co', 'org:member'],
      ],
    ],
    [
      'a@b.co admin c@d.co member',
      [
        ['a@b.co', 'org:admin'],
        ['c@d.co', 'org:member'],
      ],
    ],
    ['a@b.co, c@d.co, admin', [['a@b.co'], ['c@d.co', 'org:admin']]],
    ['a@b.co, Admin, Ada <c@d.co>', [['a@b.co', 'org:admin'], ['c@d.co']]],
    ['Admin, Ada <c@d.co>', [['c@d.co']]],
    ['a@b.co\nadmin', [['a@b.co'], [null]]],
    ['admin, a@b.co', [[null], ['a@b.co']]],
    ['a@b.co, owner', [['a@b.co'], [null]]],
    ['a@b.co, owner, admin', [['a@b.co'], [null], [null]]],
    ['a@b.co, admin, member', [['a@b.co', 'org:admin'], [null]]],
    ['admin', [[null]]],
  ])('%j', (text, read) => {
    expect(parseEmails(text, roles).map(({ email, role }) => (role === undefined ? [email] : [email, role]))).toEqual(
      read,
    );
  });

  test('and without roles to know, it is an entry of its own', () => {
    expect(parseEmails('a@b.co, admin').map(({ text }) => text)).toEqual(['a@b.co', 'admin']);
  });
});

const letter = fc.constantFrom(...Array.from('abcxyz0189éžü例'));
const word = fc.string({ unit: letter, minLength: 1, maxLength: 8 });
const address = fc
  .tuple(fc.array(word, { minLength: 1, maxLength: 3 }), fc.constantFrom('', '+tag', "'x", '_y'), word, word)
  .map(([local, tag, domain, top]) => `${local.join('.')}${tag}@${domain}.${top}${top}`)
  .filter((text) => isEmail(text));
const addresses = fc.array(address, { minLength: 1, maxLength: 12 });
const separator = fc.constantFrom(',', ';', '\n', '\r\n', '\t', ' ', ', ', ' ;\n', '，', '；', '、', '\u2028', ',,');

/** What a person would miss: letters, digits and the @. */
const substance = (text: string) => text.replace(/[^\p{L}\p{N}@]/gu, '');

describe('whatever is pasted', () => {
  test('valid addresses come back whole and in order, whatever parts them', () => {
    fc.assert(
      fc.property(addresses, fc.array(separator, { minLength: 12, maxLength: 12 }), (list, separators) => {
        const text = list.map((one, index) => one + separators[index]).join('');
        expect(parseEmails(text).map(({ email }) => email)).toEqual(list);
      }),
    );
  });

  test('named addresses come back with their names', () => {
    const name = fc.array(fc.string({ unit: fc.constantFrom(...Array.from('abcdé李')), minLength: 1, maxLength: 6 }), {
      minLength: 1,
      maxLength: 3,
    });
    const named = fc.array(
      fc.tuple(
        name.map((words) => words.join(' ')),
        address,
      ),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(named, fc.constantFrom(';', '\n', '\t', '; '), (list, between) => {
        const text = list.map(([who, email]) => `${who} <${email}>`).join(between);
        expect(parseEmails(text).map((entry) => [entry.name, entry.email])).toEqual(list);
      }),
    );
  });

  const junk = fc.string({ unit: fc.constantFrom(...Array.from('abA1@.<>"\'-+ ,;\t\n，é例')), maxLength: 60 });
  const token = fc.oneof(
    address,
    fc.constantFrom('<', '>', '"', ',', ' ', '\n', ';', 'Ada', 'de Lovelace', 'mailto:', ' <'),
    fc.constantFrom(', admin', ' Member', ';Content editor', '\tadmin\n', ' owner'),
  );
  const tokens = fc.array(token, { maxLength: 14 }).map((parts) => parts.join(''));
  const anything = fc.oneof(tokens, junk, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));
  const known = fc.constantFrom(roles, undefined);
  test('nothing is dropped, doubled or moved', () => {
    fc.assert(
      fc.property(anything, known, (text, named) => {
        expect(
          substance(
            parseEmails(text, named)
              .map((entry) => entry.text)
              .join(' '),
          ),
        ).toBe(substance(text));
      }),
      { numRuns: 1000 },
    );
  });

  test('every entry has an address or a problem, never an empty text', () => {
    fc.assert(
      fc.property(anything, known, (text, named) => {
        for (const entry of parseEmails(text, named)) {
          expect(entry.text).toBe(entry.text.trim());
          expect(entry.text).not.toBe('');
          expect(entry.problem === 'not_an_address').toBe(entry.email === null);
          expect(entry.email === null || isEmail(entry.email)).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('an address that was found is found again in the text of its entry', () => {
    fc.assert(
      fc.property(anything, known, (text, named) => {
        for (const { email, name, role, text: own } of parseEmails(text, named)) {
          if (email === null) continue;
          expect(parseEmails(own, named).map((again) => [again.email, again.name, again.role])).toEqual([
            [email, name, role],
          ]);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

test('a large paste of anything is read in one go: the work grows with its length, not with its square', () => {
  const pastes = ['a', 'a ', '<', '>', '@', '"', 'a@b.co <'].map((piece) => piece.repeat(200_000));
  for (const text of pastes) expect(Array.isArray(parseEmails(text))).toBe(true);
});

test('an address copied from a page loses the characters of no width around it', () => {
  expect(parseEmails('\u200bada@example.com\ufeff')).toMatchObject([{ email: 'ada@example.com', problem: null }]);
});

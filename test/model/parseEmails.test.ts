import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { emailKey } from '../../src/model/emailKey.js';
import { isEmail } from '../../src/model/emails.js';
import { parseEmails } from '../../src/model/parseEmails.js';
import { roleWords } from '../../src/model/roleWords.js';

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
    ['\u202aada@example.com\u202c', ['ada@example.com']],
    ['\u2068ada\u00ad@exam\u200bple.com\u2069', ['ada@example.com']],
    ['\ufeffada@example.com\u200e, \u061cgrace@example.com\u0000', ['ada@example.com', 'grace@example.com']],
    ['\u00a0ada@example.com\u202f\u3000grace@example.com', ['ada@example.com', 'grace@example.com']],
    ['ada@exa\u{e0061}mple.com\ufe0f', ['ada@example.com']],
    ['ａｄａ＠ｅｘａｍｐｌｅ．ｃｏｍ', ['ada@example.com']],
    ['ada＠example。com；grace﹫example.com', ['ada@example.com', 'grace@example.com']],
    ['o’hara@my‑company.com', ["o'hara@my-company.com"]],
    ['ada@my–company.com', ['ada@my-company.com']],
    ['josé@example.com'.normalize('NFD'), ['josé@example.com'.normalize('NFC')]],
    ['mailto:ada%2Bteam@example.com', ['ada+team@example.com']],
    ['MAILTO:ada%40example.com?subject=Hello%20there&cc=x', ['ada@example.com']],
    ['<mailto:ada@example.com?body=a%20b>', ['ada@example.com']],
    ['mailto:ada@example.com,grace@example.com?cc=x', ['ada@example.com', 'grace@example.com']],
    ['mailto:ada%zz@example.com', ['ada%zz@example.com']],
    ['mailto:ada%E2%80%8B@example.com', ['ada@example.com']],
    ["'ada@example.com'; 'grace@example.com'", ['ada@example.com', 'grace@example.com']],
    ['‘ada@example.com’; “grace@example.com”', ['ada@example.com', 'grace@example.com']],
    ['«ada@example.com», „grace@example.com“', ['ada@example.com', 'grace@example.com']],
    ['‹ada@example.com› 「grace@example.com」', ['ada@example.com', 'grace@example.com']],
    ['(ada@example.com), [grace@example.com]', ['ada@example.com', 'grace@example.com']],
    ['{ada@example.com} 【grace@example.com】', ['ada@example.com', 'grace@example.com']],
    ['`ada@example.com`, **grace@example.com**', ['ada@example.com', 'grace@example.com']],
    ['＜ada@example.com＞ 〈grace@example.com〉', ['ada@example.com', 'grace@example.com']],
    ['"<ada@example.com>", \'"grace@example.com"\'', ['ada@example.com', 'grace@example.com']],
    ['&lt;ada@example.com&gt;&nbsp;&quot;grace@example.com&quot;', ['ada@example.com', 'grace@example.com']],
    ['"ada@example.com\ngrace@example.org"', ['ada@example.com', 'grace@example.org']],
    ['"ada@example.com\r\ngrace@example.org"\nx@y.co', ['ada@example.com', 'grace@example.org', 'x@y.co']],
    ['"ada@example.com, grace@example.org"', ['ada@example.com', 'grace@example.org']],
    ['"Lovelace\nAda",x', [null, null]],
    ['ada@example.com<mailto:ada@example.com>', ['ada@example.com']],
    ['ADA@example.com <mailto:ada@example.com>', ['ada@example.com']],
    ['ada@example.com [mailto:ada@example.com]', ['ada@example.com']],
    ['ada@example.com (ada@example.com)', ['ada@example.com']],
    ['[ada](mailto:ada@example.com)', ['ada@example.com']],
    ['[ada@example.com](mailto:ada@example.com)', ['ada@example.com']],
    ['[Lovelace, Ada](mailto:ada@example.com), x@y.co', ['ada@example.com', 'x@y.co']],
    ['ada@example.com., grace@example.com!', ['ada@example.com', 'grace@example.com']],
    ['a@b.co، c@d.co؛ e@f.co\u037eg@h.co', ['a@b.co', 'c@d.co', 'e@f.co', 'g@h.co']],
    ['a@b.co\vc@d.co\u0085e@f.co', ['a@b.co', 'c@d.co', 'e@f.co']],
    ['a@b.co | c@d.co', ['a@b.co', 'c@d.co']],
    ['"ada@work" <ada@example.com>', ['ada@example.com']],
    ['"Ada grace@x.co" <ada@example.com>', [null, 'grace@x.co', 'ada@example.com']],
    ['"Lovelace, Ada (ada@example.com)" <ada@example.com>', ['ada@example.com']],
    ['@ada@example.social', [null]],
    ['"Ada, a@b.co\nc@d.co', [null, 'a@b.co', 'c@d.co']],
    ["'t Hart, Jan <jan@x.co>, 'Piet' <piet@x.co>", [null, 'jan@x.co', 'piet@x.co']],
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
    ["'Lovelace, Ada' <ada@example.com>", 'Lovelace, Ada'],
    ['“Lovelace, Ada” <ada@example.com>', 'Lovelace, Ada'],
    ['Ada Lovelace (ada@example.com)', 'Ada Lovelace'],
    ['Ada Lovelace [mailto:ada@example.com]', 'Ada Lovelace'],
    ['[Ada Lovelace](mailto:ada@example.com)', 'Ada Lovelace'],
    ['"Ada\nLovelace" <ada@example.com>', 'Ada Lovelace'],
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

/** What is read, briefly: the address, and its role, or what is in its place with a question mark. */
const brief = (text: string) =>
  parseEmails(text, roles).map(({ email, text: own, role, unknownRole }) => {
    const of = role ?? (unknownRole === undefined ? '' : `${unknownRole}?`);
    return `${email ?? `(${own})`}${of && ` ${of}`}`;
  });

describe('a role beside an address on its line is its own', () => {
  test.each<[text: string, read: string[]]>([
    ['a@b.co, admin', ['a@b.co org:admin']],
    ['a@b.co\tMEMBER', ['a@b.co org:member']],
    ['a@b.co;org:admin', ['a@b.co org:admin']],
    ['a@b.co admin', ['a@b.co org:admin']],
    ['a@b.co (admin)', ['a@b.co org:admin']],
    ['<a@b.co, admin>', ['a@b.co org:admin']],
    ['a@b.co: admin', ['a@b.co org:admin']],
    ['a@b.co - Admin.', ['a@b.co org:admin']],
    ['- a@b.co | “Admin”', ['a@b.co org:admin']],
    ['1. a@b.co, Admins', ['a@b.co org:admin']],
    ['Ada <a@b.co>; Admin', ['a@b.co org:admin']],
    ['Lovelace, Ada <a@b.co>, Admin', ['a@b.co org:admin']],
    ['a@b.co, Content editor', ['a@b.co editor']],
    ['a@b.co content editor', ['a@b.co editor']],
    ['"a@b.co","admin"', ['a@b.co org:admin']],
    ["'a@b.co';'admin'", ['a@b.co org:admin']],
    ['a@b.co, admin, c@d.co, member', ['a@b.co org:admin', 'c@d.co org:member']],
    ['a@b.co admin c@d.co member', ['a@b.co org:admin', 'c@d.co org:member']],
    ['a@b.co, c@d.co, admin', ['a@b.co', 'c@d.co org:admin']],
    ['a@b.co, Admin, Ada <c@d.co>', ['a@b.co org:admin', 'c@d.co']],
    // Excel.
    ['Jane Doe\ta@b.co\tAdmin', ['a@b.co org:admin']],
    ['Jane\tDoe\ta@b.co\tAdmin\nBob\t\tc@d.co\tMember', ['a@b.co org:admin', 'c@d.co org:member']],
    ['a@b.co\tJane Doe\tAdmin', ['a@b.co org:admin']],
    ['"a@b.co\nc@d.co",Admin', ['a@b.co org:admin', 'c@d.co org:admin']],
    ['Jane Doe\ta@b.co\nBob\tc@d.co', ['a@b.co', 'c@d.co']],
    ['| Jane | a@b.co | Admin |', ['a@b.co org:admin']],
    ['smtp:a@b.co; Email: c@d.co', ['a@b.co', 'c@d.co']],
    // On either side.
    ['Admin\ta@b.co', ['a@b.co org:admin']],
    ['admin, a@b.co', ['a@b.co org:admin']],
    ['Admin, Ada <c@d.co>', ['c@d.co org:admin']],
    ['Admins: a@b.co, c@d.co', ['a@b.co org:admin', 'c@d.co org:admin']],
    ['admin a@b.co, member c@d.co', ['a@b.co org:admin', 'c@d.co org:member']],
    ['admin:a@b.co', ['a@b.co org:admin']],
    // On a line of its own.
    ['admin', ['(admin)']],
    ['a@b.co\nadmin\nc@d.co\nmember', ['a@b.co org:admin', 'c@d.co org:member']],
    [
      'Admins:\na@b.co\nc@d.co, member\n\nMembers:\ne@f.co',
      ['a@b.co org:admin', 'c@d.co org:member', 'e@f.co org:member'],
    ],
    ['Admin\na@b.co\nMember\nc@d.co', ['a@b.co org:admin', 'c@d.co org:member']],
    ['a@b.co\n\nAdmins\nc@d.co\nOthers:\ne@f.co', ['a@b.co', 'c@d.co org:admin', 'e@f.co Others?']],
    // Under a header.
    ['Name\tEmail\tRole\nJane Doe\ta@b.co\tAdmin\nBob\tc@d.co\t', ['a@b.co org:admin', 'c@d.co']],
    ['Email,Name,Role\na@b.co,Jane Doe,member\nc@d.co,Bob,', ['a@b.co org:member', 'c@d.co']],
    ['E-Mail;Vorname;Nachname\na@b.co;Jane;Doe', ['a@b.co']],
    ['Role,E-mail address,Department\nAdmin,a@b.co,Sales', ['a@b.co org:admin']],
    ['First name,Last name,Email,Role\nJane,Doe,a@b.co,Admin', ['a@b.co org:admin']],
    ['Name,Email', ['(Name)', '(Email)']],
  ])('%j', (text, read) => {
    expect(brief(text)).toEqual(read);
  });

  test('and a name in a column of names stays a name, also where it reads as a role', () => {
    expect(parseEmails('Name,Email,Role\nAdmin,a@b.co,Admin', roles)).toEqual([
      { text: 'Admin <a@b.co> Admin', email: 'a@b.co', name: 'Admin', problem: null, role: 'org:admin' },
    ]);
  });

  test('and without roles to know, it is an entry of its own', () => {
    expect(parseEmails('a@b.co, admin').map(({ text }) => text)).toEqual(['a@b.co', 'admin']);
  });
});

describe('an address is not cut short', () => {
  test.each<[text: string, expected: (string | null)[]]>([
    ['a@b.co/c@d.co', [null]],
    ['a@b.co/admin', [null]],
    ['a@b.co?c@d.co', [null]],
    ['a@b.co / c@d.co', ['a@b.co', 'c@d.co']],
    ['a@b.co–admin', [null]],
    ['a@b.co—auditor', [null]],
    ['mailto:a@b.co?subject=x', ['a@b.co']],
    ['a@b.co?subject=x', ['a@b.co']],
  ])('%j holds %j', (text, expected) => {
    const addresses = parseEmails(text, roles).map(({ email }) => email);
    expect(addresses.filter((email) => email !== null || expected.includes(null))).toEqual(expected);
  });
});

describe('a role that is not known is kept with its address', () => {
  test.each<[text: string, read: string[]]>([
    ['a@b.co, owner', ['a@b.co owner?']],
    // Before the addresses: by its colon, or in the place where other rows have a role.
    ['Auditors: a@b.co, c@d.co', ['a@b.co Auditors?', 'c@d.co Auditors?']],
    ['Admins: a@b.co\nAuditors: c@d.co, e@f.co', ['a@b.co org:admin', 'c@d.co Auditors?', 'e@f.co Auditors?']],
    ['Admin\ta@b.co\nAuditor\tc@d.co', ['a@b.co org:admin', 'c@d.co Auditor?']],
    ['Admin;Ada Lovelace;a@b.co\nAuditor;Grace;c@d.co', ['a@b.co org:admin', 'c@d.co Auditor?']],
    ['管理者：a@b.co', ['a@b.co 管理者?']],
    ['Auditor:a@b.co', ['a@b.co Auditor?']],
    ['Auditors:\na@b.co', ['a@b.co Auditors?']],
    ['Admins\na@b.co\nFinance\nc@d.co', ['a@b.co org:admin', 'c@d.co Finance?']],
    ['To: a@b.co, c@d.co', ['a@b.co', 'c@d.co']],
    ['Email: a@b.co', ['a@b.co']],
    // Below several addresses it begins the next group.
    ['a@b.co\nc@d.co\nAdmins\ne@f.co', ['a@b.co', 'c@d.co', 'e@f.co org:admin']],
    // Under a header: the column that says "role", and rows of the header's shape alone.
    ['Name,Email,Last access,Role\nAda,a@b.co,,Auditor\nBob,c@d.co,,Admin', ['a@b.co Auditor?', 'c@d.co org:admin']],
    ['Name,Email,Enrolled,Role\nAda,a@b.co,,Auditor', ['a@b.co Auditor?']],
    ['Name,Email,Payroll ID,Role\nAda,a@b.co,,Admin', ['a@b.co org:admin']],
    ['Email,Old role,New role\na@b.co,,Auditor', ['a@b.co Auditor?']],
    ['Email,Group name\na@b.co,Auditors', ['a@b.co Auditors?']],
    [
      'Name,Email,Role\nAda,a@b.co,Admin\n\nc@d.co, admin\ne@f.co, Auditor',
      ['a@b.co org:admin', 'c@d.co org:admin', 'e@f.co Auditor?'],
    ],
    [
      'Name,Email,Role\nLovelace, Ada,a@b.co,Auditor\nHopper, Grace,c@d.co,Admin',
      ['a@b.co Auditor?', 'c@d.co org:admin'],
    ],
    ['a@b.co, Owner\nc@d.co, admin\ne@f.co', ['a@b.co Owner?', 'c@d.co org:admin', 'e@f.co']],
    ['a@b.co Owner', ['a@b.co Owner?']],
    ['a@b.co (Viewer)', ['a@b.co Viewer?']],
    ['a@b.co: Chief of everything', ['a@b.co Chief of everything?']],
    ['Ada <a@b.co>, Superhero', ['a@b.co Superhero?']],
    ['"a@b.co","Owner, retired"', ['a@b.co Owner, retired?']],
    ['carol@b.co\tViewer', ['carol@b.co Viewer?']],
    ['Jane Doe\ta@b.co\tOwner', ['a@b.co Owner?']],
    ['Owner\ta@b.co', ['a@b.co Owner?']],
    ['Super-Admin, a@b.co', ['a@b.co Super-Admin?']],
    ['Viewers: a@b.co, c@d.co', ['a@b.co Viewers?', 'c@d.co Viewers?']],
    ['Owners:\na@b.co\nc@d.co, admin', ['a@b.co Owners?', 'c@d.co org:admin']],
    ['a@b.co\nOwner\nc@d.co', ['a@b.co Owner?', 'c@d.co']],
    ['Name,Email,Role\nJane,a@b.co,Billing', ['a@b.co Billing?']],
    ['Role,Email\nBilling,a@b.co', ['a@b.co Billing?']],
    ['Rolle;Name;E-Mail\nChef;Jane;a@b.co\nAdmin;Bob;c@d.co', ['a@b.co Chef?', 'c@d.co org:admin']],
    ['Berechtigung;E-Mail\nChefin;a@b.co', ['a@b.co Chefin?']],
    ['"a@b.co\nc@d.co",Owner', ['a@b.co Owner?', 'c@d.co Owner?']],
    // Two roles, or one beside what could be another.
    ['a@b.co, owner, admin', ['a@b.co owner admin?']],
    ['a@b.co, admin, member', ['a@b.co admin member?']],
    ['Admin\ta@b.co\tMember', ['a@b.co Admin Member?']],
    ['a@b.co, Jane Doe', ['a@b.co Jane Doe?']],
    ['Owner, Ada <c@d.co>', ['c@d.co Owner?']],
    ['a@b.co, Billing, Ada <c@d.co>', ['a@b.co Billing?', 'c@d.co']],
  ])('%j', (text, read) => {
    expect(brief(text)).toEqual(read);
  });

  test('also where what it stands beside is no address yet', () => {
    expect(parseEmails('a@b, Owner', roles)).toMatchObject([{ text: 'a@b Owner', email: null, unknownRole: 'Owner' }]);
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
const substance = (text: string) =>
  text
    .replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/[＠﹫]/g, '@')
    .replace(/mailto\W/gi, '')
    .replace(/[^\p{L}\p{N}@]/gu, '');

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
      fc.property(anything, (text) => {
        const entries = parseEmails(text);
        expect(substance(entries.map((entry) => entry.text).join(' '))).toBe(substance(text));
      }),
      { numRuns: 1000 },
    );
  });

  test('with roles to know, the addresses are the same ones, and no word is dropped', () => {
    const wordsOf = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];
    fc.assert(
      fc.property(anything, (text) => {
        const [entries, others] = [parseEmails(text, roles), parseEmails(text)];
        const emailsOf = (list: typeof entries) => list.flatMap(({ email }) => email ?? []);
        expect(emailsOf(entries)).toEqual(emailsOf(others));
        const kept = new Set(entries.flatMap((entry) => wordsOf(entry.text)));
        expect(others.flatMap((entry) => wordsOf(entry.text)).filter((one) => !kept.has(one))).toEqual([]);
        for (const { role, unknownRole } of entries) expect(role === undefined || unknownRole === undefined).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('a word after an address is its role, or waits for one', () => {
    const written = fc.constantFrom('Owner', 'admin', 'Content editor', 'Viewer', 'Boss', 'ВЛАДЕЛЕЦ', '所有者', 'x');
    const between = fc.constantFrom(', ', ';', '\t', ' ', ': ', ' - ', ' | ', '，');
    const row = fc.tuple(fc.constantFrom('', 'Jane\t', '- ', '* ', '“Doe, Jane”\t'), address, between, written);
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (list) => {
        const read = parseEmails(list.map((parts) => parts.join('')).join('\n'), roles);
        expect(read.map(({ email }) => email)).toEqual(list.map(([, email]) => email));
        read.forEach(({ role, unknownRole }, index) => {
          const said = list[index]?.[3] ?? '';
          const expected = new Map([
            ['admin', 'org:admin'],
            ['Content editor', 'editor'],
          ]).get(said);
          expect(expected === undefined ? unknownRole : role).toBe(expected ?? said);
        });
      }),
    );
  });

  test('what is written around addresses changes none of them', () => {
    const around = fc.constantFrom<[before: string, after: string]>(
      ['', ''],
      ['"', '"'],
      ["'", "'"],
      ['“', '”'],
      ['‘', '’'],
      ['«', '»'],
      ['<', '>'],
      ['(', ')'],
      ['[', ']'],
      ['`', '`'],
      ['\u202a', '\u202c'],
      ['\u2068', '\u2069'],
      ['\u200b', '\ufeff'],
      ['\u00a0', '\u3000'],
      ['mailto:', '?subject=x'],
      ['Ada <', '>'],
      ['"Lovelace, Ada" <', '>'],
      ["'Lovelace, Ada' <mailto:", '>'],
      ['[Ada](mailto:', ')'],
      ['- ', ''],
      ['• ', '.'],
    );
    // Written twice in one place, as a link and its text, an address is one.
    const list = fc.uniqueArray(fc.tuple(around, address, separator), {
      selector: ([, email]) => emailKey(email),
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(list, fc.constantFrom(roles, undefined), (parts, named) => {
        const text = parts.map(([[before, after], email, by]) => `${before}${email}${after}${by}`).join('');
        const emails = parseEmails(text, named).flatMap(({ email }) => email ?? []);
        expect(emails.map(emailKey)).toEqual(parts.map(([, email]) => emailKey(email)));
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
        for (const { email, name, role, unknownRole, text: own } of parseEmails(text, named)) {
          if (email === null) continue;
          expect(
            parseEmails(own, named).map((again) => [again.email, again.name, again.role, again.unknownRole]),
          ).toEqual([[email, name, role, unknownRole]]);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

test('a large paste of anything is read in one go: the work grows with its length, not with its square', () => {
  const pieces = [
    'a',
    'a ',
    '<',
    '>',
    '@',
    '"',
    ' "',
    " '",
    " 'a@,",
    '"a@\n',
    'a@b.co <',
    '[x](',
    '(',
    'mailto:',
    ':',
    '%',
  ];
  const more = ['a, ', 'a@b.co, x\t', 'admin\n', '- ', "a'", '&lt;', '|', '\u200b', '."', '"x"@'];
  for (const piece of [...pieces, ...more]) {
    expect(Array.isArray(parseEmails(piece.repeat(200_000 / piece.length), roles))).toBe(true);
  }
});

test('an address copied from a page loses the characters of no width around it', () => {
  expect(parseEmails('\u200bada@example.com\ufeff')).toMatchObject([{ email: 'ada@example.com', problem: null }]);
});

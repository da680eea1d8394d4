import { afterEach, describe, expect, test, vi } from 'vitest';
import { createLanguage } from '../../src/context/language.js';
import { wholeLanguage } from '../../src/context/wholeLanguage.js';
import { en } from '../../src/locales/en.js';
import { UsersError, type UsersErrorCode } from '../../src/model/errors.js';

const language = createLanguage({});
const FSI = '\u2068';
const PDI = '\u2069';

afterEach(() => void vi.useRealTimers());

describe('placeholders', () => {
  test('are filled wherever they stand, with names as they are', () => {
    expect(language.say('{a} and {b} and {a}', { a: 'Ann', b: 'Bob' })).toBe('Ann and Bob and Ann');
    expect(language.say('{name}', { name: '$& $1 {other}' })).toBe('$& $1 {other}');
  });

  test('that nobody fills stay visible, and text without values is left alone', () => {
    expect(language.say('{name} and {other}', { name: 'Ann' })).toBe('Ann and {other}');
    expect(language.say('{name}')).toBe('{name}');
  });

  test('take numbers in the manner of the locale', () => {
    expect(language.say('{n}', { n: 10_000 })).toBe('10,000');
    expect(createLanguage({ locale: 'de' }).say('{n}', { n: 10_000 })).toBe('10.000');
    expect(createLanguage({ locale: 'fr' }).say('{n}', { n: 10_000 })).toMatch(/^10\s000$/u);
  });
});

describe('plurals', () => {
  const plural = { one: '{count} file', other: '{count} files' };

  test.each([
    [0, '0 files'],
    [1, '1 file'],
    [2, '2 files'],
    [1000, '1,000 files'],
  ])('of %s in English: %s', (count, expected) => {
    expect(language.say(plural, { count })).toBe(expected);
  });

  test.each([
    [1, '1 plik'],
    [2, '2 pliki'],
    [5, '5 plików'],
    [22, '22 pliki'],
    [25, '25 plików'],
  ])('of %s in Polish: %s', (count, expected) => {
    const polish = createLanguage({ locale: 'pl' });
    const files = { one: '{count} plik', few: '{count} pliki', many: '{count} plików', other: '{count} pliku' };
    expect(polish.say(files, { count })).toBe(expected);
  });

  test('that lack a form take `other`', () => {
    expect(createLanguage({ locale: 'ar' }).say(plural, { count: 3 })).toMatch(/files$/);
    expect(language.say({ other: 'always' }, { count: 1 })).toBe('always');
  });
});

describe('direction', () => {
  test.each([
    ['en', 'ltr'],
    ['ar', 'rtl'],
    ['ar-EG', 'rtl'],
    ['he', 'rtl'],
    ['fa', 'rtl'],
    ['ur-PK', 'rtl'],
    ['arn', 'ltr'],
    ['de-DE', 'ltr'],
    ['ja', 'ltr'],
    ['AR', 'rtl'],
    ['HE-IL', 'rtl'],
    ['iw', 'rtl'],
    ['yi', 'rtl'],
    ['dv', 'rtl'],
    ['ckb', 'rtl'],
    ['syr', 'rtl'],
    ['ku', 'ltr'],
    ['ku-Arab', 'rtl'],
    ['uz-Arab', 'rtl'],
    ['pa-Arab-PK', 'rtl'],
    ['ur-Aran', 'rtl'],
    ['ar-Latn', 'ltr'],
    ['ar-EG-u-nu-latn', 'rtl'],
  ])('of %s is %s', (locale, dir) => {
    expect(createLanguage({ locale }).dir).toBe(dir);
  });

  test('is the host’s to set', () => {
    expect(createLanguage({ locale: 'ar', dir: 'ltr' }).dir).toBe('ltr');
    expect(createLanguage({ dir: 'rtl' }).dir).toBe('rtl');
  });

  test('is that of the catalogue where no locale is given', () => {
    const arabic = createLanguage({ messages: { locale: 'ar' } });
    expect([arabic.locale, arabic.dir]).toEqual(['ar', 'rtl']);
  });

  test('of a name that runs the other way does not turn the sentence around it', () => {
    expect(language.say('{name} left', { name: 'نور' })).toBe(`${FSI}نور${PDI} left`);
    expect(language.say('{name} left', { name: 'שרה' })).toBe(`${FSI}שרה${PDI} left`);
    expect(language.say('{name} left', { name: 'Ann' })).toBe('Ann left');
    const hebrew = createLanguage({ locale: 'he' });
    expect(hebrew.say('{name}', { name: 'Ann' })).toBe(`${FSI}Ann${PDI}`);
    expect(hebrew.say('{name}', { name: 'שרה' })).toBe('שרה');
    // A bracket would be mirrored.
    expect(hebrew.say('”{character}”', { character: '<' })).toBe(`”${FSI}<${PDI}”`);
    expect(language.say('“{character}”', { character: '<' })).toBe('“<”');
    expect(language.list(['Ann', 'נעה'])).toBe(`Ann and ${FSI}נעה${PDI}`);
  });
});

describe('dates', () => {
  test('are days in the manner of the locale', () => {
    expect(language.day('2026-03-15T10:30:00Z')).toBe('Mar 15, 2026');
    expect(createLanguage({ locale: 'de' }).day('2026-03-15T10:30:00Z')).toBe('15.03.2026');
  });

  test.each([null, '', 'soon', '2026-13-45', 'null'])('that are none (%j) are not guessed', (iso) => {
    expect(language.day(iso)).toBeNull();
    expect(language.fromNow(iso)).toBeNull();
  });

  test('to come are told as a distance', () => {
    vi.useFakeTimers({ now: new Date('2026-03-15T10:00:00Z') });
    expect(language.fromNow('2026-03-18T10:00:00Z')).toBe('in 3 days');
    expect(language.fromNow('2026-03-16T10:00:00Z')).toBe('tomorrow');
    expect(language.fromNow('2026-03-05T10:00:00Z')).toBe('10 days ago');
    expect(createLanguage({ locale: 'de' }).fromNow('2026-03-18T10:00:00Z')).toBe('in 3 Tagen');
  });
});

describe('words of the host', () => {
  test('replace what they name and leave the rest, at any depth', () => {
    const { messages } = wholeLanguage(
      createLanguage({ messages: { panel: { title: 'Team' }, invite: { status: { invited: 'fresh' } } } }),
    );
    expect(messages.panel).toEqual({ ...en.panel, title: 'Team' });
    expect(messages.invite).toEqual({ ...en.invite, status: { ...en.invite.status, invited: 'fresh' } });
    expect(messages.members).toEqual(en.members);
    expect(en.panel.title).toBe('Users');
  });

  test('replace a plural whole, for another language has other forms', () => {
    const { messages, say } = createLanguage({ messages: { members: { found: { other: '{count}人' } } } });
    expect(messages.members.found).toEqual({ other: '{count}人' });
    expect(say(messages.members.found, { count: 1 })).toBe('1人');
  });
});

test.each(['de_DE', 'not a locale', '', '-'])(
  'a locale that is no BCP 47 tag (%j) is refused with the remedy',
  (locale) => {
    expect(() => createLanguage({ locale })).toThrow(
      expect.objectContaining({ code: 'invalid_input', message: expect.stringContaining('BCP 47') as unknown }),
    );
  },
);

describe('roles', () => {
  test.each([
    ['org:admin', 'Admin'],
    ['org:member', 'Member'],
    ['admin', 'Admin'],
    ['basic_member', 'Member'],
    ['org:billing', 'org:billing'],
    ['constructor', 'constructor'],
  ])('%s is called %s', (role, label) => {
    expect(language.roleLabel(role)).toBe(label);
  });

  test('are called what the host calls them, else the catalogue', () => {
    const own = createLanguage({
      roles: [
        { role: 'org:admin', label: 'Owner' },
        { role: 'org:member', description: 'May look.' },
        { role: 'org:billing', label: 'Billing', description: 'Pays.' },
      ],
    });
    expect(['org:admin', 'org:member', 'org:billing', 'org:other'].map(own.roleLabel)).toEqual([
      'Owner',
      'Member',
      'Billing',
      'org:other',
    ]);
    expect(['org:admin', 'org:member', 'org:billing', 'org:other'].map(own.roleDescription)).toEqual([
      en.roles.admin.description,
      'May look.',
      'Pays.',
      undefined,
    ]);
  });
});

describe('a failure is told', () => {
  const { uncertain: _uncertain, limit_reached_at: _at, rate_limited_for: _for, ...sentences } = en.errors;
  const codes = Object.keys(sentences) as UsersErrorCode[];

  test.each(codes)('%s: in the sentence of the catalogue, never in the words of the back end', (code) => {
    expect(language.explain(new UsersError(code, 'internal: sk_live_1'))).toBe(sentences[code]);
  });

  test.each([
    [1, 'There were too many requests. Try again in 1 second.'],
    [0.2, 'There were too many requests. Try again in 1 second.'],
    [12, 'There were too many requests. Try again in 12 seconds.'],
    [0, en.errors.rate_limited],
  ])('rate_limited: with the time to wait (%s s)', (retryAfter, expected) => {
    expect(language.explain(new UsersError('rate_limited', '', { retryAfter }))).toBe(expected);
  });

  test.each([0, 5, 1000])('limit_reached: with the limit (%s)', (limit) => {
    expect(language.explain(new UsersError('limit_reached', '', { limit }))).toContain(
      `The limit of ${limit.toLocaleString('en')} members is reached.`,
    );
  });

  test.each(codes)('%s: with the request id when nobody foresaw it', (code) => {
    const told = language.explain(new UsersError(code, '', { requestId: 'req_42' }));
    const unforeseen = ['network', 'timeout', 'server_error', 'invalid_response', 'unexpected_page'].includes(code);
    expect(told).toBe(unforeseen ? `${sentences[code]} Request id: req_42` : sentences[code]);
  });
});

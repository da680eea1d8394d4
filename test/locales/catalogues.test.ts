import { readdirSync } from 'node:fs';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createLanguage, type Messages } from '../../src/context/language.js';
import { wholeLanguage } from '../../src/context/wholeLanguage.js';
import { en } from '../../src/locales/en.js';
import { KNOWN_ROLES } from '../../src/model/role.js';
import { readRoleWord, roleWords } from '../../src/model/roleWords.js';
import { catalogueFaults, MANNERS } from './catalogueFaults.js';
import { catalogues } from '../../stories/catalogues.js';

const names = Object.keys(catalogues);
const files = readdirSync(new URL('../../src/locales/', import.meta.url))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replace(/\.ts$/, ''));
const languageOf = (name: string) => wholeLanguage(createLanguage({ messages: catalogues[name] }));

test('every file in src/locales is a language that is checked here', () => {
  expect(files.toSorted()).toEqual(names.toSorted());
  expect(Object.keys(MANNERS).toSorted()).toEqual(names.toSorted());
});

test.each(names)('%s says everything, rightly spelt, with the values and plurals it needs', (name) => {
  expect(catalogueFaults(name, catalogues[name] as Messages, en)).toEqual([]);
});

describe('a mistake is noticed:', () => {
  const good = catalogues['pl'] as Messages;
  const faultsOf = (change: (catalogue: Messages) => void, name = 'pl') => {
    const catalogue = structuredClone(catalogues[name] as Messages);
    change(catalogue);
    return catalogueFaults(name, catalogue, en);
  };

  test.each<[mistake: string, fault: string, change: (catalogue: Messages) => void, language?: string]>([
    ['a text left out', 'panel.title: is missing', ({ panel }) => Reflect.deleteProperty(panel, 'title')],
    ['a group left out', 'remove: is missing', (all) => Reflect.deleteProperty(all, 'remove')],
    ['a text too many', 'panel.old: is not in English', ({ panel }) => Object.assign(panel, { old: 'Stare' })],
    [
      'a value left out',
      'remove.action: has {} instead of {name}',
      ({ remove }) => Object.assign(remove, { action: 'Usuń' }),
    ],
    [
      'a value misspelt',
      'remove.action: has {nam} instead of {name}',
      ({ remove }) => Object.assign(remove, { action: 'Usuń: {nam}' }),
    ],
    [
      'a value too many',
      'panel.close: has {name} instead of {}',
      ({ panel }) => Object.assign(panel, { close: 'Zamknij: {name}' }),
    ],
    [
      'a brace left open',
      'panel.close: has a brace that belongs to no placeholder',
      ({ panel }) => Object.assign(panel, { close: 'Zamknij {' }),
    ],
    [
      'a form without its count where it stands for many',
      'members.found.few: has {} instead of {count}',
      ({ members }) => Object.assign(members.found, { few: 'Znaleziono kilku' }),
    ],
    [
      'a form left out',
      'members.found: has no form "few"',
      ({ members }) => Reflect.deleteProperty(members.found, 'few'),
    ],
    [
      'a form that the language does not have',
      'members.found: has a form "two" that is never chosen',
      ({ members }) => Object.assign(members.found, { two: 'Znaleziono {count} członków' }),
    ],
    [
      'a text in place of a plural',
      'members.found: is no plural',
      ({ members }) => Object.assign(members, { found: 'Znaleziono {count}' }),
    ],
    [
      'a text not translated',
      'panel.close: is still English',
      ({ panel }) => Object.assign(panel, { close: en.panel.close }),
    ],
    [
      'a plural not translated',
      'members.found: is still English',
      ({ members }) => Object.assign(members.found, { many: en.members.found.other }),
    ],
    [
      'a text translated that was let be',
      'members.person: need not be allowed to be English',
      ({ members }) => Object.assign(members, { person: 'Mensch' }),
      'de',
    ],
    ['an empty text', 'panel.close: is empty', ({ panel }) => Object.assign(panel, { close: '' })],
    [
      'a space at the end',
      'panel.close: has space at an end, or twice',
      ({ panel }) => Object.assign(panel, { close: 'Zamknij ' }),
    ],
    [
      'a space twice',
      'panel.close: has space at an end, or twice',
      ({ panel }) => Object.assign(panel, { close: 'Zamknij  to' }),
    ],
    [
      'three dots',
      'remove.busy: has three dots instead of an ellipsis',
      ({ remove }) => Object.assign(remove, { busy: 'Usuwanie...' }),
    ],
    [
      'straight quotation marks',
      'members.noMatch: has the wrong quotation marks',
      ({ members }) => Object.assign(members, { noMatch: 'Brak wyników dla "{query}"' }),
    ],
    [
      'English quotation marks',
      'members.noMatch: has the wrong quotation marks',
      ({ members }) => Object.assign(members, { noMatch: 'Brak wyników dla “{query}”' }),
    ],
    [
      'a quotation left open',
      'members.noMatch: has the wrong quotation marks',
      ({ members }) => Object.assign(members, { noMatch: 'Brak wyników dla „{query}' }),
    ],
    [
      'a typewriter’s apostrophe',
      'roles.member.description: has the wrong quotation marks',
      ({ roles }) => Object.assign(roles.member, { description: "Peut utiliser l'application." }),
      'fr',
    ],
    [
      'a breaking space before a French question mark',
      'remove.title: has punctuation of another language',
      ({ remove }) => Object.assign(remove, { title: 'Retirer {name} ?' }),
      'fr',
    ],
    [
      'a Spanish question that does not open',
      'remove.title: has punctuation of another language',
      ({ remove }) => Object.assign(remove, { title: 'Quitar a {name}?' }),
      'es',
    ],
    [
      'a Latin question mark in Arabic',
      'remove.title: has punctuation of another language',
      ({ remove }) => Object.assign(remove, { title: 'إزالة {name} الآن?' }),
      'ar',
    ],
    [
      'a direction mark',
      'panel.close: has control or direction characters',
      ({ panel }) => Object.assign(panel, { close: 'إغلاق\u200f' }),
      'ar',
    ],
    [
      'an accent beside its letter',
      'panel.close: has letters taken apart from their accents',
      ({ panel }) => Object.assign(panel, { close: 'Zamkno\u0301j' }),
    ],
    [
      'a control that is called something else than what is written on it',
      'invite.sendAgainTo: does not hold invite.sendAgain',
      ({ invite }) => Object.assign(invite, { sendAgainTo: 'Wyślij raz jeszcze: {email}' }),
    ],
    ['the locale of another language', 'locale: is not "pl"', (all) => Object.assign(all, { locale: 'cs' })],
  ])('%s', (_mistake, fault, change, language) => {
    expect(faultsOf(change, language)).toEqual([fault]);
  });

  test('and what is right is let be', () => {
    expect(catalogueFaults('pl', good, en)).toEqual([]);
    // Two is said in a word where a form stands for two and nothing else.
    expect(faultsOf(({ members }) => Object.assign(members.found, { two: 'נמצאו {count} חברים' }), 'he')).toEqual([]);
  });

  test('a language that nobody has described', () => {
    expect(catalogueFaults('xx', en, en)).toEqual(['xx: no manner is known of this language']);
  });
});

describe('a language brings its formats along:', () => {
  const then = new Date('2026-06-15T12:00:00Z');
  afterEach(() => void vi.useRealTimers());

  test.each(names)('%s, in its direction', (name) => {
    const { locale, dir } = languageOf(name);
    expect([locale, dir]).toEqual([name, name === 'ar' || name === 'he' ? 'rtl' : 'ltr']);
  });

  test.each(names)('%s, with dates, distances and lists by Intl', (name) => {
    vi.useFakeTimers({ now: then });
    const language = languageOf(name);
    expect(language.day(then.toISOString())).toBe(new Intl.DateTimeFormat(name, { dateStyle: 'medium' }).format(then));
    const distance = new Intl.RelativeTimeFormat(name, { numeric: 'auto' });
    const inDays = (days: number) => language.fromNow(new Date(Date.now() + days * 86_400_000).toISOString());
    expect([inDays(-12), inDays(0), inDays(12)]).toEqual([-12, 0, 12].map((days) => distance.format(days, 'day')));
    expect(language.list(['1', '2', '3'])).toBe(new Intl.ListFormat(name).format(['1', '2', '3']));
  });

  test.each(names)('%s, with the numbers of its sentences by Intl', (name) => {
    const { say, messages } = languageOf(name);
    const number = (value: number) => new Intl.NumberFormat(name).format(value);
    for (const count of [3, 100, 12_345]) expect(say(messages.invite.count, { count })).toContain(number(count));
    const range = say(messages.panel.range, { from: 10_001, to: 10_010, total: 123_456 });
    for (const value of [10_001, 10_010, 123_456]) expect(range).toContain(number(value));
  });

  test('the digits are those of the reader’s country', () => {
    const egyptian = wholeLanguage(createLanguage({ messages: catalogues['ar'], locale: 'ar-EG' }));
    expect(egyptian.say(egyptian.messages.invite.count, { count: 25 })).toBe('٢٥ عنوانًا');
    expect(egyptian.day('2026-03-15')).toMatch(/٢٠٢٦/);
  });
});

describe('counts are told as a native would:', () => {
  test.each<[language: string, ...told: string[]]>([
    ['de', '0 Adressen', '1 Adresse', '2 Adressen', '5 Adressen', '22 Adressen'],
    ['fr', '0 adresse', '1 adresse', '2 adresses', '5 adresses', '22 adresses'],
    ['pl', '0 adresów', '1 adres', '2 adresy', '5 adresów', '22 adresy'],
    ['ar', 'لا عناوين', 'عنوان واحد', 'عنوانان', '5 عناوين', '22 عنوانًا'],
    ['he', '0 כתובות', 'כתובת אחת', 'שתי כתובות', '5 כתובות', '22 כתובות'],
    ['ja', '0 件のアドレス', '1 件のアドレス', '2 件のアドレス', '5 件のアドレス', '22 件のアドレス'],
  ])('0, 1, 2, 5 and 22 in %s', (name, ...told) => {
    const { say, messages } = languageOf(name);
    expect([0, 1, 2, 5, 22].map((count) => say(messages.invite.count, { count }))).toEqual(told);
  });

  test('a million in French', () => {
    const { say, messages } = languageOf('fr');
    expect(say(messages.invite.count, { count: 1_000_000 })).toMatch(/^1\s000\s000 d’adresses$/u);
  });
});

test.each(names)('in %s a list of addresses may name a role as the hint does, and by its label', (name) => {
  const { roleLabel, messages } = languageOf(name);
  const words = roleWords(KNOWN_ROLES, roleLabel);
  const [, example = ''] = /ada@example\.com, (\p{L}+)/u.exec(messages.invite.hint) ?? [];
  expect(readRoleWord(example, words)).toBe('org:admin');
  for (const { role } of KNOWN_ROLES) expect(readRoleWord(roleLabel(role), words)).toBe(role);
});

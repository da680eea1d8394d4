import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { foldText } from '../../src/model/foldText.js';
import { filterMembers, prepareSearch } from '../../src/query/filterMembers.js';
import { aMember } from './rows.js';

const zoe = aMember('zoe', { name: 'Zoë Müller', email: 'zm@example.org', role: 'org:admin' });
const jose = aMember('jose', { name: 'José Ángel Núñez', email: null });
const nameless = aMember('nameless', { name: null, email: 'Info@Example.com' });
const nobody = aMember('nobody', { name: null, email: null, role: 'org:billing' });
const turk = aMember('turk', { name: 'İpek Yılmaz', email: 'ipek@example.net' });
const isik = aMember('isik', { name: 'Işık Şahin', email: null });
const lukasz = aMember('lukasz', { name: 'Łukasz Strauß', email: null });
const nori = aMember('nori', { name: '田中 のり', email: 'nori@example.jp' });
const soren = aMember('soren', { name: 'Søren Kjær-Þórðarson', email: null });
const obrien = aMember('obrien', { name: "Pat O'Brien", email: 'pat@example.ie' });
const dashed = aMember('dashed', { name: '“Kim” Smith–Jones', email: null });
const georgios = aMember('georgios', { name: 'Γιώργος', email: null });
const hidden = aMember('hidden', { name: 'Ma\u00adria\u200b Ħal', email: null });
const latin = [zoe, jose, nameless, nobody, turk, isik, lukasz, nori];
const everyone = latin.concat([soren, obrien, dashed, georgios, hidden]);

const found = (query: string, role: string | null = null) =>
  filterMembers(everyone, query, role).map(({ userId }) => userId);

describe('a search', () => {
  test.each([
    ['zoe', ['zoe']],
    ['ZOË', ['zoe']],
    ['muller zoe', ['zoe']],
    ['  zoe   muller ', ['zoe']],
    ['zoe jose', []],
    ['nunez', ['jose']],
    ['Ángel', ['jose']],
    ['info@', ['nameless']],
    ['example.com', ['nameless']],
    ['example', ['zoe', 'nameless', 'turk', 'nori', 'obrien']],
    ['ipek', ['turk']],
    ['YILMAZ', ['turk']],
    ['yılmaz', ['turk']],
    ['isik', ['isik']],
    ['ışık', ['isik']],
    ['IŞIK', ['isik']],
    ['Işik', ['isik']],
    ['lukasz strauss', ['lukasz']],
    ['STRAUSS', ['lukasz']],
    ['田中', ['nori']],
    ['soren', ['soren']],
    ['SØREN KJÆR', ['soren']],
    ['kjaer thordarson', ['soren']],
    ['o’brien', ['obrien']],
    ['O\u02bcBRIEN', ['obrien']],
    ["o'brien", ['obrien']],
    ['smith-jones', ['dashed']],
    ['Smith—Jones', ['dashed']],
    ['„Kim“', ['dashed']],
    ['kim', ['dashed']],
    ['ΓΙΏΡΓΟΣ', ['georgios']],
    ['maria', ['hidden']],
    ['\u202ama\u200bria\u202c', ['hidden']],
    ['hal', ['hidden']],
    ['O’Brien, Pat', ['obrien']],
    ['Brien,Pat', ['obrien']],
    ['Müller, Zoë;', ['zoe']],
    ["Pat O'Brien <pat@example.ie>", ['obrien']],
    ['"O\'Brien, Pat" <mailto:pat@example.ie>', ['obrien']],
    ["'pat@example.ie'", ['obrien']],
    ['Pat (pat@example.ie)', ['obrien']],
    ['pat@example.ie, zm@example.org', []],
    ['null', []],
    ['undefined', []],
    ['.*', []],
    ['(', []],
  ])('for %j finds %j', (query, expected) => {
    expect(found(query)).toEqual(expected);
  });

  test.each(['', '   ', '\t', ' , ', '\u200b'])('for nothing (%j) is the very same list', (query) => {
    expect(filterMembers(everyone, query, null)).toBe(everyone);
  });

  test('and a role must both fit', () => {
    expect(found('', 'org:admin')).toEqual(['zoe']);
    expect(found('example', 'org:member')).toEqual(['nameless', 'turk', 'nori', 'obrien']);
    expect(found('zoe', 'org:member')).toEqual([]);
    expect(found('', 'org:billing')).toEqual(['nobody']);
  });
});

test('whatever is searched for, rows stay in order, none is made up, and more words find fewer', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.string({ maxLength: 6 }), (query, more) => {
      const rows = filterMembers(everyone, query, null);
      expect(rows).toEqual(everyone.filter((member) => rows.includes(member)));
      const fewer = filterMembers(everyone, `${query} ${more}`, null);
      expect(fewer.every((member) => rows.includes(member))).toBe(true);
    }),
  );
});

test('everybody is found by their own name and by any part of it', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
      fc.nat(),
      fc.nat(),
      (name, from, length) => {
        const member = aMember('x', { name });
        const letters = Array.from(foldText(name));
        const start = from % letters.length;
        const part = letters.slice(start, start + 1 + (length % letters.length)).join('');
        expect(filterMembers([member], name, null)).toEqual([member]);
        expect(filterMembers([member], part, null)).toEqual([member]);
      },
    ),
  );
});

test('once it has been prepared, the first letter folds nothing but itself', () => {
  vi.useFakeTimers();
  const members = Array.from({ length: 50 }, (_, index) => aMember(`é${index}`, { name: `Zoé ${index}` }));
  prepareSearch(members);
  vi.runAllTimers();
  const folding = vi.spyOn(String.prototype, 'normalize');
  expect(filterMembers(members, 'é', null)).toHaveLength(50);
  expect(folding).toHaveBeenCalledTimes(1);
  folding.mockRestore();
  vi.useRealTimers();
});

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
const everyone = [zoe, jose, nameless, nobody, turk, isik, lukasz, nori];

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
    ['example', ['zoe', 'nameless', 'turk', 'nori']],
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
    ['null', []],
    ['undefined', []],
    ['.*', []],
    ['(', []],
  ])('for %j finds %j', (query, expected) => {
    expect(found(query)).toEqual(expected);
  });

  test.each(['', '   ', '\t'])('for nothing (%j) is the very same list', (query) => {
    expect(filterMembers(everyone, query, null)).toBe(everyone);
  });

  test('and a role must both fit', () => {
    expect(found('', 'org:admin')).toEqual(['zoe']);
    expect(found('example', 'org:member')).toEqual(['nameless', 'turk', 'nori']);
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

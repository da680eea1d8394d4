import { describe, expect, it } from 'vitest';
import { matchesQuery } from '../../src/memory/matchesQuery.js';

describe('matchesQuery', () => {
  it.each([
    ['', 'Ada', true],
    ['  ', 'Ada', true],
    ['ADA', 'Ada Lovelace', true],
    ['lace ada', 'Ada Lovelace', true],
    ['ada grace', 'Ada Lovelace', false],
    ['zoe', 'Zoë', true],
    ['Zoë', 'Zoe', true],
    ['lukasz', 'Łukasz', true],
    ['strasse', 'Straße', true],
    ['istanbul', 'İstanbul', true],
    ['isil', 'Işıl', true],
    ['nguyen', 'Nguyễn', true],
    ['美咲', '田中 美咲', true],
    ['김', '김민준', true],
    ['ａｄａ', 'Ada', true],
    ['soren', 'Søren', true],
    ['thordur', 'Þórður', true],
    ['Lovelace, Ada', 'Ada Lovelace', true],
    ['o’brien', "Pat O'Brien", true],
    ['юлія', 'Юлія Коваль', true],
  ])('"%s" in "%s": %s', (query, text, expected) => {
    expect(matchesQuery(query, [text, null])).toBe(expected);
  });

  it('looks for each word in any of the texts, never across two', () => {
    expect(matchesQuery('ada example', ['Ada', 'x@example.com'])).toBe(true);
    expect(matchesQuery('adax', ['Ada', 'x@example.com'])).toBe(false);
    expect(matchesQuery('ada', [null, null])).toBe(false);
  });
});

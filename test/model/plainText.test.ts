import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { plainText } from '../../src/model/plainText.js';

test.each([
  ['Ada Lovelace', 'Ada Lovelace'],
  ['  Ada \t\n Lovelace  ', 'Ada Lovelace'],
  ['Ada\u0000\u0007Lovelace', 'Ada Lovelace'],
  ['Ada\u202eecalevoL', 'Ada ecalevoL'],
  ['\u2066Ada\u2069', 'Ada'],
  ['\u200fAda\u200e', 'Ada'],
  ['\ufeffAda', 'Ada'],
  ['a\u2028b\u2029c', 'a b c'],
  ['\u061cعدا', 'عدا'],
  ['می‌خواهم', 'می‌خواهم'],
  ['👩‍🚀', '👩‍🚀'],
  ['<b>Ada</b>', '<b>Ada</b>'],
  ['\u0000\u202e', ''],
  ['葛\u{e0100}城', '葛\u{e0100}城'],
  ['❤\ufe0f', '❤\ufe0f'],
  ['So\u00adphie\u200b Mar\u2060tin', 'Sophie Martin'],
  ['Ada\u{e0041}\u{e0044}', 'Ada'],
  // What shows nothing is nothing, whatever Unicode calls it.
  ['\u3164', ''],
  ['\uffa0\u115f\u1160', ''],
  ['\u034f', ''],
  ['\ufe0f', ''],
  ['\u200d\u200c', ''],
  ['\u{e0100}', ''],
  ['\u{e0041}\u{e007f}', ''],
  ['\u2800 \u2800', ''],
  ['\u180e\u17b4', ''],
  ['', ''],
  [null, ''],
  [undefined, ''],
])('%j reads %j', (text, expected) => {
  expect(plainText(text)).toBe(expected);
});

test('any text ends on one line, without controls, not long, and stays as it is the second time', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary', maxLength: 2000 })), (text) => {
      const plain = plainText(text);
      expect(plain).not.toMatch(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff]/u);
      expect(plain).toBe(plain.trim());
      expect(plain.length).toBeLessThanOrEqual(256);
      expect(plainText(plain)).toBe(plain);
    }),
  );
});

test('text that is not empty has something to see in it', () => {
  const hidden = fc.constantFrom(
    ' ',
    '\u3164',
    '\u034f',
    '\ufe0f',
    '\u{e0061}',
    '\u00ad',
    '\u200b',
    '\u2800',
    '\u0007',
  );
  fc.assert(
    fc.property(fc.array(hidden), fc.constantFrom('', 'a'), (parts, seen) => {
      expect(
        plainText([...parts, seen, ...parts].join(''))
          .replaceAll('\ufe0f', '')
          .trim(),
      ).toBe(seen);
    }),
  );
});

describe('text of any length', () => {
  test('is cut, and says so', () => {
    expect(plainText('a'.repeat(1_000_000))).toBe(`${'a'.repeat(255)}…`);
    expect(plainText('a'.repeat(256))).toHaveLength(256);
  });

  test('is not cut in the middle of a character', () => {
    expect(plainText('😀'.repeat(300))).toBe(`${'😀'.repeat(127)}…`);
    expect(plainText(`a${'😀'.repeat(300)}`)).toBe(`a${'😀'.repeat(127)}…`);
  });
});

import { expect, test } from 'vitest';
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
  ['', ''],
  [null, ''],
  [undefined, ''],
])('%j reads %j', (text, expected) => {
  expect(plainText(text)).toBe(expected);
});

test('any text ends on one line, without controls, and stays as it is the second time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const plain = plainText(text);
      expect(plain).not.toMatch(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff]/u);
      expect(plain).toBe(plain.trim());
      expect(plainText(plain)).toBe(plain);
    }),
  );
});

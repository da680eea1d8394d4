import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { emailKey } from '../../src/model/emailKey.js';
import { findRefused, isEmail, readEmail } from '../../src/model/emails.js';

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
    ['josé@example.com'.normalize('NFD'), 'josé@example.com'.normalize('NFC'), true],
    ['JOSÉ@example.com', 'josé@example.com'.normalize('NFD'), true],
    ['ada@münchen.example', 'ada@xn--mnchen-3ya.example', true],
    ['ada@MÜNCHEN.example'.normalize('NFD'), 'ADA@XN--MNCHEN-3YA.example', true],
    ['почта@пример.рф', 'почта@xn--e1afmkfd.xn--p1ai', true],
    ['用户@例子。中国', '用户@xn--fsqu00a.xn--fiqs8s', true],
    ['\u202aada@example.com\u202c', 'ada@example.com', true],
    ['ada@exam\u200bple.com', 'ada@example.com', true],
    ['ada@straße.de', 'ada@strasse.de', false],
    ['ａ@example.com', 'b@example.com', false],
    ['é@example.com', 'e@example.com', false],
  ])('"%s" and "%s" are the same: %s', (a, b, same) => {
    expect(emailKey(a) === emailKey(b)).toBe(same);
  });
});

test('whatever it is given, the key of a key is the key, and no text throws', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.emailAddress(), fc.webUrl()), (text) => {
      const key = emailKey(text);
      expect(emailKey(key)).toBe(key);
      expect(emailKey(` ${text.toUpperCase().toLowerCase()}`)).toBe(emailKey(text.toUpperCase().toLowerCase()));
    }),
  );
});

describe('the address that a word is', () => {
  test.each<[string, string | null]>([
    ['<ada@example.com>', 'ada@example.com'],
    ['ada@example.com.', 'ada@example.com'],
    ['ada@example.com?subject=x', 'ada@example.com'],
    ['https://ada@example.com/', 'ada@example.com'],
    ['\ufb01lip@example.com', 'filip@example.com'],
    ["o'hara@example.ie", "o'hara@example.ie"],
    ['½@example.com', '½@example.com'],
    ['ada', null],
    ['@', null],
    ['@ada@example.com', null],
    [`${'a'.repeat(400)}@example.com`, null],
  ])('%s: %s', (text, email) => {
    expect(readEmail(text)).toBe(email);
  });
});

describe('the character for which a text is no address', () => {
  test.each<[string, string | undefined]>([
    ['ad→a@example.com', '→'],
    ['ada@exam_ple.com', '_'],
    ['ada@exam…ple.com', '…'],
    ['Ada ad\\a@example.com', '\\'],
    ['ada@example', undefined],
    ['ada', undefined],
    [`${'a'.repeat(500)}…@x`, undefined],
  ])('%s: %s', (text, character) => {
    expect(findRefused(text)).toBe(character);
  });
});

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { strike } from '../../src/model/strike.js';

const SECRET = 'mxp/Top"Secret+1234';

/** A text as JSON may spell it: each letter as it is or escaped. */
const spelt = (text: string, escapes: readonly boolean[]) =>
  Array.from(text)
    .map((letter, index) => {
      const code = `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
      if (letter === '"') return escapes[index] ? code : '\\"';
      if (letter === '/') return escapes[index] ? '\\/' : '/';
      return escapes[index] ? code : letter;
    })
    .join('');

test('a secret is struck out of JSON however its letters are escaped', () => {
  const anyEscapes = fc.array(fc.boolean(), { minLength: SECRET.length, maxLength: SECRET.length });
  fc.assert(
    fc.property(anyEscapes, (escapes) => {
      const text = `{"users":[],"a":{"debug":"is ${spelt(SECRET, escapes)}."}}`;
      expect((JSON.parse(text) as { a: { debug: string } }).a.debug).toContain(SECRET);
      expect(JSON.parse(strike(SECRET, text))).toEqual({ users: [], a: { debug: 'is [redacted].' } });
    }),
  );
});

test('a secret is struck out of what is no JSON, and one that a test made up is left', () => {
  expect(strike(SECRET, `<p>${SECRET}\\</p>`)).toBe('<p>[redacted]\\</p>');
  expect(strike('key', 'monkey')).toBe('monkey');
});

test('JSON that is nested too deeply to be spelt anew is none', () => {
  const deep = `${'['.repeat(100_000)}"\\u006d"${']'.repeat(100_000)}`;
  expect(['', deep]).toContain(strike(SECRET, deep));
});

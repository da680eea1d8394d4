import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emailKey } from '../../src/model/emailKey.js';
import { judgeEntries, knownAddresses } from '../../src/model/judgeEntries.js';
import { parseEmails, splitTyped } from '../../src/model/parseEmails.js';
import { aMember, anInvitation } from '../query/rows.js';

const known = knownAddresses(
  [
    aMember('ann', { email: 'Ann@Example.com', role: 'org:admin' }),
    aMember('bob', { email: 'bob@example.com' }),
    aMember('nobody', { email: null }),
  ],
  [anInvitation('one', { email: 'cid@example.com' }), anInvitation('two', { email: 'bob@example.com' })],
);

const judge = (text: string) => judgeEntries(parseEmails(text), known).map(({ standing }) => standing);

describe('an address is', () => {
  test.each([
    ['dora@example.com', { status: 'new' }],
    ['ann@example.com', { status: 'member', role: 'org:admin' }],
    ['ANN@EXAMPLE.COM', { status: 'member', role: 'org:admin' }],
    ['Ann Other <ann@example.com>', { status: 'member', role: 'org:admin' }],
    ['cid@example.com', { status: 'invited' }],
    // In already, whatever was sent once.
    ['bob@example.com', { status: 'member', role: 'org:member' }],
    ['bob+test@example.com', { status: 'new' }],
    ['bob', { status: 'invalid' }],
    ['bob@', { status: 'invalid' }],
  ])('%s: %j', (text, standing) => {
    expect(judge(text)).toEqual([standing]);
  });

  test('repeated after the first time, in any spelling', () => {
    expect(judge('dora@example.com, DORA@example.com, Dora <dora@example.com>').map(({ status }) => status)).toEqual([
      'new',
      'repeated',
      'repeated',
    ]);
    expect(judge('ann@example.com, ann@example.com').map(({ status }) => status)).toEqual(['member', 'repeated']);
  });

  test('invalid as often as it is typed: what is no address cannot be repeated', () => {
    expect(judge('bob, bob').map(({ status }) => status)).toEqual(['invalid', 'invalid']);
  });

  test('new where nothing is known: the server decides', () => {
    const standings = judgeEntries(parseEmails('ann@example.com'), knownAddresses([], []));
    expect(standings.map(({ standing }) => standing)).toEqual([{ status: 'new' }]);
  });
});

test('each entry is judged once, in order, and what is sent holds no address twice and nobody who is in', () => {
  const piece = fc.constantFrom(
    'ann@example.com',
    'DORA@example.com',
    'dora@example.com',
    'cid@example.com',
    'x',
    'e@f.gg',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const entries = parseEmails(pieces.join('\n'));
      const judged = judgeEntries(entries, known);
      expect(judged.map(({ entry }) => entry)).toEqual(entries);
      const sent = judged
        .filter(({ standing }) => standing.status === 'new')
        .map(({ entry }) => emailKey(entry.email ?? ''));
      expect(new Set(sent).size).toBe(sent.length);
      expect(sent.some((key) => known.members.has(key) || known.invitations.has(key))).toBe(false);
    }),
  );
});

describe('what is being typed', () => {
  const split = (text: string) => {
    const { finished, rest } = splitTyped(text);
    return [finished.map((entry) => entry.text), rest];
  };

  test.each([
    ['ann@example.com', [], 'ann@example.com'],
    ['ann@example.com,', ['ann@example.com'], ''],
    ['ann@example.com;', ['ann@example.com'], ''],
    ['ann@example.com，', ['ann@example.com'], ''],
    ['ann@example.com, bob', ['ann@example.com'], 'bob'],
    ['a@b.cc, d@e.ff, g', ['a@b.cc', 'd@e.ff'], 'g'],
    // A space ends an address, and only an address: a name has spaces.
    ['ann@example.com ', ['ann@example.com'], ''],
    ['Ann ', [], 'Ann '],
    ['Ann Other <ann@example.com> ', ['Ann Other <ann@example.com>'], ''],
    ['Ann Other <ann@example.com', [], 'Ann Other <ann@example.com'],
    ['oops,', ['oops'], ''],
    [',', [], ''],
    [' ', [], ' '],
    ['', [], ''],
    // Inside a quotation a comma belongs to the name.
    ['"Other, ', [], '"Other, '],
    ['"Other, Ann" <ann@example.com>,', ['"Other, Ann" <ann@example.com>'], ''],
  ])('%j: finished %j, still typing %j', (text, finished, rest) => {
    expect(split(text)).toEqual([finished, rest]);
  });

  test('is never lost: every letter is in what is finished or in the rest', () => {
    // Quotes and brackets around what is typed are no part of it.
    const letters = (text: string) => text.replace(/[^\p{L}\p{N}@.]/gu, '');
    const typed = fc
      .array(fc.constantFrom('ann', '@', 'example.com', ' ', ',', ';', '<', '>', '"', '\t', '、', 'Ä', '.'), {
        maxLength: 14,
      })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(typed, (text) => {
        const { finished, rest } = splitTyped(text);
        expect(letters(finished.map((entry) => entry.text).join('') + rest)).toBe(letters(text));
      }),
      { numRuns: 500 },
    );
  });
});

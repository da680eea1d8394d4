import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isEmail } from '../../src/model/emails.js';
import { domainsInUse, editDistance, suggestEmail } from '../../src/model/suggestEmail.js';

describe('a slip in a well-known domain is seen through', () => {
  test.each([
    ['ada@gmial.com', 'ada@gmail.com'],
    ['ada@gmail.con', 'ada@gmail.com'],
    ['ada@gmail.cm', 'ada@gmail.com'],
    ['ada@gmail.co', 'ada@gmail.com'],
    ['ada@gmai.com', 'ada@gmail.com'],
    ['ada@gmaill.com', 'ada@gmail.com'],
    ['ada@gnail.com', 'ada@gmail.com'],
    ['ada@gmial.con', 'ada@gmail.com'],
    ['ada@hotmial.com', 'ada@hotmail.com'],
    ['ada@hotmal.com', 'ada@hotmail.com'],
    ['ada@htomial.com', 'ada@hotmail.com'],
    ['ada@yaho.com', 'ada@yahoo.com'],
    ['ada@yahooo.com', 'ada@yahoo.com'],
    ['ada@yaho.co.uk', 'ada@yahoo.co.uk'],
    ['ada@outlok.com', 'ada@outlook.com'],
    ['ada@outllok.com', 'ada@outlook.com'],
    ['ada@iclod.com', 'ada@icloud.com'],
    ['ada@protonmial.com', 'ada@protonmail.com'],
    ['Ada.Lovelace+app@GMIAL.com', 'Ada.Lovelace+app@gmail.com'],
    ['a@b@gmial.com', 'a@b@gmail.com'],
  ])('%s was meant to be %s', (typed, meant) => {
    expect(suggestEmail(typed)).toBe(meant);
  });
});

describe('what is allowed, and practically always a slip, is mended', () => {
  test.each([
    ['ada%2Bteam@example.com', 'ada+team@example.com'],
    ['%20ada@example.com', 'ada@example.com'],
    ["'ada@example.com", 'ada@example.com'],
    ["ada'@example.com", 'ada@example.com'],
    ['`ada`@example.com', 'ada@example.com'],
    ['*ada@example.com', 'ada@example.com'],
    ['-ada@example.com', 'ada@example.com'],
    ['www.ada@example.com', 'ada@example.com'],
    ['ada@www.example.com', 'ada@example.com'],
    ['u003eada@example.com', 'ada@example.com'],
    ['u003cada@example.comu003e', 'ada@example.com'],
    ['=3Dada@example.com', 'ada@example.com'],
    ['email=ada@example.com', 'ada@example.com'],
    ['//ada@example.com', 'ada@example.com'],
    ['ada@example.com.com', 'ada@example.com'],
    // These are not allowed, but all the easier to mend.
    ['ada@@example.com', 'ada@example.com'],
    ['ada.@example.com', 'ada@example.com'],
    ['ada@.example.com', 'ada@example.com'],
    ['ada@example..com', 'ada@example.com'],
    ['@ada@example.com', 'ada@example.com'],
    ["'ada%2bx@gmial.com", 'ada+x@gmail.com'],
  ])('%s was meant to be %s', (typed, meant) => {
    expect(suggestEmail(typed)).toBe(meant);
  });

  test.each([
    "o'hara@example.ie",
    'ada+x@example.com',
    '_ada_@example.com',
    'user.name@example.com',
    '50%off@example.com',
    'ada%zz@example.com',
    'u003@example.com',
    'to@example.com',
    'ada',
    'a b@c',
  ])('%s is left alone', (email) => {
    expect(suggestEmail(email)).toBeNull();
  });
});

describe('what is real, or far from anything known, is left alone', () => {
  test.each([
    'ada@gmail.com',
    'ada@GMAIL.com',
    'ada@mail.com',
    'ada@ymail.com',
    'ada@email.com',
    'ada@gmx.de',
    'ada@gmx.net',
    'ada@yahoo.de',
    'ada@yahoo.ca',
    'ada@hotmail.de',
    'ada@outlook.fr',
    'ada@proton.me',
    'ada@example.com',
    'ada@web.dk',
    'ada@all.com',
    'ada@gmail.example.com',
    '@gmial.com',
    'gmial.com',
  ])('%s', (email) => {
    expect(suggestEmail(email)).toBeNull();
  });
});

describe('the domains of people who are in', () => {
  test.each<[typed: string, meant: string | null]>([
    ['ada@acne.com', 'ada@acme.com'],
    ['ada@acme.cmo', 'ada@acme.com'],
    ['ada@lovelcae.org', 'ada@lovelace.org'],
    ['ada@lovelace.com', null],
    // Three letters are too few to tell a slip from another company.
    ['ada@ibn.com', null],
    ['ada@ibm.con', 'ada@ibm.com'],
  ])('%s: %s', (typed, meant) => {
    expect(suggestEmail(typed, ['acme.com', 'lovelace.org', 'ibm.com'])).toBe(meant);
  });

  test('go before a well-known one that is as near', () => {
    expect(suggestEmail('ada@gmall.com')).toBe('ada@gmail.com');
    expect(suggestEmail('ada@gmall.com', ['gmalt.com'])).toBe('ada@gmalt.com');
  });

  test('count as right, however much they look like a slip', () => {
    expect(suggestEmail('ada@gmial.com', ['gmial.com'])).toBeNull();
  });

  test('are the most frequent first, without case, and not what is no domain', () => {
    expect(domainsInUse(['a@x.org', 'b@ACME.com', null, 'c@acme.com', 'nobody', 'd@localhost'])).toEqual([
      'acme.com',
      'x.org',
    ]);
  });

  test('are at most twenty', () => {
    expect(domainsInUse(Array.from({ length: 50 }, (_, index) => `a@x${index}.org`))).toHaveLength(20);
  });
});

const word = fc.string({ unit: fc.constantFrom(...Array.from('abcde.')), maxLength: 9 });

/** The plain recursion that the table of the real one stands for. */
function slowDistance(from: string, to: string): number {
  if (!from || !to) return from.length + to.length;
  const same = from.at(-1) === to.at(-1);
  const [f, t] = [from.slice(0, -1), to.slice(0, -1)];
  const ways = [slowDistance(f, to) + 1, slowDistance(from, t) + 1, slowDistance(f, t) + (same ? 0 : 1)];
  if (f && t && from.at(-1) === to.at(-2) && from.at(-2) === to.at(-1)) {
    ways.push(slowDistance(from.slice(0, -2), to.slice(0, -2)) + 1);
  }
  return Math.min(...ways);
}

describe('the distance between two words', () => {
  test.each([
    ['', '', 0],
    ['gmail', 'gmail', 0],
    ['gmial', 'gmail', 1],
    ['gmal', 'gmail', 1],
    ['gmaiil', 'gmail', 1],
    ['gnail', 'gmail', 1],
    ['', 'abc', 3],
    ['ca', 'abc', 3],
  ])('%s to %s is %i', (from, to, distance) => {
    expect(editDistance(from, to)).toBe(distance);
  });

  test('is that of the plain recursion, and the same both ways', () => {
    const short = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
    fc.assert(
      fc.property(short, short, (from, to) => {
        expect(editDistance(from, to)).toBe(slowDistance(from, to));
        expect(editDistance(from, to)).toBe(editDistance(to, from));
      }),
    );
  });

  test('is nothing for the same word alone', () => {
    fc.assert(
      fc.property(word, word, (from, to) => {
        expect(editDistance(from, to) === 0).toBe(from === to);
      }),
    );
  });
});

describe('whatever is typed', () => {
  const local = fc
    .string({ unit: fc.constantFrom(...Array.from('abc.+')), minLength: 1, maxLength: 8 })
    .filter((text) => /^[a-c]/.test(text) && isEmail(`${text}@example.com`));
  const known = fc.array(
    word.filter((text) => /^[a-e]+\.[a-e]+$/.test(text)),
    { maxLength: 5 },
  );

  test('a guess keeps the name, is another domain that is known, and needs no second guess', () => {
    const domain = fc.oneof(word, fc.constantFrom('gmial.com', 'yaho.com', 'hotmial.con', 'outlok.com'));
    fc.assert(
      fc.property(local, domain, known, (name, typed, inUse) => {
        const email = `${name}@${typed}`;
        const meant = suggestEmail(email, inUse);
        // Dots too many are mended, too.
        if (meant === null || /^\.|\.\.|\.$/.test(typed)) return;
        expect(meant.slice(0, name.length + 1)).toBe(`${name}@`);
        expect(meant).not.toBe(email);
        expect(editDistance(typed.toLowerCase(), meant.slice(name.length + 1))).toBeLessThanOrEqual(2);
        expect(suggestEmail(meant, inUse)).toBeNull();
      }),
      { numRuns: 1000 },
    );
  });

  test('one slip in a long well-known name is always seen, or leads to another that is known', () => {
    const domains = fc.constantFrom('gmail.com', 'hotmail.com', 'outlook.com', 'yahoo.com', 'protonmail.com');
    fc.assert(
      fc.property(domains, fc.nat({ max: 3 }), fc.constantFrom('x', 'q', 'z'), (domain, at, letter) => {
        for (const slip of [
          domain.slice(0, at) + domain.slice(at + 1),
          domain.slice(0, at) + letter + domain.slice(at),
          domain.slice(0, at) + letter + domain.slice(at + 1),
        ]) {
          const meant = suggestEmail(`ada@${slip}`);
          // "gmail" without its g is "mail", which is real.
          expect(meant === `ada@${domain}` || slip === 'mail.com').toBe(true);
        }
      }),
    );
  });
});

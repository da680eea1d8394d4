import { decodePercents, isEmail } from './emails.js';

/** Where most private addresses live. Each counts as spelt right, and is what a slip nearby was meant to be. */
const COMMON_DOMAINS = [
  'gmail.com',
  'googlemail.com',
  'outlook.com',
  'hotmail.com',
  'hotmail.co.uk',
  'hotmail.fr',
  'live.com',
  'yahoo.com',
  'yahoo.co.uk',
  'yahoo.co.jp',
  'yahoo.co.in',
  'yahoo.fr',
  'icloud.com',
  'protonmail.com',
  'aol.com',
  'comcast.net',
  'verizon.net',
  'web.de',
  't-online.de',
  'orange.fr',
  'libero.it',
  'yandex.ru',
  'mail.ru',
] as const;

/** Real, and a letter or two from one of the above: never a slip, and too rare to be what was meant. */
const REAL_DOMAINS = new Set([
  'gmx.com',
  'gmx.de',
  'gmx.net',
  'mail.com',
  'email.com',
  'ymail.com',
  'hotmail.de',
  'hotmail.it',
  'hotmail.es',
  'live.fr',
  'live.de',
  'outlook.fr',
  'outlook.de',
  'outlook.es',
  'yahoo.de',
  'yahoo.it',
  'yahoo.es',
  'yahoo.ca',
  'yahoo.in',
  'proton.me',
  'me.com',
  'mac.com',
  'msn.com',
  'cloud.com',
  'inbox.com',
]);

/**
 * The address that was probably meant, or null: the same one at a well-known domain, or at one that is in use here, that
 * is a slip or two away; or without what a copy or an escape has left in it. A guess, to be offered and never to be acted
 * on.
 *
 * @param inUse Domains of people who are in already, in lower case, the most frequent first.
 */
export function suggestEmail(email: string, inUse: readonly string[] = []): string | null {
  const mended = mend(email);
  const whole = isEmail(mended) ? mended : email;
  const at = whole.lastIndexOf('@');
  const meant = at < 1 ? null : suggestDomain(whole.slice(at + 1).toLowerCase(), inUse);
  if (meant) return `${whole.slice(0, at)}@${meant}`;
  return whole === email ? null : whole;
}

/** What is allowed in an address, and practically always a slip. */
const SLIPS: readonly (readonly [slip: RegExp, meant: string])[] = [
  // The rest of an escape or of a link.
  [/^(?:=3d|u00[0-9a-f]{2})+|u00[0-9a-f]{2}$/gi, ''],
  [/^(?:e?mail(?:to)?|to|user)[=:](?=.+@)/i, ''],
  [/^[^\p{L}\p{N}_]+/u, ''],
  [/^www\./i, ''],
  [/@(?:www\.)?[.@]*/i, '@'],
  [/["'`!#%&*/=?^{|}~.,;:]+@/, '@'],
  [/\.{2,}/g, '.'],
  [/(?:\.com)+$/i, '.com'],
  [/[^\p{L}\p{M}\p{N}]+$/u, ''],
];

/** An address without the slips that are seen by themselves. */
function mend(email: string): string {
  let mended = decodePercents(email);
  for (const [slip, meant] of SLIPS) mended = mended.trim().replace(slip, meant);
  return mended;
}

function suggestDomain(domain: string, inUse: readonly string[]): string | null {
  const known = [...inUse, ...COMMON_DOMAINS];
  if (known.includes(domain) || REAL_DOMAINS.has(domain)) return null;
  let meant: string | null = null;
  let least = 3;
  for (const candidate of known) {
    const slips = slipsBetween(domain, candidate);
    if (slips >= least) continue;
    least = slips;
    meant = candidate;
  }
  return meant;
}

/** How many slips lead from what was meant to what was typed; Infinity where that is not likely. */
function slipsBetween(typed: string, meant: string): number {
  if (Math.abs(typed.length - meant.length) > 2) return Infinity;
  const [name, top] = cut(meant);
  const [typedName, typedTop] = cut(typed);
  const inTop = editDistance(typedTop, top);
  const inName = editDistance(typedName, name);
  // Two letters of a country are mostly another country, a short name mostly another company.
  const likely = inTop <= (top.length > 2 ? 1 : 0) && inName <= (name.length < 4 ? 0 : name.length < 6 ? 1 : 2);
  return likely && inTop + inName <= 2 ? inTop + inName : Infinity;
}

/** A domain as its name and its top level. */
function cut(domain: string): [name: string, top: string] {
  const dot = domain.lastIndexOf('.');
  return [domain.slice(0, dot), domain.slice(dot + 1)];
}

/** How many letters must be added, left out, replaced, or swapped with their neighbour, none of them twice. */
export function editDistance(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1];
      let least = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (swapped) least = Math.min(least, (beforeLast[column - 2] ?? 0) + 1);
      current.push(least);
    }
    beforeLast = last;
    last = current;
  }
  return last[to.length] ?? 0;
}

/** The domains of these addresses, in lower case, the most frequent first, at most 20. */
export function domainsInUse(emails: readonly (string | null)[]): string[] {
  const counts = new Map<string, number>();
  for (const email of emails) {
    const domain = email?.slice(email.lastIndexOf('@') + 1).toLowerCase();
    if (domain?.includes('.')) counts.set(domain, (counts.get(domain) ?? 0) + 1);
  }
  return [...counts]
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, 20)
    .map(([domain]) => domain);
}

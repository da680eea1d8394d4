import { HIDDEN } from './plainText.js';

/**
 * What all spellings of one address have in common: trimmed, without case and invisible characters, in Unicode's form C,
 * its domain as DNS spells it (`münchen.de` and `xn--mnchen-3ya.de` are one). A plus tag makes a different address.
 */
export function emailKey(email: string): string {
  const key = email.trim().toLowerCase();
  if (!/\P{ASCII}/u.test(key)) return key;
  const plain = email.replace(HIDDEN, '').normalize('NFC').trim().toLowerCase();
  const at = plain.lastIndexOf('@') + 1;
  return plain.slice(0, at) + asciiDomain(plain.slice(at));
}

/** A domain in punycode; as it is where it is none. */
function asciiDomain(domain: string): string {
  if (/[^\p{L}\p{M}\p{N}.。．｡-]/u.test(domain)) return domain;
  try {
    return new URL(`http://${domain}`).hostname;
  } catch {
    return domain;
  }
}

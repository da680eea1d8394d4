import { emailKey } from './emailKey.js';
import type { Role } from './role.js';

/** What is wrong with one entry of a list of addresses. */
export type EmailProblem = 'not_an_address' | 'repeated';

/** One entry of a typed or pasted list. Nothing is dropped: what is no address is an entry with a problem. */
export interface EmailEntry {
  /** What was typed, trimmed. */
  text: string;
  /** The address alone; null when there is none in it. */
  email: string | null;
  /** The display name beside the address (`Ada Lovelace <ada@example.com>`), or null. */
  name: string | null;
  problem: EmailProblem | null;
  /** The role that was named beside the address; absent where none was. */
  role?: Role;
  /** What stands where a role would, and names none that is known: somebody has to choose one. Never with `role`. */
  unknownRole?: string;
}

/*
 * Deliberately lenient: catching typing slips is our job, judging addresses the server's. Letters of every script, one
 * @, a domain with a dot and a top level of two characters at least. Lengths are those of RFC 5321 (64, 254) and DNS (63).
 */
const LOCAL = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const LABEL = /^[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?$/u;

/** Whether the text is one plausible e-mail address, at most 254 characters long. */
export function isEmail(text: string): boolean {
  const at = text.lastIndexOf('@');
  if (at < 1 || at > 64 || text.length > 254) return false;
  const labels = text.slice(at + 1).split('.');
  const top = labels.at(-1) ?? '';
  return labels.length > 1 && top.length > 1 && LOCAL.test(text.slice(0, at)) && labels.every((l) => LABEL.test(l));
}

/** Without percent signs that encode something; as it is where one encodes nothing. */
export function decodePercents(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The first character of a text that no address can hold; undefined where it is not for one that it is none. */
export function findRefused(text: string): string | undefined {
  const word = text.length > LONGEST ? undefined : text.split(/\s+/).find((part) => part.includes('@'));
  return /[^\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~.@-]|(?<=@.*)[^\p{L}\p{M}\p{N}.@-]/u.exec(word ?? '')?.[0];
}

/** Longer than an address with all that may stand around it. */
export const LONGEST = 400;

/**
 * The address that a word is: without the quotes, brackets and marks around it, in plain letters, hyphens and dots
 * (full-width and other compatibility letters are no letters of their own). Null when it is none.
 */
export function readEmail(text: string): string | null {
  if (text.length > LONGEST || !text.includes('@')) return null;
  const word = text.trim().normalize('NFKC');
  if (isEmail(word)) return word;
  const quoted = word.replace(/^["'`(<[{]+|["'`)>\]},;:.!?]+$/g, '');
  const plain = quoted.replace(/[‐-―−](?=.*\.)/g, '-').replace(/[。｡]/g, '.');
  // A link is cut at its path or query. Elsewhere only a query is cut: a slash may stand before another address.
  const unlinked = plain.replace(/^(?:mailto|https?|smtp):\/*/i, '');
  const bare = unlinked.replace(unlinked === plain ? /\?[\w-]+=[^@]*$/ : /[?/].*$/s, '');
  const stripped = bare.replace(/^[^\p{L}\p{N}@]+|[^\p{L}\p{M}\p{N}@]+$/gu, '');
  return [quoted, plain, bare, stripped, text.trim()].find(isEmail) ?? null;
}

/** What all spellings of the address that a word is have in common; null where it is none. */
export function wordKey(text: string): string | null {
  const email = readEmail(text);
  return email && emailKey(email);
}

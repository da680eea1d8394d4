import { redact } from './redact.js';
import { strike } from './strike.js';

/** How far causes are followed. */
const DEPTH = 5;

/**
 * An error as it may be logged: the words, codes and places of it and its causes, without these secrets and without
 * anything that looks like a key. What else hangs on it (a request with its headers, say) is left behind.
 */
export function safeError(error: unknown, secrets: readonly string[]): Error {
  return copy(error, secrets, DEPTH);
}

function copy(error: unknown, secrets: readonly string[], depth: number): Error {
  const clean = (text: string) => redact(secrets.reduce((rest, secret) => strike(secret, rest), text));
  const { name = 'Error', message, code, stack, errors, cause = firstOf(errors) } = fieldsOf(error);
  const words = clean(wordsOf(message === undefined ? error : message));
  const isCaused = cause !== undefined && cause !== null && depth > 0;
  const safe = new Error(words, isCaused ? { cause: copy(cause, secrets, depth - 1) } : undefined);
  const kind = typeof name === 'string' && /^\w{1,60}$/.test(name) ? name : 'Error';
  const places = typeof stack === 'string' ? stack.split('\n').filter((line) => /^\s+at /.test(line)) : [];
  const own = { name: kind, stack: [`${kind}: ${words}`, ...places.map(clean)].join('\n') };
  for (const [key, value] of Object.entries(own)) Object.defineProperty(safe, key, { value, configurable: true });
  return typeof code === 'string' && /^\w{1,60}$/.test(code) ? Object.assign(safe, { code: clean(code) }) : safe;
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** What an error of several was about first: Node tries each address of a host, and says which failed. */
function firstOf(errors: unknown): unknown {
  return Array.isArray(errors) ? (errors[0] as unknown) : undefined;
}

function wordsOf(value: unknown): string {
  try {
    return String(value);
  } catch {
    return 'Something that has no words was thrown.';
  }
}

import { strike } from '../model/strike.js';

const COUNT = /^\d{1,12}$/;
const WORDS = /^[\w.:;=, +/-]{1,200}$/;

/** The few headers of Mixpeek that may be passed on, and what each may look like. */
const PASSED: Readonly<Record<string, RegExp>> = {
  // Seconds, or a date as HTTP writes it.
  'retry-after': /^(?:\d{1,9}|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT)$/,
  'x-request-id': /^[\w.:-]{1,100}$/,
  'x-ratelimit-limit': WORDS,
  'x-ratelimit-remaining': COUNT,
  'x-ratelimit-reset': WORDS,
  'x-ratelimit-window': WORDS,
};

/** What of an answer's headers goes on to the caller: nothing that Mixpeek would not say, and no key. */
export function passedHeaders(headers: Headers, apiKey: string): Record<string, string> {
  const found = Object.entries(PASSED).map(([name, form]) => {
    const value = headers.get(name)?.trim() ?? '';
    return [name, form.test(value) ? strike(apiKey, value) : ''] as const;
  });
  return Object.fromEntries(found.filter(([, value]) => value !== ''));
}

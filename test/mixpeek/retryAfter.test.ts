import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { retryAfterOf } from '../../src/mixpeek/retryAfter.js';

const NOW = Date.parse('2026-05-01T12:00:00Z');

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
});

test.each<[string, number, Record<string, string>, Record<string, unknown>, number | undefined]>([
  ['seconds', 429, { 'retry-after': '12' }, {}, 12],
  ['no seconds', 429, { 'retry-after': '0' }, {}, 0],
  ['part of a second', 429, { 'retry-after': '1.5' }, {}, 1.5],
  ['a date, by our clock', 429, { 'retry-after': 'Fri, 01 May 2026 12:00:30 GMT' }, {}, 30],
  [
    "a date, by the answer's clock",
    429,
    { 'retry-after': 'Fri, 01 May 2026 09:00:45 GMT', date: 'Fri, 01 May 2026 09:00:00 GMT' },
    {},
    45,
  ],
  ['a date gone by', 429, { 'retry-after': 'Fri, 01 May 2026 11:00:00 GMT' }, {}, 0],
  ['seconds of a 503', 503, { 'retry-after': '7' }, {}, 7],
  ['details', 429, {}, { retry_after: 9 }, 9],
  ['the header before details', 429, { 'retry-after': '3' }, { retry_after: 9 }, 3],
  ['details when the header is nonsense', 429, { 'retry-after': 'soon' }, { retry_after: 9 }, 9],
  ['details when the header is negative', 429, { 'retry-after': '-5' }, { retry_after: 9 }, 9],
  ['the reset', 429, { 'x-ratelimit-reset': String(NOW / 1000 + 20) }, {}, 20],
  ['a reset gone by', 429, { 'x-ratelimit-reset': String(NOW / 1000 - 20) }, {}, 0],
  ['a reset that is no time', 429, { 'x-ratelimit-reset': '60' }, {}, undefined],
  ['details of odd type', 429, {}, { retry_after: '9' }, undefined],
  ['negative details', 429, {}, { retry_after: -9 }, undefined],
  [
    'a reset beside another status',
    503,
    { 'x-ratelimit-reset': String(NOW / 1000 + 20) },
    { retry_after: 9 },
    undefined,
  ],
  ['nothing', 429, {}, {}, undefined],
])('waiting time from %s', (_, status, headers, details, seconds) => {
  expect(retryAfterOf(status, new Headers(headers), details)).toBe(seconds);
});

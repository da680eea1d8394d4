import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { isSecureUrl } from '../../src/model/isSecureUrl.js';

it.each([
  'https://api.mixpeek.com',
  'HTTPS://api.mixpeek.com/v1',
  'http://localhost',
  'http://localhost:3000/api',
  'http://api.localhost:3000',
  'http://127.0.0.1:8080',
  'http://127.1.2.3/',
  'http://[::1]:8080/',
])('takes %s', (url) => {
  expect(isSecureUrl(url)).toBe(true);
});

it.each([
  'http://api.mixpeek.com',
  'http://10.0.0.1',
  'http://localhost.evil.example',
  'http://127.0.0.1.evil.example',
  'http://localhost@evil.example',
  'http://localhost:80@evil.example',
  'http://localhost\\@evil.example',
  'http://notlocalhost',
  'http://[::2]',
  'ftp://localhost',
  '//localhost',
  '',
])('refuses %s', (url) => {
  expect(isSecureUrl(url)).toBe(false);
});

it('takes no http URL whose host, as a browser reads it, is another machine', () => {
  const host = fc.oneof(fc.webAuthority({ withUserInfo: true, withPort: true }), fc.ipV4(), fc.string());
  const tail = fc.constantFrom('', '/', '/v1', ':3000', '@evil.example', '.evil.example', '\\@evil.example', '#', '?');
  fc.assert(
    fc.property(fc.constantFrom('localhost', '127.0.0.1', '[::1]', ''), host, tail, (start, middle, end) => {
      const text = `http://${start}${middle}${end}`;
      if (!isSecureUrl(text)) return;
      const { hostname } = new URL(text);
      expect(/(?:^|\.)localhost$|^127\.|^\[::1\]$/.test(hostname)).toBe(true);
    }),
  );
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const src = fileURLToPath(new URL('../src/', import.meta.url));

// With `jest-fixed-jsdom` the AbortSignal is Node's and the EventTarget is jsdom's, which refuses it: the panel would not
// render in a host's tests.
it('passes no AbortSignal to addEventListener in the browser', () => {
  const faults = ['components', 'context', 'element', 'query', 'ui'].flatMap((folder) =>
    readdirSync(join(src, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path))
      .filter((path) => /addEventListener\([^;]*\bsignal\b/.test(readFileSync(join(src, folder, path), 'utf8')))
      .map((path) => `${folder}/${path}`),
  );
  expect(faults).toEqual([]);
});

import { createContext, Script } from 'node:vm';
import { transform } from 'esbuild';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { describeCanvasFunction } from '../server/canvas/canvasCases.js';
import type { FunctionUnderTest } from '../server/canvas/canvasWorld.js';
import { graphOf, text } from './dist.js';

const file = manifest.exports['./canvas/users.js'].default.slice(2);
const source = text(file);
// As Canvas does with a server function before it runs it.
const { code } = await transform(source, { format: 'cjs', target: 'es2022' });
const script = new Script(`(function (module, exports) {${code}\n})`, { filename: 'api/users.js' });

/** A world with the language, `fetch`, and nothing else. */
function createWorld(fetch: typeof globalThis.fetch) {
  const world = createContext({ fetch }, { codeGeneration: { strings: false, wasm: false } });
  // V8 puts one into every context.
  new Script('delete globalThis.console').runInContext(world);
  return world;
}

function load(fetch: typeof globalThis.fetch): FunctionUnderTest {
  const module = { exports: {} as { default?: FunctionUnderTest } };
  (script.runInContext(createWorld(fetch)) as (...args: unknown[]) => void)(module, module.exports);
  if (!module.exports.default) throw new Error('api/users.js has no default export.');
  return module.exports.default;
}

describe('the file that a Canvas app ships', () => {
  it('imports nothing, and exports one function as Mixpeek’s page has it', () => {
    expect(graphOf(file)).toEqual({ files: [file], packages: [] });
    expect(source.match(/^export .*$/gm)).toEqual([
      expect.stringMatching(/^export default async function ?\(ctx\) \{$/),
    ]);
  });

  it('finds nothing in its world but the language and fetch', () => {
    const names = [
      'Response',
      'Headers',
      'Request',
      'URL',
      'setTimeout',
      'AbortController',
      'console',
      'process',
      'crypto',
    ];
    const found = names.map((name) => `typeof ${name}`).join();
    expect(new Script(`[${found}].join()`).runInContext(createWorld(fetch))).toBe(names.map(() => 'undefined').join());
  });
});

describeCanvasFunction(load);

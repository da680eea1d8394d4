// A host's page in production, bundled by Vite out of the built package: what it loads at once, and what it loads later.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../../', import.meta.url));
const ENTRY = 'virtual:page';
const KIT = 'virtual:kit';

/**
 * The page keeps what it imports and exports nothing, as pages do: a bundler then lays shared code into its own chunk. It
 * imports by name where the host's module has names, for an object of all of them would be code that no page has.
 * @param {string} contents
 */
function pageOf(contents) {
  const names = /^export \{([^}]+)\}/.exec(contents)?.[1];
  return names
    ? `import {${names}} from '${KIT}'; globalThis.kit = [${names}];`
    : `import * as kit from '${KIT}'; globalThis.kit = kit;`;
}

/**
 * @typedef {import('vite').Rolldown.OutputChunk} Chunk
 * @typedef {{ first: Chunk[], later: Chunk[], sheets: number }} Bundle
 */

/**
 * @param {string} contents the host's module; imports are resolved from the root of the repository
 * @param {(id: string) => boolean} isOutside what the host has anyway
 * @returns {Promise<Bundle>}
 */
export async function bundle(contents, isOutside) {
  const page = join(root, 'page.js');
  const kit = join(root, 'kit.js');
  const result = /** @type {import('vite').Rolldown.RolldownOutput} */ (
    await build({
      root,
      configFile: false,
      logLevel: 'silent',
      // Also where a test runner has said otherwise.
      define: { 'process.env.NODE_ENV': '"production"' },
      plugins: [
        {
          name: 'host',
          resolveId: (id) => (id === ENTRY ? page : id === KIT ? kit : null),
          load: (id) => (id === page ? pageOf(contents) : id === kit ? contents : null),
        },
      ],
      build: {
        write: false,
        target: 'es2022',
        minify: true,
        modulePreload: { polyfill: false },
        rolldownOptions: { input: ENTRY, preserveEntrySignatures: false, external: isOutside },
      },
    })
  );
  const chunks = result.output.filter((output) => output.type === 'chunk');
  const loaded = new Set(chunks.filter(({ isEntry }) => isEntry));
  for (const chunk of loaded) {
    for (const each of chunks) if (chunk.imports.includes(each.fileName)) loaded.add(each);
  }
  return {
    first: [...loaded],
    later: chunks.filter((chunk) => !loaded.has(chunk)),
    sheets: result.output.filter(({ fileName }) => fileName.endsWith('.css')).length,
  };
}

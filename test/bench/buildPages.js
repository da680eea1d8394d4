// Builds each page by itself, in production, as a host would: the panel's out of the built package.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

const here = fileURLToPath(new URL('pages/', import.meta.url));
const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Ours; the floor that it is held against (`virtual`: plain React, rows virtualised); and floors to read beside it.
 * @type {Readonly<Record<string, { source: string, profiling?: boolean }>>}
 */
const PAGES = {
  panel: { source: 'panel.tsx' },
  virtual: { source: 'virtual.tsx' },
  react: { source: 'react.tsx' },
  static: { source: 'static.ts' },
  acts: { source: 'acts.tsx', profiling: true },
  mounts: { source: 'mounts.tsx' },
  cursor: { source: 'cursor.tsx' },
  soak: { source: 'soak.tsx' },
};

/** @typedef {{ script: string, preload: string[], sheets: string[], firstLoad: number, later: number }} BuiltPage */

/**
 * @param {string} folder where the files go, one folder for each page
 * @returns {Promise<Record<string, BuiltPage>>} what each page's HTML has to name; bytes are gzip
 */
export async function buildPages(folder) {
  rmSync(folder, { recursive: true, force: true });
  /** @type {Record<string, BuiltPage>} */
  const built = {};
  for (const [name, { source, profiling = false }] of Object.entries(PAGES)) {
    built[name] = await buildPage(join(here, source), { name, folder: join(folder, name), profiling });
  }
  return built;
}

/**
 * @param {string} source
 * @param {{ name: string, folder: string, profiling: boolean }} where
 * @returns {Promise<BuiltPage>}
 */
async function buildPage(source, { name, folder, profiling }) {
  const result = /** @type {import('vite').Rolldown.RolldownOutput} */ (
    await build({
      root: here,
      base: `/${name}/`,
      configFile: false,
      logLevel: 'error',
      mode: 'production',
      plugins: [react()],
      resolve: {
        alias: [
          { find: /^@mixpeek\/users-panel$/, replacement: join(root, 'dist/index.js') },
          { find: /^@mixpeek\/users-panel\/styles\.css$/, replacement: join(root, 'dist/styles.css') },
          { find: /^@mixpeek\/users-panel\/memory$/, replacement: join(root, 'dist/memory/index.js') },
          { find: /^@mixpeek\/users-panel\/mixpeek$/, replacement: join(root, 'dist/mixpeek/index.js') },
          ...(profiling ? [{ find: /^react-dom\/client$/, replacement: 'react-dom/profiling' }] : []),
        ],
      },
      build: {
        write: false,
        target: 'es2022',
        modulePreload: { polyfill: false },
        rolldownOptions: { input: { page: source } },
      },
    })
  );
  mkdirSync(join(folder, 'assets'), { recursive: true });
  /** @type {Map<string, number>} */
  const sizes = new Map();
  for (const output of result.output) {
    const content = output.type === 'chunk' ? output.code : output.source;
    writeFileSync(join(folder, output.fileName), content);
    sizes.set(output.fileName, gzipSync(content, { level: 9 }).length);
  }
  const chunks = result.output.filter((output) => output.type === 'chunk');
  const entry = chunks.find(({ isEntry }) => isEntry);
  if (!entry) throw new Error(`${source} was built into nothing.`);
  const first = new Set([entry.fileName]);
  for (const fileName of first) {
    for (const imported of chunks.find((chunk) => chunk.fileName === fileName)?.imports ?? []) first.add(imported);
  }
  const weigh = (/** @type {string[]} */ files) => files.reduce((sum, file) => sum + (sizes.get(file) ?? 0), 0);
  return {
    script: entry.fileName,
    preload: [...first].slice(1),
    sheets: result.output.map(({ fileName }) => fileName).filter((file) => file.endsWith('.css')),
    firstLoad: weigh([...first]),
    later: weigh(chunks.map(({ fileName }) => fileName).filter((file) => !first.has(file))),
  };
}

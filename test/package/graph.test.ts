import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import {
  directivesOf,
  filesOf,
  graphOf,
  modulesOfDist,
  packageName,
  root,
  scriptEntries,
  standalone,
  text,
} from './dist.js';

const isReact = (name: string) => /^(react|react-dom|@tanstack\/react-query)(\/|$)/.test(name);
const fileOf = (entry: string) => scriptEntries.find((each) => each.entry === entry)?.file ?? `no entry ${entry}`;

const ENGLISH = ['dist/locales/english/enFirst.js', 'dist/locales/english/enLater.js'];

describe("'use client'", () => {
  const marked = filesOf('src', /\.tsx?$/).filter((path) => directivesOf(path).includes('use client'));
  const shipped = new Set(modulesOfDist());

  it('marks something at all', () => {
    expect(marked.length).toBeGreaterThan(0);
  });

  it('survives the build in every module that has it', () => {
    const built = marked.map((path) => path.replace(/^src/, 'dist').replace(/\.tsx?$/, '.js'));
    const kept = built.filter((path) => shipped.has(path));
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.filter((path) => !directivesOf(path).includes('use client'))).toEqual([]);
  });

  it('stands in every module that calls a hook or makes a context', () => {
    const calls =
      /\b(?:use(?:State|Reducer|Ref|Effect|LayoutEffect|InsertionEffect|Context|Memo|Callback|SyncExternalStore|Transition|DeferredValue|Query|Mutation|ImperativeHandle)|createContext)\(/;
    const hooked = [...shipped].filter((path) => calls.test(text(path)));
    expect(hooked.length).toBeGreaterThan(0);
    expect(hooked.filter((path) => !directivesOf(path).includes('use client'))).toEqual([]);
  });
});

describe('what comes along', () => {
  it.each<[entry: string, packages: string[]]>([
    ['/mixpeek', ['zod/mini']],
    ['/clerk', []],
    ['/memory', []],
    ['/clerk/backend', []],
    ['/server', ['zod/mini', '@clerk/backend/jwt']],
    ['/canvas/users.js', []],
    ['/msw', ['msw']],
    ['/testing', []],
  ])('with %s is no React, no client code, and no package but %j', (entry, packages) => {
    const graph = graphOf(fileOf(entry));
    expect(graph.packages.filter((name) => !packages.includes(name))).toEqual([]);
    expect(graph.files.filter((path) => directivesOf(path).includes('use client'))).toEqual([]);
  });

  it('with the panel is neither the fake, nor the memory, nor the server', () => {
    const { files, packages } = graphOf(fileOf(''));
    expect(files.filter((path) => /^dist\/(canvas|clerk|msw|memory|server|testing)\//.test(path))).toEqual([]);
    expect(packages.filter((name) => !isReact(name))).toEqual([]);
  });

  it('with the panel is no language but English', () => {
    const { files } = graphOf(fileOf(''));
    expect(files.filter((path) => path.startsWith('dist/locales/')).toSorted()).toEqual(
      // And what the pieces for organizations say; a bundler drops it with them.
      [...ENGLISH, 'dist/locales/organizations/en.js'].toSorted(),
    );
  });

  it('with the element is what comes with the panel, and the sheet', () => {
    const panel = graphOf(fileOf(''));
    const element = graphOf(fileOf('/element'));
    const more = element.files.filter((path) => !panel.files.includes(path) && !path.startsWith('dist/element/'));
    expect(more).toEqual(['dist/styles/index.js']);
    expect(element.packages.filter((name) => !panel.packages.includes(name))).toEqual(['react-dom/client']);
  });

  it('with the standalone file is nothing: it is one file', () => {
    expect(graphOf(standalone)).toEqual({ files: [standalone], packages: [] });
    expect(filesOf('dist/standalone', /\.(js|css)$/)).toEqual([standalone]);
  });

  it.each(scriptEntries.filter(({ entry }) => entry.startsWith('/locales/')))(
    'with $entry is nothing more',
    ({ file }) => {
      const parts = file === 'dist/locales/en.js' ? ENGLISH : [];
      expect(graphOf(file)).toEqual({ files: [...parts, file].toSorted(), packages: [] });
    },
  );
});

/** What a host's bundle holds for an import, React and zod outside. */
async function bundle(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    write: false,
    format: 'esm',
    packages: 'external',
    alias: { [packageName]: './dist/index.js' },
    absWorkingDir: root,
    logLevel: 'error',
    logOverride: { 'ignored-directive': 'silent', 'ignored-bare-import': 'silent' },
  });
  return outputFiles[0]?.text ?? '';
}

describe('a bundler', () => {
  it('drops the whole package when nothing of it is used', async () => {
    expect((await bundle(`import '${packageName}'`)).trim()).toBe('');
  });

  it('takes no React along for the error guard', async () => {
    const code = await bundle(`export { isUsersError } from '${packageName}'`);
    expect(code).toContain('isUsersError');
    expect(code).not.toMatch(/from ["'](react|@tanstack)/);
  });
});

describe('under a strict content security policy', () => {
  it('nothing shipped needs an exception', () => {
    const forbidden =
      /\beval\s*\(|\bnew Function\b|\bFunction\s*\(\s*["'`]|<style|javascript:|createElement\(["']style["']\)/;
    expect(modulesOfDist().filter((path) => forbidden.test(text(path)))).toEqual([]);
  });
});

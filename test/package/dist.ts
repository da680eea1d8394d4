import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'vite';
import manifest from '../../package.json' with { type: 'json' };

/** The repository's root. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

if (!existsSync(join(root, 'dist/index.js'))) {
  throw new Error('There is no dist/index.js. These tests look at the built package: run `npm run build` first.');
}

/** The package's name, to import it by as a host does. */
export const packageName = manifest.name;

/** Files below a folder of the repository, as paths from the root with forward slashes. */
export function filesOf(folder: string, pattern: RegExp): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => pattern.test(path))
    .toSorted();
}

/** The one file that holds React and all; what is said of the modules of dist is not said of it. */
export const standalone = manifest.exports['./standalone'].default.slice(2);

/** The guard of a Canvas app, with all that it needs inside. */
const canvasFunction = manifest.exports['./canvas/users.js'].default.slice(2);

/** The modules of dist, each built from one of src. */
export const modulesOfDist = () =>
  filesOf('dist', /\.js$/).filter((path) => path !== standalone && path !== canvasFunction);

/** The text of a file of the repository. */
export function text(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** Whether the map keeps a file of dist from hosts: its pattern leads to nothing. */
const isClosed = (path: string) =>
  Object.entries(manifest.exports).some(
    ([key, target]) => target === null && path.startsWith(`dist/${key.slice(2).replace('*', '')}`),
  );

/** Each entry that has JavaScript, as a host writes it after the package's name (`/mixpeek`), with its files in dist. */
export const scriptEntries: readonly { entry: string; file: string; types: string }[] = Object.entries(
  manifest.exports,
).flatMap(([key, target]) => {
  if (typeof target === 'string' || target === null || key.endsWith('.css')) return [];
  const file = target.default.slice(2);
  if (!key.includes('*')) return [{ entry: key.slice(1), file, types: target.types.slice(2) }];
  const [before = '', after = ''] = file.split('*');
  return filesOf(posix.dirname(file), /\.js$/)
    .filter((path) => path.startsWith(before) && path.endsWith(after) && !isClosed(path))
    .map((path) => {
      const name = path.slice(before.length, path.length - after.length);
      return { entry: key.slice(1).replace('*', name), file: path, types: target.types.slice(2).replace('*', name) };
    });
});

/** Each entry that is a sheet, as a host writes it after the package's name (`/styles.css`), with its files in dist. */
export const sheetEntries: readonly { entry: string; file: string; types: string | undefined }[] = Object.entries(
  manifest.exports,
).flatMap(([key, target]) => {
  if (!key.endsWith('.css') || target === null) return [];
  const { types, default: file } = typeof target === 'string' ? { types: undefined, default: target } : target;
  return [{ entry: key.slice(1), file: file.slice(2), types: types?.slice(2) }];
});

/** What a module of dist imports, dynamic imports included. */
function importsOf(path: string): string[] {
  const found: string[] = [];
  const visit = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return;
    const { source, type } = value as { source?: { value?: unknown }; type?: unknown };
    if (typeof type === 'string' && typeof source?.value === 'string') found.push(source.value);
    for (const child of Object.values(value)) visit(child);
  };
  visit(parseAst(text(path)));
  return found;
}

/** All that comes along with a module of dist: the files, and the packages they import. */
export function graphOf(entry: string): { files: string[]; packages: string[] } {
  const files = new Set([entry]);
  const packages = new Set<string>();
  for (const file of files) {
    for (const specifier of importsOf(file)) {
      if (specifier.startsWith('.')) files.add(posix.join(posix.dirname(file), specifier));
      else packages.add(specifier);
    }
  }
  return { files: [...files].toSorted(), packages: [...packages].toSorted() };
}

/** The directives at the top of a module (`use client`). */
export function directivesOf(path: string): string[] {
  const lang = path.endsWith('.tsx') ? 'tsx' : path.endsWith('.ts') ? 'ts' : 'js';
  return parseAst(text(path), { lang }).body.flatMap((node) =>
    'directive' in node && typeof node.directive === 'string' ? [node.directive] : [],
  );
}

function nameOf(node: unknown): string {
  return (node as { name?: string } | null | undefined)?.name ?? '';
}

/** The names a declaration file exports, types included. */
export function declaredNames(path: string): string[] {
  return parseAst(text(path), { lang: 'dts' })
    .body.flatMap((node) => {
      if (node.type !== 'ExportNamedDeclaration') return [];
      const { declaration } = node;
      if (!declaration) return node.specifiers.map(({ exported }) => nameOf(exported));
      if ('declarations' in declaration) return declaration.declarations.map(({ id }) => nameOf(id));
      return 'id' in declaration ? [nameOf(declaration.id)] : [];
    })
    .toSorted();
}

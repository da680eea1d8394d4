import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { packageName, root, scriptEntries, sheetEntries } from './dist.js';

export interface CompileOptions {
  /** As in tsconfig.json; `node` is the resolution of classic configurations. */
  moduleResolution: 'bundler' | 'nodenext' | 'node';
  /** Where the compiler is installed. Default: this repository's own. */
  typescript?: string;
  compilerOptions?: Record<string, unknown>;
}

const modules = { bundler: 'esnext', nodenext: 'nodenext', node: 'commonjs' };

/** Compiles one file as a strict host with checked libraries does, and returns what the compiler reports. */
export async function compile(
  folder: string,
  source: string,
  { moduleResolution, typescript = join(root, 'node_modules/typescript'), compilerOptions: extra = {} }: CompileOptions,
): Promise<string> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'host.tsx'), source);
  const compilerOptions = {
    target: 'ES2022',
    lib: ['ES2022', 'DOM', 'DOM.Iterable'],
    module: modules[moduleResolution],
    moduleResolution,
    jsx: 'react-jsx',
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    types: [],
    // Our own declarations are checked by this; those of other packages too, as a careful host does.
    skipLibCheck: false,
    ...extra,
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['host.tsx'] }));
  const tsc = join(typescript, 'bin/tsc');
  const { stdout } = await promisify(execFile)(process.execPath, [tsc, '-p', folder]).catch(
    (error: { stdout?: string; message: string }) => ({ stdout: error.stdout || error.message }),
  );
  // Errors inside other packages are not ours to fix. Indented lines belong to the error above them.
  return stdout
    .trimEnd()
    .split(/\n(?=\S)/)
    .filter((fault) => !/^\S*node_modules\/(?!@mixpeek\/)/.test(fault))
    .join('\n');
}

const imports = scriptEntries.map(({ entry }, i) => `import * as e${i} from '${packageName}${entry}';`);

const sheets = sheetEntries.map(({ entry }) => `import '${packageName}${entry}';`);

/** A file that imports every entry, sheets too. */
export const everyEntry = `${[...imports, ...sheets].join('\n')}
export default [${imports.map((_, i) => `e${i}`).join(', ')}];
`;

/** The two lines of the quick start. */
export const quickStart = `import { UsersPanel } from '${packageName}';
import '${packageName}/styles.css';
export const page = <UsersPanel appId="app_abc123" />;
`;

import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { transform } from 'esbuild';
import { afterAll, describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { filesOf, packageName, root, text } from './dist.js';

/** A fenced block of code in what people read. */
interface Block {
  /** Where it stands: `README.md:49`. */
  place: string;
  language: string;
  code: string;
}

const SCRIPTS = ['tsx', 'ts', 'js'];
const SHEETS = ['css'];
const SHELLS = ['sh'];
const PAGES = ['html'];

const folder = join(root, 'test/.output/blocks');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function blocksOf(file: string): Block[] {
  const blocks: Block[] = [];
  let open: Block | null = null;
  for (const [index, line] of text(file).split('\n').entries()) {
    const fence = /^\s*```(\w*)/.exec(line);
    if (!fence) {
      if (open) open.code += `${line}\n`;
    } else if (open) {
      blocks.push(open);
      open = null;
    } else open = { place: `${file}:${index + 1}`, language: fence[1] ?? '', code: '' };
  }
  return blocks;
}

const blocks = ['README.md', ...filesOf('stories', /\.mdx$/)].flatMap(blocksOf);
const of = (languages: readonly string[]) => blocks.filter(({ language }) => languages.includes(language));

const KIT =
  'UsersPanel UsersProvider MemberTable InviteForm InvitationList RoleSelect RemoveDialog NoticeRegion useMembers useUpdateMemberRole memberDisplayName'.split(
    ' ',
  );

/** What a block that shows a part of a file takes from the rest of it. */
const REST = `import type * as Kit from '${packageName}';
import type * as React from 'react';
import type { de as german } from '${packageName}/locales/de';
declare global {
${KIT.map((name) => `  const ${name}: typeof Kit.${name};`).join('\n')}
${['useState', 'useEffect', 'useMemo'].map((name) => `  const ${name}: typeof React.${name};`).join('\n')}
  const de: typeof german;
  type Member = Kit.Member;
  type Messages = Kit.Messages;
  const dataProvider: Kit.DataProvider;
  const organizationId: string;
  const setOrganizationId: (id: string) => void;
  const teamOf: (userId: string) => string;
  const analytics: { track: (what: string, about: object) => void };
  const MyAvatar: (props: { name: string }) => React.ReactNode;
  const app: { theme: Kit.AppTheme };
  const appearance: { variables: Kit.ClerkVariables };
}
`;

const HOST = `declare module '@/session' {
  export function getSession(request: Request): Promise<{ userId: string; isAdmin: boolean } | null>;
}
declare module '*.css';
`;

async function compile(scripts: readonly Block[]): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  const files = new Map(
    scripts.map(({ place, language, code }) => {
      // A block may say what its file is called, for others to import it.
      const named = /^\/\/ (?:.*\/)?(\w+\.js)$/m.exec(code.split('\n', 1)[0] ?? '')?.[1];
      const name = named && named !== 'route.js' ? named : `${place.replace(/\W/g, '-')}.${language}`;
      // What is left out under "…" is not missing.
      const whole = code.includes('// …') ? code.replace(/\bMessages\b/g, 'PartialMessages') : code;
      return [name, { place, code: `${whole}\nexport {};\n` }] as const;
    }),
  );
  for (const [name, { code }] of files) writeFileSync(join(folder, name), code);
  writeFileSync(join(folder, 'rest.d.ts'), REST);
  writeFileSync(join(folder, 'host.d.ts'), HOST);
  writeFileSync(
    join(folder, 'createMyDataProvider.ts'),
    `export { createMemoryDataProvider as createMyDataProvider } from '${packageName}/memory';\n`,
  );
  const compilerOptions = {
    target: 'ES2022',
    lib: ['ES2023', 'DOM', 'DOM.Iterable'],
    module: 'esnext',
    moduleResolution: 'bundler',
    jsx: 'react-jsx',
    strict: true,
    allowJs: true,
    checkJs: true,
    noEmit: true,
    skipLibCheck: true,
    types: ['node'],
  };
  const include = ['*.ts', '*.tsx', '*.js'];
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include }));
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const { stdout } = await promisify(execFile)(process.execPath, [tsc, '-p', folder, '--pretty', 'false'], {
    cwd: folder,
  }).catch((error: { stdout?: string; message: string }) => ({ stdout: error.stdout || error.message }));
  return stdout
    .split('\n')
    .filter((line) => line.includes('error TS'))
    .map((line) => {
      const [, name = '', more = line] = /^([^(]+)(\(.*)$/.exec(line) ?? [];
      return `${files.get(name)?.place ?? name}${more}`;
    });
}

describe('a block of code that people are shown', () => {
  it('says what it is written in, so that it can be checked', () => {
    const known = new Set([...SCRIPTS, ...SHEETS, ...SHELLS, ...PAGES]);
    expect(blocks.length).toBeGreaterThan(20);
    expect(blocks.filter(({ language }) => !known.has(language))).toEqual([]);
  });

  it('compiles, against the package as it is shipped', { timeout: 60_000 }, async () => {
    expect(await compile(of(SCRIPTS))).toEqual([]);
  });

  it.each(of(SHEETS))('is a sheet without a fault: $place', async ({ code }) => {
    expect((await transform(code, { loader: 'css' })).warnings).toEqual([]);
  });

  it.each(of(SHELLS))('names commands that there are: $place', ({ code }) => {
    const names = [...code.matchAll(/npm (?:run )?([a-z][\w:-]*)/g)].map((found) => found[1] ?? '');
    const scripts = new Set([...Object.keys(manifest.scripts), 'ci', 'install']);
    expect(names.filter((name) => !scripts.has(name))).toEqual([]);
  });

  it.each(of(PAGES))('names files of the package that there are: $place', ({ code }) => {
    const paths = [...code.matchAll(/node_modules\/@mixpeek\/users-panel\/([\w./-]+)/g)].map((found) => found[1] ?? '');
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { packageName, root, scriptEntries } from './dist.js';

const folder = join(root, 'test/.output/types');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the compiler says to a host that uses the package with its libraries checked. */
async function compile(name: string, moduleResolution: string, source: string): Promise<string> {
  const home = join(folder, name);
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'host.tsx'), source);
  const compilerOptions = {
    target: 'ES2022',
    lib: ['ES2023', 'DOM', 'DOM.Iterable'],
    module: moduleResolution === 'nodenext' ? 'nodenext' : 'esnext',
    moduleResolution,
    jsx: 'react-jsx',
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    types: [],
    // Our own declarations are checked by this; those of other packages too, as a careful host does.
    skipLibCheck: false,
  };
  writeFileSync(join(home, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['host.tsx'] }));
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const { stdout } = await promisify(execFile)(process.execPath, [tsc, '-p', home]).catch(
    (error: { stdout?: string; message: string }) => ({ stdout: error.stdout || error.message }),
  );
  // Other packages' own faults are not ours to mend. What stands further in belongs to the fault above it.
  return stdout
    .trimEnd()
    .split(/\n(?=\S)/)
    .filter((fault) => !/^\S*node_modules\//.test(fault))
    .join('\n');
}

const imports = scriptEntries.map(({ entry }, i) => `import * as e${i} from '${packageName}${entry}';`);
const everything = `${imports.join('\n')}\nexport default [${imports.map((_, i) => `e${i}`).join(', ')}];\n`;

describe('a strict host', () => {
  it.each(['bundler', 'nodenext'])('compiles every entry with moduleResolution %s', async (resolution) => {
    expect(await compile(resolution, resolution, everything)).toBe('');
  });

  it('is told when it forgets appId', async () => {
    const source = `import { UsersPanel } from '${packageName}';\nexport const page = <UsersPanel />;\n`;
    expect(await compile('wrong', 'bundler', source)).toMatch(/appId/);
  });

  it('compiles the two lines of the README', async () => {
    const source = `import { UsersPanel } from '${packageName}';\nexport const page = <UsersPanel appId="app_abc123" />;\n`;
    expect(await compile('right', 'bundler', source)).toBe('');
  });

  it.each(['@clerk/clerk-react', '@clerk/react'])('compiles the Clerk page of the README with %s', async (clerk) => {
    const source = `import { useMemo } from 'react';
import { useClerk, useOrganization } from '${clerk}';
import { OrganizationList, UsersPanel, UsersProvider } from '${packageName}';
import { createClerkDataProvider } from '${packageName}/clerk';
import { organizationsDe } from '${packageName}/locales/organizations/de';
export function Users() {
  const clerk = useClerk();
  const { organization } = useOrganization();
  const dataProvider = useMemo(() => createClerkDataProvider(clerk), [clerk]);
  return organization ? (
    <UsersProvider appId={organization.id} dataProvider={dataProvider}>
      <OrganizationList messages={organizationsDe} onSelect={(chosen) => chosen.organizationId} />
      <UsersPanel appId={organization.id} dataProvider={dataProvider} />
    </UsersProvider>
  ) : null;
}\n`;
    expect(await compile(clerk.replace(/\W/g, '-'), 'bundler', source)).toBe('');
  });

  it('compiles a language of the package, with words of its own', async () => {
    const source = `import { UsersPanel } from '${packageName}';
import { ptBR } from '${packageName}/locales/pt-BR';
const messages = { ...ptBR, panel: { ...ptBR.panel, title: 'Equipe' } };
export const page = <UsersPanel appId="app_abc123" messages={messages} />;\n`;
    expect(await compile('language', 'nodenext', source)).toBe('');
  });

  it('is told when a catalogue of its own is not whole', async () => {
    const source = `import type { Messages } from '${packageName}';
export const sv: Messages = { locale: 'sv', panel: { title: 'Användare' } };\n`;
    expect(await compile('partial', 'bundler', source)).toMatch(/tryAgain|roles/);
  });
});

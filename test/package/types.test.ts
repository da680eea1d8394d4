import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { compile as compileIn, everyEntry, quickStart } from './compile.js';
import { packageName, root } from './dist.js';

const folder = join(root, 'test/.output/types');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const compile = (name: string, moduleResolution: 'bundler' | 'nodenext', source: string) =>
  compileIn(join(folder, name), source, { moduleResolution });

describe('a strict host', () => {
  it.each(['bundler', 'nodenext'] as const)(
    'compiles every entry and sheet with moduleResolution %s',
    async (resolution) => {
      expect(await compile(resolution, resolution, everyEntry)).toBe('');
    },
  );

  it('is told when it forgets appId', async () => {
    const source = `import { UsersPanel } from '${packageName}';\nexport const page = <UsersPanel />;\n`;
    expect(await compile('wrong', 'bundler', source)).toMatch(/appId/);
  });

  it('compiles the two lines of the README', async () => {
    expect(await compile('right', 'bundler', quickStart)).toBe('');
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

import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { packageName, root, standalone } from './dist.js';

/** The modules of the package that a host's bundle holds something of. */
async function modulesOf(contents: string): Promise<string[]> {
  const { metafile } = await build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    splitting: true,
    write: false,
    metafile: true,
    outdir: 'out',
    absWorkingDir: root,
    // Ours leads the package's name to src/; a host's leads it to the exports map.
    tsconfigRaw: {},
    format: 'esm',
    minify: true,
    external: ['react', 'react/*', 'react-dom', 'react-dom/*', '@tanstack/react-query', 'zod', 'zod/*'],
    logLevel: 'error',
    logOverride: { 'ignored-directive': 'silent', 'ignored-bare-import': 'silent' },
  });
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
  const held = inputs.filter(([path, { bytesInOutput }]) => bytesInOutput > 0 && path.startsWith('dist/'));
  return [...new Set(held.map(([path]) => path))].toSorted();
}

const pieces = ['MemberTable', 'InviteForm', 'RoleSelect', 'RemoveDialog', 'InvitationList', 'NoticeRegion'];
const piecesIn = (modules: string[]) => pieces.filter((piece) => modules.includes(`dist/components/${piece}.js`));

describe('a bundle of one piece', () => {
  it.each<[piece: string, along: string[]]>([
    ['MemberTable', ['RoleSelect', 'RemoveDialog']],
    ['InviteForm', ['RoleSelect']],
    ['RoleSelect', []],
    ['RemoveDialog', []],
    ['InvitationList', ['RoleSelect']],
    ['NoticeRegion', []],
  ])('holds %s, what it is made of (%j), and no other piece', async (piece, along) => {
    const modules = await modulesOf(`export { UsersProvider, ${piece} } from '${packageName}'`);
    expect(piecesIn(modules).toSorted()).toEqual([piece, ...along].toSorted());
  });

  it.each(pieces)('holds no back end: %s takes the host’s', async (piece) => {
    const modules = await modulesOf(`export { UsersProvider, ${piece} } from '${packageName}'`);
    expect(modules.filter((path) => /^dist\/(mixpeek|memory|msw|server|element)\//.test(path))).toEqual([]);
  });
});

describe('a bundle of hooks for a table of one’s own', () => {
  it.each(['useMembers', 'useInvitations', 'useUpdateMemberRole', 'useRemoveMember'])(
    'holds nothing that is seen: %s',
    async (hook) => {
      const modules = await modulesOf(`export { UsersProvider, ${hook} } from '${packageName}'`);
      expect(modules).toContain(`dist/query/${hook}.js`);
      expect(modules.filter((path) => /^dist\/(components|ui)\//.test(path))).toEqual([]);
    },
  );
});

describe('a bundle of the panel', () => {
  it('holds neither the element nor its sheet', async () => {
    const modules = await modulesOf(`export { UsersPanel } from '${packageName}'`);
    expect(modules).toContain('dist/UsersPanel.js');
    expect(
      modules.filter((path) => /^dist\/(element|standalone|styles|memory|msw|server|testing)\//.test(path)),
    ).toEqual([]);
  });
});

describe('an import for its effects', () => {
  it.each(['', '/element', '/mixpeek', '/memory', '/server', '/testing', '/locales/en'])(
    'of "%s" is dropped, for it has none',
    async (entry) => {
      expect(await modulesOf(`import '${packageName}${entry}'`)).toEqual([]);
    },
  );

  it('of the standalone script is kept: it makes the element known', async () => {
    expect(await modulesOf(`import '${packageName}/standalone'`)).toEqual([standalone]);
  });

  it('of the sheet is kept', async () => {
    expect(await modulesOf(`import '${packageName}/styles.css'`)).toEqual(['dist/styles.css']);
  });
});

import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundle } from '../tools/bundle.js';
import { packageName, root, standalone } from './dist.js';

const OUTSIDE = /^(react|react-dom|@tanstack\/react-query|zod)(\/|$)/;

/** The modules of the package that a page loads for an import. What waits for a dynamic import is not among them. */
async function modulesOf(contents: string): Promise<string[]> {
  const { first, sheets } = await bundle(contents, (id) => OUTSIDE.test(id));
  const paths = first
    .flatMap(({ modules }) => Object.entries(modules))
    .filter(([, { code }]) => code)
    .map(([path]) => path);
  const own = paths.filter((path) => path.startsWith(join(root, 'dist/'))).map((path) => path.slice(root.length));
  return [...new Set([...own, ...(sheets > 0 ? ['a sheet'] : [])])].toSorted();
}

const pieces = ['MemberTable', 'InviteForm', 'RoleSelect', 'RemoveDialog', 'InvitationList', 'NoticeRegion'];
const piecesIn = (modules: string[]) => pieces.filter((piece) => modules.includes(`dist/components/${piece}.js`));

describe('a bundle of one piece', () => {
  it.each<[piece: string, along: string[]]>([
    ['MemberTable', ['RoleSelect']],
    ['InviteForm', []],
    ['RoleSelect', []],
    ['RemoveDialog', []],
    ['InvitationList', []],
    ['NoticeRegion', []],
  ])('holds %s, what it is made of (%j), and no other piece', async (piece, along) => {
    const modules = await modulesOf(`export { UsersProvider, ${piece} } from '${packageName}'`);
    expect(piecesIn(modules)).toContain(piece);
    expect(piecesIn(modules).filter((name) => name !== piece && !along.includes(name))).toEqual([]);
  });

  it.each(pieces)('holds no back end: %s takes the host’s', async (piece) => {
    const modules = await modulesOf(`export { UsersProvider, ${piece} } from '${packageName}'`);
    expect(modules.filter((path) => /^dist\/(mixpeek|clerk|memory|msw|server|element)\//.test(path))).toEqual([]);
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
      modules.filter((path) => /^dist\/(element|standalone|styles|clerk|memory|msw|server|testing)\//.test(path)),
    ).toEqual([]);
  });
});

describe('a page in production', () => {
  it('is without the remedies that developers are told', async () => {
    const { first } = await bundle(`export { UsersPanel } from '${packageName}'`, (id) => OUTSIDE.test(id));
    const code = first.map((chunk) => chunk.code).join('\n');
    expect(code).toContain('mup-root');
    expect(code).not.toMatch(/UsersProvider needs|is no locale|is left out/);
    expect(code).not.toMatch(
      /\[users-panel\]|has no styles|px wide|has no slot|is no member|no Canvas page|must be a catalogue/,
    );
  });
});

describe('the pieces for organizations', () => {
  const isTheirs = (path: string) => /rganization|embershipRequest/.test(path);

  it('and their words are in no bundle but their own', async () => {
    const panel = await modulesOf(`export { UsersPanel } from '${packageName}'`);
    expect(panel.filter(isTheirs)).toEqual([]);
    const own = await modulesOf(`export { UsersProvider, OrganizationList } from '${packageName}'`);
    expect(own.filter(isTheirs)).toContain('dist/locales/organizations/en.js');
    expect(piecesIn(own)).toEqual([]);
  });
});

describe('an import for its effects', () => {
  it.each(['', '/element', '/mixpeek', '/clerk', '/clerk/backend', '/memory', '/server', '/testing', '/locales/en'])(
    'of "%s" is dropped, for it has none',
    async (entry) => {
      expect(await modulesOf(`import '${packageName}${entry}'`)).toEqual([]);
    },
  );

  it('of the standalone script is kept: it makes the element known', async () => {
    expect(await modulesOf(`import '${packageName}/standalone'`)).toEqual([standalone]);
  });

  it('of the sheet is kept', async () => {
    expect(await modulesOf(`import '${packageName}/styles.css'`)).toContain('a sheet');
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findViolations, ROOMS, type SourceFile } from './tools/boundaries.js';

const src = fileURLToPath(new URL('../src/', import.meta.url));

function readSources(): SourceFile[] {
  return readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => ({ path: path.replaceAll('\\', '/'), source: readFileSync(join(src, path), 'utf8') }));
}

describe('the house', () => {
  it('keeps its order in every file of src/', () => {
    const files = readSources();
    expect(files.length).toBeGreaterThan(5);
    expect(findViolations(files)).toEqual([]);
  });

  it('only ever points to a lower layer, in the table itself', () => {
    const upward = Object.entries(ROOMS).flatMap(([name, room]) =>
      room.rooms
        .filter((entry) => !entry.startsWith('type '))
        .filter((entry) => (ROOMS[entry.split('/')[0] ?? '']?.layer ?? Infinity) >= room.layer)
        .map((entry) => `${name} → ${entry}`),
    );
    expect(upward).toEqual([]);
  });
});

describe('the check lets through', () => {
  it.each<[path: string, source: string]>([
    ['model/role.ts', `export type Role = string;`],
    ['model/dataProvider.ts', `import type { Role } from './role.js'; export interface DataProvider { role: Role }`],
    ['locales/pt-BR.ts', `import type { Role } from '../model/role.js'; export const ptBR: Role = '';`],
    ['context/useMessages.ts', `import { en } from '../locales/en.js'; export const useMessages = () => en;`],
    [
      'server/createUsersHandler.ts',
      `import { p } from '../mixpeek/wire.js'; export function createUsersHandler() { p(); }`,
    ],
    ['msw/usersHandlers.ts', `import { http } from 'msw'; export const usersHandlers = () => [http];`],
    [
      'components/MemberTable.tsx',
      `import { Table } from '../ui/Table.js'; export const MemberTable = () => <Table />;`,
    ],
    ['UsersPanel.tsx', `import { a } from './mixpeek/index.js'; export const UsersPanel = () => a;`],
    ['index.ts', `export { UsersPanel } from './UsersPanel.js'; export type { Role } from './model/role.js';`],
    ['mixpeek/index.ts', `export { createMixpeekDataProvider } from './createMixpeekDataProvider.js';`],
    ['mixpeek/wire.ts', `import * as z from 'zod/mini'; export const path = z.string();`],
    ['msw/faults.ts', `export interface Fault {} export const createPlan = () => [];`],
    ['element/sheet.ts', `import css from '../styles/index.css?inline'; export const sheetFor = () => css;`],
    ['standalone/index.ts', `export { defineUsersPanelElement } from '../element/index.js';`],
    ['env.d.ts', `declare module '*.css';`],
  ])('%s: %s', (path, source) => {
    expect(findViolations([{ path, source }])).toEqual([]);
  });
});

describe('the check catches', () => {
  it.each<[what: string, path: string, source: string]>([
    ['an upward import', 'model/a.ts', `import { b } from '../mixpeek/wire.js'; export const a = b;`],
    ['an upward import of a type', 'model/a.ts', `import type { B } from '../mixpeek/wire.js'; export type A = B;`],
    ['an upward import written inline', 'model/a.ts', `export type A = import('../mixpeek/wire.js').B;`],
    ['an upward dynamic import', 'memory/a.ts', `export const a = () => import('../query/keys.js');`],
    ['a dynamic import of a computed path', 'memory/a.ts', `export const a = (p: string) => import(p);`],
    ['an upward re-export', 'memory/index.ts', `export { keys } from '../query/keys.js';`],
    ['a sideways import', 'ui/Button.tsx', `import { c } from '../context/c.js'; export const Button = c;`],
    [
      'a domain word in ui',
      'ui/Avatar.tsx',
      `import type { Member } from '../model/member.js'; export type Avatar = Member;`,
    ],
    ['a value out of model in locales', 'locales/en.ts', `import { A } from '../model/role.js'; export const en = A;`],
    [
      'a locale other than en in context',
      'context/c.ts',
      `import { de } from '../locales/de.js'; export const c = de;`,
    ],
    ['a data call in a piece', 'components/A.tsx', `import { b } from '../mixpeek/index.js'; export const A = b;`],
    ['a ui part in the panel', 'UsersPanel.tsx', `import { B } from './ui/Button.js'; export const UsersPanel = B;`],
    ['the whole client in server', 'server/a.ts', `import { b } from '../mixpeek/request.js'; export const a = b;`],
    ['the wire of the client in the fake', 'msw/a.ts', `import { b } from '../mixpeek/wire.js'; export const a = b;`],
    ['React in model', 'model/a.ts', `import { useState } from 'react'; export const a = useState;`],
    ['React types in memory', 'memory/a.ts', `import type { FC } from 'react'; export type A = FC;`],
    ['React in mixpeek', 'mixpeek/a.ts', `import { memo } from 'react'; export const a = memo;`],
    ['Query in server', 'server/a.ts', `import { Q } from '@tanstack/react-query'; export const a = Q;`],
    ['React in testing', 'testing/a.ts', `import 'react'; export const a = 1;`],
    ['React in msw', 'msw/a.ts', `import { memo } from 'react'; export const a = memo;`],
    ['a Node module', 'server/a.ts', `import { readFileSync } from 'node:fs'; export const a = readFileSync;`],
    ['the heavy zod', 'mixpeek/wire.ts', `import { z } from 'zod'; export const a = z;`],
    ['the package itself', 'components/A.tsx', `import { B } from '@mixpeek/users-panel'; export const A = B;`],
    [
      'a sheet as text outside the element',
      'ui/a.ts',
      `import css from '../styles/index.css?inline'; export const a = css;`,
    ],
    [
      'the element in the panel',
      'UsersPanel.tsx',
      `import { e } from './element/index.js'; export const UsersPanel = e;`,
    ],
    ['a stylesheet', 'UsersPanel.tsx', `import './styles/index.css'; export const UsersPanel = 1;`],
    ['a path without .js', 'model/a.ts', `import { b } from './b'; export const a = b;`],
    ['a path with .ts', 'model/a.ts', `import { b } from './b.ts'; export const a = b;`],
    ['a path out of src', 'model/a.ts', `import { b } from '../../test/b.js'; export const a = b;`],
    ['a folder that says nothing', 'model/utils/a.ts', `export const a = 1;`],
    ['a room that is not in the house', 'services/a.ts', `export const a = 1;`],
    ['a barrel', 'components/index.ts', `export { A } from './A.js';`],
    ['a re-export beside the entry', 'model/a.ts', `export { b } from './b.js'; export const a = 1;`],
    ['export *', 'index.ts', `export * from './UsersPanel.js';`],
    ['a default export', 'model/a.ts', `export const a = 1; export default a;`],
    ["a component that is not its file's name", 'ui/Button.tsx', `export const ButtonGroup = 1;`],
    ["a hook that is not its file's name", 'query/useMembers.ts', `export const useMembersList = 1;`],
    ['a file named unlike its exports', 'model/a.ts', `export const b = 1;`],
  ])('%s', (_what, path, source) => {
    expect(findViolations([{ path, source }])).toHaveLength(1);
  });
});

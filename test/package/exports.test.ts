import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { declaredNames, filesOf, packageName, root, scriptEntries, sheetEntries, text } from './dist.js';

/** Imports an entry by the package's name in a Node process of its own, and tells what it exports. */
function importInNode(entry: string): string[] {
  const script = `console.log(JSON.stringify(Object.keys(await import(${JSON.stringify(packageName + entry)})).sort()))`;
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: root,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  });
  return JSON.parse(output) as string[];
}

describe('the exports map', () => {
  it.each(scriptEntries)('has a module and its types behind "$entry"', ({ file, types }) => {
    expect(existsSync(join(root, file))).toBe(true);
    expect(existsSync(join(root, types))).toBe(true);
  });

  it('names types first, for the first condition that fits is taken', () => {
    const conditions = Object.values(manifest.exports).filter(
      (target) => typeof target !== 'string' && target !== null,
    );
    expect(conditions.map((target) => Object.keys(target).join())).toEqual(conditions.map(() => 'types,default'));
  });

  it('has a catalogue entry for every language in src', () => {
    const languages = filesOf('src/locales', /\.ts$/)
      .map((path) => path.replace(/^src\/locales\/|\.ts$/g, ''))
      // English comes in parts, which are no entries.
      .filter((name) => !name.includes('/'));
    const entries = scriptEntries.filter(isCatalogue).map(({ entry }) => entry.replace('/locales/', ''));
    expect(entries.toSorted()).toEqual(languages.toSorted());
    expect(entries.toSorted()).toEqual(Object.keys(CATALOGUES).toSorted());
  });

  it('has a part for organizations beside every catalogue', () => {
    const parts = scriptEntries.filter(isPart).map(({ entry }) => entry.replace(PART, ''));
    expect(parts.toSorted()).toEqual(Object.keys(CATALOGUES).toSorted());
  });

  it('has a sheet behind each entry that is one, and an entry for each theme', () => {
    const themes = filesOf('src/styles/themes', /\.css$/).map((path) => path.replace('src/styles', ''));
    expect(sheetEntries.map(({ entry }) => entry)).toEqual(['/styles.css', ...themes]);
    for (const { file } of sheetEntries) expect(text(file)).toContain('.mup-root');
  });

  it('repeats the types of every entry in typesVersions, for moduleResolution node', () => {
    const entries = Object.entries(manifest.exports).flatMap(([key, target]) =>
      target !== null && typeof target !== 'string' && key !== '.' ? [[key.slice(2), [target.types]]] : [],
    );
    expect(manifest.typesVersions).toEqual({ '*': Object.fromEntries(entries) });
    expect([manifest.main, manifest.types]).toEqual([manifest.exports['.'].default, manifest.exports['.'].types]);
  });
});

/** What each entry publishes. A name that leaves this list breaks a host; one that joins it is a promise. */
const PUBLISHED: Readonly<Record<string, { values: string[]; types: string[] }>> = {
  '': {
    values: [
      'ADMIN_ROLE',
      'InvitationList',
      'InviteForm',
      'MEMBER_ROLE',
      'MemberTable',
      'MembershipRequestList',
      'NoticeRegion',
      'OrganizationForm',
      'OrganizationList',
      'RemoveDialog',
      'RoleSelect',
      'UsersError',
      'UsersPanel',
      'UsersProvider',
      'isAdminRole',
      'isUsersError',
      'memberDisplayName',
      'themeFromApp',
      'themeFromClerk',
      'useAccess',
      'useInvitations',
      'useInviteMember',
      'useMembers',
      'useMessages',
      'useRemoveMember',
      'useResendInvitation',
      'useRevokeInvitation',
      'useRoles',
      'useUpdateMemberRole',
    ],
    types: [
      'Access',
      'AppInput',
      'AppTheme',
      'ClassNames',
      'ClerkVariables',
      'CreateOrganizationInput',
      'CurrentAccess',
      'CurrentUser',
      'DataProvider',
      'Invitation',
      'InvitationListProps',
      'InvitationPage',
      'InvitationRow',
      'InvitationStatus',
      'InviteBatchEvents',
      'InviteFormProps',
      'InviteMemberInput',
      'InviteOutcome',
      'InviteRequest',
      'Language',
      'ListInvitationsInput',
      'ListMembersInput',
      'ListOrganizationsInput',
      'ListState',
      'Member',
      'MemberColumn',
      'MemberList',
      'MemberPage',
      'MemberTableProps',
      'MembershipRequest',
      'MembershipRequestInput',
      'MembershipRequestListProps',
      'MembershipRequestPage',
      'Messages',
      'Notice',
      'NoticeAction',
      'Organization',
      'OrganizationFormProps',
      'OrganizationListProps',
      'OrganizationMessages',
      'OrganizationPage',
      'PartialMessages',
      'Plural',
      'RemoveDialogProps',
      'RemoveMemberInput',
      'RenameOrganizationInput',
      'Resend',
      'ResendFailure',
      'ResendInvitation',
      'RevokeInvitationInput',
      'Role',
      'RoleOption',
      'RoleSelectProps',
      'SlotName',
      'UpdateMemberRoleInput',
      'UsersCallbacks',
      'UsersComponents',
      'UsersErrorCode',
      'UsersErrorOptions',
      'UsersOperation',
      'UsersPanelProps',
      'UsersProviderProps',
      'UsersTokens',
      'Veto',
    ],
  },
  '/mixpeek': {
    values: ['canvasTunnel', 'createMixpeekDataProvider'],
    types: ['CanvasTunnelOptions', 'HeadersSource', 'MixpeekOptions', 'Operation', 'OperationIds', 'Paths', 'Route'],
  },
  '/clerk': {
    values: ['createClerkDataProvider'],
    types: [
      'ClerkLike',
      'ClerkMembershipLike',
      'ClerkOptions',
      'ClerkOrganizationLike',
      'ClerkPage',
      'ClerkPaging',
      'ClerkStatus',
      'ClerkUserLike',
    ],
  },
  '/memory': {
    values: ['createMemoryDataProvider', 'createSeed'],
    types: ['AppMode', 'FilledSeed', 'MemoryDataProviderOptions', 'Seed', 'SeedOptions', 'StoreOptions'],
  },
  '/element': {
    values: ['UsersPanelElement', 'defineUsersPanelElement'],
    types: ['UsersPanelEventMap'],
  },
  '/standalone': {
    values: ['UsersPanelElement', 'canvasTunnel', 'createMixpeekDataProvider', 'defineUsersPanelElement'],
    types: ['UsersPanelEventMap'],
  },
  '/testing': { values: ['describeDataProvider'], types: ['ContractOptions', 'TestedDataProvider'] },
  '/server': {
    values: ['clerkAuthorize', 'createCanvasFunction', 'createUsersHandler'],
    types: [
      'CanvasAnswer',
      'CanvasContext',
      'CanvasFunction',
      'CanvasFunctionOptions',
      'ClerkAuthorizeOptions',
      'ClerkPerson',
      'RateCount',
      'RateLimit',
      'RateLimitStore',
      'UsersAction',
      'UsersActionContext',
      'UsersActionEvent',
      'UsersCaller',
      'UsersHandler',
      'UsersHandlerOptions',
      'UsersHandlerOverDataProvider',
      'UsersHandlerOverMixpeek',
      'UsersHandlerRules',
    ],
  },
  '/clerk/backend': {
    values: ['createClerkBackendDataProvider'],
    types: [
      'ClerkBackendDataProvider',
      'ClerkBackendOptions',
      'ClerkInvitationExtras',
      'ClerkInviteInput',
      'ClerkInviteManyInput',
      'ClerkInviteResult',
      'ClerkMembershipInput',
      'ClerkMembershipOrder',
      'ClerkMetadata',
      'ClerkMetadataInput',
    ],
  },
  '/canvas/users.js': { values: ['default'], types: [] },
  '/msw': {
    values: ['createFakeMixpeek', 'usersHandlers'],
    types: [
      'CutFault',
      'ErrorStyle',
      'FakeMixpeek',
      'FakeMixpeekOptions',
      'FakeOperation',
      'Fault',
      'FaultTarget',
      'LoggedRequest',
      'MalformedFault',
      'SlowFault',
      'StatusFault',
      'SuccessStyle',
      'UsersHandlersOptions',
    ],
  },
};

/** The languages, each with the name its catalogue is exported by. */
const CATALOGUES: Readonly<Record<string, string>> = {
  ar: 'ar',
  de: 'de',
  en: 'en',
  es: 'es',
  fr: 'fr',
  he: 'he',
  it: 'it',
  ja: 'ja',
  ko: 'ko',
  nl: 'nl',
  pl: 'pl',
  'pt-BR': 'ptBR',
  tr: 'tr',
  'zh-CN': 'zhCN',
};

const PART = '/locales/organizations/';
const isPart = ({ entry }: { entry: string }) => entry.startsWith(PART);
const isCatalogue = ({ entry }: { entry: string }) => entry.startsWith('/locales/') && !entry.startsWith(PART);
const published = scriptEntries
  .filter((each) => !isCatalogue(each) && !isPart(each))
  .map((each) => ({
    ...each,
    names: PUBLISHED[each.entry] ?? { values: [], types: [] },
  }));

describe('the published names', () => {
  it('are pinned for every entry but the catalogues', () => {
    expect(Object.keys(PUBLISHED).toSorted()).toEqual(published.map(({ entry }) => entry).toSorted());
  });

  it.each(published)('of "$entry" come in plain Node, without a DOM', ({ entry, names }) => {
    expect(importInNode(entry)).toEqual(names.values.toSorted());
  });

  it.each(published)('of "$entry" are declared, and the types with them', ({ types, names }) => {
    expect(declaredNames(types)).toEqual([...names.values, ...names.types].toSorted());
  });

  it.each(scriptEntries.filter(isCatalogue))('of "$entry" are one catalogue', ({ entry, file }) => {
    const name = CATALOGUES[entry.replace('/locales/', '')];
    expect(importInNode(entry)).toEqual([name]);
    expect(declaredNames(file.replace(/\.js$/, '.d.ts'))).toContain(name);
  });

  it.each(scriptEntries.filter(isPart))('of "$entry" are one part of a catalogue', ({ entry, file }) => {
    const name = CATALOGUES[entry.replace(PART, '')] ?? '';
    const exported = `organizations${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    expect(importInNode(entry)).toEqual([exported]);
    expect(declaredNames(file.replace(/\.js$/, '.d.ts'))).toContain(exported);
  });
});

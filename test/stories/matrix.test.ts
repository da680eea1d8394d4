import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/*
 * Every state of every piece: the story that shows it (`File/Export`, or several), or a sentence on why it cannot occur
 * there. A story that shows something else is named among the extras, so that none is left without its place.
 */

const STATES = [
  'loading',
  'empty',
  'no match',
  'failed',
  'refetch failed',
  'offline',
  'read-only',
  'no access',
  'not enabled',
  'signed out',
  'incomplete list',
  'unreadable rows',
  'one member',
  'last admin',
  'own row',
  'unknown role',
  'managed row',
  'pending write',
  'failed write',
  'long names',
  'no name',
  'no e-mail',
  'no picture',
  'right-to-left names',
  'ten thousand',
] as const;

type State = (typeof STATES)[number];
type Cell = string | readonly string[];

const MATRIX: Record<string, Record<State, Cell>> = {
  MemberTable: {
    loading: ['MemberTable/Loading', 'MemberTableTrouble/RateLimited'],
    empty: 'MemberTable/Empty',
    'no match': 'MemberTable/NoMatch',
    failed: ['MemberTableTrouble/Failed', 'MemberTableTrouble/AppNotFound'],
    'refetch failed': 'MemberTableTrouble/RefetchFailed',
    offline: ['MemberTableTrouble/Offline', 'MemberTableTrouble/OfflineWithRows'],
    'read-only': 'MemberTable/ReadOnly',
    'no access': 'MemberTableTrouble/NoAccess',
    'not enabled': 'MemberTableTrouble/NotEnabled',
    'signed out': ['MemberTableTrouble/SignedOut', 'MemberTableTrouble/SessionEnded'],
    'incomplete list': 'MemberTableTrouble/IncompleteList',
    'unreadable rows': 'MemberTableTrouble/UnreadableRow',
    'one member': 'MemberTablePeople/OneMember',
    'last admin': 'MemberTable/LastAdmin',
    'own row': ['MemberTablePeople/OwnRow', 'MemberTable/DemoteYourself'],
    'unknown role': 'MemberTable/UnknownRole',
    'managed row': 'MemberTable/ManagedElsewhere',
    'pending write': 'MemberTable/RoleChangePending',
    'failed write': 'MemberTable/RoleChangeRefused',
    'long names': ['MemberTablePeople/LongNames', 'MemberTablePeople/LongNamesOnAPhone'],
    'no name': 'MemberTablePeople/NoNameNoAddress',
    'no e-mail': 'MemberTablePeople/NoNameNoAddress',
    'no picture': 'MemberTablePeople/PicturesAndInitials',
    'right-to-left names': ['MemberTablePeople/RightToLeftNames', 'MemberTablePeople/RightToLeft'],
    'ten thousand': 'MemberTable/TenThousand',
  },
  InviteForm: {
    loading: 'InviteFormTrouble/Loading',
    empty: 'InviteForm/Default',
    'no match': 'It has nothing to search in.',
    failed: 'InviteFormTrouble/ListsFailed',
    'refetch failed': 'It shows no list; what it knows of the lists it keeps, and the server judges the rest.',
    offline: 'InviteFormTrouble/Offline',
    'read-only': 'InviteForm/ReadOnly',
    'no access': 'InviteFormTrouble/NoAccess',
    'not enabled': 'InviteFormTrouble/NotEnabled',
    'signed out': 'InviteFormSending/SessionEnded',
    'incomplete list': ['InviteFormTrouble/IncompleteList', 'InviteFormSending/ServerKnowsBetter'],
    'unreadable rows': 'It shows no rows; somebody whose row cannot be read is found by the server, as in a cut list.',
    'one member': 'How many there are changes nothing in it.',
    'last admin': 'It takes nothing from anybody.',
    'own row': 'InviteFormTrouble/OwnAddressAndUnknownRole',
    'unknown role': 'InviteFormTrouble/OwnAddressAndUnknownRole',
    'managed row': 'It changes no membership.',
    'pending write': ['InviteFormSending/Sending', 'InviteFormSending/SevenOfTwenty'],
    'failed write': [
      'InviteFormSending/RefusedAddress',
      'InviteFormSending/LimitReached',
      'InviteFormSending/LimitReachedMidway',
      'InviteFormSending/PerhapsSent',
      'InviteFormSending/WaitingAndStopped',
      'InviteForm/NotSentAgain',
    ],
    'long names': ['InviteFormTrouble/LongAddresses', 'InviteForm/OnAPhone'],
    'no name': 'It knows people by their addresses alone.',
    'no e-mail': 'Nobody is invited without an address.',
    'no picture': 'It shows no pictures.',
    'right-to-left names': 'InviteForm/RightToLeft',
    'ten thousand': 'InviteForm/AThousandAddresses',
  },
  RoleSelect: {
    loading: 'It is given its role, and has the roles of the kit until others are known.',
    empty: 'It always has the role it is given.',
    'no match': 'It has nothing to search in.',
    failed: 'It reads no list; without an answer about roles it has those of the kit.',
    'refetch failed': 'It reads no list.',
    offline: 'It sends nothing itself: whoever renders it says what failed, as in the failed write.',
    'read-only': 'RoleSelect/Disabled',
    'no access': 'It is rendered by what may be seen already.',
    'not enabled': 'It is rendered by what may be seen already.',
    'signed out': 'It is rendered by what may be seen already.',
    'incomplete list': 'It shows no list.',
    'unreadable rows': 'It shows no rows.',
    'one member': 'It belongs to one member and does not know of others.',
    'last admin': 'RoleSelect/LastAdmin',
    'own row': 'It does not know whose role it is; the table asks before one demotes oneself.',
    'unknown role': 'RoleSelect/UnknownRole',
    'managed row': 'RoleSelect/Disabled',
    'pending write': 'RoleSelect/Saving',
    'failed write': 'RoleSelect/Refused',
    'long names': 'RoleSelect/LongRoleName',
    'no name': 'A role without a name is shown by its slug, as an unknown one.',
    'no e-mail': 'It shows no addresses.',
    'no picture': 'It shows no pictures.',
    'right-to-left names': 'RoleSelect/RightToLeft',
    'ten thousand': 'It shows roles, of which there are few.',
  },
  RemoveDialog: {
    loading: 'It is given its member.',
    empty: 'It always has a member.',
    'no match': 'It has nothing to search in.',
    failed: 'It reads nothing before it asks; what fails is the removal.',
    'refetch failed': 'What is read after a removal is told by the list.',
    offline: 'RemoveDialog/Offline',
    'read-only': 'RemoveDialog/NotAllowed',
    'no access': 'RemoveDialog/NotAllowed',
    'not enabled': 'RemoveDialog/NotEnabled',
    'signed out': 'RemoveDialog/SessionEnded',
    'incomplete list': 'It shows no list.',
    'unreadable rows': 'It shows no rows.',
    'one member': 'The one member is the last admin.',
    'last admin': 'RemoveDialog/LastAdmin',
    'own row': 'Removing oneself is not offered, and the server refuses it as any act that is not allowed.',
    'unknown role': 'It does not speak of the role, unless that changes: see MemberTable, changed while asked.',
    'managed row': 'RemoveDialog/ManagedElsewhere',
    'pending write': 'RemoveDialog/Removing',
    'failed write': 'RemoveDialog/Failed',
    'long names': 'RemoveDialog/LongName',
    'no name': ['RemoveDialog/AddressOnly', 'RemoveDialog/NoNameNoAddress'],
    'no e-mail': 'RemoveDialog/NoNameNoAddress',
    'no picture': 'It shows no pictures.',
    'right-to-left names': 'RemoveDialog/RightToLeftName',
    'ten thousand': 'It speaks of one member.',
  },
  InvitationList: {
    loading: 'InvitationList/Loading',
    empty: 'InvitationList/Empty',
    'no match': 'It has no search: pages are few.',
    failed: 'InvitationListTrouble/Failed',
    'refetch failed': 'InvitationListTrouble/RefetchFailed',
    offline: ['InvitationListTrouble/Offline', 'InvitationListTrouble/OfflineWithRows'],
    'read-only': 'InvitationList/ReadOnly',
    'no access': 'InvitationListTrouble/NoAccess',
    'not enabled': 'InvitationListTrouble/NotEnabled',
    'signed out': ['InvitationListTrouble/SignedOut', 'InvitationListTrouble/SessionEnded'],
    'incomplete list': 'InvitationList/IncompleteAndUnreadable',
    'unreadable rows': 'InvitationList/IncompleteAndUnreadable',
    'one member': 'It lists no members.',
    'last admin': 'Whoever is invited is not an admin yet.',
    'own row': 'Whoever looks has been let in already.',
    'unknown role': 'InvitationList/OddInvitations',
    'managed row': 'A directory lets people in without an invitation.',
    'pending write': 'InvitationList/Busy',
    'failed write': 'InvitationList/ResendRefused',
    'long names': ['InvitationList/OddInvitations', 'InvitationListTrouble/OddAddresses'],
    'no name': 'It knows people by their addresses alone.',
    'no e-mail': 'There is no invitation without an address.',
    'no picture': 'It shows no pictures.',
    'right-to-left names': ['InvitationListTrouble/OddAddresses', 'InvitationList/RightToLeft'],
    'ten thousand': ['InvitationListTrouble/TenThousand', 'InvitationList/ManyPages'],
  },
  UsersPanel: {
    loading: 'UsersPanel/Loading',
    empty: 'UsersPanelStates/Empty',
    'no match': 'UsersPanelStates/NoMatch',
    failed: ['UsersPanelStates/Failed', 'UsersPanel/AppNotFound'],
    'refetch failed': 'UsersPanelStates/RefetchFailed',
    offline: ['UsersPanelStates/Offline', 'UsersPanelStates/OfflineWithRows'],
    'read-only': 'UsersPanel/ReadOnly',
    'no access': ['UsersPanel/NoAccess', 'UsersPanel/NoAccessByHost'],
    'not enabled': 'UsersPanel/NotEnabled',
    'signed out': ['UsersPanel/SignedOut', 'UsersPanelStates/SessionEnded'],
    'incomplete list': 'UsersPanelStates/IncompleteList',
    'unreadable rows': 'UsersPanelStates/UnreadableRow',
    'one member': 'UsersPanel/OneMember',
    'last admin': 'UsersPanel/OneMember',
    'own row': 'UsersPanel/Default',
    'unknown role': 'UsersPanelStates/OddPeople',
    'managed row': 'The Mixpeek API, which the panel is shown over, names no managed rows: see MemberTable.',
    'pending write': 'UsersPanelStates/PendingWrite',
    'failed write': 'UsersPanelStates/FailedWrite',
    'long names': 'UsersPanelStates/OddPeople',
    'no name': 'UsersPanelStates/OddPeople',
    'no e-mail': 'UsersPanelStates/OddPeople',
    'no picture': 'UsersPanelStates/OddPeople',
    'right-to-left names': ['UsersPanelStates/OddPeople', 'UsersPanelStates/OddPeopleRightToLeft'],
    'ten thousand': 'UsersPanel/TenThousand',
  },
};

/** Stories of acts, of a host's own parts, of ways out of a state, of languages and themes. */
const EXTRAS: Record<string, readonly string[]> = {
  Toolbar: [
    'SeenByMember',
    'SeenByNoMember',
    'SeenSignedOut',
    'TooManyRequests',
    'WithoutNetwork',
    'OnAnArabicPhone',
    'InShadowRoot',
    'OnAGarishPage',
    'InClerksColours',
  ],
  InvitationList: [
    'Default',
    'NoLongerPending',
    'Resent',
    'ResendFailedHalfway',
    'ResendGivenUp',
    'ResendNotKnown',
    'ResendAcceptedMeanwhile',
    'ResendRevokedMeanwhile',
    'RoleOfPendingChanged',
    'RoleChangeCancelled',
    'RoleChangeFailedHalfway',
    'WithLink',
    'LinkNotCopied',
    'ExpiringSoon',
    'Expired',
    'UnknownStatus',
    'RevokedWhileAsked',
  ],
  InvitationListTrouble: ['FailedThenLoaded'],
  InviteForm: [
    'OneAddress',
    'PastedList',
    'TidyingUp',
    'LikelyTypos',
    'RolesInTheList',
    'SendAgain',
    'Correcting',
    'EditingInPlace',
    'DraftKept',
    'Vetoed',
  ],
  InviteFormSending: ['AnswerLost'],
  Languages: ['German', 'Arabic', 'Hebrew', 'Japanese', 'Polish', 'French', 'GermanOnAPhone', 'ArabicOnAPhone'],
  Themes: [
    'DefaultDark',
    'DefaultRightToLeft',
    'Compact',
    'CompactDark',
    'Mixpeek',
    'MixpeekDark',
    'MixpeekRightToLeft',
    'Shadcn',
    'ShadcnDark',
    'ShadcnRightToLeft',
    'ShadcnYellow',
    'ShadcnTriples',
    'ShadcnTriplesDark',
    'ShadcnTriplesRightToLeft',
    'AppTheme',
    'ClerkAppearance',
  ],
  MemberTable: [
    'Default',
    'Searched',
    'SearchCleared',
    'FilteredByRole',
    'Sorted',
    'OddPeople',
    'OnAPhone',
    'ChangedByOthers',
    'ChangedWhileAsked',
    'PagedByBackEnd',
    'HostColumns',
    'HostParts',
    'Vetoed',
    'SearchByKey',
  ],
  MemberTableTrouble: ['FailedThenLoaded', 'RefetchTriedAgain'],
  Organizations: ['Default', 'Renaming', 'Empty', 'SignedOut', 'RightToLeft'],
  OwnTable: ['Default'],
  RemoveDialog: ['Default', 'Confirmed', 'FailedThenRemoved', 'AlreadyGone'],
  RoleSelect: ['Default', 'WithDescription', 'CustomRoles'],
  UsersPanel: ['EveryAct', 'Undo', 'AccessLost'],
};

const folder = fileURLToPath(new URL('../../stories/', import.meta.url));

/** `File/Export` of every story. */
const written = readdirSync(folder)
  .filter((file) => file.endsWith('.stories.tsx'))
  .flatMap((file) =>
    [...readFileSync(folder + file, 'utf8').matchAll(/^export const (\w+)/gm)].map(
      ([, name]) => `${file.replace('.stories.tsx', '')}/${name}`,
    ),
  );

const isStory = (entry: string) => /^\w+\/\w+$/.test(entry);
const entriesOf = (cell: Cell | undefined) => (cell === undefined ? [] : [cell].flat());
const named = [
  ...Object.values(MATRIX).flatMap((row) => Object.values(row).flatMap(entriesOf).filter(isStory)),
  ...Object.entries(EXTRAS).flatMap(([file, names]) => names.map((name) => `${file}/${name}`)),
];

describe('the matrix of pieces and states', () => {
  it.each(Object.entries(MATRIX))('has for %s in each state a story, or the reason why there is none', (piece, row) => {
    expect(Object.keys(row)).toEqual([...STATES]);
    const unanswered = STATES.filter((state) => {
      const entries = entriesOf(row[state]);
      // Several entries are several stories; one alone may be a sentence.
      return entries.length === 0 || !(entries.every(isStory) || /^[A-Z].+ .+\.$/.test(entries.join()));
    });
    expect(unanswered).toEqual([]);
    const stories = Object.values(row).flatMap(entriesOf).filter(isStory);
    expect(stories.filter((story) => !story.startsWith(piece))).toEqual([]);
  });

  it('names only stories that are there', () => {
    expect(named.filter((story) => !written.includes(story))).toEqual([]);
  });

  it('leaves no story without its place', () => {
    expect(written.length).toBeGreaterThan(100);
    expect(written.filter((story) => !named.includes(story))).toEqual([]);
  });

  it('calls no story both a state and an extra', () => {
    const states = new Set(Object.values(MATRIX).flatMap((row) => Object.values(row).flatMap(entriesOf)));
    const extras = Object.entries(EXTRAS).flatMap(([file, names]) => names.map((name) => `${file}/${name}`));
    expect(extras.filter((story) => states.has(story))).toEqual([]);
  });
});

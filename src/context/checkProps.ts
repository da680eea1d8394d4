import { enFirst } from '../locales/english/enFirst.js';
import type { SlotName } from '../ui/useSlot.js';
import type { UsersProviderProps } from './UsersProvider.js';
import { warnOnce } from './warnOnce.js';

const CHOICES = {
  theme: ['light', 'dark', 'system'],
  density: ['comfortable', 'compact'],
  access: ['manage', 'read', 'none'],
  dir: ['ltr', 'rtl'],
} as const;

/** Warns of props that have no effect, or another one than was meant. TypeScript finds most of them; JavaScript none. */
export function checkProps(props: UsersProviderProps): void {
  const { classNames, messages, locale, currentUserId } = props;
  for (const [name, choices] of Object.entries(CHOICES)) {
    const value: unknown = props[name as keyof typeof CHOICES];
    if (value === undefined || value === null || choices.some((choice) => choice === value)) continue;
    warnOnce(`${name} must be ${choices.map((choice) => `"${choice}"`).join(' or ')}, not ${show(value)}.`);
  }
  if (isGiven(currentUserId) && (typeof currentUserId !== 'string' || currentUserId.trim() === '')) {
    warnOnce(`currentUserId must be the userId of a member, not ${show(currentUserId)}.`);
  }
  for (const name of Object.keys(classNames ?? {})) {
    if (Object.hasOwn(SLOTS, name)) continue;
    warnOnce(
      `classNames has no slot "${name}". The slots are listed in the README: the class of each is mup- and its name.`,
    );
  }
  if (isGiven(messages)) checkMessages(messages);
  const spoken = isObject(messages) ? (messages['locale'] ?? enFirst.locale) : enFirst.locale;
  if (typeof locale === 'string' && typeof spoken === 'string' && language(locale) !== language(spoken)) {
    warnOnce(
      `locale="${locale}" changes dates, numbers and direction, but the words stay in "${spoken}". Pass the catalogue too: ` +
        `messages of @mixpeek/users-panel/locales/${language(locale)}.`,
    );
  }
}

function checkMessages(messages: unknown): void {
  if (!isObject(messages)) {
    warnOnce(
      `messages must be a catalogue, such as { de } of @mixpeek/users-panel/locales/de, or a part of one, not ${show(messages)}.`,
    );
    return;
  }
  for (const [name, english] of Object.entries(enFirst)) {
    const value = messages[name];
    if (!isGiven(value) || typeof value === typeof english) continue;
    warnOnce(`messages.${name} must be ${typeof english === 'string' ? 'a text' : 'an object'}, not ${show(value)}.`);
  }
}

/** The language of a tag, without script and region. */
const language = (tag: string) => tag.split('-')[0];

const isGiven = (value: unknown) => value !== undefined && value !== null;

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function show(value: unknown): string {
  return typeof value === 'function' ? 'a function' : (JSON.stringify(value) ?? String(value)).slice(0, 80);
}

const SLOTS: Readonly<Record<SlotName, true>> = {
  avatar: true,
  'avatar-image': true,
  badge: true,
  button: true,
  chip: true,
  'chip-body': true,
  'chip-note': true,
  'chip-text': true,
  chips: true,
  count: true,
  dialog: true,
  'dialog-actions': true,
  'dialog-body': true,
  'dialog-failure': true,
  'dialog-title': true,
  'email-field': true,
  failure: true,
  field: true,
  hidden: true,
  hint: true,
  icon: true,
  input: true,
  'invitation-actions': true,
  'invitation-email': true,
  'invitation-link': true,
  'invitation-list': true,
  'invitation-list-row': true,
  'invite-fields': true,
  'invite-form': true,
  'invite-progress': true,
  'invite-progress-bar': true,
  'invite-progress-text': true,
  'invite-tools': true,
  label: true,
  'member-table': true,
  'member-table-row': true,
  message: true,
  'message-action': true,
  'message-hint': true,
  'message-text': true,
  'message-title': true,
  muted: true,
  notice: true,
  'notice-text': true,
  notices: true,
  pager: true,
  'pager-range': true,
  panel: true,
  'panel-title': true,
  'pending-role': true,
  person: true,
  'person-email': true,
  'person-name': true,
  'person-text': true,
  'role-select': true,
  'role-text': true,
  search: true,
  'section-title': true,
  select: true,
  'select-control': true,
  skeleton: true,
  table: true,
  'table-body': true,
  'table-cell': true,
  'table-head': true,
  'table-header': true,
  'table-row': true,
  'table-sort': true,
  toolbar: true,
};

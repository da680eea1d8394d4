import type { FirstMessages, Messages, PartialMessages, Plural } from '../locales/en.js';
import { enFirst } from '../locales/english/enFirst.js';
import { isUncertain, UsersError } from '../model/errors.js';
import { plainText } from '../model/plainText.js';
import { ADMIN_ROLE, MEMBER_ROLE, type Role, type RoleOption } from '../model/role.js';
import { isDevelopment } from './isDevelopment.js';
import { overlay } from './overlay.js';

export type { Messages, PartialMessages, Plural };

type Values = Record<string, string | number>;

/** Everything a piece says: the catalogue's words, and `Intl` in the component's locale, never the browser's. */
export interface Language {
  messages: FirstMessages;
  locale: string;
  dir: 'ltr' | 'rtl';
  /** Fills placeholders; a plural is chosen by `values.count`. */
  say: (message: string | Plural, values?: Values) => string;
  /** A day, such as "Mar 15, 2026"; null when the text is no date. */
  day: (iso: string | null) => string | null;
  /** A distance in days from now, such as "in 3 days"; null when the text is no date. */
  fromNow: (iso: string | null) => string | null;
  list: (items: readonly string[]) => string;
  /** The role's name for people: the host's, else the catalogue's, else the slug. */
  roleLabel: (role: Role) => string;
  roleDescription: (role: Role) => string | undefined;
  /** The sentence for a failure, with what to do. */
  explain: (error: UsersError) => string;
}

export interface LanguageOptions {
  locale?: string | undefined;
  dir?: 'ltr' | 'rtl' | undefined;
  messages?: PartialMessages | undefined;
  roles?: readonly RoleOption[] | undefined;
}

/** The scripts that run so, by their names in a whole tag, where nothing else is written with one capital. */
const RIGHT_TO_LEFT = /Ara[bn]|Hebr|Thaa|Syrc|Nkoo|Adlm/;
const RTL_LETTER = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const LTR_LETTER = /[A-Za-z\u00c0-\u024f\u0370-\u052f]/;
/** Brackets, which a sentence from right to left would mirror. */
const MIRRORED = /^[<>()[\]{}]$/;
const DAY_MS = 86_400_000;

/**
 * Builds the language of one panel.
 * @throws {UsersError} `invalid_input` for a locale that is no BCP 47 tag.
 */
export function createLanguage({ messages: given, locale, dir: direction, roles }: LanguageOptions): Language {
  const english: FirstMessages = enFirst;
  const messages = given ? overlay(english, given) : english;
  const tag = usableLocale(locale ?? messages.locale);
  // The first question about scripts takes a browser milliseconds, which English need not wait for.
  const isRtl = tag !== english.locale && RIGHT_TO_LEFT.test(new Intl.Locale(tag).maximize().toString());
  const dir = direction ?? (isRtl ? 'rtl' : 'ltr');
  // Made on first use: an Intl formatter costs more than all the rest of a language.
  const plurals = lazy(() => new Intl.PluralRules(tag));
  const numbers = lazy(() => new Intl.NumberFormat(tag));
  const days = lazy(() => new Intl.DateTimeFormat(tag, { dateStyle: 'medium' }));
  const distances = lazy(() => new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }));
  const lists = lazy(() => new Intl.ListFormat(tag));

  // A name that runs the other way is isolated, so that it cannot turn the sentence around it.
  const isolate = (text: string) =>
    (dir === 'rtl' ? LTR_LETTER.test(text) || MIRRORED.test(text) : RTL_LETTER.test(text))
      ? `\u2068${text}\u2069`
      : text;

  const say: Language['say'] = (message, values) => {
    const count = values?.['count'];
    const text =
      typeof message === 'string'
        ? message
        : (message[plurals().select(typeof count === 'number' ? count : 0)] ?? message.other);
    if (!values) return text;
    return text.replace(/\{(\w+)\}/g, (whole, key: string) => {
      const value = values[key];
      if (value === undefined) return whole;
      return typeof value === 'number' ? numbers().format(value) : isolate(value);
    });
  };

  const words = (role: Role) => {
    if (role === ADMIN_ROLE || role === 'admin') return messages.roles.admin;
    return role === MEMBER_ROLE || role === 'basic_member' ? messages.roles.member : undefined;
  };
  const option = (role: Role) => roles?.find((candidate) => candidate.role === role);

  return {
    messages,
    locale: tag,
    dir,
    say,
    day(iso) {
      const date = parseDate(iso);
      return date && days().format(date);
    },
    fromNow(iso) {
      const date = parseDate(iso);
      return date && distances().format(dayNumber(date) - dayNumber(new Date()), 'day');
    },
    list: (items) => lists().format(items.map(isolate)),
    roleLabel: (role) => option(role)?.label ?? words(role)?.label ?? (plainText(role) || '?'),
    roleDescription: (role) => option(role)?.description ?? words(role)?.description,
    explain(error) {
      const { errors, panel } = messages;
      if (error.code === 'rate_limited' && error.retryAfter) {
        return say(errors.rate_limited_for, { count: Math.ceil(error.retryAfter) });
      }
      if (error.code === 'limit_reached' && error.limit !== undefined) {
        return say(errors.limit_reached_at, { limit: error.limit });
      }
      const sentence = errors[error.code];
      const unforeseen = isUncertain(error) && error.requestId;
      return unforeseen ? `${sentence} ${say(panel.requestId, { requestId: plainText(unforeseen) })}` : sentence;
    },
  };
}

/**
 * The tag, when `Intl` can use it. One that it cannot use throws in development, with the remedy; a page that is out in
 * the world falls back to English rather than to nothing.
 */
function usableLocale(tag: string): string {
  try {
    if (tag && Intl.getCanonicalLocales(tag)) return tag;
  } catch {
    // Told below.
  }
  if (!isDevelopment) return enFirst.locale;
  throw new UsersError(
    'invalid_input',
    `${JSON.stringify(tag)} is no locale. Give a BCP 47 tag such as "de" or "pt-BR", with hyphens.`,
  );
}

/** Days of the calendar, as the reader counts them: three in the morning is tomorrow, however late it is now. */
function dayNumber(date: Date): number {
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY_MS;
}

function parseDate(iso: string | null): Date | null {
  if (!iso) return null;
  // A day without a time is that day everywhere, not midnight in UTC.
  const date = new Date(/^\d{4}-\d{2}-\d{2}$/.test(iso) ? `${iso}T00:00` : iso);
  return Number.isNaN(date.getTime()) ? null : date;
}

function lazy<T>(make: () => T): () => T {
  let value: T | undefined;
  return () => (value ??= make());
}

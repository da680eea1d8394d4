import { enFirst } from './english/enFirst.js';
import { enLater } from './english/enLater.js';

/*
 * English, and the type of every catalogue. Data only: `{name}` is a placeholder, an object with `other` is a plural
 * chosen by `{count}`. Sentences about failures follow one order: what happened, what is safe, what to do.
 */
export const en = {
  ...enFirst,
  ...enLater,
  panel: { ...enFirst.panel, ...enLater.panel },
  remove: { ...enFirst.remove, ...enLater.remove },
  demoteSelf: { ...enFirst.demoteSelf, ...enLater.demoteSelf },
  roleSelect: { ...enFirst.roleSelect, ...enLater.roleSelect },
  states: { ...enFirst.states, ...enLater.states },
  notices: { ...enFirst.notices, ...enLater.notices },
} as const;

/** Forms of one phrase by plural category of the locale; `other` is always there. */
export type Plural = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;

type Shape<T> = T extends string ? string : T extends { other: string } ? Plural : { [Key in keyof T]: Shape<T[Key]> };

/** What `useMessages` has from the first moment on. */
export type FirstMessages = Shape<typeof enFirst>;

/** A whole catalogue of one language. */
export type Messages = Shape<typeof en>;

type Partially<T> = T extends string | Plural ? T : { [Key in keyof T]?: Partially<T[Key]> };

/** A catalogue in which anything may be missing: it is laid over English, or over the catalogue it comes with. */
export type PartialMessages = Partially<Messages>;

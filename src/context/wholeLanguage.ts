import type { Messages } from '../locales/en.js';
import { enLater } from '../locales/english/enLater.js';
import type { Language } from './language.js';
import { overlay } from './overlay.js';

/** A language with every word. */
export type WholeLanguage = Language & { messages: Messages };

const wholes = new WeakMap<Language, WholeLanguage>();

/** The same language with the English that comes later, laid under what it has. Made once for each language. */
export function wholeLanguage(language: Language): WholeLanguage {
  let whole = wholes.get(language);
  if (!whole) {
    // What is not in `enLater` is in every language from the first moment on.
    whole = { ...language, messages: overlay(enLater as Messages, language.messages) };
    wholes.set(language, whole);
  }
  return whole;
}

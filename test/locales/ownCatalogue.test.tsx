import { de } from '../../src/locales/de.js';
import { ptBR } from '../../src/locales/pt-BR.js';
import { UsersPanel, type Messages, type PartialMessages, type Plural } from '../../src/index.js';
import { expect, expectTypeOf, test } from 'vitest';
import { createLanguage } from '../../src/context/language.js';

// The mistakes below are the test: `npm run typecheck` fails where one of them is let through.

test('a catalogue of the package is a whole one', () => {
  expectTypeOf(de).toEqualTypeOf<Messages>();
  expectTypeOf(ptBR).toEqualTypeOf<Messages>();
  expect(createLanguage({ messages: ptBR }).messages).toEqual(ptBR);
});

test('a host’s own catalogue is whole or does not compile', () => {
  const swedish: Messages = { ...de, locale: 'sv', panel: { ...de.panel, title: 'Användare' } };
  const { title: _title, ...withoutTitle } = de.panel;
  const { errors: _errors, ...withoutErrors } = de;
  // @ts-expect-error -- `panel.title` is missing
  const lacksText: Messages = { ...de, panel: withoutTitle };
  // @ts-expect-error -- `errors` is missing
  const lacksGroup: Messages = withoutErrors;
  // @ts-expect-error -- there is no `panel.heading`
  const hasMore: Messages = { ...de, panel: { ...de.panel, heading: 'Användare' } };
  // @ts-expect-error -- a plural needs its forms
  const lacksForms: Messages = { ...de, members: { ...de.members, found: '{count} funna' } };
  // @ts-expect-error -- a plain text is no plural
  const hasForms: Messages = { ...de, panel: { ...de.panel, title: { other: 'Användare' } } };
  expect(createLanguage({ messages: swedish }).messages.panel.title).toBe('Användare');
  expect([lacksText, lacksGroup, hasMore, lacksForms, hasForms]).toHaveLength(5);
});

test('a plural has forms by the categories of languages, and always `other`', () => {
  const polish: Plural = { one: 'plik', few: 'pliki', many: 'plików', other: 'pliku' };
  const japanese: Plural = { other: 'ファイル' };
  // @ts-expect-error -- `other` is missing
  const lacksOther: Plural = { one: 'plik', few: 'pliki' };
  // @ts-expect-error -- no language has a category `dual`
  const hasDual: Plural = { dual: 'pliki', other: 'pliku' };
  const { say } = createLanguage({ messages: { locale: 'pl' } });
  expect([polish, japanese].map((plural) => say(plural, { count: 2 }))).toEqual(['pliki', 'ファイル']);
  expect([lacksOther, hasDual]).toHaveLength(2);
});

test('a few words of a host’s are a catalogue, too, over English or over a language', () => {
  const few: PartialMessages = { panel: { title: 'Team' }, members: { found: { other: '{count} here' } } };
  const overGerman = { ...de, panel: { ...de.panel, title: 'Team' } };
  const panels = [
    <UsersPanel key="english" appId="app_demo" messages={few} />,
    <UsersPanel key="german" appId="app_demo" messages={overGerman} />,
    <UsersPanel key="locale" appId="app_demo" messages={de} locale="de-AT" />,
    // @ts-expect-error -- there is no `panel.heading`
    <UsersPanel key="misspelt" appId="app_demo" messages={{ panel: { heading: 'Team' } }} />,
    // @ts-expect-error -- half a plural
    <UsersPanel key="half" appId="app_demo" messages={{ members: { found: { one: 'One here' } } }} />,
  ];
  expect(panels).toHaveLength(5);
  const { messages } = createLanguage({ messages: overGerman });
  expect([messages.panel.title, messages.panel.cancel]).toEqual(['Team', 'Abbrechen']);
});

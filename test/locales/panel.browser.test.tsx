import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ar } from '../../src/locales/ar.js';
import { de } from '../../src/locales/de.js';
import type { Messages } from '../../src/locales/en.js';
import { pl } from '../../src/locales/pl.js';
import { tr } from '../../src/locales/tr.js';
import { ada, aMember, grace, team } from '../../stories/fixtures.js';
import { openPanel, ready, row } from '../components/panel.js';

const rootOf = (container: HTMLElement) => container.querySelector('.mup-root');
/** The text without the signs that isolate a name in a sentence of the other direction. */
const plain = (text: string | null | undefined) => (text ?? '').replace(/[\u2066-\u2069\u200e\u200f]/g, '');
const namesInOrder = () =>
  screen
    .getAllByRole('rowheader')
    .map((cell) => cell.querySelector('bdi')?.textContent)
    .filter((name) => name && !name.includes('@'));

async function openIn(messages: Messages, seed = team) {
  const view = openPanel({ seed, props: { messages } });
  await ready();
  return view;
}

describe('the whole panel speaks', () => {
  test.each<[Messages, 'ltr' | 'rtl', title: string, members: string, joined: string]>([
    [de, 'ltr', 'Benutzer', 'Mitglieder', '15.03.2026'],
    [pl, 'ltr', 'Użytkownicy', 'Członkowie', '15 mar 2026'],
    [ar, 'rtl', 'المستخدمون', 'الأعضاء', '15/03/2026'],
  ])('$locale', async (messages, dir, title, members, joined) => {
    const { container } = await openIn(messages);
    const root = rootOf(container);
    expect([root?.getAttribute('lang'), root?.getAttribute('dir')]).toEqual([messages.locale, dir]);
    expect(screen.getByRole('heading', { name: title, level: 2 })).toBeVisible();
    expect(screen.getByRole('heading', { name: new RegExp(`^${members}\\s*12$`) })).toBeVisible();
    expect(screen.getByRole('table', { name: members })).toBeVisible();
    expect(plain(row('Grace Hopper').textContent)).toContain(joined);
    // What is read out of a name keeps the name whole, whichever way it runs.
    const label = messages.remove.action.replace('{name}', 'Grace Hopper');
    const button = within(row('Grace Hopper')).getByRole('button');
    expect(plain(button.getAttribute('aria-label'))).toBe(label);
    expect(screen.getByText('Grace Hopper').tagName).toBe('BDI');
    expect(screen.getByText('grace.hopper@example.com').tagName).toBe('BDI');
  });

  test('and nothing of it in English', async () => {
    const { container } = await openIn(pl);
    const words = /\b(Members?|Invit\w+|Remove|Revoke|Role|Search|Send|Joined|Pending|of|You)\b/;
    const said = [...container.querySelectorAll('[aria-label], [title], [placeholder]')].flatMap((element) =>
      ['aria-label', 'title', 'placeholder'].map((name) => element.getAttribute(name) ?? ''),
    );
    expect(words.exec(container.textContent ?? '')).toBeNull();
    expect(said.filter((text) => words.test(text))).toEqual([]);
  });
});

describe('the button says how many invitations it sends:', () => {
  test.each<[Messages, ...labels: string[]]>([
    [de, 'Einladung senden', '2 Einladungen senden', '5 Einladungen senden', '22 Einladungen senden'],
    [pl, 'Wyślij zaproszenie', 'Wyślij 2 zaproszenia', 'Wyślij 5 zaproszeń', 'Wyślij 22 zaproszenia'],
    [ar, 'إرسال الدعوة', 'إرسال دعوتين', 'إرسال 5 دعوات', 'إرسال 22 دعوة'],
  ])('1, 2, 5 and 22 in $locale', async (messages, ...labels) => {
    for (const [index, count] of [1, 2, 5, 22].entries()) {
      const { unmount } = await openIn(messages);
      const addresses = Array.from({ length: count }, (_, nth) => `new${nth}@example.com`);
      await userEvent.fill(screen.getByRole('textbox', { name: messages.invite.emails }), addresses.join(', '));
      expect(await screen.findByRole('button', { name: labels[index] ?? '' })).toBeEnabled();
      unmount();
      sessionStorage.clear();
    }
  });
});

describe('members are sorted and found as in the language of the panel:', () => {
  const people = (...names: string[]) => ({ members: [ada, ...names.map((name) => aMember({ name }))] });
  const sortByPerson = (messages: Messages) =>
    userEvent.click(screen.getByRole('button', { name: messages.members.person }));

  test('Ö beside O in German', async () => {
    await openIn(de, people('Zorn', 'Özil', 'Ott', 'Paul'));
    await sortByPerson(de);
    expect(namesInOrder()).toEqual(['Ada Lovelace', 'Ott', 'Özil', 'Paul', 'Zorn']);
  });

  test('Ö after O, Ç after C, and ı before i in Turkish', async () => {
    await openIn(tr, people('Özgür', 'Oya', 'Osman', 'Çiğdem', 'Cem', 'Deniz', 'İpek', 'Işıl'));
    await sortByPerson(tr);
    expect(namesInOrder()).toEqual(['Ada Lovelace', 'Cem', 'Çiğdem', 'Deniz', 'Işıl', 'İpek', 'Osman', 'Oya', 'Özgür']);
  });

  test('Ł after L in Polish', async () => {
    await openIn(pl, people('Łukasz', 'Maria', 'Lena', 'Lzy'));
    await sortByPerson(pl);
    expect(namesInOrder()).toEqual(['Ada Lovelace', 'Lena', 'Lzy', 'Łukasz', 'Maria']);
  });

  test.each([
    ['ışıl', 'Işıl Aydın'],
    ['isil', 'Işıl Aydın'],
    ['IŞIL', 'Işıl Aydın'],
    ['ipek', 'İpek Yıldız'],
    ['İPEK', 'İpek Yıldız'],
    ['yildiz', 'İpek Yıldız'],
  ])('in Turkish %s finds %s and nobody else', async (query, name) => {
    await openIn(tr, people('Işıl Aydın', 'İpek Yıldız'));
    await userEvent.fill(screen.getByRole('searchbox'), query);
    await waitFor(() => expect(namesInOrder()).toEqual([name]));
  });
});

test('a name from left to right stands whole in an Arabic question', async () => {
  await openIn(ar, { members: [ada, grace] });
  await userEvent.click(within(row('Grace Hopper')).getByRole('button'));
  const dialog = await screen.findByRole('alertdialog');
  expect(within(dialog).getByRole('heading').textContent).toBe('هل تريد إزالة \u2068Grace Hopper\u2069؟');
  await userEvent.click(within(dialog).getByRole('button', { name: 'إلغاء' }));
});

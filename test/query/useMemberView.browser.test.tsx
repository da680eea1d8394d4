import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { createMemoryDataProvider, type MemoryDataProviderOptions } from '../../src/memory/index.js';
import type { ListMembersInput, MemberPage } from '../../src/model/dataProvider.js';
import { UsersError } from '../../src/model/errors.js';
import { UsersPanel, type UsersPanelProps } from '../../src/UsersPanel.js';
import { aMember, ada } from '../../stories/fixtures.js';
import { changeRole, findRow, noRow, passTime, remove, roleOf } from '../components/panel.js';

/** Ada and 34 others, of whom three are called Hopper. */
const people = [
  ada,
  ...Array.from({ length: 34 }, (_, index) =>
    aMember({
      userId: `user_p${index + 1}`,
      name: index % 12 === 0 ? `Hopper ${index + 1}` : `Person ${String(index + 1).padStart(2, '0')}`,
      role: index === 0 ? 'org:admin' : 'org:member',
    }),
  ),
];

/** A panel over a back end that pages, and what that back end was asked. */
function openPaged(options: MemoryDataProviderOptions = {}, props: Partial<UsersPanelProps> = {}) {
  const dataProvider = createMemoryDataProvider({ members: people, invitations: [] }, { paging: 'cursor', ...options });
  const list = vi.spyOn(dataProvider, 'listMembers');
  const asked = () => list.mock.calls.map(([{ appId: _appId, signal: _signal, ...rest }]) => rest);
  render(<UsersPanel appId="app_demo" dataProvider={dataProvider} {...props} />);
  return { dataProvider, list, asked };
}

const pager = () => within(screen.getByRole('navigation', { name: 'Pages of the member list' }));
const next = () => userEvent.click(pager().getByRole('button', { name: 'Next page' }));
const previous = () => userEvent.click(pager().getByRole('button', { name: 'Previous page' }));
const names = () =>
  within(screen.getByRole('table', { name: 'Members' }))
    .getAllByRole('rowheader')
    .map((cell) => cell.querySelector('bdi')?.textContent);
const search = () => screen.getByRole<HTMLInputElement>('searchbox');

describe('a back end that pages', () => {
  test('is walked through forwards and back, page by page', async () => {
    const { asked } = openPaged();
    await screen.findByText('1–10 of 35');
    const first = names();
    expect(pager().getByRole('button', { name: 'Previous page' })).toHaveAttribute('aria-disabled', 'true');
    const seen = [...first];
    for (const range of ['11–20 of 35', '21–30 of 35', '31–35 of 35']) {
      await next();
      await screen.findByText(range);
      await waitFor(() => expect(seen).not.toContain(names()[0]));
      seen.push(...names());
    }
    expect(seen).toEqual(people.map(({ name }) => name));
    expect(pager().getByRole('button', { name: 'Next page' })).toHaveAttribute('aria-disabled', 'true');
    const requests = asked().length;
    await previous();
    await screen.findByText('21–30 of 35');
    await previous();
    await previous();
    await screen.findByText('1–10 of 35');
    await waitFor(() => expect(names()).toEqual(first));
    // Fresh pages are not read again.
    expect(asked()).toHaveLength(requests);
  });

  test('does not skip or repeat a page when one clicks faster than it answers', async () => {
    openPaged({ latencyMs: 40 });
    await screen.findByText('1–10 of 35');
    const button = pager().getByRole('button', { name: 'Next page' });
    for (let clicks = 0; clicks < 3; clicks += 1) fireEvent.click(button);
    await waitFor(() => expect(names()[0]).not.toBe('Ada Lovelace'));
    await screen.findByText('11–20 of 35');
    expect(names()).toEqual(people.slice(10, 20).map(({ name }) => name));
  });

  test('offers no order to sort by', async () => {
    openPaged();
    await screen.findByText('1–10 of 35');
    for (const header of screen.getAllByRole('columnheader')) {
      expect(header).not.toHaveAttribute('aria-sort');
      expect(within(header).queryByRole('button')).toBeNull();
    }
  });

  test('is asked for a role, and the search is not lost by it', async () => {
    const { asked } = openPaged();
    await screen.findByText('1–10 of 35');
    await userEvent.fill(search(), 'hopper');
    await waitFor(() => expect(names()).toEqual(['Hopper 1', 'Hopper 13', 'Hopper 25']));
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Filter by role' }), 'Admin');
    await waitFor(() => expect(names()).toEqual(['Hopper 1']));
    expect(asked().at(-1)).toEqual({ limit: 10, query: 'hopper', role: 'org:admin' });
  });

  test('is asked again from the first page when the search changes', async () => {
    const { asked } = openPaged();
    await screen.findByText('1–10 of 35');
    await next();
    await screen.findByText('11–20 of 35');
    await userEvent.fill(search(), 'person');
    await screen.findByText('1–10 of 34');
    expect(asked().at(-1)).toEqual({ limit: 10, query: 'person' });
  });

  test('leaves the rule of the last admin to the server, whose word is told at the row', async () => {
    openPaged({}, { currentUserId: undefined });
    await screen.findByText('1–10 of 35');
    await changeRole('Hopper 1', 'Member');
    await screen.findByText('Hopper 1 is now Member.');
    expect(roleOf('Ada Lovelace')).toBeEnabled();
    await changeRole('Ada Lovelace', 'Member');
    expect(await screen.findByText(/An app needs at least one admin/)).toBeVisible();
    expect(roleOf('Ada Lovelace')).toHaveValue('org:admin');
  });

  test('fills the page up again after somebody was removed from it', async () => {
    openPaged();
    await screen.findByText('1–10 of 35');
    await remove('Person 02');
    await screen.findByText('1–10 of 34');
    await waitFor(() => expect(names()).toHaveLength(10));
    expect(noRow('Person 02')).toBe(true);
  });
});

describe('a search that is asked of the back end', () => {
  test('waits until one stops typing, and is asked once', async () => {
    const { asked } = openPaged();
    await screen.findByText('1–10 of 35');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    for (const typed of ['h', 'ho', 'hop', 'hopp']) {
      fireEvent.change(search(), { target: { value: typed } });
      await vi.advanceTimersByTimeAsync(200);
    }
    expect(asked()).toHaveLength(1);
    await passTime(500);
    expect(asked().slice(1)).toEqual([{ limit: 10, query: 'hopp' }]);
    expect(names()).toEqual(['Hopper 1', 'Hopper 13', 'Hopper 25']);
  });

  test('keeps the old rows until the answer is there', async () => {
    const { dataProvider } = openPaged();
    await screen.findByText('1–10 of 35');
    const before = names();
    let answer: (page: MemberPage) => void = () => undefined;
    vi.spyOn(dataProvider, 'listMembers').mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    await userEvent.fill(search(), 'hopper');
    await waitFor(() => expect(screen.getByRole('table', { name: 'Members' })).toHaveAttribute('data-fetching'));
    expect(names()).toEqual(before);
    answer({ members: [ada], total: 1, nextCursor: null, unreadable: 0 });
    await waitFor(() => expect(names()).toEqual(['Ada Lovelace']));
  });

  test('drops the answer to what is no longer searched for', async () => {
    const { dataProvider } = openPaged();
    await screen.findByText('1–10 of 35');
    const answers = new Map<string | undefined, (page: MemberPage) => void>();
    const signals = new Map<string | undefined, AbortSignal | undefined>();
    vi.spyOn(dataProvider, 'listMembers').mockImplementation(({ query, signal }: ListMembersInput) => {
      signals.set(query, signal);
      return new Promise((resolve) => void answers.set(query, resolve));
    });
    const page = (name: string): MemberPage => ({
      members: [aMember({ userId: `user_${name}`, name })],
      total: 1,
      nextCursor: null,
      unreadable: 0,
    });
    await userEvent.fill(search(), 'slow');
    await waitFor(() => expect(answers.has('slow')).toBe(true));
    await userEvent.fill(search(), 'quick');
    await waitFor(() => expect(answers.has('quick')).toBe(true));
    expect(signals.get('slow')?.aborted).toBe(true);
    answers.get('quick')?.(page('Quick'));
    await findRow('Quick');
    answers.get('slow')?.(page('Slow'));
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(names()).toEqual(['Quick']);
  });

  test('that finds nobody says so, and is cleared with one click', async () => {
    openPaged();
    await screen.findByText('1–10 of 35');
    await userEvent.fill(search(), 'nobody at all');
    await screen.findByText('Nobody matches “nobody at all”');
    await userEvent.click(screen.getByRole('button', { name: 'Clear search and filter' }));
    await screen.findByText('1–10 of 35');
    expect(search()).toHaveValue('');
  });

  test('that fails keeps the old rows, and says that they may be out of date', async () => {
    const { dataProvider } = openPaged();
    await screen.findByText('1–10 of 35');
    const before = names();
    vi.spyOn(dataProvider, 'listMembers').mockRejectedValueOnce(new UsersError('invalid_response', 'Odd.'));
    await userEvent.fill(search(), 'hopper');
    const members = within(screen.getByRole('region', { name: /^Members/ }));
    expect(await members.findByText(/could not be understood/)).toBeVisible();
    // Never a blank panel: the table, or the way on in its place.
    const rows = members.queryAllByRole('rowheader').length;
    expect(rows === before.length || members.queryByRole('button', { name: 'Try again' }) !== null).toBe(true);
    await userEvent.click(members.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(names()).toEqual(['Hopper 1', 'Hopper 13', 'Hopper 25']));
    expect(search()).toHaveValue('hopper');
  });
});

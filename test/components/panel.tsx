import { render, screen, waitFor, within } from '@testing-library/react';
import { vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { createMixpeekDataProvider } from '../../src/mixpeek/index.js';
import { createFakeMixpeek, type FakeMixpeek, type FakeMixpeekOptions } from '../../src/msw/index.js';
import type { Seed } from '../../src/memory/index.js';
import type { DataProvider } from '../../src/model/dataProvider.js';
import { UsersPanel, type UsersPanelProps } from '../../src/UsersPanel.js';
import { team } from '../../stories/fixtures.js';

/** A fake Mixpeek and the data provider that speaks to it. */
export interface BackEnd {
  fake: FakeMixpeek;
  dataProvider: DataProvider;
}

export function makeBackEnd(seed: Seed = team, options: FakeMixpeekOptions = {}): BackEnd {
  const fake = createFakeMixpeek(seed, options);
  const dataProvider = createMixpeekDataProvider({
    baseUrl: 'https://app.example.com/api',
    fetch: (input, init) => fake(new Request(input, init)),
  });
  return { fake, dataProvider };
}

export interface OpenOptions extends FakeMixpeekOptions {
  seed?: Seed | undefined;
  props?: Partial<UsersPanelProps> | undefined;
}

/** Renders a panel that Ada, an admin, looks at, over a back end of its own. */
export function openPanel({ seed, props, ...options }: OpenOptions = {}) {
  const { fake, dataProvider } = makeBackEnd(seed, options);
  const panel = (more: Partial<UsersPanelProps> = {}) => (
    <UsersPanel appId="app_demo" currentUserId="user_ada" dataProvider={dataProvider} {...props} {...more} />
  );
  const view = render(panel());
  return { ...view, fake, dataProvider, reopen: (more: Partial<UsersPanelProps>) => view.rerender(panel(more)) };
}

const realTimeout = globalThis.setTimeout;

/** Lets faked time pass, with room between for what is no timer: requests, rendering. */
export async function passTime(ms: number) {
  for (let passed = 0; passed < ms; passed += 250) {
    await vi.advanceTimersByTimeAsync(250);
    await new Promise((resolve) => realTimeout(resolve, 1));
  }
}

/** What was asked of the back end, in order: the operations, or their bodies where one operation is named. */
export const operationsOf = (fake: FakeMixpeek) => fake.requests.map(({ operation }) => operation);
export const bodiesOf = (fake: FakeMixpeek, operation: string) =>
  fake.requests.filter((request) => request.operation === operation).map(({ body }) => body);

export const row = (name: string | RegExp) => screen.getByRole('row', { name: patternOf(name) });
export const findRow = (name: string | RegExp) => screen.findByRole('row', { name: patternOf(name) });
export const noRow = (name: string | RegExp) => screen.queryByRole('row', { name: patternOf(name) }) === null;
export const roleOf = (name: string) => screen.getByRole<HTMLSelectElement>('combobox', { name: `Role of ${name}` });
export const emailField = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'E-mail addresses' });

/** How many the heading of a list says there are. */
export const countOf = (title: 'Members' | 'Pending invitations') =>
  within(screen.getByRole('heading', { name: new RegExp(`^${title}`) })).getByText(/^\d/).textContent;

/** The lists are there. */
export async function ready(name: string | RegExp = 'Ada Lovelace') {
  await findRow(name);
  await waitFor(() => {
    if (document.querySelector('[aria-busy]')) throw new Error('Something is still loading.');
  });
}

export async function changeRole(name: string, role: string) {
  await userEvent.selectOptions(roleOf(name), role);
}

/** Opens the dialog that asks. */
export async function askToRemove(name: string) {
  await userEvent.click(screen.getByRole('button', { name: `Remove ${name}` }));
  return screen.findByRole('alertdialog');
}

export async function askToRevoke(email: string) {
  await userEvent.click(screen.getByRole('button', { name: `Revoke the invitation of ${email}` }));
  return screen.findByRole('alertdialog');
}

export async function remove(name: string) {
  const dialog = await askToRemove(name);
  await userEvent.click(within(dialog).getByRole('button', { name: 'Remove' }));
}

export async function revoke(email: string) {
  const dialog = await askToRevoke(email);
  await userEvent.click(within(dialog).getByRole('button', { name: 'Revoke' }));
}

export async function invite(...emails: string[]) {
  await userEvent.fill(emailField(), emails.join(', '));
  await userEvent.click(screen.getByRole('button', { name: /^Send (invitation|\d+ invitations)$/ }));
}

function patternOf(name: string | RegExp): RegExp {
  return typeof name === 'string' ? new RegExp(name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')) : name;
}

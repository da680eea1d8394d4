import { QueryClient } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import { StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { createMemoryDataProvider } from '../../src/memory/index.js';
import type { DataProvider } from '../../src/model/dataProvider.js';
import type { FakeMixpeek } from '../../src/msw/index.js';
import { UsersPanel } from '../../src/UsersPanel.js';
import { settle } from './twoAdmins/office.js';
import { findRow, makeBackEnd, openPanel, operationsOf } from './panel.js';

afterEach(() => {
  vi.useRealTimers();
});

const REFUSED = { operation: '*', kind: 'status', status: 400 } as const;
const standIn = () => document.querySelector('.mup-skeleton');
const asked = (fake: FakeMixpeek) => operationsOf(fake).toSorted((a, b) => String(a).localeCompare(String(b)));
const panel = () => document.querySelector('.mup-panel') as HTMLElement;

/** A back end that answers when it is told to. */
function openWaiting() {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const memory = createMemoryDataProvider();
  let answer = () => undefined as void;
  const toldTo = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const dataProvider: DataProvider = {
    ...memory,
    listMembers: async (input) => {
      await toldTo;
      return memory.listMembers(input);
    },
  };
  render(<UsersPanel appId="app_demo" dataProvider={dataProvider} />);
  return {
    answer,
    async pass(ms: number) {
      await vi.advanceTimersByTimeAsync(ms);
      await settle();
    },
  };
}

describe('what stands in for the lists', () => {
  test('is not shown where the answer comes within a tenth of a second', async () => {
    let flickered = false;
    const observer = new MutationObserver(() => {
      flickered ||= standIn() !== null;
    });
    observer.observe(document, { childList: true, subtree: true });
    const { answer, pass } = openWaiting();
    await pass(80);
    answer();
    await pass(10);
    expect(document.querySelectorAll('.mup-member-table-row').length).toBeGreaterThan(0);
    await pass(500);
    observer.disconnect();
    expect(flickered).toBe(false);
  });

  test('gives way to rows that have their controls from the first, when it is due as the answer comes', async () => {
    const { dataProvider } = makeBackEnd();
    const page = await dataProvider.listMembers({ appId: 'app_demo' });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const controlsOfFirstRows = new Promise<number>((resolve) => {
      const observer = new MutationObserver(() => {
        if (!document.querySelector('.mup-member-table-row')) return;
        observer.disconnect();
        resolve(screen.queryAllByRole('button', { name: /^Remove / }).length);
      });
      observer.observe(document, { childList: true, subtree: true });
    });
    // As where parsing very many keeps the page busy: of the timers that are due, those of the wait come before the news.
    const listMembers = () => new Promise<typeof page>((resolve) => void setTimeout(resolve, 100, page));
    render(<UsersPanel appId="app_demo" currentUserId="user_ada" dataProvider={{ ...dataProvider, listMembers }} />);
    await vi.advanceTimersByTimeAsync(100);
    await settle();
    await vi.advanceTimersByTimeAsync(100);
    expect(await controlsOfFirstRows).toBeGreaterThan(0);
  });

  test('is shown where it takes longer; until then its room is kept, and said to be busy', async () => {
    const { answer, pass } = openWaiting();
    await pass(99);
    expect(standIn()).toBeNull();
    expect(panel()).toHaveAttribute('aria-busy', 'true');
    const room = panel().getBoundingClientRect().height;
    await pass(2);
    expect(standIn()).not.toBeNull();
    expect(panel()).not.toHaveAttribute('aria-busy');
    expect(Math.abs(panel().getBoundingClientRect().height - room)).toBeLessThan(30);
    answer();
    await pass(10);
    expect(standIn()).toBeNull();
    expect(document.querySelectorAll('.mup-member-table-row').length).toBeGreaterThan(0);
  });

  test('is in what a server renders, and stays while that is taken over', async () => {
    const page = (
      <StrictMode>
        <UsersPanel
          appId="app_demo"
          dataProvider={{ ...createMemoryDataProvider(), listMembers: () => new Promise(() => undefined) }}
        />
      </StrictMode>
    );
    const box = document.body.appendChild(document.createElement('div'));
    box.innerHTML = renderToString(page);
    expect(standIn()).not.toBeNull();
    const went: string[] = [];
    const observer = new MutationObserver(() => {
      if (!standIn()) went.push('gone');
    });
    observer.observe(box, { childList: true, subtree: true });
    const root = hydrateRoot(box, page, { onRecoverableError: (error) => went.push(String(error)) });
    onTestFinished(() => {
      root.unmount();
      box.remove();
    });
    await new Promise((resolve) => setTimeout(resolve, 200));
    observer.disconnect();
    expect(went).toEqual([]);
  });
});

describe('a panel whose lists fail at once', () => {
  test('says so, having asked for each once', async () => {
    const { fake } = openPanel({ faults: [REFUSED] });
    await screen.findAllByRole('button', { name: 'Try again' });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(asked(fake)).toEqual(['listInvitations', 'listMembers']);
  });

  test('asks for each anew, once, when it is opened again', async () => {
    const { fake, dataProvider } = makeBackEnd(undefined, { faults: [REFUSED] });
    const queryClient = new QueryClient();
    const page = (isOpen: boolean) =>
      isOpen && (
        <UsersPanel appId="app_demo" currentUserId="user_ada" dataProvider={dataProvider} queryClient={queryClient} />
      );
    const { rerender } = render(page(true));
    await screen.findAllByRole('button', { name: 'Try again' });
    await waitFor(() => expect(fake.requests.every(({ status }) => status !== null)).toBe(true));
    fake.configure({ faults: [] });
    rerender(page(false));
    rerender(page(true));
    await findRow('Ada Lovelace');
    await findRow('linus@example.org');
    expect(asked(fake)).toEqual(['listInvitations', 'listInvitations', 'listMembers', 'listMembers']);
  });
});

import { render, screen, waitFor } from '@testing-library/react';
import { createRoot } from 'react-dom/client';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { createMemoryDataProvider, createSeed } from '../../src/memory/index.js';
import type { DataProvider, ListMembersInput } from '../../src/model/dataProvider.js';
import type { FakeMixpeek } from '../../src/msw/index.js';
import { UsersPanel } from '../../src/UsersPanel.js';
import { findRow, makeBackEnd, openPanel, operationsOf, ready } from './panel.js';

/*
 * What does not vary from run to run is kept here; `npm run bench` prints what does.
 */

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function expectBothLists(fake: FakeMixpeek) {
  expect(new Set(operationsOf(fake))).toEqual(new Set(['listMembers', 'listInvitations']));
  expect(fake.requests).toHaveLength(2);
}

describe('the first wave', () => {
  const signIn = (auth: object) => vi.stubGlobal('MixpeekAuth', auth);
  const asNobodyNamed = { props: { currentUserId: undefined } };

  test('leaves without a timer in between, where the page knows who is looking', async () => {
    signIn({ isSignedIn: true, user: { id: 'user_ada' } });
    const wait = globalThis.setTimeout;
    const { fake, dataProvider } = makeBackEnd();
    // Whatever waited for a timer would now wait for ever.
    vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval'] });
    // As on a page: `render` of the testing library would run effects before anything that was promised.
    vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false);
    const root = createRoot(document.body.appendChild(document.createElement('div')));
    onTestFinished(() => root.unmount());
    root.render(<UsersPanel appId="app_demo" dataProvider={dataProvider} />);
    await new Promise((resolve) => wait(resolve, 200));
    expectBothLists(fake);
  });

  test('leaves in the moment in which the panel comes into the page, before it is painted', async () => {
    signIn({ isSignedIn: true, user: { id: 'user_ada' } });
    const { dataProvider } = makeBackEnd();
    const lists = [vi.spyOn(dataProvider, 'listMembers'), vi.spyOn(dataProvider, 'listInvitations')];
    vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false);
    const box = document.body.appendChild(document.createElement('div'));
    const root = createRoot(box);
    onTestFinished(() => root.unmount());
    // Heard once React has changed the page, and before effects and paint.
    const asked = new Promise<number[]>((resolve) => {
      const observer = new MutationObserver(() => {
        observer.disconnect();
        resolve(lists.map((list) => list.mock.calls.length));
      });
      observer.observe(box, { childList: true });
    });
    root.render(<UsersPanel appId="app_demo" dataProvider={dataProvider} />);
    expect(await asked).toEqual([1, 1]);
    await findRow('linus@example.org');
    expect(lists.map((list) => list.mock.calls.length)).toEqual([1, 1]);
  });

  test('is two requests, and no more follow until the panel is ready', async () => {
    signIn({ isSignedIn: true, user: { id: 'user_ada' } });
    const { fake } = openPanel(asNobodyNamed);
    await ready();
    await findRow('linus@example.org');
    expectBothLists(fake);
  });

  test('is not sent for somebody who is signed out, however early that is known', async () => {
    signIn({ isSignedIn: false });
    const { fake } = openPanel(asNobodyNamed);
    await screen.findByText('Sign in to see who may use this app');
    expect(operationsOf(fake)).toEqual([]);
  });
});

/** An entry of the browser's, which TypeScript does not know. */
interface Shift extends PerformanceEntry {
  sources: { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[];
}

test('nothing moves by itself while the panel comes: the browser counts no layout shift', async () => {
  const shifts: string[] = [];
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as Shift[]) {
      for (const { node, previousRect: from, currentRect: to } of entry.sources) {
        const what = node instanceof Element ? node.className : String(node?.nodeName);
        shifts.push(`${what}: ${from.y}+${from.height} to ${to.y}+${to.height}`);
      }
    }
  });
  observer.observe({ type: 'layout-shift' });
  openPanel({ seed: createSeed({ members: 40, invitations: 5 }), latencyMs: 200, props: { currentUserId: undefined } });
  await screen.findByText('1–10 of 40');
  await waitFor(() => expect(document.querySelector('[aria-busy="true"]')).toBeNull());
  await new Promise((resolve) => setTimeout(resolve, 200));
  observer.disconnect();
  expect(shifts).toEqual([]);
});

test('ten thousand members in one answer are shown with at most 400 elements', async () => {
  const { container } = openPanel({ seed: createSeed({ members: 10_000 }), props: { currentUserId: undefined } });
  await screen.findByText('1–10 of 10,000');
  await waitFor(() => expect(document.querySelector('[aria-busy="true"]')).toBeNull());
  expect(container.querySelectorAll('*').length).toBeLessThanOrEqual(400);
});

describe('a million members behind a back end that pages', () => {
  const MILLION = 1_000_000;
  const faces = createSeed({ members: 100 }).members;

  /** Makes each page when it is asked for: nobody holds the whole list. */
  function million() {
    const asked: ListMembersInput[] = [];
    const dataProvider: DataProvider = {
      ...createMemoryDataProvider({ appId: 'app_demo' }),
      name: 'million',
      paging: 'cursor',
      listMembers: async (input) => {
        asked.push(input);
        const start = Number(input.cursor ?? 0);
        const members = Array.from({ length: input.limit ?? MILLION }, (_, offset) => {
          const face = faces[(start + offset) % faces.length]!;
          return { ...face, userId: `user_${start + offset}`, name: `Member ${start + offset + 1}` };
        });
        return { members, total: MILLION, nextCursor: String(start + members.length), unreadable: 0 };
      },
    };
    delete dataProvider.getAccess;
    delete dataProvider.getCurrentMember;
    delete dataProvider.getCurrentUser;
    return { asked, dataProvider };
  }

  test('cost one request of ten rows, and a page as small as any', async () => {
    const { asked, dataProvider } = million();
    const { container } = render(<UsersPanel appId="app_demo" dataProvider={dataProvider} />);
    expect(await screen.findByText('1–10 of 1,000,000')).toBeVisible();
    await waitFor(() => expect(document.querySelector('[aria-busy="true"]')).toBeNull());
    expect(asked.map(({ limit, cursor }) => ({ limit, cursor }))).toEqual([{ limit: 10, cursor: undefined }]);
    expect(container.querySelectorAll('*').length).toBeLessThanOrEqual(400);
  });
});

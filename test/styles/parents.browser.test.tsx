import { render, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { InvitationList, InviteForm, MemberTable, UsersProvider } from '../../src/index.js';
import { createMemoryDataProvider } from '../../src/memory/index.js';
import { UsersPanel } from '../../src/UsersPanel.js';
import { team } from '../../stories/fixtures.js';
import { openElement, rootOf } from '../element/panelElement.js';

afterEach(async () => {
  document.documentElement.dir = '';
  document.body.style.margin = '';
  await page.viewport(1280, 800);
});

/** What a host puts around the panel: each sizes itself, or a child of its, by the content. */
const PARENTS: Readonly<Record<string, { html: string; sidebar?: boolean }>> = {
  'a flex row beside a sidebar': {
    html: '<div style="display: flex"><nav style="flex: none; width: 180px"></nav><slot></slot></div>',
    sidebar: true,
  },
  'main in a flex row': { html: '<div style="display: flex"><main><slot></slot></main></div>' },
  'main in a flex row beside a sidebar': {
    html: '<div style="display: flex"><nav style="flex: none; width: 180px"></nav><main><slot></slot></main></div>',
    sidebar: true,
  },
  'a column that centers': {
    html: '<div style="display: flex; flex-direction: column; align-items: center"><slot></slot></div>',
  },
  'main in a column that centers': {
    html: '<div style="display: flex; flex-direction: column; align-items: center"><main><slot></slot></main></div>',
  },
  'an inline-block': { html: '<div style="display: inline-block"><slot></slot></div>' },
  'fit-content': { html: '<div style="width: fit-content"><slot></slot></div>' },
  'a grid of one auto column': { html: '<div style="display: grid; justify-content: start"><slot></slot></div>' },
  'a grid of two auto columns': {
    html: '<div style="display: grid; grid-template-columns: auto auto"><nav style="width: 150px"></nav><slot></slot></div>',
    sidebar: true,
  },
  'a grid that centers': { html: '<div style="display: grid; place-items: center"><slot></slot></div>' },
  'a dialog': { html: '<dialog><slot></slot></dialog>' },
  'a float': { html: '<div style="float: inline-start"><slot></slot></div>' },
  'a table cell': { html: '<table><tbody><tr><td><slot></slot></td></tr></tbody></table>' },
  'a table cell beside another': {
    html: '<table><tbody><tr><td>Menu</td><td><slot></slot></td></tr></tbody></table>',
    sidebar: true,
  },
  'an absolute box': { html: '<div style="position: absolute"><slot></slot></div>' },
  'a plain block': { html: '<div><slot></slot></div>' },
};

const provider = () => createMemoryDataProvider(team);
const inProvider = (children: ReactNode) => (
  <UsersProvider appId="app_demo" currentUserId="user_ada" dataProvider={provider()}>
    {children}
  </UsersProvider>
);

const CONTENTS: Readonly<Record<string, () => ReactNode>> = {
  UsersPanel: () => <UsersPanel appId="app_demo" currentUserId="user_ada" dataProvider={provider()} />,
  MemberTable: () => inProvider(<MemberTable />),
  InvitationList: () => inProvider(<InvitationList />),
  InviteForm: () => inProvider(<InviteForm />),
  'all of them': () =>
    inProvider(
      <>
        <InviteForm />
        <MemberTable />
        <InvitationList />
      </>,
    ),
  'a table between a host’s own': () =>
    inProvider(
      <>
        <h2>People</h2>
        <MemberTable />
      </>,
    ),
};

/** Puts the parent into the page with the box in it, where the panel goes: as its child, or that of its `main`. */
function putInto(html: string, place: HTMLElement): () => void {
  const container = document.createElement('div');
  container.innerHTML = html;
  document.body.style.margin = '0';
  document.body.append(container);
  container.querySelector('dialog')?.showModal();
  container.querySelector('slot')?.replaceWith(place);
  return () => {
    // Never out of the page, where a custom element would take its panel down.
    document.body.append(place);
    container.remove();
  };
}

/** What is wrong with where the root is. */
function faultsOf(root: HTMLElement, least: number): string[] {
  const faults: string[] = [];
  const box = root.getBoundingClientRect();
  const { clientWidth, scrollWidth } = document.documentElement;
  if (box.width < least) faults.push(`it is ${box.width} px wide`);
  if (scrollWidth > clientWidth) faults.push(`the page scrolls sideways to ${scrollWidth}`);
  if (box.left < -1 || box.right > clientWidth + 1) faults.push(`it goes from ${box.left} to ${box.right}`);
  const around = ((root.parentElement as Element).parentElement as Element).getBoundingClientRect();
  if (box.left < around.left - 1 || box.right > around.right + 1) faults.push('it sticks out of its parent');
  if (root.scrollWidth > root.clientWidth + 1) faults.push('what is in it sticks out');
  return faults;
}

/** They never get narrower than their content. The panel shrinks; components by themselves have one width to offer. */
const NEVER_SHRINK = new Set(['main in a flex row beside a sidebar', 'a table cell beside another']);

const WIDTHS = [1100, 390] as const;

/** What is wrong in each parent and at each width, one sentence each. React's root stays; its box is moved. */
async function faultsEverywhere(place: HTMLElement, root: HTMLElement, isLone: boolean): Promise<string[]> {
  const faults: string[] = [];
  for (const width of WIDTHS) {
    // oxlint-disable-next-line no-await-in-loop -- one window
    await page.viewport(width, 760);
    for (const [name, { html, sidebar = false }] of Object.entries(PARENTS)) {
      if (isLone && width === 390 && NEVER_SHRINK.has(name)) continue;
      const remove = putInto(html, place);
      const least = { 1100: sidebar ? 700 : 850, 390: sidebar ? 180 : 300 }[width];
      faults.push(...faultsOf(root, least).map((fault) => `in ${name} at ${width} px: ${fault}`));
      remove();
    }
  }
  return faults;
}

const isReady = (place: HTMLElement) => {
  if (place.querySelector('[aria-busy], [data-loading]') || !place.querySelector('table, .mup-email-field')) {
    throw new Error('Still loading.');
  }
};

describe.each(['ltr', 'rtl'])('from %s', (dir) => {
  test.each(Object.keys(CONTENTS))(
    '%s has a sensible width in every parent, and sticks out of none',
    async (content) => {
      document.documentElement.dir = dir;
      // React empties what it renders into, and a parent has other children: this box is as if it were not there.
      const place = document.createElement('div');
      place.style.display = 'contents';
      document.body.append(place);
      render(CONTENTS[content]?.(), { container: place });
      await waitFor(() => isReady(place));
      const root = place.querySelector('.mup-root') as HTMLElement;
      expect(await faultsEverywhere(place, root, content !== 'UsersPanel')).toEqual([]);
    },
  );

  test('the custom element has a sensible width in every parent, and sticks out of none', async () => {
    document.documentElement.dir = dir;
    const place = document.createElement('div');
    place.style.display = 'contents';
    document.body.append(place);
    const { element } = await openElement();
    place.append(element);
    expect(await faultsEverywhere(place, element, false)).toEqual([]);
    expect(rootOf(element).getBoundingClientRect().width).toBe(element.getBoundingClientRect().width);
  });
});

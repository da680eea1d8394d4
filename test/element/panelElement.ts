import { waitFor, within } from '@testing-library/react';
import { onTestFinished } from 'vitest';
import { defineUsersPanelElement, type UsersPanelElement } from '../../src/element/index.js';
import type { FakeMixpeekOptions } from '../../src/msw/index.js';
import { makeBackEnd } from '../components/panel.js';

defineUsersPanelElement();

export interface Opened {
  element: UsersPanelElement;
  fake: ReturnType<typeof makeBackEnd>['fake'];
}

/** Puts an element into the page that Ada, an admin, looks at, over a back end of its own. */
export async function openElement(
  attributes: Record<string, string> = {},
  options: FakeMixpeekOptions = {},
  container: Element = document.body,
): Promise<Opened> {
  const { fake, dataProvider } = makeBackEnd(undefined, options);
  const element = document.createElement('mixpeek-users-panel');
  const given = { 'app-id': 'app_demo', 'current-user-id': 'user_ada', ...attributes };
  for (const [name, value] of Object.entries(given)) element.setAttribute(name, value);
  element.dataProvider = dataProvider;
  container.append(element);
  onTestFinished(() => element.remove());
  await ready(element);
  return { element, fake };
}

/** The root element of the panel in there. */
export function rootOf(element: Element): HTMLElement {
  const root = element.shadowRoot?.querySelector<HTMLElement>('.mup-root');
  if (!root) throw new Error('The element shows no panel.');
  return root;
}

/** The panel in the shadow root, to be searched like a page. */
export const inside = (element: Element) => within(rootOf(element));

/** The members are there. */
export async function ready(element: Element, name: string | RegExp = /Ada Lovelace/) {
  await waitFor(() => {
    inside(element).getByRole('row', { name });
    if (rootOf(element).querySelector('[aria-busy]')) throw new Error('Something is still loading.');
  });
}

/** What has the focus, however many shadow roots down. */
export function focused(): Element | null {
  let found = document.activeElement;
  while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
  return found;
}

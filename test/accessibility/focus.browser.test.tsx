import { screen, within } from '@testing-library/react';
import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { faintOf, measureFocusRing } from '../styles/contrast.js';
import { undress, wear } from '../styles/looks.js';
import { openAtWork, openQuestion, panel } from './scenes.js';
import { targetsOf } from './smallTargets.js';

const dress = (css: string) => wear({ name: 'seeded', css, scheme: 'light' });

afterEach(async () => {
  undress();
  window.scrollTo(0, 0);
  await page.viewport(1280, 800);
});

/** What goes together: inside it the order is that of the controls, and from one to the next it is down the page. */
const BLOCKS = 'tr, .mup-toolbar, .mup-invite-form, .mup-pager, .mup-notices';

const nameOf = (element: Element) =>
  `${element.className} "${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim()}"`;

/** Whether some of the element can be seen: in the window, and with nothing else over it. */
function isInSight(element: Element): boolean {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [0.1, 0.5, 0.9].some((across) =>
    [0.1, 0.5, 0.9].some((down) => {
      const hit = document.elementFromPoint(left + width * across, top + height * down);
      return hit !== null && (element.contains(hit) || hit.contains(element));
    }),
  );
}

/** Why the element that has the focus is lost to those who look for it. */
function lostFocus(): string[] {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return ['nothing has the focus'];
  if (!isInSight(focused)) return [`${nameOf(focused)} is out of sight`];
  try {
    return faintOf([measureFocusRing()]);
  } catch {
    return [`${nameOf(focused)} has no ring`];
  }
}

interface Way {
  stops: Element[];
  faults: string[];
}

/** The whole way by Tab, from before the panel until behind it. */
async function walk(): Promise<Way> {
  const before = document.createElement('button');
  const after = document.createElement('button');
  document.body.prepend(before);
  document.body.append(after);
  onTestFinished(() => {
    before.remove();
    after.remove();
  });
  const way: Way = { stops: [], faults: [] };
  before.focus();
  for (let presses = 0; presses < 150; presses += 1) {
    await userEvent.tab();
    const { activeElement: stop } = document;
    if (stop === after) return way;
    const last = way.stops.at(-1);
    if (!stop || stop === document.body || stop === last) {
      way.faults.push(`Tab leads nowhere from ${last ? nameOf(last) : 'the start'}`);
      return way;
    }
    way.faults.push(...lostFocus());
    if (last && isOutOfOrder(last, stop)) way.faults.push(`${nameOf(stop)} comes after ${nameOf(last)}`);
    way.stops.push(stop);
  }
  way.faults.push('Tab does not lead out of the panel');
  return way;
}

/** Not after the other in the text, or in a block that stands above that of the other. */
function isOutOfOrder(one: Element, next: Element): boolean {
  if (!(one.compareDocumentPosition(next) & Node.DOCUMENT_POSITION_FOLLOWING)) return true;
  const [from, to] = [one.closest(BLOCKS) ?? one, next.closest(BLOCKS) ?? next];
  if (from === to || to.matches('.mup-notices')) return false;
  return to.getBoundingClientRect().top < from.getBoundingClientRect().top;
}

describe('by Tab', () => {
  test.each([
    ['1280 px', 1280, 800],
    ['360 px', 360, 640],
    ['1280 px and hardly any height', 1280, 300],
  ])(
    'every control is met in the order of reading, in sight and with a ring, and one comes out again: %s',
    async (_window, width, height) => {
      await page.viewport(width, height);
      await openAtWork();
      const { stops, faults } = await walk();
      expect(faults).toEqual([]);
      // The addresses are one stop with their buttons; within them one goes by the arrow keys.
      const expected = targetsOf(panel()).filter((target) => target.tabIndex >= 0 && !target.matches(':disabled'));
      expect(stops).toEqual(expected);
      expect(stops.length).toBeGreaterThan(40);
    },
  );

  test('one also comes back the way one went', async () => {
    await openAtWork();
    const { stops } = await walk();
    const back: (Element | null)[] = [];
    for (let presses = 0; presses < stops.length; presses += 1) {
      await userEvent.tab({ shift: true });
      back.push(document.activeElement);
    }
    expect(back.toReversed()).toEqual(stops);
  });

  test('the question keeps the focus, in sight and with a ring', async () => {
    await page.viewport(360, 640);
    const dialog = await openQuestion();
    const met = new Set<Element>();
    for (let presses = 0; presses < 6; presses += 1) {
      await userEvent.tab();
      const { activeElement: stop } = document;
      // Between its last control and its first the browser’s own come.
      if (!stop || stop === document.body) continue;
      expect(dialog.contains(stop)).toBe(true);
      expect(lostFocus()).toEqual([]);
      met.add(stop);
    }
    expect(met).toEqual(new Set(within(dialog).getAllByRole('button')));
  });
});

describe('the walk catches', () => {
  test('a ring that is not there', async () => {
    await openAtWork();
    dress('.mup-root .mup-select-control:focus-visible { outline: none; }');
    expect((await walk()).faults.join('\n')).toMatch(/mup-select-control "Filter by role" has no ring/);
  });

  test('a control that something lies over', async () => {
    await openAtWork();
    dress(`
      .mup-root .mup-member-table > .mup-section-title { position: relative; }
      .mup-root .mup-member-table > .mup-section-title::after { content: ''; position: absolute; inset: 0 0 -90px; }`);
    expect((await walk()).faults.join('\n')).toMatch(/mup-input "Search members" is out of sight/);
  });

  test('a control that the notice lies over', async () => {
    await page.viewport(360, 640);
    await openAtWork();
    dress('.mup-root.mup-root .mup-panel :is(button, select) { scroll-margin: 0; }');
    expect((await walk()).faults.join('\n')).toMatch(/is out of sight/);
  });

  test('a heading of columns that is out of sight and has the focus', async () => {
    await openAtWork();
    dress('.mup-root .mup-table-head { position: absolute; width: 1px; height: 1px; clip-path: inset(50%); }');
    expect((await walk()).faults.join('\n')).toMatch(/mup-table-sort "Joined" is out of sight/);
  });

  test('blocks that are not where they are read', async () => {
    await openAtWork();
    dress('.mup-root .mup-panel { display: flex; flex-direction: column-reverse; }');
    expect((await walk()).faults.join('\n')).toMatch(/comes after/);
  });

  test('a key that leads nowhere', async () => {
    await openAtWork();
    const trap = (event: KeyboardEvent) => event.key === 'Tab' && event.preventDefault();
    const search = screen.getByRole('searchbox');
    search.addEventListener('keydown', trap);
    expect((await walk()).faults.join('\n')).toMatch(/Tab leads nowhere from mup-input "Search members"/);
  });
});

import { screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ar } from '../../src/locales/ar.js';
import { de } from '../../src/locales/de.js';
import { fr } from '../../src/locales/fr.js';
import { team } from '../../stories/fixtures.js';
import { layoutFaults } from '../accessibility/layoutFaults.js';
import { openAtWork, openQuestion } from '../accessibility/scenes.js';
import { askToRemove, emailField, openPanel, ready, row } from '../components/panel.js';

const root = () => document.querySelector('.mup-root') as HTMLElement;
const displayOf = (element: Element) => getComputedStyle(element).display;

/** The panel in a container of this width. */
async function openIn(width: number, options: Parameters<typeof openPanel>[0] = {}) {
  const view = openPanel(options);
  view.container.style.width = `${width}px`;
  await ready();
  return view;
}

afterEach(() => page.viewport(1280, 800));

describe('the lists', () => {
  test.each([
    [480, 'table-row'],
    [479, 'flex'],
  ])('in a container of %s px are displayed as %s', async (width, display) => {
    await openIn(width);
    expect(displayOf(row('Grace Hopper'))).toBe(display);
    expect(displayOf(row('linus@example.org'))).toBe(display);
  });

  test.each([480, 560, 640])('are tables without a fault in a container of %s px', async (width) => {
    await openIn(width);
    expect(layoutFaults(root())).toEqual([]);
    const [table] = screen.getAllByRole('table');
    expect(table?.scrollWidth).toBeLessThanOrEqual(width);
  });

  test.each([de, fr, ar])('are tables without a fault at their narrowest in $locale', async (messages) => {
    const view = await openAtWork({}, messages);
    view.container.style.width = '480px';
    expect(displayOf(document.querySelector('.mup-member-table-row') as Element)).toBe('table-row');
    // The select of a role shows as much of a long name as there is room for.
    expect(layoutFaults(root()).filter((fault) => !/mup-select-control.*cuts its word/.test(fault))).toEqual([]);
  });

  test('say in a smaller container for larger text when they are cards', async () => {
    const view = await openIn(640);
    expect(displayOf(row('Grace Hopper'))).toBe('table-row');
    root().style.setProperty('--mup-font-size', '28px');
    expect(displayOf(row('Grace Hopper'))).toBe('flex');
    view.container.style.width = '970px';
    expect(displayOf(row('Grace Hopper'))).toBe('table-row');
  });
});

test('what is proposed for a long address stays inside of the field at 300 px', async () => {
  await openIn(300);
  const field = screen.getByRole('textbox', { name: 'E-mail addresses' });
  await userEvent.fill(field, 'augusta.ada.king.noel@gmial.com, ');
  const proposal = await screen.findByRole('button', { name: 'Did you mean augusta.ada.king.noel@gmail.com?' });
  const box = field.closest('.mup-email-field')?.getBoundingClientRect();
  expect(proposal.getBoundingClientRect().right).toBeLessThanOrEqual(box?.right ?? 0);
  expect(layoutFaults(root())).toEqual([]);
});

test('the buttons below the field wrap their words at 250 px, and do not widen the form', async () => {
  await openIn(250);
  await userEvent.fill(emailField(), 'ada@example.com, new@example.com, new@example.com,');
  const button = await screen.findByRole('button', { name: /that need/ });
  const send = document.querySelector('.mup-invite-fields > .mup-button') as Element;
  expect(button.getBoundingClientRect().right).toBeLessThanOrEqual(root().getBoundingClientRect().right);
  const field = emailField().closest('.mup-email-field') as Element;
  expect(field.getBoundingClientRect().right).toBeLessThanOrEqual(root().getBoundingClientRect().right);
  expect(send.getBoundingClientRect().right).toBeLessThanOrEqual(root().getBoundingClientRect().right);
});

/** The lines that a text is broken into. */
function linesOf(element: Element): string[] {
  const lines = new Map<number, string>();
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walker.nextNode()) {
    const { currentNode: node } = walker;
    for (let place = 0; place < (node.nodeValue ?? '').length; place += 1) {
      range.setStart(node, place);
      range.setEnd(node, place + 1);
      const top = Math.round(range.getBoundingClientRect().top);
      lines.set(top, (lines.get(top) ?? '') + range.toString());
    }
  }
  return [...lines.values()];
}

describe('an address', () => {
  const addresses = () => [
    ...document.querySelectorAll('.mup-person-email > bdi, .mup-table-cell[data-column="email"] > bdi'),
  ];

  test.each([280, 320, 360, 479, 480, 520, 600, 643, 644, 900])(
    'is whole or broken after its @, in a container of %s px',
    async (width) => {
      await openIn(width);
      const people = [...(team.members ?? []).slice(0, 10), ...(team.invitations ?? [])];
      expect(addresses().map((address) => address.textContent)).toEqual(people.map(({ email }) => email));
      const lines = addresses().map(linesOf);
      expect(lines.filter((parts) => parts.length > 2 || (parts.length === 2 && !parts[0]?.endsWith('@')))).toEqual([]);
    },
  );

  test('that is broken is seen as such by the measure', async () => {
    await openIn(480);
    expect(
      addresses()
        .map(linesOf)
        .some(({ length }) => length === 2),
    ).toBe(true);
  });

  test('that has no place to break is broken all the same, and nothing of it is cut', async () => {
    const view = await openAtWork();
    view.container.style.width = '480px';
    expect(layoutFaults(root())).toEqual([]);
  });
});

describe('a card', () => {
  test.each([320, 400])('has its controls in sight in the order of Tab, at %s px', async (width) => {
    await openIn(width);
    for (const name of ['Grace Hopper', 'linus@example.org']) {
      const controls = [...row(name).querySelectorAll<HTMLElement>('select, button')];
      expect(controls.length).toBeGreaterThan(1);
      controls[0]?.focus();
      let before = new DOMRect();
      for (const control of controls) {
        expect(document.activeElement).toBe(control);
        const box = control.getBoundingClientRect();
        expect(box.top >= before.bottom || box.left >= before.right).toBe(true);
        before = box;
        await userEvent.tab();
      }
    }
  });

  test('of somebody is no higher than two lines of controls', async () => {
    await openIn(288);
    expect(row('Katherine Johnson').getBoundingClientRect().height).toBeLessThan(125);
  });
});

describe('the question whom to remove', () => {
  test('has a title of three lines for the longest name, which its words say in full', async () => {
    const dialog = await openQuestion();
    const title = within(dialog).getByRole('heading');
    const name = /^Remove (.*)\?$/.exec(title.textContent ?? '')?.[1] ?? '';
    expect(name.length).toBeGreaterThan(120);
    expect(Math.round(title.clientHeight / parseFloat(getComputedStyle(title).lineHeight))).toBe(3);
    const words = within(dialog).getByText(new RegExp(`^${name} loses access`));
    expect(words.scrollHeight).toBeLessThanOrEqual(words.clientHeight);
    expect(dialog).toHaveAccessibleName(`Remove ${name}?`);
  });

  test('has a title of one line for a short one', async () => {
    await openIn(900);
    const title = within(await askToRemove('Grace Hopper')).getByRole('heading');
    expect(Math.round(title.clientHeight / parseFloat(getComputedStyle(title).lineHeight))).toBe(1);
  });
});

import { screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { openPanel, ready } from '../components/panel.js';
import { rgbaOf } from '../../stories/contrastRatio.js';
import { faintOf, measureFocusRing } from '../styles/contrast.js';
import { undress, wear } from '../styles/looks.js';
import { wish } from './chromium.js';
import { openAtWork, openQuestion, panel } from './scenes.js';

const dress = (css: string) => wear({ name: 'seeded', css, scheme: 'light' });

afterEach(async () => {
  undress();
  await wish();
});

/** What shows where a control is: its own edge, or that of the field it is in. */
const EDGED = '.mup-button, .mup-select-control, .mup-search, .mup-email-field, .mup-chip, .mup-dialog';

const nameOf = (element: Element) =>
  `${element.className} "${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim()}"`;

const isPainted = (color: string) => rgbaOf(color)[3] > 0.9;

/** Controls that have no edge to be seen when the reader's own colours are forced on the page. */
function edgeless(root: Element): string[] {
  return [root, ...root.querySelectorAll('*')]
    .filter((element) => element.matches(EDGED) && element.checkVisibility({ visibilityProperty: true }))
    .filter((element) => {
      const style = getComputedStyle(element);
      const isDrawn = (kind: 'borderTop' | 'outline') =>
        style[`${kind}Style`] !== 'none' &&
        Number.parseFloat(style[`${kind}Width`]) >= 1 &&
        isPainted(style[`${kind}Color`]) &&
        rgbaOf(style[`${kind}Color`]).join() !== rgbaOf(style.backgroundColor).join();
      return !isDrawn('borderTop') && !isDrawn('outline');
    })
    .map(nameOf);
}

/** Whether an icon is drawn in its `color`, which the browser does not tell while colours are forced. */
function followsColor(icon: SVGElement): boolean {
  icon.style.cssText = 'color: rgb(1, 2, 3); forced-color-adjust: none';
  const { stroke } = getComputedStyle(icon);
  icon.removeAttribute('style');
  return stroke === 'rgb(1, 2, 3)';
}

/** Icons that do not take the colour of the text they stand with. */
function strayIcons(root: Element): string[] {
  return [...root.querySelectorAll<SVGElement>('.mup-icon')]
    .filter((icon) => {
      const around = icon.parentElement;
      return !around || !followsColor(icon) || getComputedStyle(icon).color !== getComputedStyle(around).color;
    })
    .map((icon) => `${icon.parentElement?.className ?? ''} > icon`);
}

/** What moves by itself, or would on its way from one look to the next. */
function moving(root: Element): string[] {
  const seconds = (times: string) => Math.max(...times.split(',').map((time) => Number.parseFloat(time)));
  return [...root.querySelectorAll('*')]
    .filter((element) => {
      const { animationName, transitionDuration } = getComputedStyle(element);
      return animationName !== 'none' || seconds(transitionDuration) > 0;
    })
    .map((element) => element.getAttribute('class')?.split(' ')[0] ?? '');
}

describe('in forced colours', () => {
  test('every control of the panel at work has an edge, and every icon the colour of its text', async () => {
    await wish({ forcedColors: true });
    await openAtWork({ theme: 'light' });
    expect(matchMedia('(forced-colors: active)').matches).toBe(true);
    expect(edgeless(panel())).toEqual([]);
    expect(strayIcons(panel())).toEqual([]);
  });

  test('a question has an edge, and so have its answers', async () => {
    await wish({ forcedColors: true });
    expect(edgeless(await openQuestion())).toEqual([]);
  });

  test('one sees where the focus is', async () => {
    await wish({ forcedColors: true });
    await openAtWork();
    await userEvent.tab();
    const stops = [...panel().querySelectorAll<HTMLElement>('button, select:enabled, input')].filter(
      (element) => element.tabIndex >= 0 && element.checkVisibility(),
    );
    expect(stops.length).toBeGreaterThan(20);
    for (const stop of stops) {
      stop.focus();
      expect(faintOf([measureFocusRing()])).toEqual([]);
    }
  });

  test('what is off is told from what is on', async () => {
    await wish({ forcedColors: true });
    await openAtWork();
    const previous = screen.getByRole('button', { name: 'Previous page' });
    const next = screen.getByRole('button', { name: 'Next page' });
    expect(getComputedStyle(previous).color).not.toBe(getComputedStyle(next).color);
  });
});

describe('with reduced motion', () => {
  test('nothing moves while the lists are loaded, nor later', async () => {
    await wish();
    openPanel({ faults: [{ operation: '*', kind: 'slow', ms: 600_000 }] });
    await waitFor(() => expect(panel().querySelector('.mup-skeleton')).not.toBeNull());
    expect(moving(panel())).toEqual([]);
    expect(panel().getAnimations({ subtree: true })).toEqual([]);
  });

  test('nothing moves in the panel at work', async () => {
    await wish();
    await openAtWork();
    expect(moving(panel())).toEqual([]);
  });
});

describe('the measures catch', () => {
  test('a control without an edge', async () => {
    await wish({ forcedColors: true });
    await openAtWork();
    dress('.mup-root .mup-select-control { border: 0; }');
    expect(edgeless(panel()).join()).toMatch(/mup-select-control "Filter by role"/);
  });

  test('an icon of a colour of its own', async () => {
    await wish({ forcedColors: true });
    await openAtWork();
    dress('.mup-root .mup-search > .mup-icon { stroke: #eee; }');
    expect(strayIcons(panel())).toHaveLength(1);
  });

  test('what moves for those who did not ask for less', async () => {
    await wish({ motion: true });
    openPanel({ faults: [{ operation: '*', kind: 'slow', ms: 600_000 }] });
    await waitFor(() => expect(panel().querySelector('.mup-skeleton')).not.toBeNull());
    expect(moving(panel())).toContain('mup-table-body');
  });

  test('a transition that was forgotten', async () => {
    await wish();
    openPanel();
    await ready();
    dress('.mup-root .mup-table-row { transition: background-color 0.2s; }');
    expect(moving(panel())).toContain('mup-table-row');
  });
});

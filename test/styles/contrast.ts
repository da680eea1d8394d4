import { contrastRatio, over, rgbaOf, type Rgba } from '../../stories/contrastRatio.js';

/** What is painted behind the content of an element, its own background included. */
function behind(element: Element | null): Rgba {
  if (!element) return [255, 255, 255, 1];
  const own = rgbaOf(getComputedStyle(element).backgroundColor);
  return own[3] === 1 ? own : over(own, behind(element.parentElement));
}

function opacityOf(element: Element | null): number {
  return element ? Number(getComputedStyle(element).opacity) * opacityOf(element.parentElement) : 1;
}

const isSeen = (element: Element) =>
  element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !element.closest('.mup-hidden');

function describe(element: Element): string {
  const state = [...element.attributes].filter(({ name }) => name.startsWith('data-')).map((each) => each.name);
  return `${element.className} ${state.join(' ')} "${(element.textContent ?? '').trim().slice(0, 30)}"`;
}

/** What was measured, and where it falls short of what it needs. */
export interface Finding {
  what: string;
  ratio: number;
  needed: number;
}

const TEXT = 4.5;
const SHAPE = 3;

/** Every text inside an element, placeholders and generated words included, over what is behind it. */
export function measureTexts(root: Element): Finding[] {
  const found: Finding[] = [];
  const note = (element: Element, color: string, what: string) =>
    found.push({ what, ratio: contrastRatio(color, opacityOf(element), behind(element)), needed: TEXT });
  for (const element of root.querySelectorAll('*')) {
    if (!isSeen(element)) continue;
    const hasText = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim());
    if (hasText || element instanceof HTMLSelectElement || element instanceof HTMLInputElement) {
      note(element, getComputedStyle(element).color, describe(element));
    }
    if (element instanceof HTMLInputElement && element.placeholder) {
      note(element, getComputedStyle(element, '::placeholder').color, `placeholder of ${describe(element)}`);
    }
    const before = getComputedStyle(element, '::before');
    if (/\w/.test(before.content.replace(/^(none|normal)$/, ''))) {
      note(element, before.color, `::before of ${describe(element)}`);
    }
  }
  return found;
}

/**
 * What tells a control from what is around it. A field has an outline or, where it has none, an arrow; a filled button its
 * fill or its edge; a button that is an icon alone the icon. A plain button is told by its words, which are text, and
 * what is off need not be found.
 */
export function measureControls(root: Element): Finding[] {
  const found: Finding[] = [];
  const note = (element: Element, ...ratios: number[]) =>
    found.push({ what: describe(element), ratio: Math.max(...ratios), needed: SHAPE });
  for (const element of root.querySelectorAll('.mup-search, .mup-email-field, .mup-select-control, .mup-button')) {
    if (!isSeen(element) || element.matches(':disabled, [data-off]')) continue;
    const { borderTopColor, backgroundColor } = getComputedStyle(element);
    const around = behind(element.parentElement);
    const edge = contrastRatio(borderTopColor, opacityOf(element), around);
    const icon = element.querySelector('.mup-icon') ?? element.parentElement?.querySelector('.mup-icon');
    const iconRatio = icon ? contrastRatio(getComputedStyle(icon).color, opacityOf(icon), behind(element)) : 0;
    if (element.matches('.mup-search, .mup-email-field')) note(element, edge);
    else if (element.matches('.mup-select-control')) note(element, edge, iconRatio);
    else if (element.matches('[data-icon-only]')) note(element, iconRatio);
    else if (element.matches('[data-variant="primary"], [data-variant="danger"]')) {
      note(element, edge, contrastRatio(backgroundColor, opacityOf(element), around));
    }
  }
  return found;
}

/** The ring around what has the focus, or around the field that holds it. */
export function measureFocusRing(): Finding {
  const focused = document.activeElement;
  const ringed = [focused, focused?.closest('.mup-search, .mup-email-field')].find(
    (element) => element && getComputedStyle(element).outlineStyle === 'solid',
  );
  if (!ringed) throw new Error(`There is no ring around ${focused ? describe(focused) : 'nothing'}.`);
  const { outlineColor } = getComputedStyle(ringed);
  return {
    what: `ring of ${describe(ringed)}`,
    ratio: contrastRatio(outlineColor, 1, behind(ringed.parentElement)),
    needed: SHAPE,
  };
}

/** Those that are hard to see, one sentence each. */
export function faintOf(findings: readonly Finding[]): string[] {
  return findings
    .filter(({ ratio: has, needed }) => has < needed)
    .map(({ what, ratio: has, needed }) => `${what}: ${has.toFixed(2)}, needs ${needed}`);
}

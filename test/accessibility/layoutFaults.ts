/** By this many CSS pixels boxes may differ without anybody seeing it: rounding, and the lead above and below letters. */
const SLACK = 2;

const CONTROLS = 'button, select, input, textarea, a[href], progress';
/** Cut on purpose where a name is very long: the words below say it in full. */
const SAID_BELOW = '.mup-dialog-title';
const BOXES = 'button, .mup-badge, .mup-chip, .mup-notice, .mup-message, dialog, td, th';

const isSeen = (element: Element) =>
  element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
  !element.closest('.mup-hidden, .mup-announcements, .mup-avatar') &&
  !isClippedAway(element);

/** Said, not shown: what is one pixel large, or cut to nothing. */
function isClippedAway(element: Element | null): boolean {
  return element !== null && (getComputedStyle(element).clipPath !== 'none' || isClippedAway(element.parentElement));
}

const shorten = (text: string | null) => (text ?? '').trim().replace(/\s+/g, ' ').slice(0, 40);
const nameOf = (element: Element) =>
  `${element.className || element.tagName} "${shorten(element.getAttribute('aria-label') ?? element.textContent)}"`;

interface PaintedText {
  text: string;
  parent: Element;
  box: DOMRect;
}

/** Each line of text inside an element, where it is painted. */
function paintedTexts(root: Element): PaintedText[] {
  const texts: PaintedText[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walker.nextNode()) {
    const { currentNode: node } = walker;
    const parent = node.parentElement;
    if (!parent || !node.nodeValue?.trim() || parent.closest('option') || !isSeen(parent)) continue;
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) texts.push({ text: shorten(node.nodeValue), parent, box });
  }
  return texts;
}

const sticksOut = (inner: DOMRect, outer: DOMRect) =>
  inner.left < outer.left - SLACK ||
  inner.right > outer.right + SLACK ||
  inner.top < outer.top - SLACK * 2 ||
  inner.bottom > outer.bottom + SLACK * 2;

const overlap = (one: DOMRect, other: DOMRect) =>
  Math.min(one.right, other.right) - Math.max(one.left, other.left) > SLACK &&
  Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > SLACK * 3;

const clips = (element: Element) => /hidden|clip/.test(getComputedStyle(element).overflow);

/** The chosen word of a select, which no layout tells of, against the room it has. */
function isWordCut(select: HTMLSelectElement): boolean {
  const style = getComputedStyle(select);
  const probe = document.createElement('span');
  probe.textContent = select.selectedOptions[0]?.textContent ?? '';
  const { fontFamily, fontSize, fontWeight, letterSpacing, wordSpacing } = style;
  Object.assign(probe.style, { position: 'absolute', whiteSpace: 'pre', fontFamily, fontSize, fontWeight });
  Object.assign(probe.style, { letterSpacing, wordSpacing });
  document.body.append(probe);
  const needed = probe.getBoundingClientRect().width;
  probe.remove();
  const room = select.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
  return needed > room + SLACK;
}

/**
 * What cannot be read or reached as it is laid out, one sentence each: sideways scrolling, controls and text beyond the
 * edge, text that is cut or stands outside its box, text over text. What lies over the page on purpose, such as a
 * dialog, is given by itself.
 */
export function layoutFaults(root: Element): string[] {
  const faults: string[] = [];
  const page = document.documentElement;
  if (page.scrollWidth > page.clientWidth) faults.push(`the page scrolls sideways to ${page.scrollWidth}`);
  const seen = [...root.querySelectorAll('*')].filter(isSeen);
  for (const element of [root, ...seen]) {
    const box = element.getBoundingClientRect();
    const isBeyond = box.left < -SLACK || box.right > page.clientWidth + SLACK;
    if (isBeyond && element.matches(CONTROLS)) faults.push(`${nameOf(element)} is beyond the edge`);
    const isLarger =
      element.scrollWidth > element.clientWidth + SLACK || element.scrollHeight > element.clientHeight + SLACK;
    const mayBeCut = element.matches(`input, select, ${SAID_BELOW}`);
    if (isLarger && clips(element) && !mayBeCut) faults.push(`${nameOf(element)} is cut`);
    if (element instanceof HTMLSelectElement && isWordCut(element)) faults.push(`${nameOf(element)} cuts its word`);
  }
  const texts = paintedTexts(root);
  for (const { text, parent, box } of texts) {
    const around = parent.closest(BOXES);
    if (around && !around.matches('dialog') && sticksOut(box, around.getBoundingClientRect())) {
      faults.push(`"${text}" sticks out of ${nameOf(around)}`);
    }
    if (box.left < -SLACK || box.right > page.clientWidth + SLACK) faults.push(`"${text}" is beyond the edge`);
  }
  // The notice lies over the end of the list until it is dismissed. What is cut off a title is not painted.
  const still = texts.filter(({ parent }) => !parent.closest(`.mup-notices, ${SAID_BELOW}`));
  for (const [index, one] of still.entries()) {
    for (const other of still.slice(index + 1)) {
      if (one.parent === other.parent || !overlap(one.box, other.box)) continue;
      if (isHiddenByScroll(one) || isHiddenByScroll(other)) continue;
      faults.push(`"${one.text}" overlaps "${other.text}"`);
    }
  }
  return faults;
}

/** Scrolled out of the box it is in, as a long list of addresses may be. */
function isHiddenByScroll({ parent, box }: PaintedText): boolean {
  for (let around: Element | null = parent; around; around = around.parentElement) {
    if (!/auto|scroll/.test(getComputedStyle(around).overflowY)) continue;
    const view = around.getBoundingClientRect();
    if (box.bottom > view.bottom || box.top < view.top) return true;
  }
  return false;
}

import css from '../styles/index.css?inline';

/** The element is a block that its container measures, as `.mup-root` is in a page. */
const HOST = ':host{display:block;outline:none}:host([hidden]){display:none}';

const sheets = new WeakMap<Document, CSSStyleSheet>();

/**
 * The kit's sheet for shadow roots of a document: one for all of its panels, and made by script, so that a policy
 * without `unsafe-inline` lets it through.
 */
export function sheetFor(page: Document): CSSStyleSheet {
  let sheet = sheets.get(page);
  if (!sheet) {
    // A sheet belongs to the window that made it: an element that moved into a frame needs one of that frame's.
    sheet = new (page.defaultView ?? window).CSSStyleSheet();
    sheet.replaceSync(HOST + css);
    sheets.set(page, sheet);
  }
  return sheet;
}

// The type of every sheet of the package, so that a side-effect import of one compiles.

/** What the import gives is up to the bundler: nothing, a URL, a `CSSStyleSheet`. */
// oxlint-disable-next-line typescript/no-explicit-any
declare const sheet: any;
export default sheet;

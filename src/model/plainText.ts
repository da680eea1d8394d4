/*
 * Controls (C0, C1), line and paragraph separators, and the characters that turn the reading direction: a name that
 * holds one of these could disguise itself or its neighbours. Joiners stay: Persian and emoji need them.
 */
// oxlint-disable-next-line no-control-regex -- matching control characters is the purpose
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** Text from outside, safe to put on a line: control and direction characters become spaces, runs of spaces one. */
export function plainText(text: string | null | undefined): string {
  return (text ?? '').replace(CONTROLS, ' ').replace(/\s+/g, ' ').trim();
}

/** Whether a value is a text of visible ASCII alone: what a header takes without an error that would repeat it. */
export function isPrintable(value: unknown): value is string {
  return typeof value === 'string' && /^[\x21-\x7e]+$/.test(value);
}

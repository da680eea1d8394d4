/** What is text and says something. */
export function textOf(value: unknown): string | undefined {
  return (typeof value === 'string' && value.trim()) || undefined;
}

/** A length with its unit: bare numbers are pixels, `none` is none. */
export function lengthOf(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : textOf(value);
  if (text === 'none') return '0px';
  return text && /^[\d.]+$/.test(text) ? `${text}px` : text;
}

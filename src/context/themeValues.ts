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

/** Whether a background is light or dark, where it is written in hexadecimal digits; anything else is not judged. */
export function schemeOf(background: unknown): 'light' | 'dark' | undefined {
  const digits = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(textOf(background) ?? '')?.[1];
  if (!digits) return undefined;
  const pairs = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => (parseInt(pairs.slice(at, at + 2), 16) / 255) ** 2.2);
  // Where black and white read equally well.
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? 'light' : 'dark';
}

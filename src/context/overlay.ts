/** Lays a partial catalogue over a whole one. A plural is replaced whole: categories differ by language. */
export function overlay<T extends object>(base: T, over: object): T {
  const result: T = { ...base };
  for (const key of Object.keys(over) as (keyof T)[]) {
    const value: unknown = (over as Partial<T>)[key];
    const below = base[key];
    const isSection = isRecord(below) && !('other' in below);
    // A text in place of a section would leave words missing that are rendered.
    if (isSection && !isRecord(value)) continue;
    const nested = isRecord(value) && isRecord(below) && !('other' in value);
    if (nested) result[key] = overlay(below, value);
    else if (value !== undefined) result[key] = value as T[keyof T];
  }
  return result;
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

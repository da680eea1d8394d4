/** A text from outside without a secret in it, however its JSON spells it. */
export function strike(secret: string, text: string): string {
  // One this short is a stand-in of a test, and stands in names and ids by chance.
  if (secret.length < 8) return text;
  return respell(text).replaceAll(secret, '[redacted]').replaceAll(JSON.stringify(secret).slice(1, -1), '[redacted]');
}

/** JSON as `JSON.stringify` spells it, for an escape may hide any letter; without a backslash there is none. */
function respell(text: string): string {
  if (!text.includes('\\')) return text;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return text;
  }
  try {
    return JSON.stringify(value);
  } catch {
    // Nested deeper than it can be written: nobody's answer.
    return '';
  }
}

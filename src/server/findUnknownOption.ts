import { editDistance } from '../model/suggestEmail.js';

/**
 * Returns a sentence about the first unknown option; undefined when all are known. A misspelt option would be ignored
 * silently, and some options are for security.
 */
export function findUnknownOption(options: unknown, known: Readonly<Record<string, true>>): string | undefined {
  if (typeof options !== 'object' || options === null) return 'pass its options as one object';
  const names = Object.keys(known);
  const unknown = Object.keys(options).find((name) => !Object.hasOwn(known, name));
  if (unknown === undefined) return undefined;
  const meant = names.find((name) => editDistance(unknown.toLowerCase(), name.toLowerCase()) <= 2);
  return `there is no option "${unknown}". ${meant ? `Did you mean ${meant}` : `There are ${names.join(', ')}`}`;
}

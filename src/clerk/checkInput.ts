import { UsersError } from '../model/errors.js';

/**
 * Refuses an input that is no object, or lacks one of the texts that are needed.
 * @throws {UsersError} `invalid_input`, naming the field.
 */
export function checkInput<T extends object>(input: T, needed: readonly (keyof T & string)[]): void {
  if (typeof (input as unknown) !== 'object' || (input as unknown) === null) {
    throw new UsersError('invalid_input', 'This method takes one object, such as { appId }.');
  }
  for (const name of needed) checkId(name, input[name]);
}

/** @throws {UsersError} `invalid_input` unless the value is a text that is not empty. */
export function checkId(name: string, value: unknown): string {
  if (typeof value === 'string' && value.trim() !== '') return value;
  throw new UsersError('invalid_input', `${name} must be a string that is not empty.`);
}

/** How WebDriver names an element in JSON. */
export type ElementReference = Record<'element-6066-11e4-a52e-4f735466cecf', string>;

export const idOf = (element: ElementReference) => element['element-6066-11e4-a52e-4f735466cecf'];

/** A failure that the driver answered, by its code of the standard: `stale element reference`, and the like. */
class WebDriverError extends Error {
  readonly code: string;
  constructor(path: string, { error, message }: { error: string; message: string }) {
    super(`WebDriver, ${path}: ${error}. ${message}`);
    this.code = error;
  }
}

/** Sends a command of W3C WebDriver to a driver or, with a session in `base`, to that session. */
export type Send = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => Promise<unknown>;

export function createSend(base: string): Send {
  return async (method, path, body = {}) => {
    const response = await fetch(base + path, {
      method,
      ...(method === 'POST' && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    const { value } = (await response.json()) as { value: unknown };
    if (!response.ok) throw new WebDriverError(`${method} ${path}`, value as { error: string; message: string });
    return value;
  };
}

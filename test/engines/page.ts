import type { Driver, Json, Key, Modifier, Query, Role } from './engine.js';

/** A limit for what hangs, as in the other tests. */
const LIMIT_MS = 20_000;

/** Tries again until a step succeeds, for the page may still be on its way there. */
export async function until<Result>(what: string, step: () => Promise<Result>): Promise<Result> {
  const end = Date.now() + LIMIT_MS;
  for (;;) {
    try {
      return await step();
    } catch (error) {
      if (Date.now() > end) throw new Error(`Timed out: ${what}.`, { cause: error });
    }
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

const describeQuery = ({ role, name, within }: Query): string =>
  `${role} ${name === undefined ? '' : String(name)}${within ? ` in ${describeQuery(within)}` : ''}`.trim();

/** An element of the page, looked up anew for each act. */
export class Control {
  readonly #driver: Driver;
  readonly #query: Query;
  constructor(driver: Driver, query: Query) {
    this.#driver = driver;
    this.#query = query;
  }

  find(role: Role, name?: string | RegExp): Control {
    return new Control(this.#driver, { role, name, within: this.#query });
  }

  async count(): Promise<number> {
    return (await this.#driver.find(this.#query)).length;
  }

  /** Waits until there is exactly one. */
  waitFor(): Promise<unknown> {
    return until(`one ${describeQuery(this.#query)}`, async () => {
      const handles = await this.#driver.find(this.#query);
      if (handles.length !== 1) throw new Error(`There are ${handles.length}.`);
      return handles[0];
    });
  }

  waitUntilGone(): Promise<void> {
    return until(`no ${describeQuery(this.#query)}`, async () => {
      const count = await this.count();
      if (count > 0) throw new Error(`There are ${count}.`);
    });
  }

  async click(): Promise<void> {
    await this.#driver.click(await this.waitFor());
  }

  async choose(label: string): Promise<void> {
    await this.#driver.choose(await this.waitFor(), label);
  }

  /** Puts a text in place of the one in a field, by the keyboard. */
  async fill(text: string): Promise<void> {
    await this.click();
    await this.#driver.press('a', 'Control');
    await this.#driver.press('Backspace');
    await this.#driver.type(text);
  }

  async evaluate<Result>(run: (element: HTMLElement) => Result): Promise<Result> {
    return this.#driver.evaluateOn(await this.waitFor(), run, null);
  }

  async focus(): Promise<void> {
    await this.evaluate((element) => element.focus());
  }

  text(): Promise<string> {
    return this.evaluate((element) => element.textContent ?? '');
  }

  box(): Promise<{ x: number; y: number; width: number; height: number }> {
    return this.evaluate((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x, y, width, height };
    });
  }
}

/** A page of a browser, in whichever engine. */
export class Page {
  readonly #driver: Driver;
  constructor(driver: Driver) {
    this.#driver = driver;
  }

  find(role: Role, name?: string | RegExp): Control {
    return new Control(this.#driver, { role, name });
  }

  evaluate<Result>(run: () => Result | Promise<Result>): Promise<Result>;
  evaluate<Arg extends Json, Result>(run: (arg: Arg) => Result | Promise<Result>, arg: Arg): Promise<Result>;
  evaluate(run: (arg: Json) => unknown, arg: Json = null): Promise<unknown> {
    return this.#driver.evaluate(run, arg);
  }

  /** Waits until a function of the page answers what is true. */
  waitUntil<Arg extends Json>(what: string, run: (arg: Arg) => boolean, arg: Arg): Promise<void> {
    return until(what, async () => {
      if (!(await this.#driver.evaluate(run, arg))) throw new Error('Not yet.');
    });
  }

  goto(url: string): Promise<void> {
    return this.#driver.goto(url);
  }

  resize(width: number, height: number): Promise<void> {
    return this.#driver.resize(width, height);
  }

  press(key: Key, modifier?: Modifier): Promise<void> {
    return this.#driver.press(key, modifier);
  }

  pressAt(x: number, y: number): Promise<void> {
    return this.#driver.pressAt(x, y);
  }

  screenshot(path: string): Promise<void> {
    return this.#driver.screenshot(path);
  }

  close(): Promise<void> {
    return this.#driver.close();
  }
}

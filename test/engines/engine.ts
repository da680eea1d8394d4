/** How a page is opened. */
export interface OpenOptions {
  /**
   * What the system prefers.
   * @default 'light'
   */
  scheme?: 'light' | 'dark';
  /** The page is touched with a finger. Only Chromium's driver can do that. */
  touch?: boolean;
}

/** A browser engine that runs. */
export interface Engine {
  version: string;
  /** Opens a page with its own cookies and storage. */
  open: (options?: OpenOptions) => Promise<Driver>;
  close: () => Promise<void>;
}

/** An element by its role and accessible name, in the document or in an open shadow root. */
export interface Query {
  role: Role;
  /** The whole name, or a pattern. */
  name?: string | RegExp | undefined;
  within?: Query | undefined;
}

export type Role = keyof typeof SELECTORS;

/** Which elements may have a role. The browser then says which of them do. */
export const SELECTORS = {
  alertdialog: 'dialog, [role=alertdialog]',
  button: 'button',
  combobox: 'select',
  navigation: 'nav',
  searchbox: 'input[type=search]',
  status: '[role=status], output',
  table: 'table',
  textbox: 'input[type=text]',
} as const;

/** The keys that the tests press, by their names in `KeyboardEvent.key`. */
export type Key = 'Tab' | 'Escape' | 'Enter' | 'ArrowDown' | 'ArrowUp' | 'Backspace' | 'Home' | 'End' | 'a';
export type Modifier = 'Shift' | 'Control';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** A page in a browser: the little that every driver can do. `Handle` is how it refers to an element. */
export interface Driver<Handle = unknown> {
  goto: (url: string) => Promise<void>;
  resize: (width: number, height: number) => Promise<void>;
  /** Runs a function in the page. It sees its argument only. */
  evaluate: <Arg extends Json, Result>(run: (arg: Arg) => Result | Promise<Result>, arg: Arg) => Promise<Result>;
  /** Runs a function in the page on an element. */
  evaluateOn<Arg extends Json, Result>(
    handle: Handle,
    run: (element: HTMLElement, arg: Arg) => Result | Promise<Result>,
    arg: Arg,
  ): Promise<Result>;
  /** The visible elements that match now. */
  find: (query: Query) => Promise<Handle[]>;
  click(handle: Handle): Promise<void>;
  /** Chooses an option of a select by its label, as with the mouse. */
  choose(handle: Handle, label: string): Promise<void>;
  /** Presses the mouse button (or a finger) at a point of the window for as long as people do, then releases it. */
  pressAt: (x: number, y: number) => Promise<void>;
  /** Types into what has the focus. */
  type: (text: string) => Promise<void>;
  press: (key: Key, modifier?: Modifier) => Promise<void>;
  screenshot: (path: string) => Promise<void>;
  close: () => Promise<void>;
}

import { isDevelopment } from './isDevelopment.js';

/**
 * The base tokens as values, for a host that has them in JavaScript; every shade follows from them. Each is CSS as one
 * would write it in a sheet: a colour of any notation, a length with its unit, a font family; `var(--yours)` too. A value
 * that the browser does not accept, or that would load something (`url()`), is left out, with a warning in development.
 */
export interface UsersTokens {
  /** What matters: the button that goes ahead, the focus ring, marks. */
  accent?: string | undefined;
  /** Text on the accent. @default black or white, whichever reads better */
  onAccent?: string | undefined;
  /** Behind the panel, its fields and dialogs. */
  background?: string | undefined;
  /** Behind what is set off. */
  surface?: string | undefined;
  text?: string | undefined;
  /** Text of less weight. */
  muted?: string | undefined;
  border?: string | undefined;
  danger?: string | undefined;
  success?: string | undefined;
  warning?: string | undefined;
  /** Roundness of fields and buttons. */
  radius?: string | undefined;
  /** The step that every distance is a multiple of. */
  space?: string | undefined;
  font?: string | undefined;
  fontSize?: string | undefined;
  /**
   * Which kind of colours these are. Said as the `theme` where that prop is left out.
   * @default the nearest `data-theme`, else the system's
   */
  scheme?: 'light' | 'dark' | undefined;
}

/** What a value must be, in the terms of `CSS.supports`. */
const KINDS = { color: 'color', length: 'border-spacing', family: 'font-family' };

const TOKENS: Readonly<Record<Exclude<keyof UsersTokens, 'scheme'>, keyof typeof KINDS>> = {
  accent: 'color',
  onAccent: 'color',
  background: 'color',
  surface: 'color',
  text: 'color',
  muted: 'color',
  border: 'color',
  danger: 'color',
  success: 'color',
  warning: 'color',
  radius: 'length',
  space: 'length',
  font: 'family',
  fontSize: 'length',
};

/**
 * Puts tokens on the root element through the CSSOM, which a policy without inline styles allows, and takes away those
 * that are no longer given.
 */
export function applyTokens(root: HTMLElement, tokens: UsersTokens = {}): void {
  for (const [token, kind] of Object.entries(TOKENS)) {
    const name = `--mup-${token.replace(/[A-Z]/, (letter) => `-${letter.toLowerCase()}`)}`;
    const value: unknown = tokens[token as keyof UsersTokens];
    if (isUsable(value, kind)) root.style.setProperty(name, value);
    else {
      root.style.removeProperty(name);
      if (value !== undefined && isDevelopment) {
        console.warn(`UsersProvider: ${JSON.stringify(value)} is no ${kind}, so the token \`${token}\` is left out.`);
      }
    }
  }
}

/** What makes a browser load something, behind `var()` and in escaped letters too, where `CSS.supports` looks away. */
const LOADS = /\\|(url|src|image|image-set|cross-fade|element|paint)\s*\(/i;

function isUsable(value: unknown, kind: keyof typeof KINDS): value is string {
  if (typeof value !== 'string' || LOADS.test(value)) return false;
  // jsdom has no `CSS`: there a value is taken as it is.
  if (typeof CSS === 'undefined' || typeof CSS.supports !== 'function') return true;
  // Lengths are multiplied, and a bare 0 is no length there.
  return CSS.supports(KINDS[kind], kind === 'length' ? `calc(${value} * 1)` : value);
}

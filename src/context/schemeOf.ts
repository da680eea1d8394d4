import { textOf } from './themeValues.js';

/** The luminance at which black and white read equally well, and the lightness of OKLab and CIELAB that it is there. */
const MIDDLE = 0.179;
const MIDDLE_OK = Math.cbrt(MIDDLE);
const MIDDLE_CIE = 116 * MIDDLE_OK - 16;

const NAMES = new Map(
  Object.entries({
    black: '000',
    white: 'fff',
    gray: '808080',
    grey: '808080',
    silver: 'c0c0c0',
    maroon: '800000',
    red: 'f00',
    purple: '800080',
    fuchsia: 'f0f',
    green: '008000',
    lime: '0f0',
    olive: '808000',
    yellow: 'ff0',
    navy: '000080',
    blue: '00f',
    teal: '008080',
    aqua: '0ff',
  }),
);

/** Degrees in the units of an angle. */
const ANGLES: Readonly<Record<string, number>> = { turn: 360, rad: 180 / Math.PI, grad: 0.9 };

/**
 * Whether a background is light or dark: in hexadecimal digits, by one of the sixteen basic names, or in the notation of
 * a function. What lets more through than it covers is not judged, nor is what a browser alone could work out (`var()`).
 */
export function schemeOf(background: unknown): 'light' | 'dark' | undefined {
  const text = textOf(background)?.toLowerCase() ?? '';
  const digits = NAMES.get(text) ?? /^#([\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/.exec(text)?.[1];
  const [, name = '', inside = ''] = /^([a-z]+)\(([^()]+)\)$/.exec(text) ?? [];
  const isLight = digits ? isLightHex(digits) : isLightFunction(name.replace(/a$/, ''), inside);
  if (isLight === undefined) return undefined;
  return isLight ? 'light' : 'dark';
}

function isLightHex(digits: string): boolean | undefined {
  const pairs = digits.length < 6 ? digits.replace(/./g, '$&$&') : digits;
  const [red = 0, green = 0, blue = 0, alpha = 1] = (pairs.match(/../g) ?? []).map((pair) => parseInt(pair, 16) / 255);
  return alpha < 0.5 ? undefined : isLightRgb(red, green, blue);
}

function isLightFunction(name: string, inside: string): boolean | undefined {
  const words = inside.split(/[\s,/]+/).filter(Boolean);
  const space = name === 'color' ? words.shift() : undefined;
  /** The number at a place; a percentage is a part of what is whole there. */
  const at = (place: number, whole: number) => {
    const [, number, unit = ''] = /^([-+.\de]+)(%|[a-z]*)$/.exec(words[place] ?? '') ?? [];
    if (words[place] === 'none') return 0;
    return unit === '%' ? (Number(number) / 100) * whole : Number(number) * (ANGLES[unit] ?? 1);
  };
  if (words.length < 3 || words.length > 4) return undefined;
  if (words.length === 4 && !(at(3, 1) >= 0.5)) return undefined;
  switch (name) {
    case 'rgb':
      return isLightRgb(at(0, 255) / 255, at(1, 255) / 255, at(2, 255) / 255);
    case 'hsl':
      return isLightHsl(at(0, 360), at(1, 100) / 100, at(2, 100) / 100);
    case 'oklab':
    case 'oklch':
      return isOver(at(0, 1), MIDDLE_OK);
    case 'lab':
    case 'lch':
      return isOver(at(0, 100), MIDDLE_CIE);
    case 'color':
      return space === 'srgb' || space === 'display-p3' ? isLightRgb(at(0, 1), at(1, 1), at(2, 1)) : undefined;
    default:
      return undefined;
  }
}

function isLightHsl(hue: number, saturation: number, lightness: number): boolean | undefined {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const channel = (offset: number) => {
    const place = (((offset + hue / 30) % 12) + 12) % 12;
    return lightness - reach * Math.max(-1, Math.min(place - 3, 9 - place, 1));
  };
  return isLightRgb(channel(0), channel(8), channel(4));
}

function isLightRgb(...channels: [red: number, green: number, blue: number]): boolean | undefined {
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => Math.max(0, channel) ** 2.2);
  return isOver(0.2126 * red + 0.7152 * green + 0.0722 * blue, MIDDLE);
}

/** Undefined for what is no number. */
function isOver(value: number, middle: number): boolean | undefined {
  return Number.isNaN(value) ? undefined : value > middle;
}

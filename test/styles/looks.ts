import mixpeek from '../../src/styles/themes/mixpeek.css?inline';
import shadcn from '../../src/styles/themes/shadcn.css?inline';
import { mixpeekPalettes, shadcnPalettes, sheetOf } from '../../stories/palettes.js';

/** How a host may make the panel look. */
export interface Look {
  name: string;
  /** The sheets of the host and of the preset. */
  css: string;
  scheme: 'light' | 'dark';
  density?: 'compact';
}

const SCHEMES = ['light', 'dark'] as const;
const inBoth = (name: string, css: string): Look[] =>
  SCHEMES.map((scheme) => ({ name: `${name}, ${scheme}`, css, scheme }));

const HOSTILE_ACCENTS = [
  'white',
  'black',
  '#fffde7',
  '#ffff00',
  '#39ff14',
  '#00ffff',
  '#ff00ff',
  '#0000ff',
  '#767676',
  '#808080',
  '#e11d48',
  '#14b8a6',
  'transparent',
  'rgb(59 91 219 / 15%)',
  'oklch(0.9 0.3 150)',
  'color(display-p3 1 0.2 0)',
];

export const LOOKS: readonly Look[] = [
  ...inBoth('as it comes', ''),
  ...SCHEMES.map((scheme) => ({ name: `compact, ${scheme}`, css: '', scheme, density: 'compact' as const })),
  ...Object.entries(mixpeekPalettes).flatMap(([name, palette]) =>
    inBoth(`Mixpeek ${name}`, sheetOf(palette, 'mxp-') + mixpeek),
  ),
  ...Object.entries(shadcnPalettes).flatMap(([notation, palettes]) =>
    Object.entries(palettes).flatMap(([name, palette]) =>
      inBoth(`shadcn ${name} in ${notation}`, sheetOf(palette) + shadcn),
    ),
  ),
  ...HOSTILE_ACCENTS.flatMap((accent) => inBoth(`accent ${accent}`, `.mup-root { --mup-accent: ${accent}; }`)),
];

const sheet = new CSSStyleSheet();

/** Puts a look on the page, in place of the one before. */
export function wear({ css, scheme, density }: Look): void {
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet);
  sheet.replaceSync(css);
  const page = document.documentElement;
  page.className = scheme === 'dark' ? 'dark' : '';
  page.dataset['theme'] = scheme;
  if (density) page.dataset['density'] = density;
  else delete page.dataset['density'];
}

/** The page as it was. */
export function undress(): void {
  wear({ name: '', css: '', scheme: 'light' });
  delete document.documentElement.dataset['theme'];
}

import mixpeek from '@mixpeek/users-panel/themes/mixpeek.css?inline';
import shadcn from '@mixpeek/users-panel/themes/shadcn.css?inline';
import { mixpeekPalettes, shadcnPalettes, sheetOf, type Palette } from './palettes.js';

const NONE: Palette = { light: {}, dark: {} };

/** A page that shouts, and resets what it can: none of it is to be seen in the panel but its font. */
const garish = `
  body { background: repeating-linear-gradient(45deg, #ff00c8 0 24px, #ffe600 24px 48px); font: 22px/2.4 fantasy; color: #0a0; letter-spacing: 3px; text-transform: uppercase; }
  * { box-sizing: content-box; }
  button, input, select { all: unset; }
  table, thead, tbody, tr, td, th { display: block; }
  h2, h3, p, li { margin: 3em; }
`;

/** Hosts with tokens of their own, by the name in the toolbar: their sheet, and ours that maps it. */
export const presets: Readonly<Record<string, string>> = {
  default: '',
  mixpeek: sheetOf(mixpeekPalettes['violet'] ?? NONE, 'mxp-') + mixpeek,
  'shadcn neutral': sheetOf(shadcnPalettes.wholes['neutral'] ?? NONE) + shadcn,
  'shadcn violet': sheetOf(shadcnPalettes.wholes['violet'] ?? NONE) + shadcn,
  'shadcn yellow': sheetOf(shadcnPalettes.wholes['yellow'] ?? NONE) + shadcn,
  'shadcn slate HSL': sheetOf(shadcnPalettes.triples['slate'] ?? NONE) + shadcn,
  'shadcn green HSL': sheetOf(shadcnPalettes.triples['green'] ?? NONE) + shadcn,
  // Its variables are handed over as tokens, see `chosenIn`.
  'Clerk appearance': '',
  garish,
};

/** The sheet that makes the page one of a host with tokens of its own. */
export const presetSheet = new CSSStyleSheet();

/** Makes the page one of a host with these tokens, in place of the one before. */
export function setPreset(name: string, theme: 'light' | 'dark'): void {
  if (!document.adoptedStyleSheets.includes(presetSheet)) document.adoptedStyleSheets.push(presetSheet);
  presetSheet.replaceSync(presets[name] ?? '');
  document.documentElement.classList.toggle('dark', theme === 'dark');
}

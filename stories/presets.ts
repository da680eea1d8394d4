import mixpeek from '@mixpeek/users-panel/themes/mixpeek.css?inline';
import shadcn from '@mixpeek/users-panel/themes/shadcn.css?inline';
import { mixpeekPalettes, shadcnPalettes, sheetOf, type Palette } from './palettes.js';

const NONE: Palette = { light: {}, dark: {} };

/** Hosts with tokens of their own, by the name in the toolbar: their sheet, and ours that maps it. */
export const presets: Readonly<Record<string, string>> = {
  default: '',
  mixpeek: sheetOf(mixpeekPalettes['violet'] ?? NONE, 'mxp-') + mixpeek,
  'shadcn neutral': sheetOf(shadcnPalettes.wholes['neutral'] ?? NONE) + shadcn,
  'shadcn violet': sheetOf(shadcnPalettes.wholes['violet'] ?? NONE) + shadcn,
  'shadcn yellow': sheetOf(shadcnPalettes.wholes['yellow'] ?? NONE) + shadcn,
  'shadcn slate, HSL': sheetOf(shadcnPalettes.triples['slate'] ?? NONE) + shadcn,
  'shadcn green, HSL': sheetOf(shadcnPalettes.triples['green'] ?? NONE) + shadcn,
};

const sheet = new CSSStyleSheet();

/** Makes the page one of a host with these tokens, in place of the one before. */
export function setPreset(name: string, theme: 'light' | 'dark'): void {
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet);
  sheet.replaceSync(presets[name] ?? '');
  document.documentElement.classList.toggle('dark', theme === 'dark');
}

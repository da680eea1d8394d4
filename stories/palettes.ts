/** The tokens of a theme, light and dark, as a host's sheet has them. */
export interface Palette {
  light: Record<string, string>;
  dark: Record<string, string>;
}

const white = '0 0% 100%';

/** Themes that shadcn/ui published as bare HSL triples. */
const triples: Record<string, Palette> = {
  zinc: {
    light: {
      background: white,
      foreground: '240 10% 3.9%',
      primary: '240 5.9% 10%',
      muted: '240 4.8% 95.9%',
      'muted-foreground': '240 3.8% 46.1%',
      destructive: '0 84.2% 60.2%',
      border: '240 5.9% 90%',
      radius: '0.5rem',
    },
    dark: {
      background: '240 10% 3.9%',
      foreground: '0 0% 98%',
      primary: '0 0% 98%',
      muted: '240 3.7% 15.9%',
      'muted-foreground': '240 5% 64.9%',
      destructive: '0 62.8% 30.6%',
      border: '240 3.7% 15.9%',
    },
  },
  slate: {
    light: {
      background: white,
      foreground: '222.2 84% 4.9%',
      primary: '222.2 47.4% 11.2%',
      muted: '210 40% 96.1%',
      'muted-foreground': '215.4 16.3% 46.9%',
      destructive: '0 84.2% 60.2%',
      border: '214.3 31.8% 91.4%',
      radius: '0rem',
    },
    dark: {
      background: '222.2 84% 4.9%',
      foreground: '210 40% 98%',
      primary: '210 40% 98%',
      muted: '217.2 32.6% 17.5%',
      'muted-foreground': '215 20.2% 65.1%',
      destructive: '0 62.8% 30.6%',
      border: '217.2 32.6% 17.5%',
    },
  },
};
const zinc = triples['zinc'] as Palette;
for (const [name, light, dark] of [
  ['blue', '221.2 83.2% 53.3%', '217.2 91.2% 59.8%'],
  ['green', '142.1 76.2% 36.3%', '142.1 70.6% 45.3%'],
  ['orange', '24.6 95% 53.1%', '20.5 90.2% 48.2%'],
  ['yellow', '47.9 95.8% 53.1%', '47.9 95.8% 53.1%'],
] as const) {
  triples[name] = { light: { ...zinc.light, primary: light }, dark: { ...zinc.dark, primary: dark } };
}

/** Themes that shadcn/ui publishes as whole colours. */
const wholes: Record<string, Palette> = {
  neutral: {
    light: {
      background: 'oklch(1 0 0)',
      foreground: 'oklch(0.145 0 0)',
      primary: 'oklch(0.205 0 0)',
      muted: 'oklch(0.97 0 0)',
      'muted-foreground': 'oklch(0.556 0 0)',
      destructive: 'oklch(0.577 0.245 27.325)',
      border: 'oklch(0.922 0 0)',
      radius: '0.625rem',
    },
    dark: {
      background: 'oklch(0.145 0 0)',
      foreground: 'oklch(0.985 0 0)',
      primary: 'oklch(0.922 0 0)',
      muted: 'oklch(0.269 0 0)',
      'muted-foreground': 'oklch(0.708 0 0)',
      destructive: 'oklch(0.704 0.191 22.216)',
      border: 'oklch(1 0 0 / 10%)',
    },
  },
};
const neutral = wholes['neutral'] as Palette;
for (const [name, light, dark] of [
  ['blue', 'oklch(0.623 0.214 259.815)', 'oklch(0.546 0.245 262.881)'],
  ['green', 'oklch(0.723 0.219 149.579)', 'oklch(0.696 0.17 162.48)'],
  ['orange', 'oklch(0.705 0.213 47.604)', 'oklch(0.646 0.222 41.116)'],
  ['rose', 'oklch(0.645 0.246 16.439)', 'oklch(0.645 0.246 16.439)'],
  ['violet', 'oklch(0.606 0.25 292.717)', 'oklch(0.541 0.281 293.009)'],
  ['yellow', 'oklch(0.795 0.184 86.047)', 'oklch(0.795 0.184 86.047)'],
] as const) {
  wholes[name] = { light: { ...neutral.light, primary: light }, dark: { ...neutral.dark, primary: dark } };
}

/** Published themes of shadcn/ui, in both of its notations. */
export const shadcnPalettes = { triples, wholes };

/** What the tokens of Mixpeek's own kit look like: the same names under `--mxp-`, all of them triples. */
export const mixpeekPalettes: Record<string, Palette> = {
  slate: triples['slate'] as Palette,
  violet: {
    light: { ...triples['slate']?.light, primary: '262.1 83.3% 57.8%', radius: '0.75rem' },
    dark: { ...triples['slate']?.dark, primary: '263.4 70% 50.4%' },
  },
};

/** The palette as a host's sheet: light on the page, dark below `.dark`. */
export function sheetOf({ light, dark }: Palette, prefix = ''): string {
  const rules = (tokens: Record<string, string>) =>
    Object.entries(tokens)
      .map(([name, value]) => `--${prefix}${name}: ${value};`)
      .join(' ');
  return `:root { ${rules(light)} } .dark { ${rules(dark)} }`;
}

/** The variables of a Clerk `appearance`, as a host that themed Clerk has them. */
export const clerkVariables = {
  light: {
    colorPrimary: '#6c47ff',
    colorBackground: '#ffffff',
    colorForeground: '#212126',
    colorMutedForeground: '#6c6c78',
    borderRadius: '0.375rem',
  },
  dark: {
    colorPrimary: '#ffffff',
    colorBackground: '#212126',
    colorForeground: '#ffffff',
    colorMutedForeground: '#b7b8c2',
    borderRadius: '0.375rem',
  },
};

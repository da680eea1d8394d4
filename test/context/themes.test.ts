import { describe, expect, it } from 'vitest';
import { themeFromApp } from '../../src/context/themeFromApp.js';
import { themeFromClerk, type ClerkVariables } from '../../src/context/themeFromClerk.js';

/** What is said, without what is not. */
const said = (tokens: object) => Object.fromEntries(Object.entries(tokens).filter(([, value]) => value !== undefined));

describe('the theme of a Mixpeek app', () => {
  it('becomes tokens, and what says nothing of a panel is passed over', () => {
    const theme = {
      primary_color: '#0f766e',
      secondary_color: '#334155',
      font_family: 'Inter, sans-serif',
      heading_font_family: 'Lora',
      background_color: '#0b1120',
      surface_color: '#111827',
      text_color: '#f8fafc',
      muted_color: '#94a3b8',
      border_color: '#1f2937',
      border_radius: '12px',
      card_style: 'elevated',
      card_hover_effect: 'lift',
    };
    expect(said(themeFromApp(theme))).toEqual({
      accent: '#0f766e',
      background: '#0b1120',
      surface: '#111827',
      text: '#f8fafc',
      muted: '#94a3b8',
      border: '#1f2937',
      radius: '12px',
      font: 'Inter, sans-serif',
      scheme: 'dark',
    });
  });

  it.each([
    ['a number is pixels', 8, '8px'],
    ['so is one in text', '8', '8px'],
    ['none is none', 'none', '0px'],
    ['nothing is not said', null, undefined],
    ['nor is a blank', ' ', undefined],
  ])('radius: %s', (_what, border_radius, radius) => {
    expect(themeFromApp({ border_radius }).radius).toBe(radius);
  });

  it.each([
    ['#fff', 'light'],
    ['#FAFAF9', 'light'],
    ['#000', 'dark'],
    ['#1e293b', 'dark'],
    ['#0000ff', 'dark'],
    ['#ffff00', 'light'],
    ['#000f', 'dark'],
    ['#0b1120cc', 'dark'],
    ['#fafaf9ff', 'light'],
    ['#0003', undefined],
    ['#00000000', undefined],
    ['black', 'dark'],
    ['White', 'light'],
    ['navy', 'dark'],
    ['rgb(11, 17, 32)', 'dark'],
    ['rgba(11, 17, 32, 0.95)', 'dark'],
    ['rgba(0, 0, 0, 0.1)', undefined],
    ['rgb(250 250 249)', 'light'],
    ['rgb(4% 7% 13% / 90%)', 'dark'],
    ['RGB(none 0 0)', 'dark'],
    ['hsl(222, 47%, 11%)', 'dark'],
    ['hsl(222deg 47% 98%)', 'light'],
    ['hsl(240 100% 50%)', 'dark'],
    ['hsl(60 100% 50%)', 'light'],
    ['hsl(0.1667turn 100% 50%)', 'light'],
    ['hsl(-120 100% 50%)', 'dark'],
    ['hsla(222, 47%, 11%, 1)', 'dark'],
    ['oklch(0.2 0.04 265)', 'dark'],
    ['oklch(98% 0.01 265 / 1)', 'light'],
    ['oklab(21% 0 0)', 'dark'],
    ['lch(12% 10 265)', 'dark'],
    ['lab(97 0 0)', 'light'],
    ['color(srgb 0.05 0.06 0.1)', 'dark'],
    ['color(display-p3 1 1 0.9)', 'light'],
    ['color(xyz-d65 0 0 0)', undefined],
    ['transparent', undefined],
    ['var(--page)', undefined],
    ['rgb(var(--page))', undefined],
    ['rgb(from red r g b)', undefined],
    ['rgb(a b c)', undefined],
    ['rgb(1 2)', undefined],
    ['light-dark(#fff, #000)', undefined],
    ['papayawhip', undefined],
    ['constructor', undefined],
    ['#12345', undefined],
    ['#1234567', undefined],
    [null, undefined],
  ])('a background of %s is %s', (background_color, scheme) => {
    expect(themeFromApp({ background_color }).scheme).toBe(scheme);
  });

  it.each([null, undefined, {}])('that is %j says nothing', (theme) => {
    expect(said(themeFromApp(theme))).toEqual({});
  });
});

describe('the variables of Clerk’s appearance', () => {
  const common = {
    colorPrimary: 'hsl(170 70% 30%)',
    colorBackground: '#fffefa',
    colorDanger: 'crimson',
    colorSuccess: 'green',
    colorWarning: 'orange',
    borderRadius: '0.5rem',
    fontFamily: 'var(--font-inter)',
    fontSize: '0.875rem',
  };
  const tokens = {
    accent: 'hsl(170 70% 30%)',
    onAccent: '#fff',
    background: '#fffefa',
    text: '#222',
    muted: '#555',
    danger: 'crimson',
    success: 'green',
    warning: 'orange',
    radius: '0.5rem',
    space: 'calc(1rem / 4)',
    font: 'var(--font-inter)',
    fontSize: '0.875rem',
    scheme: 'light',
  };

  it.each<[string, ClerkVariables]>([
    [
      'of today',
      {
        ...common,
        colorPrimaryForeground: '#fff',
        colorForeground: '#222',
        colorMutedForeground: '#555',
        spacing: '1rem',
      },
    ],
    [
      'of before',
      {
        ...common,
        colorTextOnPrimaryBackground: '#fff',
        colorText: '#222',
        colorTextSecondary: '#555',
        spacingUnit: '1rem',
      },
    ],
  ])('become tokens under their names %s', (_age, variables) => {
    expect(said(themeFromClerk(variables))).toEqual(tokens);
  });

  it('of today win where both are there', () => {
    expect(themeFromClerk({ colorForeground: '#111', colorText: '#222' }).text).toBe('#111');
  });

  it('that came with today’s names are taken too', () => {
    expect(said(themeFromClerk({ colorMuted: '#eee', colorBorder: '#ddd' }))).toEqual({
      surface: '#eee',
      border: '#ddd',
    });
  });

  it('that are no text, such as scales, are left out', () => {
    expect(said(themeFromClerk({ colorPrimary: { 500: '#123456' }, fontSize: { md: '1rem' } }))).toEqual({});
  });
});

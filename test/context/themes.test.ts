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
    ['papayawhip', undefined],
    ['#12345', undefined],
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

import type { UsersTokens } from './tokens.js';
import { schemeOf } from './schemeOf.js';
import { lengthOf, textOf } from './themeValues.js';

/**
 * Clerk's `appearance.variables`, as far as they say how a panel looks, under their names of today and of before July
 * 2025. What is no text there (a scale of shades or sizes) is left out.
 */
export interface ClerkVariables {
  colorPrimary?: unknown;
  colorPrimaryForeground?: unknown;
  colorTextOnPrimaryBackground?: unknown;
  colorBackground?: unknown;
  colorMuted?: unknown;
  colorForeground?: unknown;
  colorText?: unknown;
  colorMutedForeground?: unknown;
  colorTextSecondary?: unknown;
  colorBorder?: unknown;
  colorDanger?: unknown;
  colorSuccess?: unknown;
  colorWarning?: unknown;
  borderRadius?: unknown;
  spacing?: unknown;
  spacingUnit?: unknown;
  fontFamily?: unknown;
  fontSize?: unknown;
}

/**
 * The tokens of a host that has themed Clerk: `<UsersPanel tokens={themeFromClerk(appearance.variables)}>`. Keep the
 * result the same object from render to render. Clerk's unit of spacing is four of ours.
 */
export function themeFromClerk(variables: ClerkVariables | null | undefined): UsersTokens {
  const v = variables ?? {};
  const spacing = lengthOf(v.spacing) ?? lengthOf(v.spacingUnit);
  return {
    accent: textOf(v.colorPrimary),
    onAccent: textOf(v.colorPrimaryForeground) ?? textOf(v.colorTextOnPrimaryBackground),
    background: textOf(v.colorBackground),
    surface: textOf(v.colorMuted),
    text: textOf(v.colorForeground) ?? textOf(v.colorText),
    muted: textOf(v.colorMutedForeground) ?? textOf(v.colorTextSecondary),
    border: textOf(v.colorBorder),
    danger: textOf(v.colorDanger),
    success: textOf(v.colorSuccess),
    warning: textOf(v.colorWarning),
    radius: lengthOf(v.borderRadius),
    space: spacing && `calc(${spacing} / 4)`,
    font: textOf(v.fontFamily),
    fontSize: lengthOf(v.fontSize),
    scheme: schemeOf(v.colorBackground),
  };
}

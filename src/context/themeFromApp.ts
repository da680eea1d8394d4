import type { UsersTokens } from './tokens.js';
import { schemeOf } from './schemeOf.js';
import { lengthOf, textOf } from './themeValues.js';

/** The `theme` of a Mixpeek app, as far as it says how a panel looks. Fields that are not known here do no harm. */
export interface AppTheme {
  primary_color?: string | null | undefined;
  font_family?: string | null | undefined;
  background_color?: string | null | undefined;
  surface_color?: string | null | undefined;
  text_color?: string | null | undefined;
  muted_color?: string | null | undefined;
  border_color?: string | null | undefined;
  /** A length, or a number of pixels. */
  border_radius?: string | number | null | undefined;
}

/**
 * The tokens of a Mixpeek app's own `theme`: `<UsersPanel tokens={themeFromApp(app.theme)}>`. Keep the result the same
 * object from render to render.
 */
export function themeFromApp(theme: AppTheme | null | undefined): UsersTokens {
  const { primary_color, background_color, border_radius, ...rest } = theme ?? {};
  return {
    accent: textOf(primary_color),
    background: textOf(background_color),
    surface: textOf(rest.surface_color),
    text: textOf(rest.text_color),
    muted: textOf(rest.muted_color),
    border: textOf(rest.border_color),
    radius: lengthOf(border_radius),
    font: textOf(rest.font_family),
    scheme: schemeOf(background_color),
  };
}

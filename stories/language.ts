import type { UsersProviderProps } from '@mixpeek/users-panel';
import type { StoryObj } from '@storybook/react-vite';
import { catalogues } from './catalogues.js';

type Globals = NonNullable<StoryObj['globals']>;

/** The language and direction that the toolbar says. The direction is the language's own unless one is chosen. */
export function languageOf({ locale, dir }: Globals): Pick<UsersProviderProps, 'messages' | 'dir'> {
  return {
    messages: locale === 'en' ? undefined : catalogues[String(locale)],
    dir: dir === 'ltr' || dir === 'rtl' ? dir : undefined,
  };
}

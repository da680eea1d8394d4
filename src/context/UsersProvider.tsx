'use client';

import { QueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { PartialMessages } from '../locales/en.js';
import type { DataProvider } from '../model/dataProvider.js';
import { UsersError } from '../model/errors.js';
import type { Access } from '../model/permissions.js';
import type { RoleOption } from '../model/role.js';
import { AccessContext } from './AccessContext.js';
import { AnnouncementRegion } from './AnnouncementRegion.js';
import { createAnnouncements } from './announcements.js';
import { isDevelopment } from './isDevelopment.js';
import { createLanguage } from './language.js';
import { createNoticeStore } from './notices.js';
import { useLatest } from './useLatest.js';
import { RolesContext } from './RolesContext.js';
import { applyTokens, type UsersTokens } from './tokens.js';
import { unusableDataProvider } from './unusableDataProvider.js';
import { useDevelopmentChecks } from './useDevelopmentChecks.js';
import { UsersContext, type UsersCallbacks, type UsersComponents, type UsersContextValue } from './UsersContext.js';

const NONE = {};

export interface UsersProviderProps extends UsersCallbacks {
  /** The Canvas app whose users are managed, such as `app_abc123`. */
  appId: string;
  /**
   * Where members and invitations come from and go to. Keep it the same object from render to render. Lists are kept by
   * its `name` and `appId`: another back end for the same app needs another name, or a `key` on the panel.
   */
  dataProvider: DataProvider;
  /**
   * A TanStack Query client to keep the lists in. Keep it the same one: with another, give the provider another `key`.
   * @default a private one
   */
  queryClient?: QueryClient | undefined;
  /**
   * What the person who is looking may do.
   * @default what the data provider says, else by their role, else `manage`
   */
  access?: Access | undefined;
  /**
   * The account id of the person who is looking.
   * @default what the data provider says
   */
  currentUserId?: string | undefined;
  /**
   * The roles that may be given, in order, with names and descriptions of your own.
   * @default the data provider's, else `org:admin` and `org:member`
   */
  roles?: readonly RoleOption[] | undefined;
  /** Words to use instead of the English ones: a whole catalogue or any part of one. */
  messages?: PartialMessages | undefined;
  /**
   * BCP 47 tag for dates, numbers, lists and plurals.
   * @default the catalogue's
   */
  locale?: string | undefined;
  /**
   * Reading direction.
   * @default by the locale
   */
  dir?: 'ltr' | 'rtl' | undefined;
  /**
   * Light or dark.
   * @default the tokens' `scheme`, else `system`: the nearest `data-theme`, else the system's
   */
  theme?: 'light' | 'dark' | 'system' | undefined;
  /**
   * Colours, roundness and font as values, such as `themeFromApp(app.theme)` or `themeFromClerk(appearance.variables)`.
   * They are set when the panel is in the page: what is rendered on a server is themed by a sheet. Keep it the same
   * object from render to render.
   */
  tokens?: UsersTokens | undefined;
  /**
   * How closely things are set.
   * @default 'comfortable'
   */
  density?: 'comfortable' | 'compact' | undefined;
  /**
   * Classes of your own beside ours, by slot: `{ 'member-table-row': 'my-row' }`. Keep it the same object from render to
   * render.
   */
  classNames?: Readonly<Record<string, string>> | undefined;
  /** Parts of your own in place of ours. Keep it the same object from render to render. */
  components?: UsersComponents | undefined;
  /** Added to the class of the root element. */
  className?: string | undefined;
  children?: ReactNode;
}

/**
 * Gives the pieces an app, a data provider and a language, and renders the root element (`.mup-root`) that carries
 * theme and direction.
 * @throws {UsersError} `invalid_input` in development, when `appId` or `dataProvider` is missing. In production the pieces
 * then say that the panel is not set up, and `onError` is told.
 */
export function UsersProvider(props: UsersProviderProps) {
  const { access, currentUserId, roles, messages, locale, dir, theme } = props;
  const { tokens, density, classNames = NONE, components = NONE, className, children } = props;
  const shownTheme = theme ?? tokens?.scheme;
  const isUsable = isSetUp(props);
  const appId = isUsable ? props.appId : '';
  const dataProvider = isUsable ? props.dataProvider : unusableDataProvider;

  const [privateClient] = useState(() => new QueryClient());
  const queryClient = props.queryClient ?? privateClient;
  // What a QueryClientProvider would do: listen to focus and reconnection while we are on the page.
  useEffect(() => {
    queryClient.mount();
    return () => queryClient.unmount();
  }, [queryClient]);

  const callbacks = useLatest<UsersCallbacks>(props);

  const [announcements] = useState(createAnnouncements);
  useEffect(() => announcements.clear, [announcements]);
  // One store for each app and data provider: a notice about the old one must not be read beside the new one.
  const scope = JSON.stringify([dataProvider.name, appId]);
  const [stored, setStored] = useState(() => ({ scope, notices: createNoticeStore(announcements.say) }));
  const { notices } = stored;
  if (stored.scope !== scope) setStored({ scope, notices: createNoticeStore(announcements.say) });
  const language = useMemo(() => createLanguage({ locale, dir, messages, roles }), [locale, dir, messages, roles]);
  const parts: UsersContextValue = {
    appId,
    dataProvider,
    queryClient,
    access,
    currentUserId,
    roles,
    language,
    notices,
    announcements,
    classNames,
    components,
    callbacks,
  };
  // oxlint-disable-next-line react/exhaustive-deps -- every part is one, and there are always as many
  const value = useMemo(() => parts, Object.values(parts));

  // A browser takes long over the first date and number that it writes: while the lists are on their way.
  useEffect(() => {
    const timer = setTimeout(() => {
      language.day('2000');
      language.say('{n}', { n: 0 });
    });
    return () => clearTimeout(timer);
  }, [language]);

  // A ref and no layout effect, of which React 18 would complain on a server.
  const themedRoot = useCallback(
    (element: HTMLElement | null) => {
      if (element) applyTokens(element, tokens);
    },
    [tokens],
  );
  // oxlint-disable-next-line react/rules-of-hooks -- a constant, so that bundlers leave the checks out in production
  const root = isDevelopment ? useDevelopmentChecks(props, themedRoot) : themedRoot;

  return (
    <UsersContext.Provider value={value}>
      <div
        ref={root}
        className={className ? `mup-root ${className}` : 'mup-root'}
        data-theme={shownTheme === 'system' ? undefined : shownTheme}
        data-density={density}
        dir={language.dir}
        lang={language.locale}
      >
        <AccessContext.Provider value={null}>
          <RolesContext.Provider value={null}>{children}</RolesContext.Provider>
        </AccessContext.Provider>
        <AnnouncementRegion announcements={announcements} />
      </div>
    </UsersContext.Provider>
  );
}

/** Whether there is an app and a data provider. */
function isSetUp({ appId, dataProvider }: { appId: unknown; dataProvider: unknown }): boolean {
  const hasApp = typeof appId === 'string' && appId.trim() !== '';
  const hasProvider = typeof (dataProvider as DataProvider | null | undefined)?.listMembers === 'function';
  if (isDevelopment && !hasApp) {
    throw new UsersError(
      'invalid_input',
      `UsersProvider needs an \`appId\`, such as "app_abc123"; it got ${JSON.stringify(appId)}. ` +
        'If it is still loading, render the panel when it is there.',
    );
  }
  if (isDevelopment && !hasProvider) {
    throw new UsersError(
      'invalid_input',
      'UsersProvider needs a `dataProvider`, such as createMixpeekDataProvider() of @mixpeek/users-panel/mixpeek.',
    );
  }
  return hasApp && hasProvider;
}

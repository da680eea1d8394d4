'use client';

import type { Query } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useUsersContext } from '../context/UsersContext.js';
import type { CurrentUser } from '../model/dataProvider.js';
import { isUsersError } from '../model/errors.js';
import { usersKeys } from './keys.js';
import { policy } from './options.js';
import type { QueryScope } from './options.js';
import { useQueryScope } from './useQueryScope.js';
import { wasSignInOpened } from './useSignIn.js';

/** A failed read is worth another try sooner than fresh data is. */
const RETRY_AFTER_MS = 2000;
/** Who is looking is asked again at most so often while the pointer moves over the panel. */
const ASK_USER_MS = 1000;
/** A press that brings the window back must reach its button before a refetch can replace it. */
const PRESS_MS = 250;

/**
 * Reads again when the person comes back to the panel: by window focus (two windows side by side are never hidden, which
 * is all that TanStack Query listens to), by the pointer or the keyboard, by a page restored from the back/forward cache,
 * or by a connection that is back. When another person is signed in, or nobody, what the last one saw is dropped.
 */
export function useRefetchOnReturn(): void {
  const scope = useQueryScope();
  const { currentUserId } = useUsersContext();

  const given = useRef(currentUserId);
  useEffect(() => {
    if (given.current !== undefined && given.current !== currentUserId) dropLists(scope, true);
    given.current = currentUserId;
  }, [scope, currentUserId]);

  useEffect(() => {
    const { queryClient, dataProvider } = scope;
    const userKey = usersKeys.currentUser(scope);
    const cache = queryClient.getQueryCache();
    const knownUser = () => queryClient.getQueryState<CurrentUser>(userKey);

    let known = userIdOf(knownUser()?.data);
    const unsubscribe = cache.subscribe(({ type, query }) => {
      if (type !== 'updated' || query !== cache.find({ queryKey: userKey })) return;
      const now = userIdOf(query.state.data as CurrentUser | undefined);
      if (now === known) return;
      if (known !== null) dropLists(scope, now !== null);
      known = now;
    });

    const refetch = (isDue: (query: Query) => boolean) =>
      void queryClient.refetchQueries(
        { queryKey: usersKeys.app(scope), type: 'active', predicate: (query) => isList(query) && isDue(query) },
        { cancelRefetch: false },
      );
    const askUser = () =>
      void queryClient.refetchQueries({ queryKey: userKey, type: 'active' }, { cancelRefetch: false });

    let timer: ReturnType<typeof setTimeout> | undefined;
    const onFocus = () => {
      askUser();
      clearTimeout(timer);
      timer = setTimeout(refetch, PRESS_MS, (query: Query) => ageOf(query) >= lifeOf(query));
    };
    const onOnline = () => refetch((query) => query.state.error !== null || ageOf(query) >= policy.staleTime);
    const onPageShow = ({ persisted }: PageTransitionEvent) => {
      if (!persisted) return;
      // The session may have ended meanwhile: nothing from before is shown until the server has answered.
      dropLists(scope, true);
      askUser();
    };
    const onPresence = (event: Event) => {
      if (!event.composedPath().some((node) => (node as Partial<Element>).classList?.contains('mup-root'))) return;
      const peek = dataProvider.peekCurrentUser?.bind(dataProvider);
      const user = knownUser();
      const isOther = peek ? userIdOf(peek()) !== userIdOf(user?.data) : user && ageOf({ state: user }) >= ASK_USER_MS;
      if (isOther) askUser();
      if (wasSignInOpened(dataProvider)) {
        refetch((query) => isSessionError(query.state.error) && ageOf(query) >= RETRY_AFTER_MS);
      }
    };

    window.addEventListener('focus', onFocus);
    window.addEventListener('online', onOnline);
    window.addEventListener('pageshow', onPageShow);
    const presence = ['pointerover', 'pointerdown', 'focusin'] as const;
    for (const name of presence) document.addEventListener(name, onPresence, { passive: true });
    return () => {
      clearTimeout(timer);
      unsubscribe();
      window.removeEventListener('focus', onFocus);
      window.removeEventListener('online', onOnline);
      window.removeEventListener('pageshow', onPageShow);
      for (const name of presence) document.removeEventListener(name, onPresence);
    };
  }, [scope]);
}

function userIdOf(user: CurrentUser | undefined): string | null {
  return user?.status === 'signed_in' ? user.userId : null;
}

/** Keys of what is not read from the back end for the person who looks. */
const OTHERS: ReadonlySet<unknown> = new Set(['current-user', 'writes', 'resends']);
const isList = ({ queryKey }: Pick<Query, 'queryKey'>) => !OTHERS.has(queryKey[3]);

/** Forgets what was read, and reads it again where somebody may see it. */
function dropLists(scope: QueryScope, isReadAgain: boolean): void {
  const { queryClient } = scope;
  const filters = { queryKey: usersKeys.app(scope), predicate: isList };
  if (isReadAgain) void queryClient.resetQueries(filters);
  else for (const query of queryClient.getQueryCache().findAll(filters)) query.reset();
}

/** Milliseconds since the last answer or failure. After the clock was set back, whatever there is counts as old. */
function ageOf({ state }: { state: { dataUpdatedAt: number; errorUpdatedAt: number } }): number {
  const age = Date.now() - Math.max(state.dataUpdatedAt, state.errorUpdatedAt);
  return age < 0 ? Infinity : age;
}

const lifeOf = ({ state }: Query) => (state.error ? RETRY_AFTER_MS : policy.staleTime);

function isSessionError(error: unknown): boolean {
  return isUsersError(error) && (error.code === 'unauthenticated' || error.code === 'unexpected_page');
}

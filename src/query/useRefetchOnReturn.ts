'use client';

import type { Query } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useUsersContext } from '../context/UsersContext.js';
import type { CurrentUser } from '../model/dataProvider.js';
import { usersKeys } from './keys.js';
import { policy, type QueryScope } from './options.js';
import { useQueryScope } from './useQueryScope.js';
import { signInOpenedAt } from './useSignIn.js';

/** The least time between two questions while the pointer moves over the panel. */
const ASK_AGAIN_MS = 1000;
/** A press that brings the window back must reach its button before a refetch can replace it. */
const PRESS_MS = 250;
/** Last part of the keys of what is not read from the back end for the person who looks. */
const OTHERS: ReadonlySet<unknown> = new Set(['current-user', 'writes', 'resends']);

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
    if (given.current && given.current !== currentUserId) dropLists(scope, true);
    given.current = currentUserId;
  }, [scope, currentUserId]);

  useEffect(() => {
    const { queryClient, dataProvider } = scope;
    const userKey = usersKeys.currentUser(scope);
    const cache = queryClient.getQueryCache();
    let known = userIdOf(queryClient.getQueryData(userKey));
    let timer: ReturnType<typeof setTimeout> | undefined;
    let askedAt = 0;

    const refetch = (filters: object) =>
      void queryClient.refetchQueries({ type: 'active', ...filters }, { cancelRefetch: false });
    const refetchLists = () => refetch({ ...listsOf(scope), predicate: isDue });
    const askUser = () => refetch({ queryKey: userKey });

    const onFocus = () => {
      askUser();
      clearTimeout(timer);
      timer = setTimeout(refetchLists, PRESS_MS);
    };
    const onPageShow = ({ persisted }: PageTransitionEvent) => {
      if (!persisted) return;
      // The session may have ended meanwhile: nothing from before is shown until the server has answered.
      dropLists(scope, true);
      askUser();
    };
    const onPresence = (event: Event) => {
      if (!(event.composedPath()[0] as Partial<Element>).closest?.('.mup-root')) return;
      const now = performance.now();
      const mayAsk = now - askedAt > ASK_AGAIN_MS;
      if (dataProvider.peekCurrentUser ? userIdOf(dataProvider.peekCurrentUser()) !== known : mayAsk) {
        askedAt = now;
        askUser();
      }
      const openedAt = signInOpenedAt(dataProvider);
      if (openedAt && mayAsk && now - openedAt > ASK_AGAIN_MS) {
        askedAt = now;
        refetch({ ...listsOf(scope), predicate: (query: Query) => isList(query) && query.state.error !== null });
      }
    };

    const unsubscribe = cache.subscribe(({ type, query }) => {
      if (type !== 'updated' || query !== cache.find({ queryKey: userKey })) return;
      const last = known;
      known = userIdOf(query.state.data as CurrentUser | undefined);
      if (!last || last === known) return;
      if (known !== null) dropLists(scope, true);
      // Once it is rendered that nobody is signed in: until then whatever is dropped would be asked for again.
      else setTimeout(dropLists, 0, scope, false);
    });
    const listeners: [EventTarget, string, (event: never) => void][] = [
      [window, 'focus', onFocus],
      [window, 'online', refetchLists],
      [window, 'pageshow', onPageShow],
      [document, 'pointerover', onPresence],
      [document, 'focusin', onPresence],
    ];
    for (const [target, name, listener] of listeners) target.addEventListener(name, listener as EventListener);
    return () => {
      clearTimeout(timer);
      unsubscribe();
      for (const [target, name, listener] of listeners) target.removeEventListener(name, listener as EventListener);
    };
  }, [scope]);
}

function userIdOf(user: CurrentUser | undefined): string | null {
  return user?.status === 'signed_in' ? user.userId : null;
}

const isList = ({ queryKey }: Query) => !OTHERS.has(queryKey[3]);
const listsOf = (scope: QueryScope) => ({ queryKey: usersKeys.app(scope), predicate: isList });

/** Old, or failed. After the clock was set back, whatever there is counts as old. */
function isDue(query: Query): boolean {
  const age = Date.now() - query.state.dataUpdatedAt;
  return isList(query) && (query.state.error !== null || age < 0 || age >= policy.staleTime);
}

/** Forgets what was read, and reads it again where somebody may see it. */
function dropLists(scope: QueryScope, isReadAgain: boolean): void {
  const { queryClient } = scope;
  const filters = listsOf(scope);
  if (isReadAgain) void queryClient.resetQueries(filters);
  else for (const query of queryClient.getQueryCache().findAll(filters)) query.reset();
}

import type { Query, QueryKey } from '@tanstack/react-query';
import type { CurrentUser, DataProvider } from '../model/dataProvider.js';
import type { QueryScope } from './options.js';

/** What the first load has anyway. Imported from here, bundlers would put it into a file of its own. */
export interface ReturnOptions {
  scope: QueryScope;
  /** The start of the keys of all that is read for the app. */
  appKey: QueryKey;
  userKey: QueryKey;
  staleTime: number;
  signInOpenedAt: (dataProvider: DataProvider) => number | undefined;
  /** Who was signed in when the panel was rendered. */
  lastUser: CurrentUser | undefined;
  /** Whether the host named another person meanwhile. */
  isOther: boolean;
}

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
 * @returns A function that stops it.
 */
export function refetchOnReturn(options: ReturnOptions): () => void {
  const { userKey, staleTime, signInOpenedAt } = options;
  const { queryClient, dataProvider } = options.scope;
  const lists = { queryKey: options.appKey, predicate: isList };
  const cache = queryClient.getQueryCache();
  let known = userIdOf(options.lastUser);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let askedAt = 0;

  const refetch = (filters: object) =>
    void queryClient.refetchQueries({ type: 'active', ...filters }, { cancelRefetch: false });
  const refetchLists = () => refetch({ ...lists, predicate: isDue });
  const askUser = () => refetch({ queryKey: userKey });

  /** Old, or failed. After the clock was set back, whatever there is counts as old. */
  const isDue = (query: Query) => {
    const age = Date.now() - query.state.dataUpdatedAt;
    return isList(query) && (query.state.error !== null || age < 0 || age >= staleTime);
  };
  /** Forgets what was read, and reads it again where somebody may see it. */
  const dropLists = (isReadAgain: boolean) => {
    if (isReadAgain) void queryClient.resetQueries(lists);
    else for (const query of cache.findAll(lists)) query.reset();
  };

  const onFocus = () => {
    askUser();
    clearTimeout(timer);
    timer = setTimeout(refetchLists, PRESS_MS);
  };
  const onPageShow = ({ persisted }: PageTransitionEvent) => {
    if (!persisted) return;
    // The session may have ended meanwhile: nothing from before is shown until the server has answered.
    dropLists(true);
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
      refetch({ ...lists, predicate: (query: Query) => isList(query) && query.state.error !== null });
    }
  };
  const onUser = () => {
    const last = known;
    known = userIdOf(queryClient.getQueryData(userKey));
    if (!last || last === known) return;
    if (known !== null) dropLists(true);
    // Once it is rendered that nobody is signed in: until then whatever is dropped would be asked for again.
    else setTimeout(dropLists, 0, false);
  };

  if (options.isOther) dropLists(true);
  else onUser();
  const unsubscribe = cache.subscribe(({ type, query }) => {
    if (type === 'updated' && query === cache.find({ queryKey: userKey })) onUser();
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
}

function userIdOf(user: CurrentUser | undefined): string | null {
  return user?.status === 'signed_in' ? user.userId : null;
}

const isList = ({ queryKey }: Query) => !OTHERS.has(queryKey[3]);

'use client';

import { useUsersContext } from '../context/UsersContext.js';
import type { DataProvider } from '../model/dataProvider.js';

const opened = new WeakMap<DataProvider, number>();

/** When somebody last went to sign in, by `performance.now()`: what was refused may be answered when they are back. */
export const signInOpenedAt = (dataProvider: DataProvider) => opened.get(dataProvider);

/** Opens the sign-in of the page; undefined where the data provider has none. Source: `DataProvider.signIn`. */
export function useSignIn(): (() => void) | undefined {
  const { dataProvider } = useUsersContext();
  if (!dataProvider.signIn) return undefined;
  return () => {
    opened.set(dataProvider, performance.now());
    dataProvider.signIn?.();
  };
}

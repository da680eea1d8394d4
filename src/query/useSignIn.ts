'use client';

import { useUsersContext } from '../context/UsersContext.js';
import type { DataProvider } from '../model/dataProvider.js';

const asked = new WeakSet<DataProvider>();

/** Whether somebody went to sign in: what was refused before may be answered when they are back. */
export const wasSignInOpened = (dataProvider: DataProvider) => asked.has(dataProvider);

/** Opens the sign-in of the page; undefined where the data provider has none. Source: `DataProvider.signIn`. */
export function useSignIn(): (() => void) | undefined {
  const { dataProvider } = useUsersContext();
  if (!dataProvider.signIn) return undefined;
  return () => {
    asked.add(dataProvider);
    dataProvider.signIn?.();
  };
}

'use client';

import { useState } from 'react';
import { PanelBody } from './components/PanelBody.js';
import { UsersProvider, type UsersProviderProps } from './context/UsersProvider.js';
import { createMixpeekDataProvider } from './mixpeek/index.js';
import type { DataProvider } from './model/dataProvider.js';

export interface UsersPanelProps extends Omit<UsersProviderProps, 'dataProvider' | 'children'> {
  /**
   * Where members and invitations come from and go to. Keep it the same object from render to render.
   * @default the Mixpeek user API, through the proxy of the Canvas page
   */
  dataProvider?: DataProvider | undefined;
  /**
   * Rows on a page of each list.
   * @default 10
   */
  pageSize?: number | undefined;
}

/**
 * Everything to manage who may use a Canvas app: members with their roles, invitations sent and pending.
 * In a Canvas page `<UsersPanel appId="…" />` is all there is to write.
 */
export function UsersPanel({ dataProvider, pageSize, ...rest }: UsersPanelProps) {
  const [fallback] = useState(() => dataProvider ?? createMixpeekDataProvider());
  return (
    <UsersProvider {...rest} dataProvider={dataProvider ?? fallback}>
      <PanelBody pageSize={pageSize} />
    </UsersProvider>
  );
}

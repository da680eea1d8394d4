'use client';

import { useState } from 'react';
import type { MemberTableProps } from './components/MemberTable.js';
import { PanelBody } from './components/PanelBody.js';
import { isDevelopment } from './context/isDevelopment.js';
import { UsersProvider, type UsersProviderProps } from './context/UsersProvider.js';
import { warnOfMissingProvider } from './context/warnOfFailure.js';
import { mixpeekDataProvider } from './mixpeek/mixpeekDataProvider.js';
import type { DataProvider } from './model/dataProvider.js';

export interface UsersPanelProps extends Omit<UsersProviderProps, 'dataProvider' | 'children'>, MemberTableProps {
  /**
   * Where members and invitations come from and go to. Keep it the same object from render to render. Lists are kept by
   * its `name` and `appId`: another back end for the same app needs another name, or a `key` on the panel.
   * @default the Mixpeek user API, through the proxy of the Canvas page
   */
  dataProvider?: DataProvider | undefined;
}

/**
 * Everything to manage who may use a Canvas app: members with their roles, invitations sent and pending.
 * In a Canvas page `<UsersPanel appId="…" />` is all there is to write.
 */
export function UsersPanel({ dataProvider, pageSize, columns, rowActions, ...rest }: UsersPanelProps) {
  const [fallback] = useState(() => dataProvider ?? mixpeekDataProvider());
  const { onError } = rest;
  if (isDevelopment && !dataProvider) {
    rest.onError = (error, operation) => {
      warnOfMissingProvider(error);
      onError?.(error, operation);
    };
  }
  return (
    <UsersProvider {...rest} dataProvider={dataProvider ?? fallback}>
      <PanelBody pageSize={pageSize} columns={columns} rowActions={rowActions} />
    </UsersProvider>
  );
}

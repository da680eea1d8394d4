'use client';

import { useState } from 'react';
import { useAllMessages } from '../context/useAllMessages.js';
import { useUsersContext } from '../context/UsersContext.js';
import { toUsersError, type UsersError } from '../model/errors.js';
import { usersKeys } from './keys.js';
import { useFailedWrite } from './useFailedWrite.js';
import { useQueryScope } from './useQueryScope.js';

/** Turning user management on; `enable` is absent where the data provider cannot. */
export interface EnableUserManagement {
  enable?: () => Promise<void>;
  isPending: boolean;
  error: UsersError | null;
}

/** Source: `DataProvider.enableUserManagement`. */
export function useEnableUserManagement(): EnableUserManagement {
  const scope = useQueryScope();
  const { notices } = useUsersContext();
  const { messages } = useAllMessages();
  const failed = useFailedWrite();
  const [state, setState] = useState<{ isPending: boolean; error: UsersError | null }>({
    isPending: false,
    error: null,
  });
  const { appId, dataProvider, queryClient } = scope;
  if (dataProvider.enableUserManagement === undefined) return state;

  const enable = async () => {
    setState({ isPending: true, error: null });
    try {
      await dataProvider.enableUserManagement?.({ appId });
      notices.tell('success', messages.notices.enabled);
      await queryClient.resetQueries({ queryKey: usersKeys.app(scope) });
      setState({ isPending: false, error: null });
    } catch (thrown) {
      const error = toUsersError(thrown);
      failed(error, 'enableUserManagement');
      setState({ isPending: false, error });
    }
  };
  return { ...state, enable };
}

'use client';

import type { UsersOperation } from '../context/UsersContext.js';
import type { UsersError } from '../model/errors.js';
import { afterWrite, type ReadsAfterWrite } from './afterWrite.js';
import { useFailedWrite } from './useFailedWrite.js';
import { useQueryScope } from './useQueryScope.js';

/** What follows a write: which lists are read again, and what a refusal says of the right to write at all. */
export interface AfterWrite extends ReadsAfterWrite {
  /** Tells the host, and reads access again when the refusal puts it in doubt. */
  failed: (error: UsersError, operation: UsersOperation) => void;
}

export function useAfterWrite(): AfterWrite {
  return { ...afterWrite(useQueryScope()), failed: useFailedWrite() };
}

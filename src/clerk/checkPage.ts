import { UsersError } from '../model/errors.js';
import type { ClerkOperation } from './clerkError.js';
import type { ClerkPage } from './clerkLike.js';
import { rowOf } from './clerkRows.js';

/** @throws {UsersError} `invalid_response` for an answer of Clerk's SDK that is no page of a list. */
export function checkPage<P extends ClerkPage>(operation: ClerkOperation, page: P): P {
  if (Array.isArray(rowOf(page)['data'])) return page;
  throw new UsersError('invalid_response', `Clerk answered ${operation} with something that is no list.`);
}

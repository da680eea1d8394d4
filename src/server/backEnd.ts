import type { RouteIds } from '../mixpeek/wire.js';
import type { DataProvider } from '../model/dataProvider.js';
import type { Answer } from './answer.js';
import { askDataProvider } from './askDataProvider.js';
import { forward, type ForwardOptions } from './forward.js';
import { passOn } from './passOn.js';
import type { ActionBody } from './checkBody.js';
import type { UsersAction } from './route.js';

/**
 * What carries out an action that was found to be in order, and answers in the words of the contract.
 * @throws {Refusal}
 */
export type BackEnd = (action: UsersAction, ids: RouteIds, body: ActionBody | undefined) => Promise<Answer>;

/** Mixpeek with the owner's key. */
export function mixpeekBackEnd(options: ForwardOptions): BackEnd {
  return async (action, ids, body) => passOn(action, await forward(action, ids, body, options));
}

/** Any data provider, such as Clerk's own organizations. */
export function dataProviderBackEnd(provider: DataProvider, timeoutMs: number): BackEnd {
  return (action, ids, body) => askDataProvider(action, ids, body, provider, timeoutMs);
}

import type { RouteIds } from '../mixpeek/wire.js';
import { isAdminRole } from '../model/role.js';
import { Refusal } from './answer.js';
import type { ActionBody } from './checkBody.js';
import type { UsersAction } from './route.js';

/**
 * Nobody locks themselves out through us: leaving is another act.
 * @throws {Refusal} 403
 */
export function refuseSelfHarm(
  action: UsersAction,
  ids: RouteIds,
  body: ActionBody | undefined,
  callerId: string,
  allowSelfDemotion: boolean,
): void {
  if (ids.userId !== callerId) return;
  if (action === 'removeMember') throw new Refusal(403, 'You cannot remove yourself. Ask another admin.');
  if (action === 'updateMemberRole' && !allowSelfDemotion && !isAdminRole(body?.role ?? '')) {
    throw new Refusal(403, 'You cannot take the admin role from yourself. Ask another admin.');
  }
}

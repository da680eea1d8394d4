import type { RouteIds } from '../mixpeek/wire.js';
import type { UsersActionEvent } from './options.js';
import type { ActionBody } from './checkBody.js';

/** To whom a write is done, as the audit hook is told. */
export function targetOf({ userId, invitationId }: RouteIds, body: ActionBody | undefined): UsersActionEvent['target'] {
  return {
    ...(body?.email_address !== undefined && { email: body.email_address }),
    ...(userId !== undefined && { userId }),
    ...(invitationId !== undefined && { invitationId }),
    ...(body?.role !== undefined && { role: body.role }),
  };
}

import type { AppMode } from '../memory/seed.js';
import type { Store } from '../memory/store.js';
import { accepted, type Answer } from './answer.js';
import {
  readApp,
  readInvite,
  readRole,
  wireApp,
  wireInvitation,
  wireMember,
  type FakeOperation,
  type Route,
} from './contract.js';
import type { FakeMixpeekOptions, SuccessStyle } from './fakeOptions.js';
import { createLag, type Lag } from './lag.js';

/** Carries out one operation. Throws the store's `UsersError`, and `Refused` when the body asks wrongly. */
type Operate = (route: Route, body: () => Record<string, unknown>) => Answer;

/** The operations of the contract on one store. */
export interface Operations {
  carryOut: Operate;
  /** What lists show. */
  lag: Lag;
}

/** @param current The options as they are now: they may change between two calls. */
export function createOperations(store: Store, current: () => FakeMixpeekOptions): Operations {
  const lag = createLag(
    () => store.read(),
    () => current().lagMs ?? 0,
  );
  const visible = () => lag.asOf(current().lagMs ?? 0);
  let draft: AppMode | undefined;

  const written = (answer: Answer): Answer => {
    lag.note();
    return answer;
  };
  const ended = (resource: unknown): Answer => written(ENDINGS[current().successStyle ?? '204'](resource));

  const operations: Record<FakeOperation, Operate> = {
    getApp: ({ appId }) => ({ status: 200, body: wireApp(appId, store.modeOf(appId)) }),
    updateApp({ appId }, body) {
      const live = store.modeOf(appId);
      const { mode, publish } = accepted(readApp(body()));
      draft = mode ?? draft;
      const saved = draft ?? live;
      if (publish || current().drafts === false) {
        store.setMode(appId, saved);
        draft = undefined;
      }
      return { status: 200, body: wireApp(appId, saved) };
    },
    listMembers({ appId }) {
      store.admit(appId);
      const rows = visible().members;
      return { status: 200, body: { users: rows.map(wireMember), total: rows.length } };
    },
    listInvitations({ appId }) {
      store.admit(appId);
      const rows = visible().invitations.filter((row) => row.status === 'pending');
      return { status: 200, body: { invitations: rows.map(wireInvitation), total: rows.length } };
    },
    inviteMember({ appId }, body) {
      const invitation = store.inviteMember({ appId, ...accepted(readInvite(body())) });
      return written({ status: current().inviteStatus ?? 200, body: wireInvitation(invitation) });
    },
    updateMemberRole({ appId, userId }, body) {
      const member = store.updateMemberRole({ appId, userId, role: accepted(readRole(body())) });
      return written({ status: 200, body: wireMember(member) });
    },
    removeMember: ({ appId, userId }) => ended(wireMember(store.removeMember({ appId, userId }))),
    revokeInvitation: ({ appId, invitationId }) =>
      ended(wireInvitation(store.revokeInvitation({ appId, invitationId }))),
  };
  return { lag, carryOut: (route, body) => operations[route.operation](route, body) };
}

/** How a remove or revoke ends. */
const ENDINGS: Record<SuccessStyle, (resource: unknown) => Answer> = {
  '204': () => ({ status: 204 }),
  '200-empty': () => ({ status: 200 }),
  '200-message': () => ({ status: 200, body: { message: 'Successfully deleted', success: true } }),
  '200-html': () => ({ status: 200, html: '<!doctype html><p>Done</p>' }),
  '200-resource': (resource) => ({ status: 200, body: resource }),
};

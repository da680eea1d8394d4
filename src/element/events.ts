import type { UsersCallbacks, UsersOperation } from '../context/UsersContext.js';
import type { UsersError } from '../model/errors.js';
import type { Invitation } from '../model/invitation.js';
import type { Member } from '../model/member.js';
import type { Role } from '../model/role.js';

/**
 * What the element tells. Events named `before…` come before an act is sent, and `preventDefault()` stops it without a
 * word; the others come once the server agreed. All of them bubble and leave shadow roots (`composed`), save `error`.
 */
export interface UsersPanelEventMap {
  beforeinvite: CustomEvent<{ requests: readonly { email: string; role: Role }[] }>;
  beforerolechange: CustomEvent<{ member: Member; role: Role }>;
  beforeremove: CustomEvent<{ member: Member }>;
  beforerevoke: CustomEvent<{ invitation: Invitation }>;
  invite: CustomEvent<{ invitation: Invitation }>;
  rolechange: CustomEvent<{ member: Member; previousRole: Role }>;
  remove: CustomEvent<{ member: Member }>;
  revoke: CustomEvent<{ invitation: Invitation }>;
  /**
   * A failure, with the operation it met. It stays at the element, as the `error` of an image does: one that bubbled would
   * reach `window.onerror`, which takes it for a fault of the page.
   */
  error: CustomEvent<{ error: UsersError; operation: UsersOperation }>;
}

type Detail<Name extends keyof UsersPanelEventMap> = UsersPanelEventMap[Name]['detail'];

/** The panel's callbacks, each as an event of the element. */
export function eventsOf(element: HTMLElement): UsersCallbacks {
  const tell = <Name extends keyof UsersPanelEventMap>(name: Name, detail: Detail<Name>) => {
    const travels = name !== 'error';
    element.dispatchEvent(new CustomEvent(name, { detail, bubbles: travels, composed: travels }));
  };
  const ask = <Name extends keyof UsersPanelEventMap>(name: Name, detail: Detail<Name>) =>
    element.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: true }));
  return {
    onBeforeInvite: (requests) => ask('beforeinvite', { requests }),
    onBeforeRoleChange: (member, role) => ask('beforerolechange', { member, role }),
    onBeforeRemove: (member) => ask('beforeremove', { member }),
    onBeforeRevoke: (invitation) => ask('beforerevoke', { invitation }),
    onInvite: (invitation) => tell('invite', { invitation }),
    onRoleChange: (member, previousRole) => tell('rolechange', { member, previousRole }),
    onRemove: (member) => tell('remove', { member }),
    onRevoke: (invitation) => tell('revoke', { invitation }),
    onError: (error, operation) => tell('error', { error, operation }),
  };
}

'use client';

import type { QueryClient } from '@tanstack/react-query';
import { createContext, useContext, type ComponentType, type RefObject } from 'react';
import type { DataProvider } from '../model/dataProvider.js';
import { UsersError } from '../model/errors.js';
import type { Invitation } from '../model/invitation.js';
import type { Member } from '../model/member.js';
import type { Access } from '../model/permissions.js';
import type { Role, RoleOption } from '../model/role.js';
import type { Announcements } from './announcements.js';
import type { Language } from './language.js';
import type { Notice, NoticeStore } from './notices.js';

/** What the kit was doing when something failed. */
export type UsersOperation =
  | 'listMembers'
  | 'listInvitations'
  | 'inviteMember'
  | 'updateMemberRole'
  | 'removeMember'
  | 'revokeInvitation'
  | 'resendInvitation'
  | 'enableUserManagement'
  | 'listMembershipRequests'
  | 'acceptMembershipRequest'
  | 'rejectMembershipRequest'
  | 'listOrganizations'
  | 'createOrganization'
  | 'renameOrganization';

/** `false`, now or later, stops the act without a word; anything else lets it go on. */
export type Veto = boolean | void | Promise<boolean | void>;

/**
 * What a host is asked and told. Each act is asked about before it is sent, and told once the server agreed. Sending an
 * invitation again, with its role or another, is an act of inviting: `onBeforeInvite` and `onInvite` (with the new one),
 * and neither `onBeforeRevoke` nor `onRevoke`, though the old one is revoked for it.
 */
export interface UsersCallbacks {
  onBeforeInvite?: ((requests: readonly { email: string; role: Role }[]) => Veto) | undefined;
  onBeforeRoleChange?: ((member: Member, role: Role) => Veto) | undefined;
  onBeforeRemove?: ((member: Member) => Veto) | undefined;
  onBeforeRevoke?: ((invitation: Invitation) => Veto) | undefined;
  onInvite?: ((invitation: Invitation) => void) | undefined;
  onRoleChange?: ((member: Member, previousRole: Role) => void) | undefined;
  onRemove?: ((member: Member) => void) | undefined;
  onRevoke?: ((invitation: Invitation) => void) | undefined;
  /** Every failure, with the operation it met. An abort is no failure. */
  onError?: ((error: UsersError, operation: UsersOperation) => void) | undefined;
}

/** Parts that a host may put in place of ours. */
export interface UsersComponents {
  /** Beside a member's name; decoration. */
  Avatar?: ComponentType<{ member: Member; name: string }> | undefined;
  /** In place of an empty list. */
  EmptyState?: ComponentType<{ list: 'members' | 'invitations' }> | undefined;
  /** The outcome of an act. Its text is read out in any case. */
  Notice?: ComponentType<{ notice: Notice; onDismiss: () => void }> | undefined;
}

/** What every piece finds around it. */
export interface UsersContextValue {
  appId: string;
  dataProvider: DataProvider;
  queryClient: QueryClient;
  access: Access | undefined;
  currentUserId: string | undefined;
  roles: readonly RoleOption[] | undefined;
  language: Language;
  notices: NoticeStore;
  announcements: Announcements;
  classNames: Readonly<Record<string, string>>;
  components: UsersComponents;
  /** A ref, so that a host's inline functions render nothing again. */
  callbacks: RefObject<UsersCallbacks>;
}

export const UsersContext = createContext<UsersContextValue | null>(null);

/**
 * What `UsersProvider` gives to the pieces.
 * @throws {UsersError} `invalid_input` outside a `UsersProvider`.
 */
export function useUsersContext(): UsersContextValue {
  const value = useContext(UsersContext);
  if (value) return value;
  throw new UsersError(
    'invalid_input',
    'A piece is outside <UsersProvider>. Wrap it in <UsersProvider appId dataProvider>.',
  );
}

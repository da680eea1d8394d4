export { UsersPanel } from './UsersPanel.js';
export { InvitationList } from './components/InvitationList.js';
export { InviteForm } from './components/InviteForm.js';
export { MemberTable } from './components/MemberTable.js';
export { MembershipRequestList } from './components/MembershipRequestList.js';
export { NoticeRegion } from './components/NoticeRegion.js';
export { OrganizationForm } from './components/OrganizationForm.js';
export { OrganizationList } from './components/OrganizationList.js';
export { RemoveDialog } from './components/RemoveDialog.js';
export { RoleSelect } from './components/RoleSelect.js';
export { themeFromApp } from './context/themeFromApp.js';
export { themeFromClerk } from './context/themeFromClerk.js';
export { UsersProvider } from './context/UsersProvider.js';
export { useMessages } from './context/useMessages.js';
export { isUsersError, UsersError } from './model/errors.js';
export { memberDisplayName } from './model/member.js';
export { ADMIN_ROLE, isAdminRole, MEMBER_ROLE } from './model/role.js';
export { useAccess } from './query/useAccess.js';
export { useInvitations } from './query/useInvitations.js';
export { useInviteMember } from './query/useInviteMember.js';
export { useMembers } from './query/useMembers.js';
export { useRemoveMember } from './query/useRemoveMember.js';
export { useResendInvitation } from './query/useResendInvitation.js';
export { useRevokeInvitation } from './query/useRevokeInvitation.js';
export { useRoles } from './query/useRoles.js';
export { useUpdateMemberRole } from './query/useUpdateMemberRole.js';

export type { UsersPanelProps } from './UsersPanel.js';
export type { InvitationListProps } from './components/InvitationList.js';
export type { InviteFormProps } from './components/InviteForm.js';
export type { MemberColumn } from './components/MemberRow.js';
export type { MemberTableProps } from './components/MemberTable.js';
export type { MembershipRequestListProps } from './components/MembershipRequestList.js';
export type { OrganizationFormProps } from './components/OrganizationForm.js';
export type { OrganizationListProps } from './components/OrganizationList.js';
export type { RemoveDialogProps } from './components/RemoveDialog.js';
export type { RoleSelectProps } from './components/RoleSelect.js';
export type { Language } from './context/language.js';
export type { Notice, NoticeAction } from './context/notices.js';
export type { AppTheme } from './context/themeFromApp.js';
export type { ClerkVariables } from './context/themeFromClerk.js';
export type { UsersTokens } from './context/tokens.js';
export type { UsersCallbacks, UsersComponents, UsersOperation, Veto } from './context/UsersContext.js';
export type { UsersProviderProps } from './context/UsersProvider.js';
export type { Messages, PartialMessages, Plural } from './locales/en.js';
export type { OrganizationMessages } from './locales/organizations/en.js';
export type {
  AppInput,
  CreateOrganizationInput,
  CurrentUser,
  DataProvider,
  InvitationPage,
  InviteMemberInput,
  ListInvitationsInput,
  ListMembersInput,
  ListOrganizationsInput,
  MemberPage,
  MembershipRequestInput,
  MembershipRequestPage,
  OrganizationPage,
  RemoveMemberInput,
  RenameOrganizationInput,
  RevokeInvitationInput,
  UpdateMemberRoleInput,
} from './model/dataProvider.js';
export type { UsersErrorCode, UsersErrorOptions } from './model/errors.js';
export type { Invitation, InvitationStatus } from './model/invitation.js';
export type { Member } from './model/member.js';
export type { MembershipRequest } from './model/membershipRequest.js';
export type { Organization } from './model/organization.js';
export type { Access } from './model/permissions.js';
export type { Role, RoleOption } from './model/role.js';
export type { InviteBatchEvents, InviteOutcome, InviteRequest } from './query/inviteBatch.js';
export type { CurrentAccess } from './context/AccessContext.js';
export type { ListState } from './query/listState.js';
export type { MemberList } from './query/useMembers.js';
export type { Resend, ResendFailure } from './query/resends.js';
export type { ResendInvitation } from './query/useResendInvitation.js';
export type { InvitationRow } from './query/viewInvitations.js';
export type { ClassNames, SlotName } from './ui/useSlot.js';

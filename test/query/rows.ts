import type { InvitationPage, MemberPage } from '../../src/model/dataProvider.js';
import type { Invitation } from '../../src/model/invitation.js';
import type { Member } from '../../src/model/member.js';

/** A member; say what matters to the test. */
export function aMember(userId: string, given: Partial<Member> = {}): Member {
  return {
    userId,
    membershipId: `mem_${userId}`,
    email: `${userId}@example.com`,
    name: null,
    avatarUrl: null,
    role: 'org:member',
    joinedAt: null,
    ...given,
  };
}

/** A pending invitation; say what matters to the test. */
export function anInvitation(invitationId: string, given: Partial<Invitation> = {}): Invitation {
  return {
    invitationId,
    email: `${invitationId}@example.com`,
    role: 'org:member',
    status: 'pending',
    createdAt: null,
    ...given,
  };
}

export function memberPage(members: Member[], total = members.length): MemberPage {
  return { members, total, nextCursor: null, unreadable: 0 };
}

export function invitationPage(invitations: Invitation[], total = invitations.length): InvitationPage {
  return { invitations, total, nextCursor: null, unreadable: 0 };
}

import type { Seed } from '@mixpeek/users-panel/memory';
import type { Invitation, Member } from '@mixpeek/users-panel';

let count = 0;

/** A member with everything filled in; say what matters to the story. */
export function aMember(given: Partial<Member> = {}): Member {
  count += 1;
  return {
    userId: `user_${count}`,
    membershipId: `orgmem_${count}`,
    email: `person.${count}@example.com`,
    name: `Person ${count}`,
    avatarUrl: null,
    role: 'org:member',
    joinedAt: '2026-03-15T10:30:00Z',
    ...given,
  };
}

/** A pending invitation; say what matters to the story. */
export function anInvitation(given: Partial<Invitation> = {}): Invitation {
  count += 1;
  return {
    invitationId: `orginv_${count}`,
    email: `invited.${count}@example.com`,
    role: 'org:member',
    status: 'pending',
    createdAt: '2026-11-02T09:00:00Z',
    ...given,
  };
}

/** Who is looking in most stories. */
export const ada = aMember({
  userId: 'user_ada',
  name: 'Ada Lovelace',
  email: 'ada.lovelace@example.com',
  role: 'org:admin',
  joinedAt: '2025-12-10T08:00:00Z',
});

export const grace = aMember({ userId: 'user_grace', name: 'Grace Hopper', email: 'grace.hopper@example.com' });

export const hedy = aMember({
  userId: 'user_hedy',
  name: 'Hedy Lamarr',
  email: 'hedy.lamarr@example.com',
  joinedAt: '2026-04-02T12:00:00Z',
});

/** Twelve people, two of them admins, and three invitations. */
export const team: Seed = {
  members: [
    ada,
    aMember({
      name: 'Alan Turing',
      email: 'alan.turing@example.com',
      role: 'org:admin',
      joinedAt: '2026-01-12T09:00:00Z',
    }),
    grace,
    hedy,
    aMember({ name: 'Katherine Johnson', email: 'katherine.johnson@example.com', joinedAt: '2026-04-18T12:00:00Z' }),
    aMember({ name: 'Tim Berners-Lee', email: 'tim.berners-lee@example.com', joinedAt: '2026-05-06T12:00:00Z' }),
    aMember({ name: 'Radia Perlman', email: 'radia.perlman@example.com', joinedAt: '2026-05-23T12:00:00Z' }),
    aMember({ name: 'Edsger Dijkstra', email: 'edsger.dijkstra@example.com', joinedAt: '2026-06-11T12:00:00Z' }),
    aMember({ name: 'Barbara Liskov', email: 'barbara.liskov@example.com', joinedAt: '2026-07-07T12:00:00Z' }),
    aMember({ name: 'Zoë Müller', email: 'zoe.mueller@example.com', joinedAt: '2026-08-01T12:00:00Z' }),
    aMember({ name: 'Margaret Hamilton', email: 'margaret.hamilton@example.com', joinedAt: '2026-09-14T12:00:00Z' }),
    aMember({ name: 'Donald Knuth', email: 'donald.knuth@example.com', joinedAt: '2026-10-10T12:00:00Z' }),
  ],
  invitations: [
    anInvitation({ email: 'sophie.wilson@example.com', createdAt: '2026-11-02T09:00:00Z' }),
    anInvitation({ email: 'linus@example.org', role: 'org:admin', createdAt: '2026-11-12T09:00:00Z' }),
    anInvitation({ email: 'frances.allen@example.com', createdAt: '2026-11-20T09:00:00Z' }),
  ],
};

/** Two hundred characters of a name, and an address that has no place to break. */
export const longNamed = aMember({
  userId: 'user_long',
  name: `${'Maximiliana Konstantina '.repeat(8)}of Hohenstein`,
  email: `${'a'.repeat(60)}@${'long-domain-'.repeat(10)}example.com`,
});

/** Neither a name nor an address: the id is all that is known. */
export const nameless = aMember({ userId: 'user_2mX9QpLr', name: null, email: null, joinedAt: null });

export const addressOnly = aMember({ name: null, email: 'only.an.address@example.com' });

/** The host of pictures, which the stories answer for. */
export const PICTURES = 'https://pictures.example.com';

/** A picture that loads. */
export const pictured = aMember({ name: 'Sophie Wilson', avatarUrl: `${PICTURES}/portrait.svg` });

/** A picture that is no longer there. */
export const pictureGone = aMember({ name: 'Frances Allen', avatarUrl: `${PICTURES}/no-such-picture.svg` });

export const nour = aMember({ userId: 'user_nour', name: 'نور الهاشمي', email: 'nour@example.com' });

export const david = aMember({ name: 'דוד לוי', email: 'דוד@example.com' });

import type { DataProvider } from '../../../src/model/dataProvider.js';
import type { FakeMixpeek } from '../../../src/msw/index.js';
import type { Person } from './office.js';

/** What somebody did and was told is done. */
export interface Deed {
  person: Person;
  /** The account or the address that it was about. */
  about: string;
  list: 'members' | 'invitations';
  /** How the row begins: `name: role` of a member, `address: ` of an invitation, `name: ` of what is gone. */
  row: string;
  /** Whether the row is to be there, or to stay away. */
  isThere: boolean;
}

/**
 * Notes the writes of all that succeeded, as they who wrote were told. One that met another about the same person on its
 * way is not noted: who came last nobody can tell.
 */
export class Ledger {
  #deeds: Deed[] = [];
  readonly #writes = new Map<string, { begun: number; underWay: number }>();

  read(): readonly Deed[] {
    return this.#deeds;
  }

  forget(isForgotten: (deed: Deed) => boolean = () => true): void {
    this.#deeds = this.#deeds.filter((deed) => !isForgotten(deed));
  }

  /** The data provider of one person, whose writes are noted here. */
  watch(person: Person, dataProvider: DataProvider, fake: FakeMixpeek): DataProvider {
    const nameOf = (userId: string) => {
      const member = fake.read().members.find((other) => other.userId === userId);
      return member?.name ?? member?.email ?? userId;
    };
    return {
      ...dataProvider,
      // Each keeps their own draft, as in browsers of their own.
      name: person,
      updateMemberRole: (input) => {
        const role = input.role === 'org:admin' ? 'Admin' : 'Member';
        const row = `${nameOf(input.userId)}: ${role}`;
        const deed: Deed = { person, about: input.userId, list: 'members', row, isThere: true };
        return this.#note(deed, () => dataProvider.updateMemberRole(input));
      },
      removeMember: (input) => {
        const row = `${nameOf(input.userId)}: `;
        const deed: Deed = { person, about: input.userId, list: 'members', row, isThere: false };
        return this.#note(deed, () => dataProvider.removeMember(input));
      },
      inviteMember: (input) => {
        const { email } = input;
        const deed: Deed = { person, about: email, list: 'invitations', row: `${email}: `, isThere: true };
        return this.#note(deed, () => dataProvider.inviteMember(input));
      },
      revokeInvitation: (input) => {
        const { invitations } = fake.read();
        const email = invitations.find(({ invitationId }) => invitationId === input.invitationId)?.email ?? '';
        const deed: Deed = { person, about: email, list: 'invitations', row: `${email}: `, isThere: false };
        return this.#note(deed, () => dataProvider.revokeInvitation(input));
      },
    };
  }

  async #note<T>(deed: Deed, write: () => Promise<T>): Promise<T> {
    const writes = this.#writes.get(deed.about) ?? { begun: 0, underWay: 0 };
    this.#writes.set(deed.about, writes);
    writes.begun += 1;
    writes.underWay += 1;
    const { begun } = writes;
    this.forget(({ about }) => about === deed.about);
    let answer: T;
    try {
      answer = await write();
    } finally {
      writes.underWay -= 1;
    }
    if (writes.begun === begun && writes.underWay === 0) this.#deeds.push(deed);
    return answer;
  }
}

import { describe, expect, it } from 'vitest';
import { createMemoryDataProvider, type MemoryDataProviderOptions, type Seed } from '../../src/memory/index.js';
import type { DataProvider } from '../../src/model/dataProvider.js';
import { isUsersError, UsersError, type UsersErrorCode } from '../../src/model/errors.js';
import { MEMBER_ROLE } from '../../src/model/role.js';
import { describeDataProvider, type TestedDataProvider } from '../../src/testing/index.js';

type Make = (seed: Seed & { appId: string }) => TestedDataProvider;

/** Runs the suite without a test runner. Answers the titles of the tests that failed. */
async function failuresOf(make: Make, settleMs = 0): Promise<string[]> {
  const tests: { title: string; body: () => Promise<void> }[] = [];
  describeDataProvider('recorded', make, {
    describe: (_name, body) => body(),
    it: (title, body) => tests.push({ title, body }),
    settleMs,
  });
  const failed: string[] = [];
  for (const { title, body } of tests) {
    await body().catch(() => failed.push(title));
  }
  return failed;
}

/** The memory data provider with something broken. */
function broken(breakIt: (sound: DataProvider) => Partial<DataProvider>, options?: MemoryDataProviderOptions): Make {
  return (seed) => {
    const sound = createMemoryDataProvider(seed, options);
    return { provider: { ...sound, ...breakIt(sound) }, appId: seed.appId };
  };
}

/** A provider that answers something, where it should refuse with one of these codes. */
function deaf(...codes: UsersErrorCode[]): Make {
  const ignoring = async <T>(call: Promise<T>, instead: T): Promise<T> => {
    try {
      return await call;
    } catch (error) {
      if (isUsersError(error) && codes.includes(error.code)) return instead;
      throw error;
    }
  };
  const member = {
    userId: 'u',
    membershipId: 'm',
    email: null,
    name: null,
    avatarUrl: null,
    role: 'r',
    joinedAt: null,
  };
  const invitation = { invitationId: 'i', email: 'e@example.com', role: 'r', status: 'pending', createdAt: null };
  return broken((sound) => ({
    listMembers: (input) =>
      ignoring(sound.listMembers(input), { members: [], total: 0, nextCursor: null, unreadable: 0 }),
    listInvitations: (input) =>
      ignoring(sound.listInvitations(input), { invitations: [], total: 0, nextCursor: null, unreadable: 0 }),
    inviteMember: (input) => ignoring(sound.inviteMember(input), invitation),
    updateMemberRole: (input) => ignoring(sound.updateMemberRole(input), member),
    removeMember: (input) => ignoring(sound.removeMember(input), undefined),
    revokeInvitation: (input) => ignoring(sound.revokeInvitation(input), undefined),
  }));
}

/** Changes what the provider rejects with. */
function rejectingWith(change: (error: unknown) => unknown): Make {
  return broken((sound) => ({
    listMembers: (input) => sound.listMembers(input).catch((error: unknown) => Promise.reject(change(error) as Error)),
    inviteMember: (input) =>
      sound.inviteMember(input).catch((error: unknown) => Promise.reject(change(error) as Error)),
  }));
}

const cursor = { paging: 'cursor' } as const;

/** What is broken, and tests that must notice. */
const mutants: [what: string, make: Make, noticed: string[]][] = [
  [
    'lets the last admin go',
    deaf('last_admin'),
    [
      'refuses to demote the last admin, as last_admin',
      'refuses to remove the last admin, as last_admin',
      'keeps one admin when two admins are demoted at once',
    ],
  ],
  [
    'invites anybody, in or out',
    deaf('already_member', 'already_invited'),
    [
      'refuses a member as already_member, in any case',
      'refuses a second invitation as already_invited, in any case',
      'sends one invitation of two at once for one address, and refuses the other as already_invited',
    ],
  ],
  ['takes anything for an address', deaf('invalid_email'), ['refuses what is no address as invalid_email']],
  ['knows no limit', deaf('limit_reached'), ['refuses one too many as limit_reached, pending invitations counted']],
  [
    'gives any role',
    deaf('invalid_input'),
    [
      'refuses to give a role the app does not have, as invalid_input',
      'refuses to invite with a role the app does not have, as invalid_input',
      'rejects, and never throws, invalid_input for ids that are empty or missing',
    ],
  ],
  [
    'takes a write on nobody for done',
    deaf('member_not_found', 'invitation_not_found', 'invitation_not_pending'),
    [
      'refuses to change somebody who is no member, as member_not_found',
      'refuses to remove somebody who is no member, or no more, as member_not_found',
      'refuses to revoke an invitation there is not, as invitation_not_found',
      'refuses to revoke an invitation that is no longer pending, as invitation_not_pending',
    ],
  ],
  [
    'changes managed members',
    deaf('managed_elsewhere'),
    [
      'refuses to change a member who is managed elsewhere, as managed_elsewhere',
      'refuses to remove a member who is managed elsewhere, as managed_elsewhere',
    ],
  ],
  [
    'answers for any app',
    deaf('not_found', 'not_enabled'),
    [
      'tells not_found for an app there is not, whatever is asked',
      'tells not_enabled while user management is off, whatever is asked',
    ],
  ],
  [
    'compares addresses with case',
    broken((sound) => ({
      inviteMember: async (input) => {
        const { members } = await sound.listMembers({ appId: input.appId });
        const { invitations } = await sound.listInvitations({ appId: input.appId });
        const same = [...members, ...invitations].some(({ email }) => email === input.email);
        if (same || input.email === input.email.toLowerCase()) return sound.inviteMember(input);
        return sound.inviteMember({ ...input, email: `other-${input.email}` });
      },
    })),
    ['refuses a member as already_member, in any case', 'refuses a second invitation as already_invited, in any case'],
  ],
  [
    'drops plus tags',
    broken((sound) => ({
      inviteMember: (input) => sound.inviteMember({ ...input, email: input.email.replace(/\+[^@]*/, '') }),
    })),
    ['takes a plus tag as another address'],
  ],
  [
    'throws plain errors',
    rejectingWith((error) => (isUsersError(error) ? new Error(error.message) : error)),
    ['refuses a member as already_member, in any case', 'tells not_found for an app there is not, whatever is asked'],
  ],
  [
    'calls every refusal a server error',
    rejectingWith((error) => (isUsersError(error) ? new UsersError('server_error', error.message) : error)),
    ['refuses what is no address as invalid_email'],
  ],
  [
    'refuses without a message',
    rejectingWith((error) => (isUsersError(error) ? new UsersError(error.code, '') : error)),
    ['refuses what is no address as invalid_email'],
  ],
  [
    'throws before it gives a promise',
    broken((sound) => ({
      listMembers: (input) => {
        if (!input?.appId) throw new UsersError('invalid_input', 'No appId');
        return sound.listMembers(input);
      },
    })),
    ['rejects, and never throws, invalid_input for ids that are empty or missing'],
  ],
  [
    'ignores the abort signal',
    broken((sound) => ({
      listMembers: ({ signal: _signal, ...input }) => sound.listMembers(input),
      inviteMember: ({ signal: _signal, ...input }) => sound.inviteMember(input),
    })),
    [
      'lets an abort pass as it is when the signal is aborted before the call',
      'lets an abort pass as it is when it comes during the call',
    ],
  ],
  [
    'turns an abort into a network error',
    rejectingWith((error) => (isUsersError(error) ? error : new UsersError('network', 'Aborted'))),
    ['lets an abort pass as it is when it comes during the call'],
  ],
  [
    'sends the invitation although it was aborted',
    broken((sound) => ({
      inviteMember: async ({ signal, ...input }) => {
        const sent = await sound.inviteMember(input);
        signal?.throwIfAborted();
        return sent;
      },
    })),
    ['lets an abort pass as it is when the signal is aborted before the call'],
  ],
  [
    'shares its state with its answers',
    (seed) => {
      const sound = createMemoryDataProvider(seed);
      const kept = new Map<string, ReturnType<DataProvider['listMembers']>>();
      const listMembers: DataProvider['listMembers'] = (input) => {
        const page = kept.get(input.appId) ?? sound.listMembers(input);
        kept.set(input.appId, page);
        return page;
      };
      return { provider: { ...sound, listMembers }, appId: seed.appId };
    },
    ['hands out answers that are the caller’s own: altering one alters no other'],
  ],
  [
    'alters its input',
    broken((sound) => ({
      updateMemberRole: (input) => {
        input.userId = input.userId.trim();
        return sound.updateMemberRole(input);
      },
    })),
    ['leaves its input alone'],
  ],
  [
    'resolves a role change with nothing',
    broken((sound) => ({
      updateMemberRole: async (input) => {
        await sound.updateMemberRole(input);
        return undefined as never;
      },
    })),
    ['changes a role: answers the member, and the list agrees'],
  ],
  [
    'resolves a role change with the old role',
    broken((sound) => ({
      updateMemberRole: async (input) => ({ ...(await sound.updateMemberRole(input)), role: MEMBER_ROLE }),
    })),
    ['changes a role: answers the member, and the list agrees'],
  ],
  [
    'says a role was changed, and does nothing',
    broken((sound) => ({
      updateMemberRole: async ({ appId, userId, role }) => {
        const { members } = await sound.listMembers({ appId });
        return { ...members.find((member) => member.userId === userId)!, role };
      },
    })),
    ['changes a role: answers the member, and the list agrees'],
  ],
  [
    'says somebody was removed, and does nothing',
    broken(() => ({ removeMember: () => Promise.resolve() })),
    ['removes: answers nothing, and the list and its total agree'],
  ],
  [
    'resolves a removal and a revoke with a value',
    broken((sound) => ({
      removeMember: (input) => sound.removeMember(input).then(() => ({ deleted: true }) as never),
      revokeInvitation: (input) => sound.revokeInvitation(input).then(() => ({ deleted: true }) as never),
    })),
    ['removes: answers nothing, and the list and its total agree', 'revokes: answers nothing, and the list agrees'],
  ],
  [
    'answers an invitation that the list does not have',
    broken((sound) => ({
      inviteMember: async (input) => ({ ...(await sound.inviteMember(input)), invitationId: 'orginv_other' }),
    })),
    ['invites: answers the pending invitation, and the list agrees'],
  ],
  [
    'invites everybody as a member',
    broken((sound) => ({ inviteMember: (input) => sound.inviteMember({ ...input, role: MEMBER_ROLE }) })),
    ['invites: answers the pending invitation, and the list agrees'],
  ],
  [
    'sends one of several invitations at once twice over',
    broken((sound) => ({
      inviteMember: async (input) => {
        const sent = await sound.inviteMember(input);
        if (input.email.startsWith('many3')) await sound.inviteMember({ ...input, email: `again-${input.email}` });
        return sent;
      },
    })),
    ['carries out many invitations at once, each one time'],
  ],
  [
    'rewrites a role it does not know',
    broken((sound) => ({
      listMembers: async (input) => {
        const page = await sound.listMembers(input);
        const members = page.members.map((member) => ({
          ...member,
          role: member.role === 'org:auditor' ? MEMBER_ROLE : member.role,
        }));
        return { ...page, members };
      },
    })),
    ['keeps a role it does not know as it is'],
  ],
  [
    'leaves out what is not known, instead of null',
    broken((sound) => ({
      listMembers: async (input) => {
        const page = await sound.listMembers(input);
        const members = page.members.map(({ name, ...member }) => (name ? { ...member, name } : (member as never)));
        return { ...page, members };
      },
    })),
    ['lists a member without name and address, with null in their place'],
  ],
  [
    'answers in the words of the wire',
    broken((sound) => ({
      listInvitations: async (input) => {
        const page = await sound.listInvitations(input);
        const rows = page.invitations.map(({ email, ...row }) => ({ ...row, email_address: email }));
        return { ...page, invitations: rows as never };
      },
    })),
    ['lists pending invitations only'],
  ],
  [
    'drops members after the tenth',
    broken((sound) => ({
      listMembers: async (input) => {
        const page = await sound.listMembers(input);
        return { ...page, members: page.members.slice(0, 10) };
      },
    })),
    ['gives every member and invitation exactly once, on one page or over many'],
  ],
  [
    'counts the rows of the page in total',
    broken(
      (sound) => ({
        listMembers: async (input) => {
          const page = await sound.listMembers(input);
          return { ...page, total: page.members.length };
        },
      }),
      cursor,
    ),
    [
      'counts all rows in total, and no row as unreadable',
      'filters by role, and counts matches in total, where paging is cursor',
    ],
  ],
  [
    'gives the last row of a page again on the next',
    broken((sound) => {
      let last: Awaited<ReturnType<DataProvider['listMembers']>>['members'] = [];
      return {
        listMembers: async (input) => {
          const page = await sound.listMembers(input);
          const members = input.cursor ? [...last, ...page.members] : page.members;
          last = page.members.slice(-1);
          return { ...page, members };
        },
      };
    }, cursor),
    ['gives every member and invitation exactly once, on one page or over many'],
  ],
  [
    'gives the first page for ever',
    broken((sound) => ({ listMembers: ({ cursor: _cursor, ...input }) => sound.listMembers(input) }), cursor),
    ['gives every member and invitation exactly once, on one page or over many'],
  ],
  [
    'does not search',
    broken((sound) => ({ listMembers: ({ query: _query, ...input }) => sound.listMembers(input) }), cursor),
    ['finds members by words of name or address, without case and accents, where paging is cursor'],
  ],
  [
    'does not filter by role',
    broken((sound) => ({ listMembers: ({ role: _role, ...input }) => sound.listMembers(input) }), cursor),
    ['filters by role, and counts matches in total, where paging is cursor'],
  ],
  [
    'does not encode ids',
    broken((sound) => ({
      removeMember: (input) => sound.removeMember({ ...input, userId: input.userId.split(/[/?#]/)[0] ?? '' }),
    })),
    ['takes the id "user_bo/role" for no other, whether it reaches it or refuses it'],
  ],
  [
    'decodes ids once more',
    broken((sound) => ({
      removeMember: (input) => sound.removeMember({ ...input, userId: decodeURIComponent(input.userId) }),
    })),
    ['takes the id "user_%62o" for no other, whether it reaches it or refuses it'],
  ],
  [
    'has a paging nobody knows',
    broken(() => ({ paging: 'offset' as never })),
    ['has a name, and a paging the kit knows'],
  ],
  [
    'names a role that cannot be given',
    broken(() => ({
      listRoles: () => Promise.resolve([{ role: 'org:admin' }, { role: 'org:member' }, { role: 'org:x' }]),
    })),
    ['listRoles, if there: every role it names can be given'],
  ],
  [
    'says user management is on, and leaves it off',
    broken(() => ({ enableUserManagement: () => Promise.resolve() })),
    ['enableUserManagement, if there: turns it on, and does no harm when it is on'],
  ],
  [
    'resends by inviting twice',
    broken(() => ({
      resendInvitation: ({ invitationId }) =>
        Promise.resolve({
          invitationId: `${invitationId}_2`,
          email: 'nina@example.com',
          role: MEMBER_ROLE,
          status: 'pending',
          createdAt: null,
        }),
    })),
    ['resendInvitation, if there: leaves one pending invitation for the address'],
  ],
  [
    'names a current user without an id',
    broken(() => ({ getCurrentUser: () => Promise.resolve({ status: 'signed_in', userId: '' }) })),
    ['getCurrentUser, if there: says signed in (with an id), signed out, or unknown'],
  ],
  [
    'says somebody else at once than when asked',
    broken(() => ({
      getCurrentUser: () => Promise.resolve({ status: 'signed_in', userId: 'user_ada' }),
      peekCurrentUser: () => ({ status: 'signed_out' }),
    })),
    ['peekCurrentUser, if there: says what getCurrentUser says, or nothing yet'],
  ],
  [
    'names a current member who is not in the list',
    broken(() => ({
      getCurrentMember: () =>
        Promise.resolve({
          userId: 'user_elsewhere',
          membershipId: 'm',
          email: null,
          name: null,
          avatarUrl: null,
          role: MEMBER_ROLE,
          joinedAt: null,
        }),
    })),
    ['getCurrentMember, if there: answers a member of the list, or null'],
  ],
  [
    'grants an access there is not',
    broken(() => ({ getAccess: () => Promise.resolve('owner' as never) })),
    ['getAccess, if there: answers manage, read or none'],
  ],
];

/** Its list of invitations shows a revoke 30 ms late. */
const lagging: Make = (seed) => {
  const sound = createMemoryDataProvider(seed);
  let stale: { until: number; page: ReturnType<DataProvider['listInvitations']> } | undefined;
  const provider: DataProvider = {
    ...sound,
    listInvitations: (input) => (stale && Date.now() < stale.until ? stale.page : sound.listInvitations(input)),
    revokeInvitation: async (input) => {
      const page = sound.listInvitations(input);
      await page.catch(() => undefined);
      await sound.revokeInvitation(input);
      stale = { until: Date.now() + 30, page };
    },
  };
  return { provider, appId: seed.appId };
};

describe('the contract suite bites', () => {
  it.each([
    ['whole', {}],
    ['cursor', cursor],
  ] as const)('finds no fault in a sound provider (%s)', async (_paging, options) => {
    expect(await failuresOf(broken(() => ({}), options))).toEqual([]);
  });

  it.each(mutants)('notices a provider that %s', async (_what, make, noticed) => {
    expect(await failuresOf(make)).toEqual(expect.arrayContaining(noticed));
  });

  it('accepts lists that lag behind a write for less than the settle time, and none for more', async () => {
    expect(await failuresOf(lagging, 1000)).toEqual([]);
    expect(await failuresOf(lagging, 0)).toContain('revokes: answers nothing, and the list agrees');
  });

  it('disposes of every back end, also after a failed test', async () => {
    let open = 0;
    const failures = await failuresOf((seed) => {
      open += 1;
      const provider = { ...createMemoryDataProvider(seed), name: '' };
      return { provider, appId: seed.appId, dispose: () => void (open -= 1) };
    });
    expect(failures).toEqual(['has a name, and a paging the kit knows']);
    expect(open).toBe(0);
  });

  it('says what to do when there is no test runner', () => {
    expect(() => describeDataProvider('nobody', lagging)).toThrow(/\{ describe, it \}/);
  });
});

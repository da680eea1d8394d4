import * as fc from 'fast-check';
import type { FakeOperation, Fault } from '../../../src/msw/index.js';
import { fallenBack } from './agreement.js';
import { ADDRESSES, pass, setOnline, settle, type Office, type Person } from './office.js';

/** Something that happens. The model is empty: the fake server holds the truth that both screens are held to. */
type Happening = fc.AsyncCommand<object, Office>;
type Outcome = string | undefined;

/** A happening that reads well in a counterexample. `run` answers what was really done, if anything. */
function happening(text: string, run: (office: Office) => Outcome | Promise<Outcome>): Happening {
  return {
    check: () => true,
    async run(_, office) {
      const done = await run(office);
      if (done !== undefined) office.done.push(done);
      await settle();
    },
    toString: () => text,
  };
}

const PEOPLE = fc.constantFrom<Person[]>('Ada', 'Alan');
const ROLES = fc.constantFrom('org:admin', 'org:member');
/** Which row, counted anew where there are fewer. */
const ROWS = fc.nat({ max: 5 });

function changeRole(person: Person, row: number, role: string): Happening {
  return happening(`${person} makes member ${row} ${role}`, async (office) => {
    const select = office.choose(person, 'member-table', row, role);
    if (!select) return undefined;
    // Of oneself it is asked first.
    if (office.dialog(person)) return 'role';
    office.asked.role += 1;
    await pass(1);
    // At once on screen, and so it stays until the server says no, however far the list is behind.
    const isTrue = select.value === role || select.closest('tr')?.hasAttribute('data-failed') || !select.isConnected;
    if (!isTrue) office.complaints.push(`${select.ariaLabel} shows ${select.value} where ${role} was chosen`);
    return 'role';
  });
}

function ask(person: Person, what: 'remove a member' | 'revoke an invitation', row: number): Happening {
  const [name, list] =
    what === 'remove a member'
      ? ([/^Remove /, '.mup-member-table'] as const)
      : ([/^Revoke the/, '.mup-invitation-list'] as const);
  return happening(`${person} wants to ${what} (${row})`, (office) =>
    office.press(person, name, row, list) ? 'ask' : undefined,
  );
}

/** Whether another invitation of the address took the place of the one that was last to be revoked: the other admin's. */
function isInvitedAnew({ fake }: Office, address: string): boolean {
  const revoked = fake.requests.findLast(({ operation }) => operation === 'revokeInvitation')?.path ?? '';
  return fake
    .read()
    .invitations.some(
      ({ email, status, invitationId }) => email === address && status === 'pending' && !revoked.includes(invitationId),
    );
}

function answer(person: Person, yes: boolean): Happening {
  return happening(`${person} says ${yes ? 'yes' : 'no'}`, async (office) => {
    const dialog = office.dialog(person);
    if (!dialog) return undefined;
    const title = dialog.querySelector('h2')?.textContent ?? '';
    if (!yes || !office.press(person, /^(Remove|Revoke|Give up admin role)$/)) {
      return office.press(person, /^(Cancel|Close)$/) ? 'no' : undefined;
    }
    const act = title.startsWith('Remove') ? 'remove' : title.startsWith('Revoke') ? 'revoke' : 'role';
    office.asked[act] += 1;
    await pass(1);
    // Done is done, however far the list is behind.
    const whom = title.replace(/^(Remove|Revoke the invitation of) |\?$/g, '');
    const list = act === 'remove' ? 'member-table' : 'invitation-list';
    const names = office.all(person, `.mup-${list} tbody th`).map((cell) => cell.querySelector('bdi')?.textContent);
    const isThere = names.includes(whom) && !isInvitedAnew(office, whom);
    if (act !== 'role' && !office.dialog(person) && isThere) office.complaints.push(`${whom} is back after: ${title}`);
    return act;
  });
}

function type(person: Person, address: string, role: string): Happening {
  return happening(`${person} types ${address}${role}`, (office) => {
    if (office.dialog(person) || !office.type(person, `${address}${role};`)) return undefined;
    office.typed[person].add(address);
    return 'type';
  });
}

/** Presses a button that makes the server do things; each thing named at most once for each address or row. */
function press(person: Person, name: RegExp, does: (keyof Office['asked'])[] = [], row = 0): Happening {
  return happening(`${person} presses ${name.source} (${row})`, (office) => {
    const buttons = office.buttons(person, name);
    const label = buttons[row % buttons.length]?.ariaLabel ?? '';
    if (!office.press(person, name, row)) return undefined;
    const address = name === RESEND && ADDRESSES.find((one) => label.includes(one));
    if (address) office.askedAgain[person].add(address);
    for (const act of does) office.asked[act] += 1;
    return name.source;
  });
}

export const SEND = /^Send (invitation|\d+ invitations)$/;
export const RETRY = /^Retry failed$/;
export const CHECK = /^Check again$/;
export const RESEND = /^(Send the invitation|Try again: the invitation|Send again to)/;
export const SEND_ROLE = /^Send – /;
export const UNDO = /^(Change back|Invite again)$/;
export const TRY_AGAIN = /^Try again$/;

function propose(person: Person, row: number, role: string): Happening {
  return happening(`${person} proposes ${role} for invitation ${row}`, (office) =>
    office.choose(person, 'invitation-list', row, role) ? 'propose' : undefined,
  );
}

const reload = (person: Person) =>
  happening(`${person} loads the page anew`, (office) => {
    office.reload(person);
    return 'reload';
  });

const accept = (row: number) =>
  happening(`somebody accepts invitation ${row}`, ({ fake, accepted }) => {
    const pending = fake.read().invitations.filter(({ status }) => status === 'pending');
    const invitation = pending[row % pending.length];
    if (!invitation) return undefined;
    fake.accept(invitation.invitationId, null);
    accepted.add(invitation.email);
    return 'accept';
  });

type Trouble = Omit<Fault, 'operation' | 'times'>;
const TROUBLE: Trouble[] = [
  ...[400, 401, 403, 404, 408, 409, 422, 500, 503].map((status) => ({ kind: 'status', status }) as Trouble),
  { kind: 'status', status: 429, retryAfter: 2 } as Trouble,
  { kind: 'cut-before' },
  { kind: 'cut-after' },
  { kind: 'malformed', body: 'html' } as Trouble,
  { kind: 'slow', ms: 4000, carriedOut: 'before' } as Trouble,
];
type Target = FakeOperation | '*';
const WRITES: Target[] = ['inviteMember', 'updateMemberRole', 'removeMember', 'revokeInvitation'];
const TARGETS: Target[] = ['*', 'listMembers', 'listInvitations', ...WRITES];

const trouble = (operation: Target, fault: Trouble) =>
  happening(`the next ${operation} meets ${JSON.stringify(fault)}`, (office) => {
    office.meet(operation, fault);
    return 'trouble';
  });

const setTo = (name: 'lagMs' | 'latencyMs', ms: number) =>
  happening(`${name === 'lagMs' ? 'lists lag by' : 'answers take'} ${ms} ms`, ({ fake, ledger }) => {
    fake.configure({ [name]: ms });
    // Lists may now be older than those that have agreed already.
    if (name === 'lagMs') ledger.forget();
    return name;
  });

const network = (online: boolean) =>
  happening(`the browser is ${online ? 'online' : 'offline'}`, () => {
    setOnline(online);
    return 'network';
  });

const time = (ms: number) =>
  happening(`${ms} ms pass`, async (office) => {
    await pass(ms);
    office.complaints.push(...(await fallenBack(office)));
    return 'time';
  });

const comeBack = happening('somebody comes back to the page', () => {
  window.dispatchEvent(new Event('visibilitychange'));
  return 'focus';
});

/** Several things at once in the list of things that happen: what by chance would be rare. */
function inARow(...steps: Happening[]): Happening {
  return {
    check: () => true,
    async run(model, office) {
      for (const step of steps) await step.run(model, office);
    },
    toString: () => steps.join(', then '),
  };
}

const TYPED = [fc.constantFrom(...ADDRESSES), fc.constantFrom('', ', admin')] as const;
const TIMES = fc.constantFrom(100, 1000, 6000, 35_000);

const invites = fc
  .tuple(PEOPLE, fc.array(fc.tuple(...TYPED), { minLength: 1, maxLength: 3 }))
  .map(([person, typed]) => [...typed.map((one) => type(person, ...one)), press(person, SEND, ['invite'])] as const);
const ends = (...whats: Parameters<typeof ask>[1][]) =>
  fc
    .tuple(PEOPLE, fc.constantFrom(...whats), ROWS)
    .map(([person, what, row]) => [ask(person, what, row), answer(person, true)] as const);
const removes = ends('remove a member', 'revoke an invitation');
const roles = fc.tuple(PEOPLE, ROWS, ROLES).map((given) => changeRole(...given));

/** What people write, each from the first gesture to the last, by what the panel remembers of it. */
const WRITTEN = {
  role: roles,
  removed: ends('remove a member').map((steps) => inARow(...steps)),
  revoked: ends('revoke an invitation').map((steps) => inARow(...steps)),
  invited: invites.map((steps) => inARow(...steps)),
};
export type Written = keyof typeof WRITTEN;

const anything = [
  roles,
  invites.map((steps) => inARow(...steps)),
  removes.map((steps) => inARow(...steps)),
  removes.map(([asks]) => asks),
  fc.tuple(PEOPLE, fc.boolean()).map((given) => answer(...given)),
  fc.tuple(PEOPLE, ...TYPED).map((given) => type(...given)),
  PEOPLE.map((person) => press(person, SEND, ['invite'])),
  PEOPLE.map((person) => press(person, RETRY, ['invite'])),
  PEOPLE.map((person) => press(person, CHECK, ['invite'])),
  fc.tuple(PEOPLE, ROWS).map(([person, row]) => press(person, RESEND, ['invite', 'revoke'], row)),
  fc
    .tuple(PEOPLE, ROWS, ROLES)
    .map(([person, row, role]) =>
      inARow(propose(person, row, role), press(person, SEND_ROLE, ['invite', 'revoke'], row)),
    ),
  fc.tuple(PEOPLE, ROWS, ROLES).map((given) => propose(...given)),
  PEOPLE.map((person) => press(person, UNDO, ['invite', 'revoke', 'role'])),
  PEOPLE.map((person) => press(person, TRY_AGAIN)),
  PEOPLE.map(reload),
  ROWS.map(accept),
  // Trouble in the middle of an act, and what people do then.
  fc
    .tuple(fc.constantFrom(...TROUBLE), invites, fc.constantFrom(RETRY, CHECK, SEND), PEOPLE)
    .map(([fault, steps, then, person]) =>
      inARow(trouble('inviteMember', fault), ...steps, time(6000), press(person, then, ['invite'])),
    ),
  fc
    .tuple(fc.constantFrom(...TROUBLE), removes)
    .map(([fault, steps]) => inARow(steps[0], trouble('*', fault), steps[1])),
  fc.tuple(fc.constantFrom(...TARGETS), fc.constantFrom(...TROUBLE)).map((given) => trouble(...given)),
  fc.constantFrom(0, 3000, 12_000).map((ms) => setTo('lagMs', ms)),
  fc.constantFrom(0, 200, 5000).map((ms) => setTo('latencyMs', ms)),
  fc.boolean().map(network),
  TIMES.map(time),
  TIMES.map(time),
  TIMES.map(time),
  fc.constant(comeBack),
];

/**
 * All that can happen. The acts of people come first, and time passes more often than anything goes wrong. Of what is
 * `mostly` written there is as much as of all the rest, and lists that are behind with it: for a fault that is to be found.
 */
export const happenings = (mostly: readonly Written[] = []) =>
  fc.commands(
    [
      ...anything,
      ...mostly.flatMap((written) =>
        Array.from({ length: anything.length / mostly.length / 3 }, () => [
          WRITTEN[written],
          fc.constantFrom(3000, 12_000).map((ms) => setTo('lagMs', ms)),
          TIMES.map(time),
        ]).flat(),
      ),
    ],
    { maxCommands: 20, size: 'max' },
  );

import { pass, setOnline, settle, type Office, type Person } from './office.js';

/** The trouble is over: every open question is answered with no, what failed to load is loaded, and time passes. */
export async function calmDown(office: Office): Promise<void> {
  setOnline(true);
  office.fake.configure({ faults: [], latencyMs: 0, lagMs: 0 });
  await pass(90_000, 5000);
  for (const person of ['Ada', 'Alan'] as const) {
    // A question first, then roles that were chosen and not sent.
    while (office.press(person, /^(Cancel|Close)(?: – |$)/)) await settle();
    office.press(person, /^Try again$/);
  }
  await pass(40_000, 5000);
  window.dispatchEvent(new Event('visibilitychange'));
  await pass(1000);
}

interface Lists {
  /** `name: role`, sorted. */
  members: string[];
  invitations: string[];
}

/** What a person can read off their screen; null for what they are not shown. */
export function readScreen(office: Office, person: Person): { [Key in keyof Lists]: Lists[Key] | null } {
  const roleOf = (row: Element) =>
    row.querySelector('select')?.selectedOptions[0]?.textContent ??
    row.querySelector('[data-column="role"]')?.textContent.replace(/^Role/, '') ??
    '';
  const rowsOf = (list: string, name: string) => {
    const table = office.box(person).querySelector(`.mup-${list}`);
    if (!table) return null;
    return [...table.querySelectorAll(`tbody tr:not([data-half])`)]
      .map(
        (row) =>
          `${row.querySelector(name)?.textContent.replace(/You$|Changed by someone else$/g, '')}: ${roleOf(row)}`,
      )
      .toSorted();
  };
  return {
    members: rowsOf('member-table', '.mup-person-name bdi'),
    invitations: rowsOf('invitation-list', '.mup-invitation-email'),
  };
}

/** What the server holds. */
function readServer({ fake }: Office): Lists {
  const { members, invitations } = fake.read();
  const label = (role: string) => (role === 'org:admin' ? 'Admin' : 'Member');
  return {
    members: members.map(({ name, email, role }) => `${name ?? email}: ${label(role)}`).toSorted(),
    invitations: invitations
      .filter(({ status }) => status === 'pending')
      .map(({ email, role }) => `${email}: ${label(role)}`)
      .toSorted(),
  };
}

/** What this person is to see, by the role the server has for them. */
export function whatIsTrueFor(office: Office, person: Person): ReturnType<typeof readScreen> {
  const lists = readServer(office);
  const self = office.fake.read().members.find(({ name }) => name === person);
  if (!self) return { members: null, invitations: null };
  return self.role === 'org:admin' ? lists : { members: lists.members, invitations: null };
}

/** Requests that may have been carried out. One that was refused was not. */
export function carriedOut({ fake }: Office, operation: string): number {
  return fake.requests.filter(
    (request) => request.operation === operation && (request.status === null || request.status < 400),
  ).length;
}

/** Rows that do not show what the person who looks was told is done, although the server still holds it, in words. */
export async function fallenBack(office: Office): Promise<string[]> {
  const told = office.ledger.read();
  // What was told a moment ago reaches the screen.
  await pass(1);
  const server = readServer(office);
  return told
    .filter((deed) => office.ledger.read().includes(deed))
    .filter(({ person, list, row, isThere }) => {
      const isIn = (rows: readonly string[]) => rows.some((shown) => shown.startsWith(row));
      const shown = readScreen(office, person)[list];
      // While another choice is on its way, that one is shown.
      if (!shown || office.box(person).querySelector('[data-pending]')) return false;
      return isIn(server[list]) === isThere && isIn(shown) !== isThere;
    })
    .map(({ person, row, isThere }) => `${person} sees that "${row}" is ${isThere ? 'gone' : 'back'}`);
}

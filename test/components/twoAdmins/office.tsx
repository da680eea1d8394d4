import { cleanup, fireEvent, render } from '@testing-library/react';
import { vi } from 'vitest';
import type { FakeOperation, Fault } from '../../../src/msw/index.js';
import { UsersPanel } from '../../../src/UsersPanel.js';
import { aMember, anInvitation } from '../../../stories/fixtures.js';
import { makeBackEnd } from '../panel.js';
import { Ledger } from './ledger.js';

export type Person = 'Ada' | 'Alan';

/** Addresses that are typed: two are new, one is invited, one is a member. */
export const ADDRESSES = ['joan@example.com', 'mary@example.com', 'linus@example.org', 'grace@example.com'] as const;

const seed = () => ({
  members: [
    aMember({ userId: 'user_ada', name: 'Ada', email: 'ada@example.com', role: 'org:admin' }),
    aMember({ userId: 'user_alan', name: 'Alan', email: 'alan@example.com', role: 'org:admin' }),
    aMember({ userId: 'user_grace', name: 'Grace', email: 'grace@example.com' }),
    aMember({ userId: 'user_hedy', name: 'Hedy', email: 'hedy@example.com' }),
  ],
  invitations: [
    anInvitation({ invitationId: 'orginv_linus', email: 'linus@example.org' }),
    anInvitation({ invitationId: 'orginv_sophie', email: 'sophie@example.com', role: 'org:admin' }),
  ],
});

const pump = new MessageChannel();
/** Lets whatever is not waiting for time go on: answers are read, React renders. */
export async function settle(rounds = 6): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    await new Promise((resolve) => {
      pump.port1.addEventListener('message', resolve, { once: true });
      pump.port1.start();
      pump.port2.postMessage(null);
    });
  }
}

/** Lets faked time pass. */
export async function pass(ms: number, step = 1000): Promise<void> {
  for (let left = ms; left > 0; left -= step) {
    await vi.advanceTimersByTimeAsync(Math.min(step, left));
    await settle(2);
  }
  await settle();
}

let isOnline = true;
export function setOnline(online: boolean): void {
  isOnline = online;
  window.dispatchEvent(new Event(online ? 'online' : 'offline'));
}

/** How often each thing was asked of the server by a person's hand: no more than that may have been carried out. */
export type Asked = Record<'invite' | 'role' | 'remove' | 'revoke', number>;

/**
 * One app, and two admins who each look at a panel of their own. Every way on is a way a person has: what is on the
 * screen and may be pressed.
 */
export class Office {
  readonly fake;
  readonly asked: Asked = { invite: 0, role: 0, remove: 0, revoke: 0 };
  /** What came up that no one handled, or that the console was told. */
  readonly complaints: string[] = [];
  /** Addresses that were typed, by who typed them. */
  readonly typed: Record<Person, Set<string>> = { Ada: new Set(), Alan: new Set() };
  /** Addresses whose invitation was asked for again, by who asked, and those of people who accepted one. */
  readonly askedAgain: Record<Person, Set<string>> = { Ada: new Set(), Alan: new Set() };
  readonly accepted = new Set<string>();
  /** What was really done, to know that a run is not a string of empty gestures. */
  readonly done: string[] = [];
  /** What each was told is done, to be held to it. */
  readonly ledger = new Ledger();
  readonly #desks: Record<Person, { box: HTMLElement; take: () => void }>;
  readonly #dataProvider;

  constructor() {
    const { fake, dataProvider } = makeBackEnd(seed());
    this.fake = fake;
    this.#dataProvider = dataProvider;
    vi.spyOn(navigator, 'onLine', 'get').mockImplementation(() => isOnline);
    vi.spyOn(console, 'error').mockImplementation((...args) => this.#complain('console.error', args));
    vi.spyOn(console, 'warn').mockImplementation((...args) => {
      // Developers are told of the failures that the model plans.
      if (!/^\[users-panel\] \w+ failed \(/.test(String(args[0]))) this.#complain('console.warn', args);
    });
    window.addEventListener('error', this.#onError);
    window.addEventListener('unhandledrejection', this.#onError);
    this.#desks = { Ada: this.#sitDown('Ada'), Alan: this.#sitDown('Alan') };
  }

  #complain(from: string, args: unknown[]): void {
    const text = args.map(String).join(' ');
    // In development the path of an answer that was not understood is told to the developer.
    if (!text.includes('invalid_response')) this.complaints.push(`${from}: ${text}`);
  }

  readonly #onError = (event: Event): void => {
    event.preventDefault();
    const what: unknown = event instanceof PromiseRejectionEvent ? event.reason : event;
    this.complaints.push(`${event.type}: ${what instanceof ErrorEvent ? what.message : String(what)}`);
  };

  #sitDown(person: Person) {
    const { container, unmount } = render(
      <UsersPanel
        appId="app_demo"
        currentUserId={`user_${person.toLowerCase()}`}
        dataProvider={this.ledger.watch(person, this.#dataProvider, this.fake)}
      />,
    );
    return { box: container, take: unmount };
  }

  /** Loads the page anew. */
  reload(person: Person): void {
    this.#desks[person].take();
    // A page that is loaded anew knows what the list says, however far behind.
    this.ledger.forget((deed) => deed.person === person);
    this.#desks[person].box.remove();
    this.#desks[person] = this.#sitDown(person);
  }

  leave(): void {
    cleanup();
    sessionStorage.clear();
    isOnline = true;
    window.removeEventListener('error', this.#onError);
    window.removeEventListener('unhandledrejection', this.#onError);
    vi.restoreAllMocks();
  }

  box(person: Person): HTMLElement {
    return this.#desks[person].box;
  }

  /** What is on the screen by its selector, and not behind a question that is asked. */
  all<T extends HTMLElement>(person: Person, selector: string): T[] {
    const box = this.box(person);
    const room = box.querySelector('dialog[open]') ?? box;
    return [...room.querySelectorAll<T>(selector)];
  }

  dialog(person: Person): HTMLElement | null {
    return this.box(person).querySelector('dialog[open]');
  }

  /** Buttons that can be pressed, by their name. */
  buttons(person: Person, name: RegExp, list = ''): HTMLElement[] {
    return this.all<HTMLButtonElement>(person, `${list} button`).filter(
      (button) =>
        !button.disabled &&
        button.getAttribute('aria-disabled') !== 'true' &&
        name.test(button.getAttribute('aria-label') ?? button.textContent),
    );
  }

  /** Presses one of these buttons, where there is any. */
  press(person: Person, name: RegExp, which = 0, list = ''): boolean {
    const found = this.buttons(person, name, list);
    const button = found[which % found.length];
    button?.click();
    return button !== undefined;
  }

  /** Chooses a role in one of the selects of a list. */
  choose(
    person: Person,
    list: 'member-table' | 'invitation-list',
    which: number,
    role: string,
  ): HTMLSelectElement | null {
    const selects = this.all<HTMLSelectElement>(person, `.mup-${list} tbody select:not(:disabled)`);
    const select = selects[which % selects.length];
    if (!select || select.value === role) return null;
    fireEvent.change(select, { target: { value: role } });
    return select;
  }

  type(person: Person, text: string): boolean {
    const [input] = this.all<HTMLInputElement>(person, '.mup-email-field input:not([readonly])');
    if (!input) return false;
    fireEvent.change(input, { target: { value: input.value + text } });
    return true;
  }

  /** The next such request meets this. */
  meet(operation: FakeOperation | '*', fault: Omit<Fault, 'operation' | 'times'>): void {
    this.fake.configure({ faults: [{ times: 1, operation, ...fault } as Fault] });
  }
}

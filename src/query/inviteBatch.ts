import { isUncertain, toUsersError, UsersError, type UsersErrorCode } from '../model/errors.js';
import type { Invitation } from '../model/invitation.js';
import type { Role } from '../model/role.js';
import { monotonicNow } from '../model/monotonicNow.js';

/** One address of a batch. */
export interface InviteRequest {
  email: string;
  role: Role;
}

/** How one address ended. `not_sent`: the batch stopped before its turn. */
export type InviteOutcome = InviteRequest &
  (
    | { status: 'sent'; invitation: Invitation }
    | { status: 'failed'; error: UsersError; uncertain: boolean }
    | { status: 'not_sent' }
  );

/** How a batch is followed, and stopped. */
export interface InviteBatchEvents {
  /** Called as the request of an address is sent. */
  onStart?: ((request: InviteRequest) => void) | undefined;
  /** There were too many requests: the address waits, and will be started again. */
  onHold?: ((request: InviteRequest) => void) | undefined;
  /** Called as each address that was begun ends; for one that got no answer, after it was looked for. */
  onOutcome?: ((outcome: InviteOutcome) => void) | undefined;
  /** The server asked for a pause: called with its end on the monotonic clock, and with null when it is over. */
  onPause?: ((until: number | null) => void) | undefined;
  /** Aborted: what is under way ends, and nothing more is sent. */
  signal?: AbortSignal | undefined;
}

export interface InviteBatchOptions extends InviteBatchEvents {
  invite: (request: InviteRequest) => Promise<Invitation>;
  /**
   * Reads whether invitations that got no answer arrived all the same: for each request the invitation, `member` when
   * the person is in already, or null when nothing of it can be seen. Called once, when all others have ended.
   */
  look: (requests: readonly InviteRequest[]) => Promise<(Invitation | 'member' | null)[]>;
  /** Milliseconds. */
  sleep?: (ms: number) => Promise<void>;
}

/** Requests under way at once: all visitors of a Canvas app share its owner's rate limit. */
const AT_ONCE = 3;
/** Times an address is tried while the server says that there are too many requests. */
const MAX_TRIES = 3;
/** Told to wait longer, the person decides. In seconds. */
const MAX_PAUSE = 60;

/** Failures that the next address would meet as well. Whoever waited in vain does not ask once more, either. */
const STOPPING: ReadonlySet<UsersErrorCode> = new Set([
  'unauthenticated',
  'unexpected_page',
  'forbidden',
  'not_enabled',
  'not_found',
  'limit_reached',
  'rate_limited',
  'offline',
]);

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * Invites several addresses, at most three at a time. "Too many requests" pauses the whole batch, and stops it when that
 * does not help; so does whatever each further address would meet: a session that ended, a missing right, a limit that is
 * reached. An invitation that got no answer is looked for, never sent again blindly. Never rejects: each address has its
 * outcome, in the order asked.
 */
export async function runInviteBatch(
  requests: readonly InviteRequest[],
  { invite, look, onStart, onHold, onOutcome, onPause, signal, sleep = wait }: InviteBatchOptions,
): Promise<InviteOutcome[]> {
  const outcomes: InviteOutcome[] = requests.map((request) => ({ ...request, status: 'not_sent' }));
  const lost: number[] = [];
  let next = 0;
  const halt = new AbortController();
  const stop = () => halt.abort();
  if (signal?.aborted) stop();
  signal?.addEventListener('abort', stop, { once: true });
  /** Lets nobody wait for a pause after which nothing is sent. */
  const halted = new Promise<void>((resolve) => {
    halt.signal.addEventListener('abort', () => resolve(), { once: true });
  });
  /** Ends when requests may be sent; a longer one takes its place each time the server asks for more. */
  let pause = Promise.resolve();
  let resumesAt = 0;

  function holdFor(seconds: number): void {
    const until = monotonicNow() + seconds * 1000;
    if (until <= resumesAt) return;
    resumesAt = until;
    onPause?.(until);
    pause = Promise.race([sleep(seconds * 1000), halted]).then(() => {
      if (resumesAt !== until) return pause;
      resumesAt = 0;
      onPause?.(null);
    });
  }

  async function send(request: InviteRequest): Promise<InviteOutcome> {
    for (let tries = 1; ; tries += 1) {
      await pause;
      if (halt.signal.aborted) return { ...request, status: 'not_sent' };
      try {
        onStart?.(request);
        return { ...request, status: 'sent', invitation: await invite(request) };
      } catch (thrown) {
        const error = toUsersError(thrown);
        const seconds = error.retryAfter ?? 2 ** tries;
        if (error.code === 'rate_limited' && tries < MAX_TRIES && seconds <= MAX_PAUSE) {
          onHold?.(request);
          holdFor(seconds);
          continue;
        }
        if (STOPPING.has(error.code)) stop();
        return { ...request, status: 'failed', error, uncertain: isUncertain(error) };
      }
    }
  }

  async function worker(): Promise<void> {
    while (next < requests.length && !halt.signal.aborted) {
      const index = next;
      next += 1;
      const request = requests[index];
      if (!request) return;
      const outcome = await send(request);
      outcomes[index] = outcome;
      if (outcome.status === 'failed' && outcome.uncertain) lost.push(index);
      else onOutcome?.(outcome);
    }
  }

  /** Tells sent from not sent where no answer came. */
  async function settle(): Promise<void> {
    const asked = lost.flatMap((index) => requests[index] ?? []);
    const found = await look(asked).catch(() => []);
    for (const [position, request] of asked.entries()) {
      const index = lost[position] ?? 0;
      const seen = found[position] ?? null;
      if (seen === 'member') {
        const error = new UsersError('already_member', `${request.email} is a member.`);
        outcomes[index] = { ...request, status: 'failed', error, uncertain: false };
      } else if (seen) outcomes[index] = { ...request, status: 'sent', invitation: seen };
      const outcome = outcomes[index];
      if (outcome) onOutcome?.(outcome);
    }
  }

  await Promise.all(Array.from({ length: Math.min(AT_ONCE, requests.length) }, worker));
  signal?.removeEventListener('abort', stop);
  if (lost.length > 0) await settle();
  return outcomes;
}

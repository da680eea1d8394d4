import { readText } from '../../model/readText.js';
import { Refusal } from '../answer.js';
import { withDeadline } from '../withDeadline.js';
import { headerOf, type CanvasContext } from './canvasContext.js';

/** A name of the app's own, and no address within it. */
const ME = '/_auth/me';

/**
 * The account id of the visitor, by the word of the app's own `/_auth/me`, which is asked with their cookie.
 * @throws {Refusal} 401 when there is nobody, 502 or 504 when it cannot be learned
 */
export async function readCanvasCaller(
  ctx: CanvasContext,
  origins: readonly string[],
  timeoutMs: number,
): Promise<string> {
  const cookie = headerOf(ctx, 'cookie');
  // Anything else would make an error that repeats it.
  if (cookie === null || !/^[\x20-\x7e]+$/.test(cookie)) throw signedOut();
  const host = headerOf(ctx, 'host')?.toLowerCase() ?? '';
  // The host only chooses among the app's own addresses: each has its own session.
  const origin = origins.find((own) => own.replace(/^https?:\/\//, '') === host) ?? origins[0] ?? '';
  const { status, text } = await ask(origin + ME, cookie, timeoutMs);
  if (status === 401 || status === 403) throw signedOut();
  const userId = status === 200 ? idOf(text) : null;
  if (userId !== null) return userId;
  const cause = new Error(`${ME} answered with status ${status} and nobody's id. Is the app's auth mode clerk?`);
  throw new Refusal(502, 'Who is calling could not be learned.', { cause });
}

async function ask(url: string, cookie: string, timeoutMs: number): Promise<{ status: number; text: string }> {
  try {
    return await withDeadline(
      timeoutMs,
      async (signal) => {
        const headers = { accept: 'application/json', cookie };
        // A redirect would take the cookie to wherever it points.
        const response = await fetch(url, { headers, redirect: 'manual', ...(signal && { signal }) });
        return { status: response.status, text: await readText(response) };
      },
      tooSlow,
    );
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    throw new Refusal(502, 'Who is calling could not be learned.', { cause });
  }
}

/** The id in a profile. How one is wrapped is not documented. */
function idOf(text: string): string | null {
  try {
    const profile = (JSON.parse(text) ?? {}) as { id?: unknown; user?: { id?: unknown } | null };
    // What stands beside a user may be the session.
    const id = profile.user?.id ?? profile.id;
    return typeof id === 'string' && id !== '' ? id : null;
  } catch {
    return null;
  }
}

function tooSlow(): Refusal {
  return new Refusal(504, 'Who is calling could not be learned in time.');
}

function signedOut(): Refusal {
  return new Refusal(401, 'Sign in first.');
}

import { describe, expect, test } from 'vitest';
import { pieceStateOf, type PieceStateName } from '../../src/components/PieceState.js';
import { UsersError, type UsersErrorCode } from '../../src/model/errors.js';

const failed = (code: UsersErrorCode) => ({
  status: 'failed' as const,
  signedOut: false,
  error: new UsersError(code, ''),
});

describe('what stands in the place of a list follows one table', () => {
  test.each<[string, Parameters<typeof pieceStateOf>[0], PieceStateName]>([
    ['loading', { status: 'loading', signedOut: false, error: null }, null],
    ['there', { status: 'ready', signedOut: false, error: null }, null],
    ['there, but its refetch failed', { ...failed('network'), status: 'ready' }, null],
    ['there, but the session ended', { ...failed('unauthenticated'), status: 'ready' }, null],
    ['nobody is signed in', { status: 'idle', signedOut: true, error: null }, 'signed-out'],
    ['nobody is signed in any more', { status: 'ready', signedOut: true, error: null }, 'signed-out'],
    ['not for this person', { status: 'idle', signedOut: false, error: null }, 'no-access'],
    ['the server asks to sign in', failed('unauthenticated'), 'signed-out'],
    ['the server refuses', failed('forbidden'), 'no-access'],
    ['management is off', failed('not_enabled'), 'not-enabled'],
    ['no such app', failed('not_found'), 'not-found'],
    ['too many requests', failed('rate_limited'), 'failed'],
    ['offline', failed('offline'), 'failed'],
    ['nonsense', failed('invalid_response'), 'failed'],
    ['a page came instead', failed('unexpected_page'), 'sign-in-again'],
    ['the server broke', failed('server_error'), 'failed'],
  ])('%s', (_what, list, state) => {
    expect(pieceStateOf(list)).toBe(state);
  });
});

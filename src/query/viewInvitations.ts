import type { InvitationPage } from '../model/dataProvider.js';
import { emailKey } from '../model/emailKey.js';
import type { Invitation } from '../model/invitation.js';
import { overlayInvitations } from './overlayInvitations.js';
import type { RecentWrite } from './recentWrites.js';
import { isHalf, ownsInvitation, type Resend } from './resends.js';

/** One row of the invitation list. */
export interface InvitationRow {
  /** Stays the same when the invitation is sent again and gets another id. */
  rowId: string;
  invitation: Invitation;
  /** While it is sent again, or when that failed: only then may the invitation be one that is revoked. */
  resend: Resend | null;
}

export interface InvitationView extends InvitationPage {
  /** `invitations` and those of which the old one is revoked and the new one could not be sent, in their places. */
  rows: readonly InvitationRow[];
}

/**
 * An invitation list with what was just written here laid over it: what was sent again, revoked, invited. Where the back
 * end pages, what was invited stands at the head of the first page, and on no other.
 */
export function viewInvitations(
  page: InvitationPage,
  resends: readonly Resend[],
  writes: readonly RecentWrite[],
  paging: 'whole' | 'cursor',
  isFirstPage = true,
): InvitationView {
  const placed = placeResends(page.invitations, resends, paging);
  const ofHere = isFirstPage ? writes : writes.filter(({ kind }) => kind !== 'invited');
  const byId = new Map(placed.map((row) => [row.invitation.invitationId, row]));
  const written = overlayInvitations({ ...page, invitations: placed.map((row) => row.invitation) }, ofHere);
  const rows = written.invitations.map((invitation) => byId.get(invitation.invitationId) ?? rowOf(invitation));
  const live = rows.filter(({ resend }) => !resend || !isHalf(resend));
  const invitations = live.map((row) => row.invitation);
  const total = page.total + invitations.length - page.invitations.length;
  if (live.length === rows.length) return { ...page, invitations, total, rows };
  // Invited meanwhile in another way: nothing is missing any more.
  const addresses = new Set(invitations.map(({ email }) => emailKey(email)));
  const shown = rows.filter((row) => live.includes(row) || !addresses.has(emailKey(row.invitation.email)));
  return { ...page, invitations, total, rows: shown };
}

function rowOf(invitation: Invitation): InvitationRow {
  return { rowId: invitation.invitationId, invitation, resend: null };
}

/** The rows of a list, each that was sent again where it was before. */
function placeResends(
  invitations: readonly Invitation[],
  resends: readonly Resend[],
  paging: 'whole' | 'cursor',
): InvitationRow[] {
  const rows: InvitationRow[] = [];
  const listed = new Map<Resend, { invitation: Invitation | null; at: number }>();
  for (const invitation of invitations) {
    const resend = resends.find((r) => ownsInvitation(r, invitation.invitationId));
    if (!resend) {
      rows.push(rowOf(invitation));
      continue;
    }
    const isGone = resend.gone.includes(invitation.invitationId);
    const before = listed.get(resend) ?? { invitation: null, at: rows.length };
    listed.set(resend, isGone ? before : { ...before, invitation });
  }
  for (const resend of resends) {
    const found = listed.get(resend);
    const invitation = shownOf(resend, found?.invitation ?? null);
    if (!invitation) continue;
    // On a page of a back end that pages, what is not there and has no neighbour there belongs to another page.
    const at = placeOf(resend, rows) ?? found?.at ?? (paging === 'whole' ? 0 : null);
    if (at === null) continue;
    rows.splice(at, 0, { rowId: resend.rowId, invitation, resend: resend.state === 'idle' ? null : resend });
  }
  return rows;
}

/** What the row of a resend shows, given what the list shows of it. Null when the row is no more. */
function shownOf(resend: Resend, listed: Invitation | null): Invitation | null {
  const { invitation, isRevoked, isLaidOver, gone, state } = resend;
  if (isRevoked) return invitation;
  if (!listed) return isLaidOver || state === 'sending' ? invitation : null;
  // One that kept its id is known better here until the list agrees.
  return isLaidOver && gone.length === 0 ? invitation : listed;
}

/** Behind the nearest of the rows that stood before it, else before the nearest that stood behind it. */
function placeOf({ rowId, order }: Resend, rows: readonly InvitationRow[]): number | null {
  const places = new Map(rows.map((row, at) => [row.rowId, at]));
  const own = order.indexOf(rowId);
  for (let index = own - 1; index >= 0; index -= 1) {
    const at = places.get(order[index] ?? '');
    if (at !== undefined) return at + 1;
  }
  for (let index = own + 1; index < order.length; index += 1) {
    const at = places.get(order[index] ?? '');
    if (at !== undefined) return at;
  }
  return null;
}

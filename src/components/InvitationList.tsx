'use client';

import { useAccess } from '../query/useAccess.js';
import { usePrefetchInvitations } from '../query/usePrefetchInvitations.js';
import { useLater } from '../ui/useLater.js';
import { useSlot } from '../ui/useSlot.js';
import { laterParts } from './laterParts.js';
import { MissingPart } from './MissingPart.js';
import { Piece } from './Piece.js';

export interface InvitationListProps {
  /**
   * Rows on a page.
   * @default 10
   */
  pageSize?: number | undefined;
}

/**
 * The invitations that wait for an answer. Each can be sent again, with its role or another, and revoked; its link copied
 * where there is one. Nothing at all for those who may only read.
 */
export function InvitationList(props: InvitationListProps) {
  return (
    <Piece>
      <Gate {...props} />
    </Piece>
  );
}

function Gate({ pageSize = 10 }: InvitationListProps) {
  const slot = useSlot();
  const { access, signedOut } = useAccess();
  usePrefetchInvitations({ limit: pageSize });
  const isShown = signedOut || access === 'manage' || access === 'none';
  const { value: part, retry } = useLater(laterParts.invitationRows, isShown);
  if (!isShown) return null;
  if (part) return <part.InvitationRows pageSize={pageSize} />;
  if (retry) return <MissingPart retry={retry} />;
  return <div {...slot('invitation-list', { loading: true })} aria-hidden="true" aria-busy="true" />;
}

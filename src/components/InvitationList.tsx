'use client';

import { useState } from 'react';
import { pageSizeOf } from '../model/pageSize.js';
import { SharedReads } from '../query/SharedReads.js';
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
      <SharedReads>
        <Gate {...props} />
      </SharedReads>
    </Piece>
  );
}

function Gate({ pageSize: wanted }: InvitationListProps) {
  const slot = useSlot();
  const pageSize = pageSizeOf(wanted);
  const current = useAccess();
  const { access, signedOut } = current;
  usePrefetchInvitations(current, { limit: pageSize });
  const [wasShown, setShown] = useState(false);
  // While the members are asked for again it is not known who looks; a role that was chosen here does not go for it.
  const isShown = signedOut || access === 'manage' || access === 'none' || (access === undefined && wasShown);
  if (isShown !== wasShown) setShown(isShown);
  const { value: part, hasFailed } = useLater(laterParts.inviting, isShown);
  if (!isShown) return null;
  if (part) return <part.inviting.InvitationRows pageSize={pageSize} />;
  if (hasFailed) return <MissingPart />;
  return <div {...slot('invitation-list', { loading: true })} aria-hidden="true" aria-busy="true" />;
}

'use client';

import { useState } from 'react';
import type { Role } from '../model/role.js';
import { SharedReads } from '../query/SharedReads.js';
import { useAccess } from '../query/useAccess.js';
import { useSlot } from '../ui/useSlot.js';
import { laterParts } from './laterParts.js';
import { MissingPart } from './MissingPart.js';
import { Piece } from './Piece.js';
import { useLater } from '../ui/useLater.js';

export interface InviteFormProps {
  /**
   * The role that is chosen at first.
   * @default `org:member` where it may be given, else the first role
   */
  defaultRole?: Role | undefined;
}

/**
 * Invites one address or a pasted list, with one role or with a role after each address. Each address says where it
 * stands before it is sent; what could not be sent stays in the field. Addresses are kept in the session storage of the tab for the
 * person who typed them, until they are sent, the session ends or another person signs in.
 * Nothing at all for those who may only read.
 */
export function InviteForm(props: InviteFormProps) {
  return (
    <Piece>
      <SharedReads>
        <Gate {...props} />
      </SharedReads>
    </Piece>
  );
}

function Gate(props: InviteFormProps) {
  const slot = useSlot();
  const { access, signedOut, currentUserId } = useAccess();
  const [wasShown, setShown] = useState(false);
  const isUnknown = !signedOut && access === undefined;
  const mayInvite = !signedOut && access === 'manage';
  // While a list that failed is asked for again it is not known who looks; nothing that was typed goes for it.
  const isShown = mayInvite || (isUnknown && wasShown);
  if (isShown !== wasShown) setShown(isShown);
  const { value: part, hasFailed } = useLater(laterParts.inviting, isShown);
  if (isShown && part) return <part.inviting.InviteFields key={currentUserId} {...props} />;
  if (isShown && hasFailed) return <MissingPart />;
  // Room is kept for it while it is not known who looks; nobody is shown what they may not use.
  if (isShown || isUnknown) {
    return <div {...slot('invite-form', { loading: true })} aria-hidden="true" aria-busy={isShown} />;
  }
  return null;
}

'use client';

import { useId } from 'react';
import { useMessages } from '../context/useMessages.js';
import { useMembers } from '../query/useMembers.js';
import { InvitationList } from './InvitationList.js';
import { InviteForm } from './InviteForm.js';
import { MemberTable } from './MemberTable.js';
import { NoticeRegion } from './NoticeRegion.js';
import { PieceState, pieceStateOf } from './PieceState.js';

export interface PanelBodyProps {
  pageSize?: number | undefined;
}

/** The pieces as one panel. What concerns the whole panel (signed out, no access, off) is said once, not by each piece. */
export function PanelBody({ pageSize }: PanelBodyProps) {
  const { messages } = useMessages();
  const list = useMembers();
  const titleId = useId();
  const state = pieceStateOf(list);
  return (
    <section className="mup-panel" aria-labelledby={titleId}>
      <h2 className="mup-panel-title" id={titleId}>
        {messages.panel.title}
      </h2>
      {state && state !== 'failed' ? (
        <PieceState state={state} list={list} />
      ) : (
        <>
          <InviteForm />
          <MemberTable pageSize={pageSize} />
          <InvitationList pageSize={pageSize} />
        </>
      )}
      <NoticeRegion />
    </section>
  );
}

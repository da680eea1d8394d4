'use client';

import { useId } from 'react';
import { useMessages } from '../context/useMessages.js';
import { pageSizeOf } from '../model/pageSize.js';
import { SharedReads } from '../query/SharedReads.js';
import { useMemberList } from '../query/useMembers.js';
import { usePrefetchInvitations } from '../query/usePrefetchInvitations.js';
import { useLate } from '../ui/useLate.js';
import { useSlot } from '../ui/useSlot.js';
import { InvitationList } from './InvitationList.js';
import { InviteForm } from './InviteForm.js';
import { MemberTable, type MemberTableProps } from './MemberTable.js';
import { NoticeRegion } from './NoticeRegion.js';
import { Piece } from './Piece.js';
import { useAccessLost } from './useAccessLost.js';
import { PieceState, pieceStateOf } from './PieceState.js';

export type PanelBodyProps = MemberTableProps;

/** The pieces as one panel. What concerns the whole panel (signed out, no access, off) is said once, not by each piece. */
export function PanelBody(props: PanelBodyProps) {
  return (
    <Piece>
      <SharedReads>
        <Body {...props} />
      </SharedReads>
    </Piece>
  );
}

function Body({ pageSize, columns, rowActions }: PanelBodyProps) {
  const slot = useSlot();
  const { messages } = useMessages();
  // The page that the table begins with, so that it is asked for once.
  const page = { limit: pageSizeOf(pageSize) };
  const list = useMemberList(page, false);
  usePrefetchInvitations(list, page);
  const titleId = useId();
  const state = pieceStateOf(list);
  useAccessLost(list);
  if (!useLate(list.status === 'loading')) return <section {...slot('panel')} aria-busy="true" />;
  return (
    <section {...slot('panel')} aria-labelledby={titleId} tabIndex={-1}>
      <h2 {...slot('panel-title')} id={titleId}>
        {messages.panel.title}
      </h2>
      {state && state !== 'failed' ? (
        <PieceState state={state} list={list} />
      ) : (
        <>
          <InviteForm />
          <MemberTable pageSize={pageSize} columns={columns} rowActions={rowActions} />
          <InvitationList pageSize={pageSize} />
        </>
      )}
      <NoticeRegion />
    </section>
  );
}

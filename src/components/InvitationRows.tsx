'use client';

import { useCallback, useId, useRef, useState } from 'react';
import { useAllMessages } from '../context/useAllMessages.js';
import { useUsersContext } from '../context/UsersContext.js';
import type { Invitation } from '../model/invitation.js';
import type { Role } from '../model/role.js';
import { useInvitations } from '../query/useInvitations.js';
import { usePages } from '../query/usePages.js';
import { useResendInvitation } from '../query/useResendInvitation.js';
import { focusIfLost } from '../ui/focusIfLost.js';
import { Message } from '../ui/Message.js';
import { Table } from '../ui/Table.js';
import { InvitationRow } from './InvitationRow.js';
import { ListBanners } from './ListBanners.js';
import { ListPager } from './ListPager.js';
import { PieceState, pieceStateOf } from './PieceState.js';
import { RevokeDialog } from './RevokeDialog.js';
import { useSlot } from '../ui/useSlot.js';
import { laterIcons } from '../ui/laterIcons.js';

/** The list itself: loaded once it is known that whoever looks may see it. */
export function InvitationRows({ pageSize }: { pageSize: number }) {
  const slot = useSlot();
  const { dataProvider, components } = useUsersContext();
  const { messages, say } = useAllMessages();
  const pages = usePages(pageSize, dataProvider.paging);
  const list = useInvitations({ limit: pageSize, ...(pages.cursor !== undefined && { cursor: pages.cursor }) });
  const page = pages.show(list.rows, list);
  const section = useRef<HTMLElement>(null);
  const titleId = useId();
  const [asked, setAsked] = useState<Invitation | null>(null);
  const { resend, dismiss } = useResendInvitation();
  const onResend = useCallback((invitation: Invitation, role?: Role) => void resend(invitation, role), [resend]);
  const onFocusLost = useCallback(() => focusIfLost(section), []);

  const words = messages.invitations;
  const state = pieceStateOf(list);
  const isLoading = list.status === 'loading';
  // Rows of a later page may be on their way.
  const isEmpty = list.status === 'ready' && list.rows.length === 0 && (list.total === 0 || !list.isFetching);
  return (
    <section ref={section} {...slot('invitation-list')} aria-labelledby={titleId} tabIndex={-1}>
      <h3 {...slot('section-title')} id={titleId}>
        {words.title}
        {list.status === 'ready' && <span {...slot('count')}>{say('{count}', { count: list.total })}</span>}
      </h3>
      {state ? (
        <PieceState state={state} list={list} />
      ) : (
        <>
          <ListBanners list={list} shown={list.invitations.length} messages={words} />
          {isEmpty && components.EmptyState && <components.EmptyState list="invitations" />}
          {isEmpty && !components.EmptyState && (
            <Message kind="state" icon={laterIcons.mail} title={words.empty}>
              {words.emptyHint}
            </Message>
          )}
          {!isEmpty && (
            <Table
              label={words.title}
              loadingRows={isLoading ? 2 : null}
              isFetching={list.isFetching && !isLoading}
              columns={[
                { key: 'email', label: words.email },
                { key: 'role', label: words.role },
                { key: 'invited', label: words.invited },
                { key: 'actions', label: words.actions, isLabelHidden: true },
              ]}
            >
              {page.rows.map(({ rowId, invitation, resend: sent }) => (
                <InvitationRow
                  key={rowId}
                  invitation={invitation}
                  resend={sent}
                  onResend={onResend}
                  onRevoke={setAsked}
                  onDismiss={dismiss}
                  onFocusLost={onFocusLost}
                />
              ))}
            </Table>
          )}
          <ListPager
            label={words.pages}
            page={page}
            pageSize={pageSize}
            total={list.total + list.rows.length - list.invitations.length}
          />
        </>
      )}
      {asked && (
        <RevokeDialog
          invitation={asked}
          onClose={() => {
            setAsked(null);
            focusIfLost(section);
          }}
        />
      )}
    </section>
  );
}

'use client';

import { useId, useRef, useState } from 'react';
import { useMessages } from '../context/useMessages.js';
import { useUsersContext } from '../context/UsersContext.js';
import type { Messages } from '../context/language.js';
import type { Invitation } from '../model/invitation.js';
import { plainText } from '../model/plainText.js';
import { useInvitations } from '../query/useInvitations.js';
import { usePages } from '../query/usePages.js';
import { Button } from '../ui/Button.js';
import { focusIfLost } from '../ui/focusIfLost.js';
import { Message } from '../ui/Message.js';
import { Table, TableCell, TableRow } from '../ui/Table.js';
import { ListBanners } from './ListBanners.js';
import { ListPager } from './ListPager.js';
import { Piece } from './Piece.js';
import { PieceState, pieceStateOf } from './PieceState.js';
import { RevokeDialog } from './RevokeDialog.js';
import { useSlot } from '../ui/useSlot.js';

export interface InvitationListProps {
  /**
   * Rows on a page.
   * @default 10
   */
  pageSize?: number | undefined;
}

/** The invitations that wait for an answer, each of which can be revoked. Nothing at all for those who may only read. */
export function InvitationList(props: InvitationListProps) {
  return (
    <Piece>
      <List {...props} />
    </Piece>
  );
}

function List({ pageSize = 10 }: InvitationListProps) {
  const slot = useSlot();
  const { appId, dataProvider, components } = useUsersContext();
  const { messages, say } = useMessages();
  const pages = usePages(pageSize, dataProvider.paging);
  const list = useInvitations({ limit: pageSize, ...(pages.cursor !== undefined && { cursor: pages.cursor }) });
  const page = pages.show(list.invitations, list.nextCursor);
  const section = useRef<HTMLElement>(null);
  const titleId = useId();
  const [asking, setAsking] = useState<{ appId: string; invitation: Invitation } | null>(null);

  if (list.access === 'read') return null;
  const words = messages.invitations;
  const state = pieceStateOf(list);
  const isLoading = list.status === 'loading';
  const isEmpty = list.status === 'ready' && list.invitations.length === 0;
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
            <Message kind="state" icon="mail">
              {words.empty}
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
              {page.rows.map((invitation) => (
                <InvitationRow
                  key={invitation.invitationId}
                  invitation={invitation}
                  onRevoke={() => setAsking({ appId, invitation })}
                />
              ))}
            </Table>
          )}
          <ListPager label={words.pages} page={page} pageSize={pageSize} total={list.total} />
        </>
      )}
      {/* A question about another app is no longer asked. */}
      {asking?.appId === appId && (
        <RevokeDialog
          invitation={asking.invitation}
          onClose={() => {
            setAsking(null);
            focusIfLost(section);
          }}
        />
      )}
    </section>
  );
}

function InvitationRow({ invitation, onRevoke }: { invitation: Invitation; onRevoke: () => void }) {
  const slot = useSlot();
  const { messages, say, day, fromNow, roleLabel } = useMessages();
  const words = messages.invitations;
  const email = plainText(invitation.email);
  const expires = fromNow(invitation.expiresAt ?? null);
  return (
    <TableRow name="invitation-list-row" state={{ status: invitation.status }}>
      <TableCell column="email" isRowHeader>
        <bdi {...slot('invitation-email')}>{email}</bdi>
        {invitation.status !== 'pending' && <span {...slot('badge')}>{statusLabel(words, invitation.status)}</span>}
      </TableCell>
      <TableCell column="role" label={words.role}>
        {roleLabel(invitation.role)}
      </TableCell>
      <TableCell column="invited" label={words.invited}>
        {day(invitation.createdAt) ?? <span {...slot('muted')}>{words.unknownInvited}</span>}
        {expires && <span {...slot('hint')}>{say(words.expires, { when: expires })}</span>}
      </TableCell>
      <TableCell column="actions">
        <Button variant="quiet" icon="remove" label={say(words.revoke, { email })} onClick={onRevoke} />
      </TableCell>
    </TableRow>
  );
}

/** The catalogue's word for a status; an unknown one as it is. */
function statusLabel(words: Messages['invitations'], status: string): string {
  return Object.hasOwn(words.status, status) ? words.status[status as keyof typeof words.status] : plainText(status);
}

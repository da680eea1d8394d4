'use client';

import { useId, useRef, useState } from 'react';
import { useSpeakRef } from '../context/useAnnounce.js';
import { useMessages } from '../context/useMessages.js';
import { useUsersContext } from '../context/UsersContext.js';
import { organizationsEn, type OrganizationMessages } from '../locales/organizations/en.js';
import { toUsersError, type UsersError } from '../model/errors.js';
import type { MembershipRequest } from '../model/membershipRequest.js';
import { pageSizeOf } from '../model/pageSize.js';
import { plainText } from '../model/plainText.js';
import { useMembershipRequests, type MembershipRequestsState } from '../query/useMembershipRequests.js';
import { focusIfLost } from '../ui/focusIfLost.js';
import { Button } from '../ui/Button.js';
import { Table, TableCell, TableRow } from '../ui/Table.js';
import { useSlot } from '../ui/useSlot.js';
import { breakAfterAt } from './breakAfterAt.js';
import { Explanation } from './Explanation.js';
import { Piece } from './Piece.js';
import { PieceState } from './PieceState.js';

export interface MembershipRequestListProps {
  /**
   * Rows at most. The next ones come up as these are answered.
   * @default 20
   */
  pageSize?: number | undefined;
  /**
   * Words of `./locales/organizations/*`.
   * @default English
   */
  messages?: OrganizationMessages | undefined;
}

/**
 * People who ask to be let in, to be accepted or declined. Nothing at all where nobody can ask, where nobody does, and for
 * those who may not answer.
 */
export function MembershipRequestList(props: MembershipRequestListProps) {
  return (
    <Piece>
      <List {...props} />
    </Piece>
  );
}

function List({ pageSize, messages = organizationsEn }: MembershipRequestListProps) {
  const slot = useSlot();
  const { say } = useMessages();
  const words = messages.requests;
  const list = useMembershipRequests(pageSizeOf(pageSize, 20));
  const section = useRef<HTMLElement>(null);
  const titleId = useId();
  // Most of the time nobody asks: no title over nothing, and nothing that comes and goes while it loads.
  if (list.status === 'absent' || list.status === 'loading') return null;
  if (list.status === 'ready' && list.requests.length === 0) return null;
  return (
    <section ref={section} {...slot('invitation-list')} aria-labelledby={titleId} tabIndex={-1}>
      <h3 {...slot('section-title')} id={titleId}>
        {words.title}
        {list.status === 'ready' && <span {...slot('count')}>{say('{count}', { count: list.total })}</span>}
      </h3>
      {list.status === 'failed' ? (
        <PieceState state="failed" list={list} />
      ) : (
        <Table
          label={words.title}
          loadingRows={null}
          isFetching={list.isFetching}
          columns={[
            { key: 'person', label: words.person },
            { key: 'invited', label: words.asked },
            { key: 'actions', label: words.actions, isLabelHidden: true },
          ]}
        >
          {list.requests.map((request) => (
            <Row
              key={request.requestId}
              request={request}
              settle={list.settle}
              words={words}
              onFocusLost={() => focusIfLost(section)}
            />
          ))}
        </Table>
      )}
    </section>
  );
}

interface RowProps {
  request: MembershipRequest;
  settle: MembershipRequestsState['settle'];
  words: OrganizationMessages['requests'];
  onFocusLost: () => void;
}

function Row({ request, settle, words, onFocusLost }: RowProps) {
  const slot = useSlot();
  const { notices } = useUsersContext();
  const { say, day } = useMessages();
  const [sending, setSending] = useState<'accept' | 'reject' | null>(null);
  const [failure, setFailure] = useState<UsersError | null>(null);
  const speak = useSpeakRef('alert');
  const email = plainText(request.email);
  const name = plainText(request.name) || email || plainText(request.requestId) || '?';

  const answer = async (wish: 'accept' | 'reject') => {
    setSending(wish);
    setFailure(null);
    onFocusLost();
    try {
      const outcome = await settle(request, wish);
      const done = wish === 'accept' ? words.accepted : words.rejected;
      notices.tell(outcome === 'done' ? 'success' : 'error', say(outcome === 'done' ? done : words.gone, { name }));
    } catch (thrown) {
      setFailure(toUsersError(thrown));
    }
    setSending(null);
  };
  return (
    <TableRow name="invitation-list-row" state={{ pending: sending !== null, failed: failure !== null }}>
      <TableCell column="person" isRowHeader>
        <div {...slot('person-text')}>
          <span {...slot('person-name')}>
            <bdi>{breakAfterAt(name)}</bdi>
          </span>
          {email && email !== name && (
            <span {...slot('person-email')}>
              <bdi>{breakAfterAt(email)}</bdi>
            </span>
          )}
          {failure && (
            <p {...slot('failure')} ref={speak}>
              <Explanation error={failure} />
            </p>
          )}
        </div>
      </TableCell>
      <TableCell column="invited" label={words.asked}>
        {day(request.createdAt)}
      </TableCell>
      <TableCell column="actions">
        <div {...slot('invitation-actions')}>
          <Button
            label={say(words.accept, { name })}
            busy={sending === 'accept'}
            off={sending !== null}
            onClick={() => void answer('accept')}
          >
            {words.acceptText}
          </Button>
          <Button
            variant="quiet"
            label={say(words.reject, { name })}
            busy={sending === 'reject'}
            off={sending !== null}
            onClick={() => void answer('reject')}
          >
            {words.rejectText}
          </Button>
        </div>
      </TableCell>
    </TableRow>
  );
}

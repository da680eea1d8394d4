'use client';

import { useCallback, useId, useRef, useState } from 'react';
import { useMessages } from '../context/useMessages.js';
import { useUsersContext } from '../context/UsersContext.js';
import type { Member } from '../model/member.js';
import { isSelfDemotion, removalRefusal, roleChangeRefusal, type Roster } from '../model/permissions.js';
import type { Role } from '../model/role.js';
import type { MemberSortKey } from '../query/sortMembers.js';
import type { RoleWrite } from '../query/recentWrites.js';
import { useMemberView, type MemberView } from '../query/useMemberView.js';
import { useUpdateMemberRole } from '../query/useUpdateMemberRole.js';
import { Button } from '../ui/Button.js';
import { focusIfLost } from '../ui/focusIfLost.js';
import { Message } from '../ui/Message.js';
import { Table, type TableColumn } from '../ui/Table.js';
import { DemoteSelfDialog } from './DemoteSelfDialog.js';
import { ListBanners } from './ListBanners.js';
import { ListPager } from './ListPager.js';
import { MemberRow } from './MemberRow.js';
import { MemberToolbar } from './MemberToolbar.js';
import { PieceState, pieceStateOf } from './PieceState.js';
import { RemoveDialog } from './RemoveDialog.js';

export interface MemberTableProps {
  /**
   * Rows on a page.
   * @default 10
   */
  pageSize?: number | undefined;
}

/**
 * The members of the app: searched, filtered, sorted and paged, with the role and removal of each where the person who
 * looks may manage.
 */
export function MemberTable({ pageSize = 10 }: MemberTableProps) {
  const view = useMemberView(pageSize);
  const { messages, say } = useMessages();
  const { appId } = useUsersContext();
  const changeRole = useUpdateMemberRole();
  const table = useRef<HTMLTableElement>(null);
  const titleId = useId();
  const [asking, setAsking] = useState<{ appId: string; act: 'remove' | 'demote'; member: Member; role: Role } | null>(
    null,
  );

  const { currentUserId } = view;
  const onRoleChange = useCallback(
    (member: Member, role: Role) => {
      if (isSelfDemotion(member, role, currentUserId)) setAsking({ appId, act: 'demote', member, role });
      else changeRole(member, role);
    },
    [appId, currentUserId, changeRole],
  );
  const onRemove = useCallback(
    (member: Member) => setAsking({ appId, act: 'remove', member, role: member.role }),
    [appId],
  );
  const onClose = () => {
    setAsking(null);
    focusIfLost(table);
  };

  const words = messages.members;
  const state = pieceStateOf(view);
  const { access } = view;
  const canManage = access === 'manage';
  const roster: Roster = { access: access ?? 'read', currentUserId, adminCount: view.adminCount };
  const roleWrites = latestRoleWrites(view);
  const isLoading = view.status === 'loading';

  return (
    <section className="mup-member-table" aria-labelledby={titleId}>
      <h3 className="mup-section-title" id={titleId}>
        {words.title}
        {view.status === 'ready' && <span className="mup-count">{say('{count}', { count: view.total })}</span>}
      </h3>
      {state ? (
        <PieceState state={state} list={view} />
      ) : (
        <>
          <MemberToolbar view={view} />
          <ListBanners list={view} shown={view.members.length} messages={words} />
          <Table
            label={words.title}
            tableRef={table}
            columns={columnsOf(view, canManage || isLoading, words, say)}
            loadingRows={isLoading ? Math.min(pageSize, 5) : null}
            isFetching={view.isFetching && !isLoading}
          >
            {view.rows.map((member) => {
              const write = roleWrites.get(member.userId);
              return (
                <MemberRow
                  key={member.userId}
                  member={member}
                  isCurrentMember={member.userId === currentUserId}
                  canManage={canManage}
                  roleRefusal={roleChangeRefusal(member, roster)}
                  removalRefusal={removalRefusal(member, roster)}
                  isPending={write?.state === 'pending'}
                  error={(write?.state === 'failed' && write.error) || null}
                  onRoleChange={onRoleChange}
                  onRemove={onRemove}
                />
              );
            })}
          </Table>
          {view.status === 'ready' && view.rows.length === 0 && <NoRows view={view} canManage={canManage} />}
          <p className="mup-hidden" role="status">
            {isLoading ? words.loading : view.isNarrowed && say(words.found, { count: view.matching })}
          </p>
          <ListPager label={words.pages} page={view} pageSize={pageSize} total={view.matching} />
        </>
      )}
      {/* A question about another app is no longer asked. */}
      {asking?.appId === appId && asking.act === 'remove' && <RemoveDialog member={asking.member} onClose={onClose} />}
      {asking?.appId === appId && asking.act === 'demote' && (
        <DemoteSelfDialog onConfirm={() => changeRole(asking.member, asking.role)} onClose={onClose} />
      )}
    </section>
  );
}

function NoRows({ view, canManage }: { view: MemberView; canManage: boolean }) {
  const { messages, say } = useMessages();
  const words = messages.members;
  if (!view.isNarrowed) {
    return (
      <Message kind="state" icon="people" title={words.empty}>
        {canManage && words.emptyHint}
      </Message>
    );
  }
  const query = view.query.trim();
  return (
    <Message
      kind="state"
      icon="search"
      title={query ? say(words.noMatch, { query }) : words.noMatchRole}
      action={<Button onClick={view.clear}>{words.clear}</Button>}
    >
      {words.noMatchHint}
    </Message>
  );
}

function columnsOf(
  { sort, setSort }: MemberView,
  hasActions: boolean,
  words: ReturnType<typeof useMessages>['messages']['members'],
  say: ReturnType<typeof useMessages>['say'],
): TableColumn[] {
  const column = (key: string, by: MemberSortKey, label: string): TableColumn => {
    if (!setSort) return { key, label };
    const isSorted = sort?.by === by;
    const direction = isSorted ? (sort.descending ? 'descending' : 'ascending') : null;
    return {
      key,
      label,
      sort: {
        direction,
        label: say(words.sortBy, { column: label }),
        // Up, down, and back to the order of the back end.
        onSort: () => setSort(isSorted && sort.descending ? null : { by, descending: isSorted }),
      },
    };
  };
  const columns = [
    column('person', 'name', words.person),
    column('role', 'role', words.role),
    column('joined', 'joined', words.joined),
  ];
  if (hasActions) columns.push({ key: 'actions', label: words.actions, isLabelHidden: true });
  return columns;
}

/** What was last asked for each row. */
function latestRoleWrites({ recentWrites }: MemberView): Map<string, RoleWrite> {
  return new Map(recentWrites.filter((write) => write.kind === 'role').map((write) => [write.userId, write]));
}

'use client';

import { useCallback, useId, useRef, useState, type ReactNode } from 'react';
import { useAnnounce } from '../context/useAnnounce.js';
import { useMessages } from '../context/useMessages.js';
import { useUsersContext } from '../context/UsersContext.js';
import type { Member } from '../model/member.js';
import { distinguishNamesakes } from '../model/namesakes.js';
import { pageSizeOf } from '../model/pageSize.js';
import { isSelfDemotion, removalRefusal, roleChangeRefusal, type Roster } from '../model/permissions.js';
import type { Role } from '../model/role.js';
import type { RoleWrite } from '../query/recentWrites.js';
import { SharedReads } from '../query/SharedReads.js';
import { useChangedMembers } from '../query/useChangedMembers.js';
import { useMemberView, type MemberView } from '../query/useMemberView.js';
import { focusIfLost } from '../ui/focusIfLost.js';
import { Table } from '../ui/Table.js';
import { useLater } from '../ui/useLater.js';
import { useNear } from '../ui/useNear.js';
import { laterParts } from './laterParts.js';
import { ListBanners } from './ListBanners.js';
import { ListPager } from './ListPager.js';
import { memberColumns } from './memberColumns.js';
import { MemberRow, type MemberColumn } from './MemberRow.js';
import { MemberToolbar } from './MemberToolbar.js';
import { NoMembers } from './NoMembers.js';
import { Piece } from './Piece.js';
import { PieceState, pieceStateOf } from './PieceState.js';
import { useRoleChange } from './useRoleChange.js';
import { useSearchKey } from '../ui/useSearchKey.js';
import { useSlot } from '../ui/useSlot.js';

export interface MemberTableProps {
  /**
   * Rows on a page.
   * @default 10
   */
  pageSize?: number | undefined;
  /** Columns of the host's, before the actions. Keep it the same array from render to render. */
  columns?: readonly MemberColumn[] | undefined;
  /**
   * Buttons of the host's in the actions of each row, whoever looks. Keep it the same function from render to render: a
   * new one renders every row again.
   */
  rowActions?: ((member: Member) => ReactNode) | undefined;
}

/**
 * The members of the app: searched, filtered, sorted and paged, with the role and removal of each where the person who
 * looks may manage.
 */
export function MemberTable(props: MemberTableProps) {
  return (
    <Piece>
      <SharedReads>
        <Members {...props} />
      </SharedReads>
    </Piece>
  );
}

function Members({ pageSize: wanted, columns, rowActions }: MemberTableProps) {
  const slot = useSlot();
  const pageSize = pageSizeOf(wanted);
  const view = useMemberView(pageSize);
  const language = useMessages();
  const { messages, say } = language;
  const { notices } = useUsersContext();
  const changeRole = useRoleChange();
  const table = useRef<HTMLTableElement>(null);
  const titleId = useId();
  const [asked, setAsked] = useState<{ act: 'remove' | 'demote'; member: Member; role: Role } | null>(null);

  const { currentUserId } = view;
  const canManage = view.access === 'manage';
  const onRoleChange = useCallback(
    (member: Member, role: Role) => {
      if (isSelfDemotion(member, role, currentUserId)) setAsked({ act: 'demote', member, role });
      else changeRole(member, role);
    },
    [currentUserId, changeRole],
  );
  const onRemove = useCallback((member: Member) => setAsked({ act: 'remove', member, role: member.role }), []);
  const onClose = () => {
    setAsked(null);
    focusIfLost(table);
  };

  const onMissing = () => {
    setAsked(null);
    notices.tell('error', messages.states.partMissing);
  };
  const dialogs = useLater(laterParts.memberDialogs, asked !== null, onMissing).value?.memberDialogs;
  const isOnItsWay = asked !== null && !dialogs;
  // Whoever may no longer do it is not asked once the question is there.
  if (isOnItsWay && !canManage) setAsked(null);

  const onClear = () => {
    view.clear();
    // The button goes with what it cleared.
    search.current?.focus();
  };

  const words = messages.members;
  const state = pieceStateOf(view);
  const { access } = view;
  const roster: Roster = { access: access ?? 'read', currentUserId, adminCount: view.adminCount };
  const roleWrites = latestRoleWrites(view);
  const namesakes = distinguishNamesakes(view.rows);
  const isLoading = view.status === 'loading';
  const changed = useChangedMembers(view.members, view.recentWrites);
  const search = useRef<HTMLInputElement>(null);
  const searchKey = useSearchKey(search, '.mup-root');
  useNear(table, canManage && !state ? laterParts.memberDialogs : null);
  useAnnounce(isLoading ? words.loading : '');
  useAnnounce(view.status === 'ready' && view.isNarrowed ? say(words.found, { count: view.matching }) : '');
  useAnnounce(changed.size > 0 ? say(words.changedCount, { count: changed.size }) : '');

  return (
    <section ref={searchKey} {...slot('member-table')} aria-labelledby={titleId} tabIndex={-1}>
      <h3 {...slot('section-title')} id={titleId}>
        {words.title}
        {view.status === 'ready' && <span {...slot('count')}>{say('{count}', { count: view.total })}</span>}
      </h3>
      {state ? (
        <PieceState state={state} list={view} />
      ) : (
        <>
          <MemberToolbar view={view} searchRef={search} />
          <ListBanners list={view} shown={view.members.length} messages={words} />
          <Table
            label={words.title}
            tableRef={table}
            columns={memberColumns(view, language, {
              columns,
              hasActions: canManage || isLoading || rowActions !== undefined,
            })}
            loadingRows={isLoading ? Math.min(pageSize, 5) : null}
            isFetching={view.isFetching && !isLoading}
          >
            {view.rows.map((member) => {
              const write = roleWrites.get(member.userId);
              return (
                <MemberRow
                  key={member.userId}
                  member={member}
                  distinction={namesakes.get(member.userId)}
                  isCurrentMember={member.userId === currentUserId}
                  canManage={canManage}
                  roleRefusal={roleChangeRefusal(member, roster)}
                  removalRefusal={removalRefusal(member, roster)}
                  isPending={write?.state === 'pending'}
                  isAsking={isOnItsWay && asked.act === 'remove' && asked.member.userId === member.userId}
                  isChanged={changed.has(member.userId)}
                  error={(write?.state === 'failed' && write.error) || null}
                  onRoleChange={onRoleChange}
                  onRemove={onRemove}
                  columns={columns}
                  rowActions={rowActions}
                />
              );
            })}
          </Table>
          {view.status === 'ready' && view.rows.length === 0 && (view.matching === 0 || !view.isFetching) && (
            <NoMembers view={view} canManage={canManage} onClear={onClear} />
          )}
          <ListPager label={words.pages} page={view} pageSize={pageSize} total={view.matching} />
        </>
      )}
      {asked?.act === 'remove' && dialogs && (
        <dialogs.RemoveDialog key={asked.member.userId} member={asked.member} onClose={onClose} />
      )}
      {asked?.act === 'demote' && dialogs && (
        <dialogs.DemoteSelfDialog onConfirm={() => changeRole(asked.member, asked.role)} onClose={onClose} />
      )}
    </section>
  );
}

/** What was last asked for each row. */
function latestRoleWrites({ recentWrites }: MemberView): Map<string, RoleWrite> {
  return new Map(recentWrites.filter((write) => write.kind === 'role').map((write) => [write.userId, write]));
}

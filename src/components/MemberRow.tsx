'use client';

import { memo, type ReactNode } from 'react';
import { useMessages } from '../context/useMessages.js';
import { useUsersContext } from '../context/UsersContext.js';
import type { UsersError } from '../model/errors.js';
import { memberDisplayName, type Member } from '../model/member.js';
import type { Refusal } from '../model/permissions.js';
import { plainText } from '../model/plainText.js';
import type { Role } from '../model/role.js';
import { Avatar } from '../ui/Avatar.js';
import { Button } from '../ui/Button.js';
import { TableCell, TableRow } from '../ui/Table.js';
import { breakAfterAt } from './breakAfterAt.js';
import { Explanation } from './Explanation.js';
import { RoleSelect } from './RoleSelect.js';
import { useSlot } from '../ui/useSlot.js';

/** A column of the host's. */
export interface MemberColumn {
  /** Names the column in `data-column`. */
  key: string;
  header: string;
  render: (member: Member) => ReactNode;
}

export interface MemberRowProps {
  member: Member;
  /** Tells the member from another of the same name on the page, in the names of the controls. */
  distinction: string | undefined;
  isCurrentMember: boolean;
  /** Whether the row has controls at all, or plain text. */
  canManage: boolean;
  roleRefusal: Refusal | null;
  removalRefusal: Refusal | null;
  /** A role change is under way. */
  isPending: boolean;
  /** The question whether to remove this member is being loaded. */
  isAsking: boolean;
  /** Somebody else altered the row a moment ago. */
  isChanged: boolean;
  /** Why the last role change failed. */
  error: UsersError | null;
  onRoleChange: (member: Member, role: Role) => void;
  onRemove: (member: Member) => void;
  columns: readonly MemberColumn[] | undefined;
  rowActions: ((member: Member) => ReactNode) | undefined;
}

/** One member. Memoised: a change of one row renders that row alone. */
export const MemberRow = memo(function MemberRow(props: MemberRowProps) {
  const slot = useSlot();
  const { member, isCurrentMember, canManage, roleRefusal, removalRefusal, isPending, error } = props;
  const { columns, rowActions } = props;
  const { components } = useUsersContext();
  const { messages, say, day, roleLabel } = useMessages();
  const words = messages.members;
  const name = memberDisplayName(member);
  const email = plainText(member.email);
  const reason = (refusal: Refusal | null) => (refusal ? messages.refusals[refusal] : undefined);
  const calledAs = props.distinction ? `${name} (${props.distinction})` : name;
  const removeLabel = say(messages.remove.action, { name: calledAs });
  // A server may keep every admin in office against their own will; that is no matter of asking an admin.
  const keptInOffice = isCurrentMember && error?.code === 'forbidden';
  const explanation = keptInOffice ? messages.demoteSelf.refused : error && <Explanation error={error} />;
  return (
    <TableRow
      name="member-table-row"
      state={{
        current: isCurrentMember,
        managed: member.managed ?? false,
        pending: isPending,
        failed: error !== null,
        changed: props.isChanged,
      }}
    >
      <TableCell column="person" isRowHeader>
        <div {...slot('person')}>
          {components.Avatar ? (
            <components.Avatar member={member} name={name} />
          ) : (
            <Avatar src={member.avatarUrl} name={name} />
          )}
          <div {...slot('person-text')}>
            <span {...slot('person-name')}>
              <bdi>{breakAfterAt(name)}</bdi>
              {isCurrentMember && <span {...slot('badge')}>{words.you}</span>}
              {member.managed && <span {...slot('badge')}>{words.managed}</span>}
              {props.isChanged && <span {...slot('badge', { kind: 'changed' })}>{words.changed}</span>}
            </span>
            {email && email !== name && (
              <span {...slot('person-email')}>
                <bdi>{breakAfterAt(email)}</bdi>
              </span>
            )}
          </div>
        </div>
      </TableCell>
      <TableCell column="role">
        {canManage ? (
          <RoleSelect
            quiet
            role={member.role}
            label={say(messages.roleSelect.label, { name: calledAs })}
            disabledReason={reason(roleRefusal)}
            busy={isPending}
            error={error ? explanation : undefined}
            onRoleChange={(role) => props.onRoleChange(member, role)}
          />
        ) : (
          <span {...slot('role-text')}>{roleLabel(member.role)}</span>
        )}
      </TableCell>
      <TableCell column="joined" label={words.joined}>
        {day(member.joinedAt) ?? <span {...slot('muted')}>{words.unknownJoined}</span>}
      </TableCell>
      {columns?.map(({ key, header, render }) => (
        <TableCell key={key} column={key} label={header}>
          {render(member)}
        </TableCell>
      ))}
      {(canManage || rowActions) && (
        <TableCell column="actions">
          {rowActions?.(member)}
          {canManage && removalRefusal !== 'self' && (
            <Button
              variant="quiet"
              icon="remove"
              label={removeLabel}
              busy={props.isAsking}
              off={removalRefusal !== null}
              reason={reason(removalRefusal)}
              onClick={() => props.onRemove(member)}
            />
          )}
        </TableCell>
      )}
    </TableRow>
  );
});

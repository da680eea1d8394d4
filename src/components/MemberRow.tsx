'use client';

import { memo } from 'react';
import { useMessages } from '../context/useMessages.js';
import type { UsersError } from '../model/errors.js';
import { memberDisplayName, type Member } from '../model/member.js';
import type { Refusal } from '../model/permissions.js';
import { plainText } from '../model/plainText.js';
import type { Role } from '../model/role.js';
import { Avatar } from '../ui/Avatar.js';
import { Button } from '../ui/Button.js';
import { TableCell, TableRow } from '../ui/Table.js';
import { RoleSelect } from './RoleSelect.js';

export interface MemberRowProps {
  member: Member;
  isCurrentMember: boolean;
  /** Whether the row has controls at all, or plain text. */
  canManage: boolean;
  roleRefusal: Refusal | null;
  removalRefusal: Refusal | null;
  /** A role change is under way. */
  isPending: boolean;
  /** Why the last role change failed. */
  error: UsersError | null;
  onRoleChange: (member: Member, role: Role) => void;
  onRemove: (member: Member) => void;
}

/** One member. Memoised: a change of one row renders that row alone. */
export const MemberRow = memo(function MemberRow(props: MemberRowProps) {
  const { member, isCurrentMember, canManage, roleRefusal, removalRefusal, isPending, error } = props;
  const { messages, say, day, roleLabel, explain } = useMessages();
  const words = messages.members;
  const name = memberDisplayName(member);
  const email = plainText(member.email);
  const reason = (refusal: Refusal | null) => (refusal ? messages.refusals[refusal] : undefined);
  const removeLabel = say(messages.remove.action, { name });
  return (
    <TableRow
      name="member-table-row"
      state={{ current: isCurrentMember, managed: member.managed ?? false, pending: isPending, failed: error !== null }}
    >
      <TableCell column="person" isRowHeader>
        <div className="mup-person">
          <Avatar src={member.avatarUrl} name={name} />
          <div className="mup-person-text">
            <span className="mup-person-name">
              <bdi>{name}</bdi>
              {isCurrentMember && <span className="mup-badge">{words.you}</span>}
              {member.managed && <span className="mup-badge">{words.managed}</span>}
            </span>
            {email && email !== name && (
              <span className="mup-person-email">
                <bdi>{email}</bdi>
              </span>
            )}
          </div>
        </div>
      </TableCell>
      <TableCell column="role" label={words.role}>
        {canManage ? (
          <RoleSelect
            quiet
            role={member.role}
            label={say(messages.roleSelect.label, { name })}
            disabledReason={reason(roleRefusal)}
            busy={isPending}
            error={error ? explain(error) : undefined}
            onRoleChange={(role) => props.onRoleChange(member, role)}
          />
        ) : (
          <span className="mup-role-text">{roleLabel(member.role)}</span>
        )}
      </TableCell>
      <TableCell column="joined" label={words.joined}>
        {day(member.joinedAt) ?? <span className="mup-muted">{words.unknownJoined}</span>}
      </TableCell>
      {canManage && (
        <TableCell column="actions">
          {removalRefusal === 'self' ? null : (
            <Button
              variant="quiet"
              icon="remove"
              label={removeLabel}
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

import { memo } from 'react';
import { cellsOf, type PlainMember } from './plainMembers.js';

export interface PlainRowProps {
  member: PlainMember;
  onRoleChange: (member: PlainMember, role: string) => void;
}

/** One member: picture, name, address, a native select, the date, a button. */
export const PlainRow = memo(function PlainRow({ member, onRoleChange }: PlainRowProps) {
  const { title, initials, email, joined } = cellsOf(member);
  return (
    <tr className="bench-row">
      <th scope="row">
        <span className="avatar" aria-hidden="true">
          {initials}
        </span>
        <span className="text">
          <b>{title}</b>
          {email && <small>{email}</small>}
        </span>
      </th>
      <td>
        <select
          aria-label={`Role of ${title}`}
          value={member.role}
          onChange={(event) => onRoleChange(member, event.target.value)}
        >
          <option value="org:admin">Admin</option>
          <option value="org:member">Member</option>
        </select>
      </td>
      <td>{joined}</td>
      <td>
        <button type="button" aria-label={`Remove ${title}`}>
          ×
        </button>
      </td>
    </tr>
  );
});

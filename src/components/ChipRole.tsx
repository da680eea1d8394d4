'use client';

import { useState, type FocusEventHandler } from 'react';
import { useAllMessages } from '../context/useAllMessages.js';
import type { Role } from '../model/role.js';
import { useRoles } from '../query/useRoles.js';
import { Select } from '../ui/Select.js';
import { useCaptureKeys } from '../ui/useCaptureKeys.js';

export interface ChipRoleProps {
  /** The text of the unknown role, shown until a role is chosen. */
  unknownRole: string;
  /** The address. */
  name: string;
  onChoose: (role: Role) => void;
  disabled: boolean;
  tabIndex: number;
  onFocus: FocusEventHandler<HTMLElement>;
  'aria-describedby': string;
}

/**
 * The select for an address whose role is unknown. Arrow keys and letters on the closed select only propose a role, because
 * they pass others on the way; Enter applies it.
 */
export function ChipRole({ unknownRole, name, onChoose, ...rest }: ChipRoleProps) {
  const { messages, say, roleLabel } = useAllMessages();
  const [proposed, setProposed] = useState('');
  const options = useRoles().map(({ role, label, unavailable }) => ({
    value: role,
    label: label ?? roleLabel(role),
    disabled: unavailable === true,
  }));
  const keys = useCaptureKeys((event) => {
    if (!proposed || (event.key !== 'Enter' && event.key !== 'Escape')) return false;
    event.preventDefault();
    if (event.key === 'Enter') onChoose(proposed);
    else setProposed('');
    return true;
  });
  return (
    <span ref={keys} role="presentation" onBlur={() => setProposed('')}>
      <Select
        {...rest}
        value={proposed}
        proposed={proposed !== ''}
        options={[{ value: '', label: unknownRole }, ...options]}
        aria-label={say(messages.roleSelect.label, { name })}
        aria-invalid
        onValueChange={(role, isByKey) => {
          if (isByKey || role === '') setProposed(role);
          else onChoose(role);
        }}
      />
    </span>
  );
}

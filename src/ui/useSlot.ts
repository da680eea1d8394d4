'use client';

import { createContext, useContext } from 'react';

/** Every element that can be styled. Its class is `mup-<name>`. */
export type SlotName =
  | 'avatar'
  | 'avatar-image'
  | 'badge'
  | 'button'
  | 'chip'
  | 'chip-body'
  | 'chip-note'
  | 'chip-text'
  | 'chips'
  | 'count'
  | 'dialog'
  | 'dialog-actions'
  | 'dialog-body'
  | 'dialog-failure'
  | 'dialog-title'
  | 'email-field'
  | 'failure'
  | 'field'
  | 'hidden'
  | 'hint'
  | 'icon'
  | 'input'
  | 'invitation-actions'
  | 'invitation-email'
  | 'invitation-link'
  | 'invitation-list'
  | 'invitation-list-row'
  | 'invite-fields'
  | 'invite-form'
  | 'invite-progress'
  | 'invite-progress-bar'
  | 'invite-progress-text'
  | 'invite-tools'
  | 'label'
  | 'member-table'
  | 'member-table-row'
  | 'message'
  | 'message-action'
  | 'message-hint'
  | 'message-text'
  | 'message-title'
  | 'muted'
  | 'notice'
  | 'notice-text'
  | 'notices'
  | 'pager'
  | 'pager-range'
  | 'panel'
  | 'panel-title'
  | 'pending-role'
  | 'person'
  | 'person-email'
  | 'person-name'
  | 'person-text'
  | 'role-select'
  | 'role-text'
  | 'search'
  | 'section-title'
  | 'select'
  | 'select-control'
  | 'skeleton'
  | 'table'
  | 'table-body'
  | 'table-cell'
  | 'table-head'
  | 'table-header'
  | 'table-row'
  | 'table-sort'
  | 'toolbar';

/** A host's classes, beside ours. */
export type ClassNames = Partial<Record<SlotName, string>>;

/** State of a slot: `true` becomes an empty attribute, false and nothing become none, text its value. */
export type SlotState = Record<string, boolean | string | number | null | undefined>;

export interface SlotProps {
  className: string;
  [attribute: `data-${string}`]: string | number;
}

/** Empty where no piece has filled it. */
export const ClassNamesContext = createContext<ClassNames>({});

/** The styling handles of an element: its class, the host's beside it, and a `data-*` attribute for each state that holds. */
export function useSlot(): (name: SlotName, state?: SlotState) => SlotProps {
  const classNames = useContext(ClassNamesContext);
  return (name, state) => {
    const given = classNames[name];
    const props: SlotProps = { className: given ? `mup-${name} ${given}` : `mup-${name}` };
    if (!state) return props;
    for (const [key, value] of Object.entries(state)) {
      if (value === true) props[`data-${key}`] = '';
      else if (value !== false && value !== null && value !== undefined) props[`data-${key}`] = value;
    }
    return props;
  };
}

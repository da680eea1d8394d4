'use client';

import { useMemo, type RefObject } from 'react';
import { useMessages } from '../context/useMessages.js';
import type { Member } from '../model/member.js';
import { loadSearch } from '../query/useMemberFilter.js';
import type { MemberView } from '../query/useMemberView.js';
import { useRoles } from '../query/useRoles.js';
import { Button } from '../ui/Button.js';
import { Icon } from '../ui/Icon.js';
import { Select } from '../ui/Select.js';
import { useCaptureKeys } from '../ui/useCaptureKeys.js';
import { useSlot } from '../ui/useSlot.js';

export interface MemberToolbarProps {
  view: Pick<MemberView, 'query' | 'setQuery' | 'role' | 'setRole' | 'members'>;
  searchRef: RefObject<HTMLInputElement | null>;
}

/** Search and role filter. Neither resets the other. */
export function MemberToolbar({ view, searchRef }: MemberToolbarProps) {
  const slot = useSlot();
  const { messages, roleLabel } = useMessages();
  const words = messages.members;
  const roles = useFilterRoles(view.members);
  // The first Escape clears the search; the second one is the host's. Enter is never for a form of the host's.
  const keys = useCaptureKeys((event) => {
    if (event.key === 'Enter') return true;
    if (event.key !== 'Escape' || view.query === '') return false;
    event.preventDefault();
    view.setQuery('');
    searchRef.current?.focus();
    return true;
  });
  return (
    <div {...slot('toolbar')} role="search" aria-label={words.search}>
      <div {...slot('search')} ref={keys}>
        <Icon name="search" />
        <input
          {...slot('input')}
          ref={searchRef}
          type="search"
          form=""
          aria-keyshortcuts="/"
          value={view.query}
          placeholder={words.searchPlaceholder}
          aria-label={words.search}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          onFocus={() => void loadSearch(view.members)}
          onChange={(event) => view.setQuery(event.target.value)}
        />
        {view.query && (
          <Button
            variant="quiet"
            icon="close"
            label={words.clearSearch}
            onClick={() => {
              view.setQuery('');
              // The button goes with the text it cleared.
              searchRef.current?.focus();
            }}
          />
        )}
      </div>
      <Select
        aria-label={words.filterRole}
        value={view.role ?? ''}
        options={[
          { value: '', label: words.allRoles },
          ...roles.map((role) => ({ value: role, label: roleLabel(role) })),
        ]}
        onValueChange={(role) => view.setRole(role || null)}
      />
    </div>
  );
}

/** The roles one may filter by: those that may be given, and unknown ones that somebody has. */
function useFilterRoles(members: readonly Member[]): string[] {
  const roles = useRoles();
  return useMemo(() => [...new Set([...roles, ...members].map(({ role }) => role))], [roles, members]);
}

'use client';

import { useMessages } from '../context/useMessages.js';
import { useUsersContext } from '../context/UsersContext.js';
import type { MemberView } from '../query/useMemberView.js';
import { Button } from '../ui/Button.js';
import { Message } from '../ui/Message.js';

export interface NoMembersProps {
  view: MemberView;
  canManage: boolean;
  onClear: () => void;
}

/** In place of rows: nobody is here, or nobody matches; and what leads on. */
export function NoMembers({ view, canManage, onClear }: NoMembersProps) {
  const { messages, say } = useMessages();
  const { components } = useUsersContext();
  const words = messages.members;
  if (!view.isNarrowed) {
    if (components.EmptyState) return <components.EmptyState list="members" />;
    return (
      <Message kind="state" icon="person" title={words.empty}>
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
      action={<Button onClick={onClear}>{words.clear}</Button>}
    >
      {words.noMatchHint}
    </Message>
  );
}

'use client';

import { useId, useRef, useState } from 'react';
import { useMessages } from '../context/useMessages.js';
import { organizationsEn, type OrganizationMessages } from '../locales/organizations/en.js';
import type { Organization } from '../model/organization.js';
import { pageSizeOf } from '../model/pageSize.js';
import { plainText } from '../model/plainText.js';
import { useOrganizations } from '../query/useOrganizations.js';
import { useSaveOrganization } from '../query/useSaveOrganization.js';
import { Button } from '../ui/Button.js';
import { Message } from '../ui/Message.js';
import { Table, TableCell, TableRow } from '../ui/Table.js';
import { useSlot } from '../ui/useSlot.js';
import { OrganizationForm } from './OrganizationForm.js';
import { Piece } from './Piece.js';
import { PieceState } from './PieceState.js';

export interface OrganizationListProps {
  /** The organization whose users are shown: it is marked, and offers no switch. */
  selectedId?: string | undefined;
  /** One was chosen; left out, none can be. */
  onSelect?: ((organization: Organization) => void) | undefined;
  /**
   * Rows at first, and more of them at each wish.
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
 * The organizations of the person who is looking, to choose from and to rename. Nothing at all where the data provider
 * knows of none.
 */
export function OrganizationList(props: OrganizationListProps) {
  return (
    <Piece>
      <List {...props} />
    </Piece>
  );
}

function List({ selectedId, onSelect, pageSize, messages: given }: OrganizationListProps) {
  const slot = useSlot();
  const { say } = useMessages();
  const messages = given ?? organizationsEn;
  const words = messages.organizations;
  const list = useOrganizations(pageSizeOf(pageSize, 20));
  const titleId = useId();
  if (list.status === 'absent') return null;
  const { status, organizations } = list;
  return (
    <section {...slot('invitation-list')} aria-labelledby={titleId} tabIndex={-1}>
      <h3 {...slot('section-title')} id={titleId}>
        {words.title}
        {status === 'ready' && <span {...slot('count')}>{say('{count}', { count: list.total })}</span>}
      </h3>
      {(status === 'failed' || status === 'signed_out') && (
        <PieceState
          state={status === 'failed' && list.error?.code !== 'unauthenticated' ? 'failed' : 'signed-out'}
          list={list}
        />
      )}
      {status === 'ready' && organizations.length === 0 && (
        <Message kind="state" icon="person" title={words.empty}>
          {words.emptyHint}
        </Message>
      )}
      {(status === 'loading' || organizations.length > 0) && (
        <Table
          label={words.title}
          loadingRows={status === 'loading' ? 2 : null}
          isFetching={list.isFetching && status !== 'loading'}
          columns={[
            { key: 'name', label: words.name },
            { key: 'role', label: words.role },
            { key: 'members', label: words.members },
            { key: 'actions', label: words.actions, isLabelHidden: true },
          ]}
        >
          {organizations.map((organization) => (
            <Row
              key={organization.organizationId}
              organization={organization}
              isSelected={organization.organizationId === selectedId}
              onSelect={onSelect}
              messages={messages}
            />
          ))}
        </Table>
      )}
      {list.showMore && (
        <div {...slot('toolbar')}>
          <Button busy={list.isFetching} onClick={list.showMore}>
            {words.showMore}
          </Button>
        </div>
      )}
    </section>
  );
}

interface RowProps {
  organization: Organization;
  isSelected: boolean;
  onSelect: OrganizationListProps['onSelect'];
  messages: OrganizationMessages;
}

function Row({ organization, isSelected, onSelect, messages }: RowProps) {
  const slot = useSlot();
  const { say, roleLabel } = useMessages();
  const words = messages.organizations;
  const [isRenaming, setRenaming] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const canSave = useSaveOrganization(organization) !== undefined;
  const name = plainText(organization.name);
  const close = () => {
    setRenaming(false);
    opener.current?.focus();
  };
  return (
    <TableRow name="invitation-list-row">
      <TableCell column="name" isRowHeader>
        <span {...slot('person-name')}>
          <bdi>{name}</bdi>
          {isSelected && <span {...slot('badge')}>{words.current}</span>}
        </span>
        {isRenaming && (
          <OrganizationForm organization={organization} messages={messages} onSave={close} onCancel={close} />
        )}
      </TableCell>
      <TableCell column="role" label={words.role}>
        {organization.role !== null && roleLabel(organization.role)}
      </TableCell>
      <TableCell column="members" label={words.members}>
        {organization.memberCount !== null && say('{count}', { count: organization.memberCount })}
      </TableCell>
      <TableCell column="actions">
        <div {...slot('invitation-actions')}>
          {onSelect && !isSelected && (
            <Button label={say(words.switchTo, { name })} onClick={() => onSelect(organization)}>
              {words.switch}
            </Button>
          )}
          {canSave && organization.canRename && (
            <Button
              variant="quiet"
              buttonRef={opener}
              aria-expanded={isRenaming}
              label={say(words.rename, { name })}
              onClick={() => setRenaming(!isRenaming)}
            >
              {words.renameText}
            </Button>
          )}
        </div>
      </TableCell>
    </TableRow>
  );
}

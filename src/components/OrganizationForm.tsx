'use client';

import { useEffect, useId, useRef, useState } from 'react';
import { useSpeakRef } from '../context/useAnnounce.js';
import { useMessages } from '../context/useMessages.js';
import { useUsersContext } from '../context/UsersContext.js';
import { organizationsEn, type OrganizationMessages } from '../locales/organizations/en.js';
import { toUsersError, type UsersError } from '../model/errors.js';
import type { Organization } from '../model/organization.js';
import { plainText } from '../model/plainText.js';
import { useSaveOrganization } from '../query/useSaveOrganization.js';
import { Button } from '../ui/Button.js';
import { useCaptureKeys } from '../ui/useCaptureKeys.js';
import { useSlot } from '../ui/useSlot.js';
import { Explanation } from './Explanation.js';
import { Piece } from './Piece.js';

export interface OrganizationFormProps {
  /** The organization to rename; left out, a new one is created. */
  organization?: Organization | undefined;
  /** It was saved, and the server agreed. */
  onSave?: ((organization: Organization) => void) | undefined;
  /** Offers a way out. */
  onCancel?: (() => void) | undefined;
  /**
   * Words of `./locales/organizations/*`.
   * @default English
   */
  messages?: OrganizationMessages | undefined;
}

/** One field, for the name of an organization. Nothing at all where the data provider cannot save one. */
export function OrganizationForm(props: OrganizationFormProps) {
  return (
    <Piece>
      <Form {...props} />
    </Piece>
  );
}

function Form({ organization, onSave, onCancel, messages: given }: OrganizationFormProps) {
  const slot = useSlot();
  const { notices } = useUsersContext();
  const { messages, say } = useMessages();
  const words = (given ?? organizationsEn).organizations;
  const save = useSaveOrganization(organization);
  const [name, setName] = useState(organization?.name ?? '');
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<UsersError | 'missing' | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const speak = useSpeakRef('alert');
  const id = useId();
  const isOpened = organization !== undefined;
  // It was opened by a button: whoever pressed it wants to type.
  useEffect(() => {
    if (isOpened) input.current?.select();
  }, [isOpened]);
  const submit = async () => {
    if (!save || isBusy) return;
    if (!name.trim()) {
      setFailure('missing');
      input.current?.focus();
      return;
    }
    setBusy(true);
    setFailure(null);
    try {
      const saved = await save(name.trim());
      notices.tell('success', say(organization ? words.renamed : words.created, { name: plainText(saved.name) }));
      if (!organization) setName('');
      onSave?.(saved);
    } catch (thrown) {
      setFailure(toUsersError(thrown));
      input.current?.focus();
    }
    setBusy(false);
  };
  const keys = useCaptureKeys((event) => {
    if (event.key !== 'Enter') return false;
    void submit();
    return true;
  });
  if (!save) return null;

  const label = organization ? say(words.newName, { name: plainText(organization.name) }) : words.name;
  const [send, sending] = organization ? [words.save, words.saving] : [words.create, words.creating];
  return (
    // No <form>: within one of the host's it would be lost.
    <div
      {...slot('invite-form')}
      role="form"
      aria-labelledby={organization ? undefined : `${id}-title`}
      aria-label={organization ? label : undefined}
    >
      {!organization && (
        <h3 {...slot('section-title')} id={`${id}-title`}>
          {words.createTitle}
        </h3>
      )}
      <div {...slot('field')}>
        <label {...slot('label')} htmlFor={`${id}-name`}>
          {label}
        </label>
        <div {...slot('email-field')} ref={keys}>
          <input
            ref={input}
            {...slot('input')}
            id={`${id}-name`}
            form=""
            enterKeyHint="done"
            value={name}
            dir="auto"
            autoComplete="organization"
            aria-invalid={failure ? true : undefined}
            aria-describedby={failure ? `${id}-failure` : undefined}
            onChange={(event) => setName(event.target.value)}
          />
        </div>
        {failure && (
          <p {...slot('failure')} ref={speak} id={`${id}-failure`}>
            {failure === 'missing' ? words.nameMissing : <Explanation error={failure} />}
          </p>
        )}
      </div>
      <div {...slot('toolbar')}>
        <Button variant="primary" busy={isBusy} onClick={() => void submit()}>
          {isBusy ? sending : send}
        </Button>
        {onCancel && (
          <Button off={isBusy} onClick={onCancel}>
            {messages.panel.cancel}
          </Button>
        )}
      </div>
    </div>
  );
}

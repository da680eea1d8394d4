'use client';

import { useId, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { Button } from './Button.js';
import { useSlot } from './useSlot.js';

export interface ConfirmDialogProps {
  title: string;
  /** What will happen, to whom. */
  children: ReactNode;
  confirmLabel: string;
  busyLabel: string;
  cancelLabel: string;
  /** The dialog stays open and busy until it ends; when it rejects, the dialog shows `explain` of the reason. */
  onConfirm: () => Promise<void> | void;
  explain: (reason: unknown) => ReactNode;
  /** Why there is nothing to confirm any more: said, and Close is all that is left. */
  blocked?: ReactNode;
  closeLabel: string;
  /** Cancelled, or confirmed and done. */
  onClose: () => void;
}

/**
 * Asks before what cannot be taken back: the platform's modal dialog, Cancel focused first. Escape cancels; a click
 * beside it does not answer. Focus goes back to what opened it.
 */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const slot = useSlot();
  const { title, children, confirmLabel, busyLabel, cancelLabel, closeLabel, onConfirm, explain, onClose } = props;

  const dialog = useRef<HTMLDialogElement>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ReactNode>(null);
  // What is under way is no longer a question.
  const isBlocked = Boolean(props.blocked) && !busy;
  const titleId = useId();
  const bodyId = useId();

  useLayoutEffect(() => {
    const element = dialog.current;
    // A host that takes its page away while we come in has nothing to show it in.
    if (!element?.isConnected) return undefined;
    // Test environments without a layout know <dialog> but not showModal.
    if (typeof element.showModal === 'function') element.showModal();
    else element.setAttribute('open', '');
    return () => {
      // Closed before React takes it out of the page: that is what makes the browser give the focus back.
      if (typeof element.close === 'function') element.close();
    };
  }, []);

  const confirm = async () => {
    setBusy(true);
    setFailure(null);
    try {
      await onConfirm();
      onClose();
    } catch (reason) {
      setFailure(explain(reason));
      setBusy(false);
    }
  };

  return (
    <dialog
      ref={dialog}
      {...slot('dialog')}
      role="alertdialog"
      aria-labelledby={titleId}
      aria-describedby={bodyId}
      onKeyDown={(event) => {
        // Ours alone: a host's own dialog around the panel stays open.
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        // Browsers let the second Escape through whatever `cancel` says.
        if (busy) event.preventDefault();
      }}
      onCancel={(event) => {
        event.preventDefault();
        if (!busy) onClose();
      }}
      onClose={(event) => {
        // Closed by the browser, past us: an act under way has to end in sight.
        const element = event.currentTarget;
        if (element.open) return;
        if (busy) element.showModal();
        else onClose();
      }}
    >
      <h2 {...slot('dialog-title')} id={titleId}>
        {title}
      </h2>
      <div {...slot('dialog-body')} id={bodyId}>
        {children}
      </div>
      <p {...slot('dialog-failure')} role="alert">
        {isBlocked ? props.blocked : failure}
      </p>
      <div {...slot('dialog-actions')}>
        {/* First in the order, so that the browser focuses it when the dialog opens. */}
        <Button off={busy} onClick={() => onClose()}>
          {isBlocked ? closeLabel : cancelLabel}
        </Button>
        {!isBlocked && (
          <Button variant="danger" busy={busy} onClick={() => void confirm()}>
            {busy ? busyLabel : confirmLabel}
          </Button>
        )}
      </div>
    </dialog>
  );
}

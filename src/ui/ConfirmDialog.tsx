'use client';

import { useCallback, useId, useLayoutEffect, useRef, useState, type ReactNode, type SyntheticEvent } from 'react';
import { Button } from './Button.js';
import { showModal } from './showModal.js';
import { useCaptureKeys } from './useCaptureKeys.js';
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
 * Asks before what cannot be undone: the platform's modal dialog, Cancel focused first. Escape cancels; a click beside it
 * does not. Focus returns to what opened it.
 */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const slot = useSlot();
  const { title, children, confirmLabel, busyLabel, cancelLabel, closeLabel, onConfirm, explain, onClose } = props;

  const dialog = useRef<HTMLDialogElement>(null);
  const opener = useRef<Element>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ReactNode>(null);
  // What is under way is no longer a question.
  const isBlocked = Boolean(props.blocked) && !busy;
  const titleId = useId();
  const bodyId = useId();

  const keys = useCaptureKeys((event) => {
    // Browsers let the second Escape through whatever `cancel` says.
    if (event.key === 'Escape' && busy) event.preventDefault();
    return true;
  });
  const ref = useCallback(
    (element: HTMLDialogElement | null) => {
      dialog.current = element;
      keys(element);
    },
    [keys],
  );
  // Also runs when React hides a part of the page (`<Activity>`, `<Suspense>`) and shows it again.
  useLayoutEffect(() => {
    const element = dialog.current;
    // A host that takes its page away while we come in has nothing to show it in.
    return element?.isConnected ? showModal(element, opener) : undefined;
  }, []);

  const confirm = async () => {
    setBusy(true);
    setFailure(null);
    try {
      await onConfirm();
    } catch (reason) {
      setFailure(explain(reason));
      return;
    } finally {
      setBusy(false);
    }
    // Often it goes next, with its row, and a focus trap of the host would send the focus to its own first control.
    opener.current = null;
    onClose();
  };

  return (
    <dialog
      ref={ref}
      {...slot('dialog')}
      role="alertdialog"
      aria-labelledby={titleId}
      aria-describedby={bodyId}
      // A click on its text leaves the focus inside.
      tabIndex={-1}
      onToggle={stop}
      onCancel={(event) => {
        stop(event);
        event.preventDefault();
        if (!busy) onClose();
      }}
      onClose={(event) => {
        stop(event);
        const element = dialog.current;
        // Closed by us: it is open again, or hidden together with its place in the page.
        if (!element || element.open) return;
        // Closed by the browser, past us: an act under way has to end in sight.
        element.showModal();
        if (!busy) onClose();
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

/** React hands these events to the handlers of a host's dialog around the panel, too; the browser does not. */
function stop(event: SyntheticEvent) {
  event.stopPropagation();
}

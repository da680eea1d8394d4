import { Dialog as HeadlessDialog, DialogPanel } from '@headlessui/react';
import { MantineProvider, Modal } from '@mantine/core';
import MuiDialog from '@mui/material/Dialog';
import * as Radix from '@radix-ui/react-dialog';
import { FocusTrap } from 'focus-trap-react';
import { useEffect, useRef, type ReactNode } from 'react';

export interface HostDialogProps {
  /** The dialog was asked to close: by Escape, or by a click outside. */
  onClose: () => void;
  children: ReactNode;
}

/** Dialogs that an app may have around the panel, each open, with a button of its own before and after the content. */
export const hostDialogs: Readonly<Record<string, (props: HostDialogProps) => ReactNode>> = {
  Radix: ({ onClose, children }) => (
    <Radix.Root open onOpenChange={onClose}>
      <Radix.Portal>
        <Radix.Overlay />
        <Radix.Content aria-describedby={undefined}>
          <Radix.Title>Team</Radix.Title>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  ),
  Mantine: ({ onClose, children }) => (
    <MantineProvider>
      <Modal opened onClose={onClose} title="Team" transitionProps={{ duration: 0 }}>
        {children}
      </Modal>
    </MantineProvider>
  ),
  MUI: ({ onClose, children }) => (
    <MuiDialog open onClose={onClose} transitionDuration={0} fullWidth aria-label="Team">
      {children}
    </MuiDialog>
  ),
  'Headless UI': ({ onClose, children }) => (
    <HeadlessDialog open onClose={onClose} aria-label="Team">
      <DialogPanel>{children}</DialogPanel>
    </HeadlessDialog>
  ),
  'focus-trap-react': ({ onClose, children }) => (
    <FocusTrap focusTrapOptions={{ onDeactivate: onClose }}>
      <div role="dialog" aria-label="Team">
        {children}
      </div>
    </FocusTrap>
  ),
  'a native dialog': function NativeDialog({ onClose, children }) {
    const dialog = useRef<HTMLDialogElement>(null);
    useEffect(() => {
      const element = dialog.current;
      element?.showModal();
      return () => element?.close();
    }, []);
    return (
      <dialog ref={dialog} aria-label="Team" onCancel={onClose} onClose={onClose}>
        {children}
      </dialog>
    );
  },
};

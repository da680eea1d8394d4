import { render, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { allowConsole } from '../consoleWatch.js';
import { ConfirmDialog } from '../../src/ui/ConfirmDialog.js';

function openDialog(onConfirm: () => Promise<void> | void = () => undefined, container?: HTMLElement) {
  const onClose = vi.fn<() => void>();
  const view = render(
    <div className="mup-root">
      <button type="button">Outside</button>
      <ConfirmDialog
        title="Really?"
        confirmLabel="Do it"
        busyLabel="Doing it…"
        cancelLabel="Cancel"
        closeLabel="Close"
        onConfirm={onConfirm}
        explain={(reason) => `It failed: ${String(reason)}`}
        onClose={onClose}
      >
        <p>What follows.</p>
      </ConfirmDialog>
    </div>,
    container && { container },
  );
  return {
    onClose,
    dialog: within(view.container).getByRole<HTMLDialogElement>('alertdialog', { hidden: true }),
    ...view,
  };
}

const never = () => new Promise<void>(() => undefined);
const confirm = () => userEvent.click(screen.getByRole('button', { name: 'Do it' }));

describe('a question', () => {
  test('is modal, says what follows, and has the focus on the way out', () => {
    const { dialog } = openDialog();
    expect(dialog.matches(':modal')).toBe(true);
    expect(dialog).toHaveAccessibleName('Really?');
    expect(dialog).toHaveAccessibleDescription('What follows.');
    expect(screen.getByRole('button', { name: 'Cancel' })).toHaveFocus();
  });

  test('breaks nothing on a page that is taken away as it comes', () => {
    const { dialog, unmount } = openDialog(undefined, document.createElement('div'));
    expect(dialog.open).toBe(false);
    unmount();
  });

  test('is cancelled by Escape, once', async () => {
    const onConfirm = vi.fn<() => void>();
    const { onClose } = openDialog(onConfirm);
    await userEvent.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalledOnce();
    expect(onConfirm).not.toHaveBeenCalled();
  });

  test('is cancelled by Enter, which meets Cancel first', async () => {
    const onConfirm = vi.fn<() => void>();
    const { onClose } = openDialog(onConfirm);
    await userEvent.keyboard('{Enter}');
    expect(onClose).toHaveBeenCalledOnce();
    expect(onConfirm).not.toHaveBeenCalled();
  });

  test('keeps the focus inside', async () => {
    const { dialog } = openDialog();
    for (let presses = 0; presses < 5; presses += 1) {
      await userEvent.tab();
      const { activeElement } = document;
      expect(activeElement === document.body || dialog.contains(activeElement)).toBe(true);
    }
  });

  test('is not answered by a click beside it', async () => {
    const onConfirm = vi.fn<() => void>();
    const { dialog, onClose } = openDialog(onConfirm);
    await userEvent.click(document.documentElement, { position: { x: 4, y: 4 } });
    expect(dialog.open).toBe(true);
    expect(onClose).not.toHaveBeenCalled();
    expect(onConfirm).not.toHaveBeenCalled();
  });

  test('is closed when it was answered and done', async () => {
    const onConfirm = vi.fn<() => Promise<void>>(() => Promise.resolve());
    const { onClose } = openDialog(onConfirm);
    await confirm();
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
    expect(onConfirm).toHaveBeenCalledOnce();
  });
});

describe('while it is being done', () => {
  test('nothing closes it: neither Cancel nor Escape, however often', async () => {
    const { dialog, onClose } = openDialog(never);
    await confirm();
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }), { force: true });
    for (let presses = 0; presses < 4; presses += 1) await userEvent.keyboard('{Escape}');
    expect(dialog.open).toBe(true);
    expect(dialog.matches(':modal')).toBe(true);
    expect(onClose).not.toHaveBeenCalled();
  });

  test('a second click does not do it again', async () => {
    const onConfirm = vi.fn<() => Promise<void>>(never);
    openDialog(onConfirm);
    await confirm();
    await userEvent.click(screen.getByRole('button', { name: 'Doing it…' }), { force: true });
    expect(onConfirm).toHaveBeenCalledOnce();
  });

  test('the focus stays where it was', async () => {
    openDialog(never);
    await confirm();
    expect(screen.getByRole('button', { name: 'Doing it…' })).toHaveFocus();
  });
});

test('a failure is told in place, and Escape works again', async () => {
  const { onClose } = openDialog(() => Promise.reject(new Error('no luck')));
  await confirm();
  expect(await screen.findByRole('alert')).toHaveTextContent('It failed: Error: no luck');
  expect(onClose).not.toHaveBeenCalled();
  await userEvent.keyboard('{Escape}');
  expect(onClose).toHaveBeenCalledOnce();
});

test('is no longer busy when the host leaves it open after it was done', async () => {
  const { onClose } = openDialog(() => Promise.resolve());
  await confirm();
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  await waitFor(() => expect(screen.getByRole('button', { name: 'Do it' })).not.toHaveAttribute('aria-disabled'));
  await userEvent.keyboard('{Escape}');
  expect(onClose).toHaveBeenCalledTimes(2);
});

test('a host that fails in `onClose` is not told of as a failure of the act', async () => {
  allowConsole(/PromiseRejectionEvent/);
  const { onClose } = openDialog(() => Promise.resolve());
  const failure = new Promise<PromiseRejectionEvent>((resolve) => {
    const listener = (event: PromiseRejectionEvent) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      resolve(event);
    };
    window.addEventListener('unhandledrejection', listener, { once: true, capture: true });
  });
  onClose.mockImplementation(() => {
    throw new Error('of the host');
  });
  await confirm();
  expect((await failure).reason).toHaveProperty('message', 'of the host');
  expect(screen.getByRole('alert')).toBeEmptyDOMElement();
});

test('a host’s own Escape handler is not also met', async () => {
  const hostHears = vi.fn<(key: string) => void>();
  const listener = (event: KeyboardEvent) => hostHears(event.key);
  openDialog();
  document.addEventListener('keydown', listener);
  await userEvent.keyboard('{Escape}');
  document.removeEventListener('keydown', listener);
  expect(hostHears.mock.calls.flat()).not.toContain('Escape');
});

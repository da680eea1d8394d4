import { act, render, waitFor, within } from '@testing-library/react';
import { Activity, Suspense, use, type ReactNode } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ConfirmDialog } from '../../src/ui/ConfirmDialog.js';

const never = new Promise<void>(() => undefined);

function Awaits({ promise }: { promise: Promise<void> | null }) {
  if (promise) use(promise);
  return null;
}

/** Ways for a host to hide a part of its page. `rerender` shows the page hidden or shown. */
const places: Readonly<Record<string, (props: { isHidden: boolean; children: ReactNode }) => ReactNode>> = {
  '<Activity>': ({ isHidden, children }) => <Activity mode={isHidden ? 'hidden' : 'visible'}>{children}</Activity>,
  'a suspended boundary': ({ isHidden, children }) => (
    <Suspense fallback="Loading">
      <Awaits promise={isHidden ? never : null} />
      {children}
    </Suspense>
  ),
  'display: none': ({ isHidden, children }) => <div style={isHidden ? { display: 'none' } : {}}>{children}</div>,
  'the attribute hidden': ({ isHidden, children }) => <div hidden={isHidden}>{children}</div>,
};

async function open(
  place: string,
  { isHidden = false, onConfirm = () => {} }: { isHidden?: boolean; onConfirm?: () => Promise<void> | void } = {},
) {
  const Place = places[place] ?? (() => null);
  const onClose = vi.fn<() => void>();
  const onHostEvent = vi.fn<() => void>();
  const page = (isNowHidden: boolean, isAsking = true) => (
    <dialog open onClose={onHostEvent} onCancel={onHostEvent} onToggle={onHostEvent} onBeforeToggle={onHostEvent}>
      <button type="button">Of the host</button>
      <Place isHidden={isNowHidden}>
        <div className="mup-root">
          <button type="button" ref={(button) => button?.focus()}>
            Opener
          </button>
          {isAsking && (
            <ConfirmDialog
              title="Really?"
              confirmLabel="Do it"
              busyLabel="Doing it…"
              cancelLabel="Cancel"
              closeLabel="Close"
              onConfirm={onConfirm}
              explain={() => 'It failed.'}
              onClose={onClose}
            >
              <p>What follows.</p>
            </ConfirmDialog>
          )}
        </div>
      </Place>
    </dialog>
  );
  const view = await act(async () => render(page(isHidden)));
  const query = within(view.container);
  return {
    onClose,
    onHostEvent,
    setHidden: (isNowHidden: boolean) => act(async () => view.rerender(page(isNowHidden))),
    end: () => view.rerender(page(false, false)),
    ...query,
    dialog: () => query.getByRole<HTMLDialogElement>('alertdialog', { hidden: true }),
  };
}

function makePromise() {
  let resolve = () => {};
  let reject = (_reason: Error) => {};
  const promise = new Promise<void>((onDone, onFailure) => {
    resolve = onDone;
    reject = onFailure;
  });
  return { promise, resolve, reject };
}

const frames = async () => {
  for (let count = 0; count < 3; count += 1) {
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  }
};

type View = Awaited<ReturnType<typeof open>>;

async function expectUsablePage(view: View) {
  await frames();
  const button = view.getByRole('button', { name: 'Of the host' });
  button.focus();
  expect(button).toHaveFocus();
  await userEvent.click(button);
}

const expectModal = (view: View) => waitFor(() => expect(view.dialog().matches(':modal')).toBe(true));

describe.each(Object.keys(places))('a confirm in a place that is hidden by %s', (place) => {
  test('blocks nothing, and asks again when it is shown', async () => {
    const view = await open(place);
    await expectModal(view);
    await view.setHidden(true);
    await expectUsablePage(view);
    await userEvent.keyboard('{Escape}');
    await view.setHidden(false);
    await expectModal(view);
    expect(view.getByRole('button', { name: 'Cancel' })).toHaveFocus();
    expect(view.onClose).not.toHaveBeenCalled();
    await userEvent.keyboard('{Escape}');
    expect(view.onClose).toHaveBeenCalledOnce();
    expect(view.onHostEvent).not.toHaveBeenCalled();
  });

  test('blocks nothing while it is being done, and has ended when it is shown', async () => {
    const outcome = makePromise();
    const view = await open(place, { onConfirm: () => outcome.promise });
    await userEvent.click(view.getByRole('button', { name: 'Do it' }));
    await view.setHidden(true);
    await expectUsablePage(view);
    outcome.resolve();
    await waitFor(() => expect(view.onClose).toHaveBeenCalledOnce());
    view.end();
    await expectUsablePage(view);
    expect(view.queryByRole('alertdialog', { hidden: true })).toBeNull();
    expect(view.onHostEvent).not.toHaveBeenCalled();
  });

  test('is still being done when it is shown again before the end', async () => {
    const view = await open(place, { onConfirm: () => never });
    await userEvent.click(view.getByRole('button', { name: 'Do it' }));
    await view.setHidden(true);
    await expectUsablePage(view);
    await view.setHidden(false);
    await expectModal(view);
    expect(view.getByRole('button', { name: 'Doing it…' })).toBeVisible();
    await userEvent.keyboard('{Escape}');
    expect(view.onClose).not.toHaveBeenCalled();
  });

  test('tells a failure that came meanwhile when it is shown', async () => {
    const outcome = makePromise();
    const view = await open(place, { onConfirm: () => outcome.promise });
    await userEvent.click(view.getByRole('button', { name: 'Do it' }));
    await view.setHidden(true);
    await expectUsablePage(view);
    outcome.reject(new Error('no luck'));
    await frames();
    await view.setHidden(false);
    await expectModal(view);
    expect(await view.findByRole('alert')).toHaveTextContent('It failed.');
    expect(view.onClose).not.toHaveBeenCalled();
  });

  test('blocks nothing when it comes while the place is hidden', async () => {
    const view = await open(place, { isHidden: true });
    await expectUsablePage(view);
    await view.setHidden(false);
    await expectModal(view);
  });

  test('gives the focus back to its opener, though it was hidden meanwhile', async () => {
    const view = await open(place);
    await view.setHidden(true);
    await frames();
    await view.setHidden(false);
    await expectModal(view);
    view.end();
    await frames();
    expect(view.getByRole('button', { name: 'Opener' })).toHaveFocus();
  });
});

test('a confirm blocks nothing when the host takes its place out of the page, and asks again when it is back', async () => {
  const view = await open('display: none');
  await expectModal(view);
  const place = view.dialog().closest('.mup-root');
  const parent = place?.parentElement;
  place?.remove();
  await frames();
  expect(document.querySelector(':modal')).toBeNull();
  if (place) parent?.append(place);
  await expectModal(view);
  expect(view.onClose).not.toHaveBeenCalled();
});

test.each<[string, (place: HTMLElement) => void]>([
  ['inert', (place) => (place.inert = true)],
  ['visibility: hidden', (place) => (place.style.visibility = 'hidden')],
  ['opacity: 0', (place) => (place.style.opacity = '0')],
  ['pointer-events: none', (place) => (place.style.pointerEvents = 'none')],
])('a confirm can be answered in a place with %s', async (_name, change) => {
  const view = await open('display: none');
  await expectModal(view);
  const place = view.dialog().closest<HTMLElement>('.mup-root');
  if (place) change(place);
  await frames();
  await userEvent.click(within(view.dialog()).getByRole('button', { name: 'Cancel', hidden: true }), { timeout: 5000 });
  expect(view.onClose).toHaveBeenCalledOnce();
});

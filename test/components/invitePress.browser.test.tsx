import { screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { chips, invited, open } from './inviteForm.js';
import { emailField } from './panel.js';
import { press, pressAsInSafari } from './pointer.js';

/** Addresses of 15 to 60 characters: from one that fits beside the chip's button to one of several lines. */
const addresses = [15, 29, 43, 60].map((length) => `${'abcdefghij'.repeat(6).slice(0, length - 12)}@example.com`);
const sendButton = () => screen.getByRole('button', { name: /^Send/ });

/** Opens the form in a container of that width and types. */
async function openAt(width: number, text: string) {
  await page.viewport(width + 2, 800);
  const opened = await open();
  opened.container.style.width = `${width}px`;
  await userEvent.click(emailField());
  await userEvent.keyboard(text);
  return opened;
}

/** The boxes of the form's parts as the pointer goes down and up. */
function watchBoxes() {
  const seen: Record<'pointerdown' | 'pointerup', string> = { pointerdown: '', pointerup: '' };
  const onPointer = ({ type }: PointerEvent) => {
    seen[type as keyof typeof seen] = [...document.querySelectorAll('.mup-invite-form, .mup-invite-form *')]
      .filter((element) => element.checkVisibility())
      .map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return [x, y, width, height].map(Math.round).join(' ');
      })
      .join('\n');
  };
  for (const type of Object.keys(seen)) window.addEventListener(type as 'pointerdown', onPointer, true);
  return seen;
}

afterEach(async () => {
  await page.viewport(1280, 800);
});

const cases = [320, 360, 390, 480].flatMap((width) =>
  addresses.flatMap((email) =>
    (['mouse', 'touch', 'safari'] as const).map((kind) => [email.length, width, kind, email] as const),
  ),
);

describe('InviteForm, with text in the field', () => {
  it.each(cases)('sends %i characters at %i px with one press (%s)', async (_length, width, kind, email) => {
    const { fake } = await openAt(width, email);
    const boxes = watchBoxes();
    const undo = kind === 'safari' ? pressAsInSafari() : () => undefined;
    await press(sendButton(), kind === 'touch' ? 'touch' : 'mouse');
    undo();
    expect(boxes.pointerdown).not.toBe('');
    expect(boxes.pointerup).toBe(boxes.pointerdown);
    await waitFor(() => expect(invited(fake)).toEqual([email]));
  });

  it.each(['mouse', 'touch', 'safari'] as const)('hits every other control with one press (%s)', async (kind) => {
    const undo = kind === 'safari' ? pressAsInSafari() : () => undefined;
    const hit = async (name: string) => {
      let clicked = '';
      const onClick = ({ target }: MouseEvent) => {
        clicked = (target as Element).closest('button')?.textContent ?? '';
      };
      window.addEventListener('click', onClick, { once: true, capture: true });
      await press(screen.getByRole('button', { name }), kind === 'touch' ? 'touch' : 'mouse');
      expect(clicked).toContain(name.replace(/^(Edit|Remove) \S+@\S+$/, ''));
      window.removeEventListener('click', onClick, true);
    };
    await openAt(360, 'first@example.com,second@example.com,a.rather.long.name@third.example.com');
    await hit('Remove first@example.com');
    expect(chips()).toEqual(['second@example.com']);
    expect(emailField()).toHaveValue('a.rather.long.name@third.example.com');
    await userEvent.click(emailField());
    await userEvent.keyboard('{End},fourth@example.com');
    await hit('Clear all');
    expect(chips()).toEqual([]);
    expect(emailField()).toHaveValue('');
    undo();
  });

  it.each(['mouse', 'safari'] as const)('opens the role select with one press (%s)', async (kind) => {
    await openAt(360, 'a.rather.long.name@third.example.com');
    const boxes = watchBoxes();
    const undo = kind === 'safari' ? pressAsInSafari() : () => undefined;
    const select = screen.getByRole('combobox');
    let target: EventTarget | null = null;
    window.addEventListener('mouseup', (event) => (target = event.target), { once: true });
    await press(select);
    undo();
    expect(target === null || target === select).toBe(true);
    expect(boxes.pointerdown).not.toBe('');
    expect([boxes.pointerdown, '']).toContain(boxes.pointerup);
    await userEvent.keyboard('{Escape}');
  });

  it.each(['mouse', 'touch', 'safari'] as const)('retries with one press (%s)', async (kind) => {
    const { fake } = await openAt(360, 'fails@example.com');
    fake.configure({ faults: [{ operation: 'inviteMember', kind: 'status', status: 403, times: 1 }] });
    await press(sendButton());
    const retry = await screen.findByRole('button', { name: 'Retry failed' });
    await userEvent.click(emailField());
    await userEvent.keyboard('a.rather.long.name@third.example.com');
    const undo = kind === 'safari' ? pressAsInSafari() : () => undefined;
    await press(retry, kind === 'touch' ? 'touch' : 'mouse');
    undo();
    await waitFor(() => expect(invited(fake)).toEqual(['fails@example.com', 'fails@example.com']));
    expect(emailField()).toHaveValue('a.rather.long.name@third.example.com');
  });

  it('keeps the text as it is while another control of the form has the focus', async () => {
    await openAt(360, 'ada@example.com');
    const select = screen.getByRole('combobox');
    const { y } = select.getBoundingClientRect();
    await userEvent.keyboard('{Tab}');
    expect(select).toHaveFocus();
    expect(select.getBoundingClientRect().y).toBe(y);
    expect(emailField()).toHaveValue('ada@example.com');
    expect(chips()).toEqual([]);
  });

  it('makes a chip of it when the focus leaves the form by keyboard', async () => {
    await openAt(360, 'ada@example.com');
    const outside = document.body.appendChild(document.createElement('button'));
    await userEvent.keyboard('{Tab}{Tab}{Tab}');
    expect(outside).toHaveFocus();
    await waitFor(() => expect(chips()).toEqual(['ada@example.com']));
    outside.remove();
  });

  it.each(['mouse', 'touch', 'safari'] as const)(
    'lets a press outside hit first, then makes a chip (%s)',
    async (kind) => {
      const { container } = await openAt(360, 'a.rather.long.name@third.example.com');
      const undo = kind === 'safari' ? pressAsInSafari() : () => undefined;
      const outside = document.createElement('button');
      outside.textContent = 'Below the form';
      outside.style.cssText = 'display: block; height: 20px; padding: 0';
      container.append(outside);
      let clicks = 0;
      outside.addEventListener('click', () => (clicks += 1));
      const { y } = outside.getBoundingClientRect();
      await press(outside, kind === 'touch' ? 'touch' : 'mouse');
      expect(clicks).toBe(1);
      await waitFor(() => expect(chips()).toEqual(['a.rather.long.name@third.example.com']));
      // It does move, so that the press would have missed.
      expect(outside.getBoundingClientRect().y).toBeGreaterThan(y + 20);
      undo();
    },
  );
});

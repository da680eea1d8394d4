import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { createPortal } from 'react-dom';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { InviteForm } from '../../src/components/InviteForm.js';
import { UsersProvider } from '../../src/context/UsersProvider.js';
import { UsersPanel } from '../../src/UsersPanel.js';
import { chip, chips, invited, open, put } from './inviteForm.js';
import { emailField, makeBackEnd } from './panel.js';

const heard: string[] = [];
const onKey = (event: Event) => heard.push((event as KeyboardEvent).key);
beforeEach(() => {
  heard.length = 0;
  for (const target of [window, document, document.body]) target.addEventListener('keydown', onKey);
});
afterEach(() => {
  for (const target of [window, document, document.body]) target.removeEventListener('keydown', onKey);
});

describe('InviteForm in a page with shortcuts', () => {
  it.each(['Delete', 'Backspace', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'Enter'])(
    'keeps %s on a chip to itself',
    async (key) => {
      await open();
      await put('a@x.org', 'b@x.org', 'c@x.org');
      heard.length = 0;
      chip('b@x.org').focus();
      await userEvent.keyboard(`{${key}}`);
      expect(heard).toEqual([]);
    },
  );

  it('keeps what is typed into the field to itself, and the keys that edit it', async () => {
    await open();
    await put('a@x.org');
    await userEvent.click(emailField());
    heard.length = 0;
    await userEvent.keyboard('j/?{Backspace}{Delete}{ArrowLeft}{Home}{End}{Enter}{ArrowLeft}{ArrowRight}{Backspace}');
    expect(heard).toEqual([]);
  });

  it('leaves Tab, Escape and combinations that it has no use for to the host', async () => {
    await open();
    await userEvent.click(emailField());
    heard.length = 0;
    await userEvent.keyboard('{Escape}{Control>}k{/Control}{Tab}');
    expect([...new Set(heard)]).toEqual(expect.arrayContaining(['Escape', 'k', 'Tab']));
  });
});

describe('InviteForm under an input method', () => {
  /** Types as an input method does: the text grows in a composition that a key of its own ends. */
  const compose = (text: string) => {
    const field = emailField();
    const before = field.value;
    fireEvent.compositionStart(field);
    for (let length = 1; length <= text.length; length += 1) {
      const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
      set?.call(field, before + text.slice(0, length));
      field.dispatchEvent(
        new InputEvent('input', { bubbles: true, isComposing: true, inputType: 'insertCompositionText' }),
      );
    }
    return field;
  };

  it('makes no chip while a composition has a comma in it', async () => {
    await open();
    await userEvent.click(emailField());
    const field = compose('ada@example.com,gra');
    await waitFor(() => expect(field).toHaveValue('ada@example.com,gra'));
    expect(chips()).toEqual([]);
    fireEvent.compositionEnd(field);
    await waitFor(() => expect(chips()).toEqual(['ada@example.com']));
    expect(field).toHaveValue('gra');
  });

  it.each([
    ['while it is under way', { isComposing: true, keyCode: 13 }],
    ['in Chrome and Firefox', { isComposing: true, keyCode: 229 }],
    ['in Safari, after compositionend', { isComposing: false, keyCode: 229 }],
  ])('leaves the Enter that ends a composition alone, %s', async (_when, event) => {
    await open();
    await userEvent.click(emailField());
    const field = compose('ada@example.com');
    if (!event.isComposing) fireEvent.compositionEnd(field);
    const enter = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...event });
    field.dispatchEvent(enter);
    expect(enter.defaultPrevented).toBe(false);
    await waitFor(() => expect(field).toHaveValue('ada@example.com'));
    expect(chips()).toEqual([]);
    fireEvent.compositionEnd(field);
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(chips()).toEqual(['ada@example.com']));
  });

  it.each(['Backspace', 'ArrowLeft', 'Escape', ','])('leaves %s to it', async (key) => {
    await open();
    await put('ada@example.com');
    await userEvent.click(emailField());
    const down = new KeyboardEvent('keydown', { key, keyCode: 229, bubbles: true, cancelable: true });
    emailField().dispatchEvent(down);
    expect(down.defaultPrevented).toBe(false);
    expect(chips()).toEqual(['ada@example.com']);
    expect(emailField()).toHaveFocus();
  });

  it('leaves the Escape that ends a composition in the search to it', async () => {
    const { dataProvider } = makeBackEnd();
    render(<UsersPanel appId="app_demo" currentUserId="user_ada" dataProvider={dataProvider} />);
    const search = await screen.findByRole('searchbox');
    await userEvent.fill(search, 'ada');
    search.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', keyCode: 229, bubbles: true, cancelable: true }),
    );
    expect(search).toHaveValue('ada');
  });
});

describe('InviteForm that a host renders into a frame', () => {
  it('walks through chips and text, and loses no letter', async () => {
    const frame = document.body.appendChild(document.createElement('iframe'));
    const inner = frame.contentDocument!;
    const { dataProvider, fake } = makeBackEnd();
    const view = render(
      createPortal(
        <UsersProvider appId="app_demo" currentUserId="user_ada" dataProvider={dataProvider}>
          <InviteForm />
        </UsersProvider>,
        inner.body,
      ),
    );
    const input = await waitFor(() => {
      const found = inner.querySelector<HTMLInputElement>('.mup-email-field input');
      if (!found) throw new Error('The form is not there yet.');
      return found;
    });
    const frameWindow = frame.contentWindow as Window & typeof globalThis;
    const key = (target: Element, name: string) =>
      target.dispatchEvent(new frameWindow.KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));
    const type = async (text: string) => {
      const set = Object.getOwnPropertyDescriptor(frameWindow.HTMLInputElement.prototype, 'value')?.set;
      set?.call(input, text);
      input.dispatchEvent(new frameWindow.InputEvent('input', { bubbles: true }));
      await new Promise((resolve) => setTimeout(resolve, 50));
    };
    const items = () => [...inner.querySelectorAll('.mup-chip-text')].map((item) => item.textContent);
    input.focus();
    await type('a@x.org,b@x.org,hi');
    await waitFor(() => expect(items()).toEqual(['a@x.org', 'b@x.org']));
    input.focus();
    input.setSelectionRange(1, 1);
    // Amid the text the arrow keys are the text's.
    expect(key(input, 'ArrowLeft')).toBe(true);
    expect(inner.activeElement).toBe(input);
    input.setSelectionRange(0, 0);
    expect(key(input, 'ArrowLeft')).toBe(false);
    expect(inner.activeElement?.textContent).toBe('b@x.org');
    key(inner.activeElement!, 'Home');
    expect(inner.activeElement?.textContent).toBe('a@x.org');
    key(inner.activeElement!, 'End');
    expect(inner.activeElement).toBe(input);
    expect(input.value).toBe('hi');
    key(inner.querySelector('.mup-chip-text')!, 'Delete');
    await waitFor(() => expect(items()).toEqual(['b@x.org']));
    await type('');
    [...inner.querySelectorAll('button')].find(({ textContent }) => textContent === 'Send invitation')?.click();
    await waitFor(() => expect(invited(fake)).toEqual(['b@x.org']));
    view.unmount();
    frame.remove();
  });
});

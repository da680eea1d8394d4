import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { askToRemove, changeRole, emailField, openPanel, ready } from './panel.js';

/** Replaces each text of the page as the translation of Chrome does: by two `<font>` elements, in the place of the text. */
function translate(root: Element = document.body): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    if (!text.data.trim() || text.parentElement?.closest('font, option, script, style')) continue;
    const outer = document.createElement('font');
    const inner = outer.appendChild(document.createElement('font'));
    outer.style.verticalAlign = 'inherit';
    inner.textContent = text.data;
    text.replaceWith(outer);
  }
}

/** Translates whatever comes, too, as the browser goes on doing. Returns its end. */
function translateOn(): () => void {
  translate();
  const observer = new MutationObserver(() => {
    observer.disconnect();
    translate();
    observe();
  });
  const observe = () => observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  observe();
  return () => observer.disconnect();
}

const sendButton = () => screen.getByRole('button', { name: /^Send (invitation|[0-9]+ invitations)/ });

describe.each([
  ['once', () => (translate(), () => undefined)],
  ['all along', translateOn],
])('UsersPanel in a page that the browser has translated %s', (_how, begin) => {
  it('goes on naming how many are sent, and sends them', async () => {
    openPanel();
    await ready();
    await screen.findByRole('textbox');
    const end = begin();
    await userEvent.click(emailField());
    await userEvent.keyboard('one@x.org,two@x.org,');
    await waitFor(() => expect(sendButton()).toHaveTextContent('Send 2 invitations'));
    await screen.findByText('2 addresses');
    await userEvent.keyboard('three@x.org,');
    await waitFor(() => expect(sendButton()).toHaveTextContent('Send 3 invitations'));
    await screen.findByText('3 addresses');
    await userEvent.click(screen.getByRole('button', { name: 'Clear all' }));
    await waitFor(() => expect(sendButton()).toHaveTextContent(/^Send invitation/));
    await userEvent.click(emailField());
    await userEvent.keyboard('four@x.org,');
    await waitFor(() => expect(sendButton()).toHaveTextContent('Send invitation'));
    await userEvent.click(sendButton());
    await screen.findAllByText(/four@x\.org/);
    await waitFor(() => expect(document.querySelectorAll('.mup-chip')).toHaveLength(0));
    end();
  });

  it('changes roles, searches, pages and removes', async () => {
    openPanel();
    await ready();
    const end = begin();
    await changeRole('Grace Hopper', 'org:admin');
    await userEvent.fill(screen.getByRole('searchbox'), 'grace');
    await waitFor(() =>
      expect(within(screen.getByRole('table', { name: 'Members' })).getAllByRole('row')).toHaveLength(2),
    );
    await userEvent.fill(screen.getByRole('searchbox'), 'nobody like this');
    await screen.findByText(/“nobody like this”/);
    await userEvent.fill(screen.getByRole('searchbox'), 'other name');
    await screen.findByText(/“other name”/);
    await userEvent.fill(screen.getByRole('searchbox'), '');
    const dialog = await askToRemove('Grace Hopper');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Remove' }));
    await waitFor(() => expect(screen.queryByRole('row', { name: /Grace Hopper/ })).toBeNull());
    end();
  });

  it('tells failures and goes on after them', async () => {
    const { fake } = openPanel();
    await ready();
    await screen.findByRole('textbox');
    const end = begin();
    fake.configure({ faults: [{ operation: 'inviteMember', kind: 'status', status: 403 }] });
    await userEvent.click(emailField());
    await userEvent.keyboard('one@x.org,two@x.org,');
    await userEvent.click(sendButton());
    await screen.findByText(/2 invitations (were not|couldn.t be) sent/);
    fake.configure({ faults: [] });
    await userEvent.click(screen.getByRole('button', { name: /^Retry/ }));
    await waitFor(() => expect(document.querySelectorAll('.mup-chip')).toHaveLength(0));
    expect(screen.queryByText(/2 invitations (were not|couldn.t be) sent/)).toBeNull();
    end();
  });
});

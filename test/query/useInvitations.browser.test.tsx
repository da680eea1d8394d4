import { render, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { createMemoryDataProvider } from '../../src/memory/index.js';
import type { InvitationPage } from '../../src/model/dataProvider.js';
import { UsersPanel } from '../../src/UsersPanel.js';
import { ada } from '../../stories/fixtures.js';
import { invite } from '../components/panel.js';

/** A panel with twelve invitations, over a back end that pages. */
async function openPaged() {
  const invitations = Array.from({ length: 12 }, (_, index) => ({
    invitationId: `orginv_${index}`,
    email: `invited.${index}@example.com`,
    role: 'org:member',
    status: 'pending',
    createdAt: null,
  }));
  const memory = createMemoryDataProvider({ members: [ada], invitations }, { paging: 'cursor' });
  const seen = new Map<string | undefined, InvitationPage>();
  const dataProvider = {
    ...memory,
    /** Lags for the whole test: each page stays as it was first read. */
    async listInvitations(input: Parameters<typeof memory.listInvitations>[0]) {
      const page = seen.get(input.cursor) ?? (await memory.listInvitations(input));
      seen.set(input.cursor, page);
      return page;
    },
  };
  render(<UsersPanel appId="app_demo" dataProvider={dataProvider} />);
  const section = within(await screen.findByRole('region', { name: /^Pending invitations/ }));
  await section.findByText('1–10 of 12');
  const turn = (name: 'Next page' | 'Previous page') => userEvent.click(section.getByRole('button', { name }));
  const addresses = () => section.getAllByRole('rowheader').map((cell) => cell.querySelector('bdi')?.textContent);
  return { section, turn, addresses };
}

test('with more pages than one, invitations are paged by the back end', async () => {
  const { section, turn, addresses } = await openPaged();
  await turn('Next page');
  await section.findByText('11–12 of 12');
  await waitFor(() => expect(addresses()).toEqual(['invited.10@example.com', 'invited.11@example.com']));
});

test('one that was just sent heads the first page of a list that lags, and no other', async () => {
  const { section, turn, addresses } = await openPaged();
  // Read before it is sent, so that the page holds what it held.
  await turn('Next page');
  await waitFor(() => expect(addresses()).toHaveLength(2));
  await turn('Previous page');
  await waitFor(() => expect(addresses()).toHaveLength(10));
  await invite('joan@example.com');
  await waitFor(() => expect(addresses()[0]).toBe('joan@example.com'));
  await turn('Next page');
  await section.findByText(/^11–1\d of/);
  await waitFor(() => expect(addresses()).toEqual(['invited.10@example.com', 'invited.11@example.com']));
  await turn('Previous page');
  await waitFor(() => expect(addresses()[0]).toBe('joan@example.com'));
});

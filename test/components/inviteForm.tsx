import { render, screen, waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import { userEvent } from 'vitest/browser';
import { InviteForm } from '../../src/components/InviteForm.js';
import { NoticeRegion } from '../../src/components/NoticeRegion.js';
import { UsersProvider, type UsersProviderProps } from '../../src/context/UsersProvider.js';
import type { FakeMixpeekOptions } from '../../src/msw/index.js';
import { bodiesOf, emailField, makeBackEnd } from './panel.js';

export interface OpenOptions extends FakeMixpeekOptions {
  props?: Partial<UsersProviderProps>;
}

/** Renders the form alone, for Ada, an admin; the lists have come. */
export async function open({ props, ...options }: OpenOptions = {}) {
  const { fake, dataProvider } = makeBackEnd(undefined, options);
  const form = (more: Partial<UsersProviderProps> = {}) => (
    <UsersProvider appId="app_demo" currentUserId="user_ada" dataProvider={dataProvider} {...props} {...more}>
      <InviteForm />
      <NoticeRegion />
    </UsersProvider>
  );
  const view = render(form());
  await screen.findByRole('textbox');
  await waitFor(() => expect(fake.requests.filter(({ status }) => status !== null)).toHaveLength(2));
  return { ...view, fake, dataProvider, reopen: (more: Partial<UsersProviderProps>) => view.rerender(form(more)) };
}

export const chips = () =>
  [...document.querySelectorAll('.mup-chip')].map((chip) =>
    [...chip.querySelectorAll('.mup-chip-text, .mup-badge, .mup-chip-note')]
      .map((part) => part.textContent)
      .join(' | '),
  );
export const chip = (email: string) => screen.getByRole('button', { name: `Edit ${email}` });
export const removal = (email: string) => screen.getByRole('button', { name: `Remove ${email}` });
export const send = (name = /^Send [\d,]+ invitations?$|^Send invitation$/) =>
  userEvent.click(screen.getByRole('button', { name }));
export async function put(...emails: string[]) {
  await userEvent.fill(emailField(), `${emails.join(',')},`);
}
export const invited = (fake: Awaited<ReturnType<typeof open>>['fake']) =>
  bodiesOf(fake, 'inviteMember').map((body) => (body as { email_address: string }).email_address);

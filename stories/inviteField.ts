import type { StoryObj } from '@storybook/react-vite';
import { userEvent, within } from 'storybook/test';
import { backEndOf } from './backEnd.js';

type Canvas = Parameters<NonNullable<StoryObj['play']>>[0]['canvas'];

/** Who was invited since the story began, with the role. */
export const invitedIn = (loaded: Record<string, unknown>) =>
  backEndOf(loaded)
    .fake.read()
    .invitations.filter(({ status }) => status === 'pending')
    .map(({ email, role }) => `${email} ${role}`)
    .filter((line) => !line.startsWith('sophie.wilson') && !line.startsWith('frances.allen'));

export const findField = (canvas: Canvas) => canvas.findByLabelText('E-mail addresses');

export async function paste(canvas: Canvas, text: string) {
  await userEvent.click(await findField(canvas));
  await userEvent.paste(text);
}

/** What each chip says, without its buttons. */
export const chipsIn = (canvas: Canvas) =>
  canvas.queryAllByRole('list', { name: 'Addresses to invite' }).flatMap((list) =>
    within(list)
      .getAllByRole('listitem')
      .map((chip) =>
        [...chip.querySelectorAll('.mup-chip-text, .mup-badge, .mup-chip-note')]
          .map((part) => part.textContent)
          .join(' | '),
      ),
  );

/** The lists have come: who is in already is known from here on. */
export const listsAreThere = (loaded: Record<string, unknown>) =>
  backEndOf(loaded).fake.requests.filter(({ method, status }) => method === 'GET' && status !== null).length >= 2;

import { InviteForm } from '@mixpeek/users-panel';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { backEndOf } from './backEnd.js';
import { chipsIn, findField, invitedIn, paste } from './inviteField.js';
import { team } from './fixtures.js';

const meta: Meta<typeof InviteForm> = {
  title: 'Pieces/InviteForm while sending',
  component: InviteForm,
};
export default meta;
type Story = StoryObj<typeof InviteForm>;

const addresses = (count: number, name = 'person') =>
  Array.from({ length: count }, (_, index) => `${name}.${index + 1}@example.net`);
const posts = (loaded: Record<string, unknown>) =>
  backEndOf(loaded).fake.requests.filter(({ operation }) => operation === 'inviteMember');

export const Sending: Story = {
  parameters: { backEnd: { faults: [{ operation: 'inviteMember', kind: 'slow', ms: 600_000 }] } },
  async play({ canvas }) {
    await userEvent.type(await findField(canvas), 'joan@example.com');
    await userEvent.click(canvas.getByRole('button', { name: 'Send invitation' }));
    await expect(await canvas.findByRole('button', { name: 'Sending…' })).toHaveAttribute('aria-disabled', 'true');
    await expect(chipsIn(canvas)).toEqual(['joan@example.com | sending']);
    await expect(canvas.getByLabelText('E-mail addresses')).toHaveAttribute('readonly');
  },
};

/** How far a list is; each address that was sent leaves the field. */
export const SevenOfTwenty: Story = {
  parameters: { backEnd: { faults: [{ operation: 'inviteMember', kind: 'slow', ms: 600_000, match: 'late' }] } },
  async play({ canvas }) {
    await paste(canvas, [...addresses(7), ...addresses(13, 'late')].join('\n'));
    await userEvent.click(canvas.getByRole('button', { name: 'Send 20 invitations' }));
    const bar = await canvas.findByRole('progressbar', { name: '7 of 20 sent' });
    await expect(bar).toHaveAttribute('value', '7');
    await expect(chipsIn(canvas)).toHaveLength(13);
    await expect(chipsIn(canvas).slice(0, 4)).toEqual([
      'late.1@example.net | sending',
      'late.2@example.net | sending',
      'late.3@example.net | sending',
      'late.4@example.net | waiting',
    ]);
    await expect(canvas.getByRole('button', { name: 'Stop' })).toBeVisible();
  },
};

/** The server asks for patience: the whole list waits and says how long. Stop leaves the rest in the field. */
export const WaitingAndStopped: Story = {
  parameters: {
    backEnd: { faults: [{ operation: 'inviteMember', kind: 'status', status: 429, retryAfter: 12, match: 'busy' }] },
  },
  async play({ canvas, loaded }) {
    await paste(canvas, [...addresses(2), ...addresses(5, 'busy')].join('\n'));
    await userEvent.click(canvas.getByRole('button', { name: 'Send 7 invitations' }));
    await expect((await canvas.findAllByText(/^Waiting 1[0-2] seconds as the server asked$/))[0]).toBeVisible();
    await waitFor(() => expect(canvas.getByRole('progressbar', { name: '2 of 7 sent' })).toBeVisible());
    await userEvent.click(canvas.getByRole('button', { name: 'Stop' }));
    await expect(await canvas.findByText(/^5 invitations were not sent/)).toBeVisible();
    await expect(chipsIn(canvas)).toEqual(addresses(5, 'busy').map((email) => `${email} | not sent`));
    await waitFor(() => expect(canvas.getByLabelText('E-mail addresses')).toHaveFocus());
    await expect(canvas.getByRole('button', { name: 'Send 5 invitations' })).toBeVisible();
    await expect(posts(loaded).length).toBeLessThanOrEqual(5);
  },
};

/** The session ends in the middle: nothing more is asked, and all that was not sent is still there. */
export const SessionEnded: Story = {
  parameters: {
    backEnd: { latencyMs: 50, faults: [{ operation: 'inviteMember', kind: 'status', status: 401, match: 'late.1' }] },
  },
  async play({ canvas, loaded }) {
    await paste(canvas, [...addresses(3), 'late.1@example.net', ...addresses(9, 'rest')].join('\n'));
    await userEvent.click(canvas.getByRole('button', { name: 'Send 13 invitations' }));
    await expect(await canvas.findByText('Your session has ended. Sign in again to go on.')).toBeVisible();
    await expect(chipsIn(canvas)[0]).toBe('late.1@example.net | not sent: session ended');
    await expect(chipsIn(canvas)).toContain('rest.9@example.net | not sent');
    // At most those that were under way went on.
    await expect(posts(loaded).length).toBeLessThanOrEqual(6);
  },
};

/** What the server refuses stays in the field, with the reason at its address; trying again sends that one alone. */
export const RefusedAddress: Story = {
  parameters: {
    backEnd: {
      faults: [
        {
          operation: 'inviteMember',
          kind: 'status',
          status: 422,
          match: 'blocked',
          times: 1,
          errorStyle: 'clerk',
          code: 'not_allowed_access',
        },
      ],
    },
  },
  async play({ canvas, loaded }) {
    await userEvent.type(await findField(canvas), 'joan@example.com, blocked@example.com');
    await userEvent.click(canvas.getByRole('button', { name: 'Send 2 invitations' }));
    await expect(await canvas.findByText(/1 invitation was not sent/)).toBeVisible();
    await expect(chipsIn(canvas)).toEqual(['blocked@example.com | This address may not be invited to this app.']);
    await userEvent.type(canvas.getByLabelText('E-mail addresses'), 'mary@example.com{Enter}');
    await userEvent.click(canvas.getByRole('button', { name: 'Retry failed' }));
    await waitFor(() => expect(chipsIn(canvas)).toEqual(['mary@example.com']));
    await expect(posts(loaded).map(({ body }) => (body as { email_address: string }).email_address)).toEqual([
      'joan@example.com',
      'blocked@example.com',
      'blocked@example.com',
    ]);
    await waitFor(() => expect(canvas.getByLabelText('E-mail addresses')).toHaveFocus());
  },
};

/** No answer came: the list is read, and what was sent is not sent again. */
export const AnswerLost: Story = {
  parameters: { backEnd: { faults: [{ operation: 'inviteMember', kind: 'cut-after', times: 1 }] } },
  async play({ canvas, loaded }) {
    await userEvent.type(await findField(canvas), 'joan@example.com');
    await userEvent.click(canvas.getByRole('button', { name: 'Send invitation' }));
    await waitFor(() => expect(invitedIn(loaded)).toContain('joan@example.com org:member'));
    await waitFor(() => expect(chipsIn(canvas)).toEqual([]));
    await expect(canvas.getByRole('alert')).toBeEmptyDOMElement();
    await expect(posts(loaded)).toHaveLength(1);
  },
};

/** No answer came, and the list is behind: it is perhaps sent. Checking again settles it without sending. */
export const PerhapsSent: Story = {
  parameters: {
    backEnd: { lagMs: 600_000, faults: [{ operation: 'inviteMember', kind: 'cut-after', match: 'joan' }] },
  },
  async play({ canvas, loaded }) {
    await paste(canvas, 'joan@example.com, mary@example.com');
    await userEvent.click(canvas.getByRole('button', { name: 'Send 2 invitations' }));
    await expect(await canvas.findByText(/It is not known whether 1 invitation was sent/)).toBeVisible();
    await expect(chipsIn(canvas)).toEqual(['joan@example.com | perhaps sent']);
    await expect(canvas.queryByRole('button', { name: 'Retry failed' })).toBeNull();

    await userEvent.click(canvas.getByRole('button', { name: 'Check again' }));
    await expect(await canvas.findByText(/The lists do not show it yet.* Check again in \d+ seconds/)).toBeVisible();

    backEndOf(loaded).fake.configure({ lagMs: 0 });
    await userEvent.click(canvas.getByRole('button', { name: 'Check again' }));
    await waitFor(() => expect(chipsIn(canvas)).toEqual([]));
    await waitFor(() => expect(canvas.getByRole('alert')).toBeEmptyDOMElement());
    await expect(posts(loaded)).toHaveLength(2);
  },
};

/** The app has no room left: said at the form, with the number. */
export const LimitReached: Story = {
  parameters: {
    backEnd: { seed: { members: [], invitations: [], memberLimit: 0 } },
    provider: { currentUserId: undefined },
  },
  async play({ canvas }) {
    await userEvent.type(await findField(canvas), 'joan@example.com');
    await userEvent.click(canvas.getByRole('button', { name: 'Send invitation' }));
    await expect(await canvas.findByText(/limit of 0 members is reached/)).toBeVisible();
    await expect(chipsIn(canvas)).toEqual(['joan@example.com | not sent: limit reached']);
  },
};

/** The room runs out in the middle of a list: the server is not asked for each of the rest. */
export const LimitReachedMidway: Story = {
  // Twelve members and three invitations are there: two more fit.
  parameters: { backEnd: { seed: { ...team, memberLimit: 17 } } },
  async play({ canvas, loaded }) {
    await paste(canvas, addresses(12).join('\n'));
    await userEvent.click(canvas.getByRole('button', { name: 'Send 12 invitations' }));
    await expect(await canvas.findByText(/limit of 17 members is reached/)).toBeVisible();
    await expect(canvas.getByText(/^10 invitations were not sent/)).toBeVisible();
    await expect(chipsIn(canvas)).toHaveLength(10);
    await expect(posts(loaded).length).toBeLessThanOrEqual(5);
  },
};

/** The server knows better than a list that was cut short: its word becomes the address's state. */
export const ServerKnowsBetter: Story = {
  parameters: {
    backEnd: {
      tamper: (operation: string, body: unknown) =>
        operation === 'listMembers' ? withoutGrace(body as { users: { email: string }[] }) : body,
    },
  },
  async play({ canvas }) {
    await paste(canvas, 'grace.hopper@example.com, joan@example.com');
    await userEvent.click(canvas.getByRole('button', { name: 'Send 2 invitations' }));
    await waitFor(() =>
      expect(chipsIn(canvas)).toEqual(['grace.hopper@example.com | This person is already a member.']),
    );
    await userEvent.click(canvas.getByRole('button', { name: 'Remove the one that needs nothing' }));
    await expect(chipsIn(canvas)).toEqual([]);
  },
};

function withoutGrace(body: { users: { email: string }[] }) {
  return { ...body, users: body.users.filter(({ email }) => !email.startsWith('grace')) };
}

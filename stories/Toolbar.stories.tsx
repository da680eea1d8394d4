import { UsersPanel } from '@mixpeek/users-panel';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import { backEndOf } from './backEnd.js';
import { chosenIn } from './toolbar.js';

/** What the toolbar can do, by an example each: the same panel for other people, hosts and networks. */
const meta: Meta<typeof UsersPanel> = {
  title: 'Toolbar',
  component: UsersPanel,
  // Some of it is the whole page's, so on the docs page each story has a page of its own.
  parameters: { provider: false, docs: { story: { inline: false, height: '480px' } } },
  args: { appId: 'app_demo', currentUserId: 'user_ada' },
  render: (args, { loaded, globals }) => (
    <UsersPanel {...args} dataProvider={backEndOf(loaded).dataProvider} {...chosenIn(globals)} />
  ),
};
export default meta;
type Story = StoryObj<typeof UsersPanel>;

/** The panel of a member: names and roles, and nothing to change. */
export const SeenByMember: Story = {
  globals: { viewer: 'member' },
  async play({ canvas }) {
    await expect(await canvas.findByRole('row', { name: /Grace Hopper/ })).toHaveTextContent('You');
    await expect(canvas.queryByRole('button', { name: /Remove/ })).toBeNull();
  },
};

/** Somebody who is signed in, and in no list. */
export const SeenByNoMember: Story = {
  globals: { viewer: 'no member' },
  async play({ canvas }) {
    await expect(await canvas.findByText('You have no access to this list')).toBeVisible();
  },
};

/** Nobody is signed in, so nothing is asked for. */
export const SeenSignedOut: Story = {
  globals: { viewer: 'signed out' },
  async play({ canvas, loaded }) {
    await expect(await canvas.findByText('Sign in to see who may use this app')).toBeVisible();
    await expect(backEndOf(loaded).fake.requests).toHaveLength(0);
  },
};

/** The server has had enough of requests: the panel counts the seconds, and asks again by itself. */
export const TooManyRequests: Story = {
  globals: { network: '429 for 20 s' },
  async play({ canvas }) {
    await waitFor(() => expect(canvas.getAllByText(/Try again in \d+ seconds/)[0]).toBeVisible());
  },
};

/** The browser has lost its network. */
export const WithoutNetwork: Story = {
  globals: { network: 'offline' },
  async play({ canvas }) {
    const members = within(await canvas.findByRole('region', { name: 'Members' }));
    await expect(await members.findByText('The list could not be loaded')).toBeVisible();
    await expect(members.getByText(/^You are offline\./)).toBeVisible();
  },
};

/** As wide as a phone, dark, compact, from right to left and in Arabic: the tools combine. */
export const OnAnArabicPhone: Story = {
  globals: { width: 'phone', theme: 'dark', density: 'compact', locale: 'ar' },
  async play({ canvas, canvasElement }) {
    const row = await canvas.findByRole('row', { name: /Ada Lovelace/ });
    await expect(getComputedStyle(row).display).toBe('flex');
    await expect(getComputedStyle(row).direction).toBe('rtl');
    await expect(canvasElement.querySelector('.mup-root')).toHaveAttribute('data-density', 'compact');
  },
};

/** In a shadow root, as the custom element is: no style of the page comes in, and dialogs and notices are inside. */
export const InShadowRoot: Story = {
  globals: { shadow: 'in a shadow root', preset: 'garish' },
  async play({ canvasElement }) {
    const host = await waitFor(() => {
      const found = [...canvasElement.querySelectorAll('div')].find((element) => element.shadowRoot);
      if (!found?.shadowRoot) throw new Error('There is no shadow root.');
      return found.shadowRoot;
    });
    const inside = within(host as unknown as HTMLElement);
    await expect(await inside.findByRole('row', { name: /Ada Lovelace/ })).toBeVisible();
    const field = await inside.findByRole('textbox', { name: 'E-mail addresses' });
    await expect(getComputedStyle(field).boxSizing).toBe('border-box');
  },
};

/** On a page that shouts and resets what it can. */
export const OnAGarishPage: Story = {
  globals: { preset: 'garish' },
  async play({ canvas }) {
    const row = await canvas.findByRole('row', { name: /Ada Lovelace/ });
    await expect(getComputedStyle(row).display).toBe('table-row');
    await expect(await canvas.findByRole('row', { name: /linus@example.org/ })).toBeVisible();
  },
};

/** In the colours of a Clerk `appearance`. */
export const InClerksColours: Story = {
  globals: { preset: 'Clerk appearance' },
  async play({ canvas, canvasElement }) {
    await expect(await canvas.findByRole('row', { name: /linus@example.org/ })).toBeVisible();
    const root = canvasElement.querySelector('.mup-root');
    await expect(root && getComputedStyle(root).getPropertyValue('--mup-accent')).toBe('#6c47ff');
  },
};

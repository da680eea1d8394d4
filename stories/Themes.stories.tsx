import { themeFromApp, themeFromClerk, UsersPanel } from '@mixpeek/users-panel';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { backEndOf } from './backEnd.js';
import { chosenIn } from './toolbar.js';

const meta: Meta<typeof UsersPanel> = {
  title: 'Themes',
  component: UsersPanel,
  // A preset is the whole page's, so on the docs page each story has a page of its own.
  parameters: { provider: false, docs: { story: { inline: false, height: '480px' } } },
  args: { appId: 'app_demo', currentUserId: 'user_ada' },
  render: (args, { loaded, globals }) => (
    <UsersPanel {...args} dataProvider={backEndOf(loaded).dataProvider} {...chosenIn(globals)} />
  ),
  async play({ canvas }) {
    await expect(await canvas.findByRole('row', { name: /Ada Lovelace/ })).toBeVisible();
    await expect(await canvas.findByRole('row', { name: /linus@example.org/ })).toBeVisible();
  },
};
export default meta;
type Story = StoryObj<typeof UsersPanel>;

export const DefaultDark: Story = { globals: { theme: 'dark' } };
export const DefaultRightToLeft: Story = { globals: { dir: 'rtl' } };

/** Things set closer, for those who see many. */
export const Compact: Story = { args: { density: 'compact' } };
export const CompactDark: Story = { args: { density: 'compact' }, globals: { theme: 'dark' } };

/** A page with the tokens of Mixpeek's own kit. */
export const Mixpeek: Story = { globals: { preset: 'mixpeek' } };
export const MixpeekDark: Story = { globals: { preset: 'mixpeek', theme: 'dark' } };
export const MixpeekRightToLeft: Story = { globals: { preset: 'mixpeek', dir: 'rtl' } };

/** A page with the tokens of shadcn/ui, as whole colours. */
export const Shadcn: Story = { globals: { preset: 'shadcn violet' } };
export const ShadcnDark: Story = { globals: { preset: 'shadcn violet', theme: 'dark' } };
export const ShadcnRightToLeft: Story = { globals: { preset: 'shadcn neutral', dir: 'rtl' } };

/** An accent on which white could not be read, and that could not be seen as a line. */
export const ShadcnYellow: Story = { globals: { preset: 'shadcn yellow' } };

/** A page with the older tokens of shadcn/ui, bare HSL triples. */
export const ShadcnTriples: Story = { globals: { preset: 'shadcn green HSL' } };
export const ShadcnTriplesDark: Story = { globals: { preset: 'shadcn slate HSL', theme: 'dark' } };
export const ShadcnTriplesRightToLeft: Story = { globals: { preset: 'shadcn slate HSL', dir: 'rtl' } };

/** The theme of a Mixpeek app, handed over as it is. */
export const AppTheme: Story = {
  args: {
    tokens: themeFromApp({
      primary_color: '#f59e0b',
      background_color: '#1c1917',
      surface_color: '#292524',
      text_color: '#fafaf9',
      muted_color: '#a8a29e',
      border_color: '#44403c',
      border_radius: 2,
      font_family: 'Georgia, serif',
    }),
  },
};

/** The variables that Clerk was themed with. */
export const ClerkAppearance: Story = {
  args: {
    tokens: themeFromClerk({
      colorPrimary: '#0f766e',
      colorBackground: '#fdfcf9',
      colorForeground: '#292524',
      colorMutedForeground: '#57534e',
      borderRadius: '1rem',
    }),
  },
};

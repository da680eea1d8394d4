import { UsersPanel } from '@mixpeek/users-panel';
import { createSeed } from '@mixpeek/users-panel/memory';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { catalogues } from './catalogues.js';
import { aMember, ada, anInvitation, grace, hedy } from './fixtures.js';
import { backEndOf } from './backEnd.js';
import { listsAreThere } from './inviteField.js';
import { chosenIn } from './toolbar.js';

/** The panel in languages that differ in kind; the toolbar has all fourteen. */
const meta: Meta<typeof UsersPanel> = {
  title: 'Languages',
  component: UsersPanel,
  parameters: {
    provider: false,
    backEnd: {
      seed: {
        members: [
          ada,
          grace,
          hedy,
          aMember({ name: 'نور الدين', email: 'nour@example.com', joinedAt: '2026-06-01T12:00:00Z' }),
          aMember({ name: 'Ödön von Horváth', email: 'odon@example.com', role: 'org:admin' }),
          aMember({ name: null, email: 'only.address@example.com', managed: true }),
          ...createSeed({ members: 8 }).members,
        ],
        invitations: [
          anInvitation({ email: 'sophie.wilson@example.com', role: 'org:admin' }),
          anInvitation({ email: 'frances.allen@example.com', expiresAt: '2026-11-05T09:00:00Z' }),
        ],
      },
    },
  },
  args: { appId: 'app_demo', currentUserId: 'user_ada' },
  render: (args, { loaded, globals }) => (
    <UsersPanel {...args} dataProvider={backEndOf(loaded).dataProvider} {...chosenIn(globals)} />
  ),
};
export default meta;
type Story = StoryObj<typeof UsersPanel>;

/** The story of one language: addresses of every kind are in the field, and two of them can be sent. */
function inLanguage(locale: string, dir: 'ltr' | 'rtl', send: string): Story {
  const words = catalogues[locale];
  return {
    globals: { locale },
    async play({ canvas, canvasElement, loaded }) {
      if (!words) throw new Error(`There is no catalogue of ${locale}.`);
      const field = await canvas.findByRole('textbox', { name: words.invite.emails });
      await expect(await canvas.findByRole('heading', { name: words.panel.title, level: 2 })).toBeVisible();
      const root = canvasElement.querySelector('.mup-root');
      await expect([root?.getAttribute('lang'), root?.getAttribute('dir')]).toEqual([locale, dir]);
      await waitFor(() => expect(listsAreThere(loaded)).toBe(true));
      await userEvent.click(field);
      await userEvent.paste(
        'joan@example.com, anna.maria.verylongname@departement.example.com, grace.hopper@example.com, sophie.wilson@example.com, joan@example.com, no address,',
      );
      await expect(await canvas.findByRole('button', { name: send })).toBeVisible();
      // Whatever the length of its words, the panel is no wider than its page.
      await expect(root?.scrollWidth).toBe(root?.clientWidth);
    },
  };
}

/** Long words. */
export const German = inLanguage('de', 'ltr', '2 Einladungen senden');

/** From right to left, with six plural forms. */
export const Arabic = inLanguage('ar', 'rtl', 'إرسال دعوتين');

/** From right to left, in square letters. */
export const Hebrew = inLanguage('he', 'rtl', 'שליחת שתי הזמנות');

/** No spaces between words, and one plural form. */
export const Japanese = inLanguage('ja', 'ltr', '2 件の招待を送信');

/** Four plural forms. */
export const Polish = inLanguage('pl', 'ltr', 'Wyślij 2 zaproszenia');

/** Spaces that do not break before its question marks. */
export const French = inLanguage('fr', 'ltr', 'Envoyer 2 invitations');

/** German as wide as a phone. */
export const GermanOnAPhone: Story = { ...German, parameters: { phone: true } };

/** Arabic as wide as a phone. */
export const ArabicOnAPhone: Story = { ...Arabic, parameters: { phone: true } };

import { MemberTable } from '@mixpeek/users-panel';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import {
  ada,
  aMember,
  addressOnly,
  david,
  grace,
  longNamed,
  nameless,
  nour,
  pictured,
  pictureGone,
} from './fixtures.js';

const meta: Meta<typeof MemberTable> = {
  title: 'Pieces/MemberTable and its people',
  component: MemberTable,
};
export default meta;
type Story = StoryObj<typeof MemberTable>;

const fitsIts = async (element: HTMLElement) => {
  await expect(element.scrollWidth).toBeLessThanOrEqual(element.clientWidth);
};

/** Whoever looks is marked, and is not offered their own removal. */
export const OwnRow: Story = {
  async play({ canvas }) {
    const row = await canvas.findByRole('row', { name: /Ada Lovelace/ });
    await expect(row).toHaveTextContent('You');
    await expect(within(row).queryByRole('button', { name: /Remove/ })).toBeNull();
    await expect(within(row).getByRole('combobox', { name: 'Role of Ada Lovelace' })).toBeEnabled();
  },
};

/** Alone: the only admin, and nothing to turn pages for. */
export const OneMember: Story = {
  parameters: { backEnd: { seed: { members: [ada] } } },
  async play({ canvas }) {
    const row = await canvas.findByRole('row', { name: /Ada Lovelace/ });
    await expect(canvas.getByRole('heading', { name: /Members/ })).toHaveTextContent('1');
    await expect(within(row).getByRole('combobox')).toHaveAccessibleDescription(/only admin/);
    await expect(canvas.queryByRole('navigation')).toBeNull();
  },
};

/** A name of two hundred characters is all there, and widens nothing. */
export const LongNames: Story = {
  parameters: { backEnd: { seed: { members: [ada, longNamed, grace] } } },
  async play({ canvas, canvasElement }) {
    await expect(await canvas.findByText(longNamed.name ?? '')).toBeVisible();
    await expect(canvas.getByText(longNamed.email ?? '')).toBeVisible();
    await fitsIts(canvasElement);
  },
};

export const LongNamesOnAPhone: Story = {
  parameters: { ...LongNames.parameters, phone: true },
  async play({ canvas }) {
    await expect(await canvas.findByText(longNamed.name ?? '')).toBeVisible();
    await fitsIts(canvas.getByRole('table'));
    const remove = canvas.getByRole('button', { name: /Remove Maximiliana/ }).getBoundingClientRect();
    await expect(remove.right).toBeLessThanOrEqual(canvas.getByRole('table').getBoundingClientRect().right);
  },
};

/** Nobody's name is missing from a row: the address stands in, then the id. */
export const NoNameNoAddress: Story = {
  parameters: { backEnd: { seed: { members: [ada, addressOnly, nameless] } } },
  async play({ canvas }) {
    const row = await canvas.findByRole('row', { name: /user_2mX9QpLr/ });
    await expect(row).toHaveTextContent('Not known');
    await expect(within(row).getByRole('button', { name: 'Remove user_2mX9QpLr' })).toBeVisible();
    await expect(canvas.getAllByText('only.an.address@example.com')).toHaveLength(1);
  },
};

/** A picture where there is one that loads; initials for those who have none or have lost it. */
export const PicturesAndInitials: Story = {
  parameters: { backEnd: { seed: { members: [ada, pictured, pictureGone] } } },
  async play({ canvas, canvasElement }) {
    await canvas.findByRole('row', { name: /Sophie Wilson/ });
    await expect(await canvas.findByText('FA')).toBeVisible();
    await waitFor(() => expect(canvasElement.querySelector('img')?.naturalWidth).toBeGreaterThan(0));
    await expect(canvasElement.querySelectorAll('img')).toHaveLength(1);
    await expect(canvas.getByText('AL')).toBeVisible();
  },
};

/** Names that read from right to left keep to themselves between those that do not. */
export const RightToLeftNames: Story = {
  parameters: { backEnd: { seed: { members: [ada, nour, david, grace] } } },
  async play({ canvas }) {
    await userEvent.click(await canvas.findByRole('button', { name: /Remove .*نور الهاشمي/ }));
    const dialog = await canvas.findByRole('alertdialog');
    await expect(dialog).toHaveTextContent('نور الهاشمي');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    const start = ({ left }: DOMRect) => Math.round(left);
    const [latin, arabic] = ['Ada Lovelace', 'نور الهاشمي'].map((name) => canvas.getByText(name));
    await expect(start(arabic!.getBoundingClientRect())).toBe(start(latin!.getBoundingClientRect()));
  },
};

/** The whole table from right to left. */
export const RightToLeft: Story = {
  globals: { dir: 'rtl' },
  parameters: { backEnd: { seed: { members: [ada, nour, david, aMember({ ...grace, role: 'org:billing' })] } } },
  async play({ canvas, canvasElement }) {
    const row = await canvas.findByRole('row', { name: /Ada Lovelace/ });
    const [person, role] = [within(row).getByRole('rowheader'), within(row).getByRole('combobox')];
    await expect(person.getBoundingClientRect().left).toBeGreaterThan(role.getBoundingClientRect().right);
    await fitsIts(canvasElement);
  },
};

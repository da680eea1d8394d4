import { RoleSelect, type RoleSelectProps } from '@mixpeek/users-panel';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn, userEvent } from 'storybook/test';

function Chosen(props: RoleSelectProps) {
  const [role, setRole] = useState(props.role);
  return (
    <RoleSelect
      {...props}
      role={role}
      onRoleChange={(next) => {
        setRole(next);
        props.onRoleChange(next);
      }}
    />
  );
}

const meta: Meta<typeof RoleSelect> = {
  title: 'Pieces/RoleSelect',
  component: RoleSelect,
  args: { role: 'org:member', label: 'Role of Grace Hopper', onRoleChange: fn() },
  render: (args) => <Chosen {...args} />,
};
export default meta;
type Story = StoryObj<typeof RoleSelect>;

export const Default: Story = {
  async play({ canvas, args }) {
    const select = canvas.getByRole('combobox', { name: 'Role of Grace Hopper' });
    await userEvent.selectOptions(select, 'Admin');
    await expect(args.onRoleChange).toHaveBeenCalledWith('org:admin');
    await expect(select).toHaveDisplayValue('Admin');
  },
};

export const WithDescription: Story = {
  args: { showDescription: true },
  async play({ canvas }) {
    await expect(canvas.getByRole('combobox')).toHaveAccessibleDescription('Can use the app.');
  },
};

export const Disabled: Story = {
  args: { disabledReason: 'This membership is managed by a directory. Change it there.' },
  async play({ canvas }) {
    await expect(canvas.getByRole('combobox')).toBeDisabled();
    await expect(canvas.getByRole('combobox')).toHaveAccessibleDescription(/managed by a directory/);
  },
};

/** The last admin: off, and it says what to do first. */
export const LastAdmin: Story = {
  args: {
    role: 'org:admin',
    label: 'Role of Ada Lovelace',
    disabledReason: 'The only admin cannot be removed or made a member. Make someone else an admin first.',
  },
  async play({ canvas }) {
    await expect(canvas.getByRole('combobox')).toBeDisabled();
    await expect(canvas.getByRole('combobox')).toHaveAccessibleDescription(/Make someone else an admin first/);
  },
};

/** On its way: said to those who do not see the dashes, and still open to a change of mind. */
export const Saving: Story = {
  args: { busy: true },
  async play({ canvas }) {
    await expect(canvas.getByRole('combobox')).toBeEnabled();
    await expect(canvas.getByRole('combobox')).toHaveAccessibleDescription('Saving…');
  },
};

export const Refused: Story = {
  args: { error: 'You are not allowed to do this. Ask an admin of this app.' },
  async play({ canvas }) {
    await expect(canvas.getByRole('combobox')).toBeInvalid();
    await expect(canvas.getByRole('combobox')).toHaveAccessibleDescription(/not allowed/);
  },
};

export const UnknownRole: Story = {
  args: { role: 'org:billing', showDescription: true },
  async play({ canvas }) {
    await expect(canvas.getByRole('combobox')).toHaveDisplayValue('org:billing');
    await expect(canvas.getByRole('combobox')).toHaveAccessibleDescription(/not known here/);
  },
};

/** The host's own roles, names and order. */
export const CustomRoles: Story = {
  parameters: {
    provider: {
      roles: [
        { role: 'org:admin', label: 'Owner', description: 'Runs the app.' },
        { role: 'org:editor', label: 'Editor' },
        { role: 'org:member' },
      ],
    },
  },
  async play({ canvas }) {
    const labels = canvas.getAllByRole('option').map((option) => option.textContent);
    await expect(labels).toEqual(['Owner', 'Editor', 'Member']);
  },
};

/** A role with a long name is cut short in its box, and widens nothing. */
export const LongRoleName: Story = {
  args: { role: 'org:long', showDescription: true },
  parameters: {
    phone: true,
    provider: {
      roles: [
        {
          role: 'org:long',
          label: 'Regional administrator of the northern and western departments',
          description: 'May look after everybody in the north and the west, with their devices and their invitations.',
        },
        { role: 'org:member' },
      ],
    },
  },
  async play({ canvas }) {
    const { width } = canvas.getByRole('combobox').getBoundingClientRect();
    await expect(width).toBeLessThanOrEqual(360);
    await expect(canvas.getByText(/May look after everybody/)).toBeVisible();
  },
};

/** From right to left the arrow is on the left. */
export const RightToLeft: Story = {
  globals: { dir: 'rtl' },
  async play({ canvas, canvasElement }) {
    const box = canvas.getByRole('combobox').getBoundingClientRect();
    const arrow = canvasElement.querySelector('svg')?.getBoundingClientRect();
    await expect(arrow?.right).toBeLessThan(box.left + box.width / 2);
  },
};

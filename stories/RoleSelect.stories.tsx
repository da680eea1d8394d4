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

export const Saving: Story = { args: { busy: true } };

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

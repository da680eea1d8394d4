import {
  memberDisplayName,
  NoticeRegion,
  RemoveDialog,
  RoleSelect,
  useMembers,
  useUpdateMemberRole,
  type Member,
} from '@mixpeek/users-panel';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, userEvent, within } from 'storybook/test';
import { backEndOf } from './backEnd.js';

/** A host's own list over the kit's hooks: its markup, our rules. */
function OwnTable() {
  const { status, members, access, error, refetch } = useMembers();
  const changeRole = useUpdateMemberRole();
  const [removing, setRemoving] = useState<Member | null>(null);

  if (status === 'loading') return <p>One moment…</p>;
  if (status !== 'ready') return <button onClick={refetch}>{error?.code ?? 'No access'}: try again</button>;
  return (
    <>
      <ul aria-label="Our people">
        {members.map((member) => (
          <li key={member.userId}>
            {memberDisplayName(member)}
            {access === 'manage' && (
              <>
                <RoleSelect
                  role={member.role}
                  label={`Role of ${memberDisplayName(member)}`}
                  onRoleChange={(role) => changeRole(member, role)}
                />
                <button onClick={() => setRemoving(member)}>Remove {memberDisplayName(member)}</button>
              </>
            )}
          </li>
        ))}
      </ul>
      {removing && <RemoveDialog member={removing} onClose={() => setRemoving(null)} />}
      <NoticeRegion />
    </>
  );
}

const meta: Meta<typeof OwnTable> = { title: 'Your own table', component: OwnTable };
export default meta;

/** Optimistic roles, undo, and a confirmed removal, in markup that is not ours. */
export const Default: StoryObj<typeof OwnTable> = {
  async play({ canvas, loaded }) {
    const people = within(await canvas.findByRole('list', { name: 'Our people' }));
    await expect(people.getAllByRole('listitem')).toHaveLength(12);
    await userEvent.click(people.getByRole('button', { name: 'Remove Grace Hopper' }));
    await userEvent.click(within(await canvas.findByRole('alertdialog')).getByRole('button', { name: 'Remove' }));
    await expect(await canvas.findByText('Grace Hopper was removed.')).toBeVisible();
    await expect(people.getAllByRole('listitem')).toHaveLength(11);
    await expect(backEndOf(loaded).fake.read().members).toHaveLength(11);
  },
};

import {
  MembershipRequestList,
  NoticeRegion,
  OrganizationForm,
  OrganizationList,
  UsersProvider,
} from '@mixpeek/users-panel';
import { createClerkDataProvider } from '@mixpeek/users-panel/clerk';
import { organizationsAr } from '@mixpeek/users-panel/locales/organizations/ar';
import { ar } from '@mixpeek/users-panel/locales/ar';
import { createSeed } from '@mixpeek/users-panel/memory';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState, type ComponentProps } from 'react';
import { expect, userEvent } from 'storybook/test';
import { createFakeClerk, type FakeSdkOptions } from '../test/clerk/fakeClerk.js';

const APP = 'org_acme';

/** The pieces for organizations, over a stand-in for Clerk. */
async function connect(options: FakeSdkOptions = {}, others: readonly string[] = []) {
  const seed = createSeed({ appId: APP, members: 12 });
  const { clerk } = await createFakeClerk(seed, { userId: seed.members[0]?.userId ?? null, ...options });
  const dataProvider = createClerkDataProvider(clerk);
  for (const name of others) await dataProvider.createOrganization?.({ name });
  return { dataProvider };
}

type Words = Pick<ComponentProps<typeof OrganizationList>, 'messages'>;

function Pieces({
  dataProvider,
  messages,
  ...rest
}: Omit<ComponentProps<typeof UsersProvider>, 'appId' | 'messages'> & Words & { words?: typeof ar }) {
  const [selectedId, setSelectedId] = useState(APP);
  const { words, ...props } = rest;
  return (
    <UsersProvider appId={selectedId} dataProvider={dataProvider} messages={words} {...props}>
      <OrganizationList
        selectedId={selectedId}
        onSelect={(chosen) => setSelectedId(chosen.organizationId)}
        messages={messages}
      />
      <OrganizationForm messages={messages} />
      <MembershipRequestList messages={messages} />
      <NoticeRegion />
    </UsersProvider>
  );
}

const meta: Meta<typeof OrganizationList> = { title: 'Pieces/Organizations', component: OrganizationList };
export default meta;
type Story = StoryObj<typeof OrganizationList>;

const requests = () => [
  { id: 'req_1', email: 'una@example.com', name: 'Una Ask', status: 'pending' as const },
  { id: 'req_2', email: 'vic@example.com', name: 'Vic Ask', status: 'pending' as const },
];
const render: Story['render'] = (_args, { loaded }) => <Pieces {...(loaded as Awaited<ReturnType<typeof connect>>)} />;

export const Default: Story = {
  loaders: [() => connect({ requests: requests() }, ['Widgets'])],
  render,
  async play({ canvas }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Switch to Widgets' }));
    await expect(await canvas.findByRole('row', { name: /Widgets Current/ })).toBeVisible();
  },
};

export const Renaming: Story = {
  loaders: [() => connect({}, ['Widgets'])],
  render,
  async play({ canvas }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Rename Widgets' }));
    await expect(await canvas.findByRole('textbox', { name: 'New name of Widgets' })).toBeVisible();
  },
};

/** Somebody who belongs to none. */
export const Empty: Story = {
  loaders: [() => connect({ userId: 'operator' })],
  render,
  async play({ canvas }) {
    await expect(await canvas.findByText('You belong to no organization yet')).toBeVisible();
  },
};

export const SignedOut: Story = {
  loaders: [() => connect({ userId: null })],
  render,
  async play({ canvas }) {
    await expect(await canvas.findByRole('button', { name: 'Sign in' })).toBeVisible();
  },
};

export const RightToLeft: Story = {
  loaders: [() => connect({ requests: requests() }, ['Widgets'])],
  render: (_args, { loaded }) => (
    <Pieces {...(loaded as Awaited<ReturnType<typeof connect>>)} messages={organizationsAr} words={ar} />
  ),
  async play({ canvas }) {
    await expect(await canvas.findByRole('table', { name: 'المؤسسات' })).toBeVisible();
  },
};

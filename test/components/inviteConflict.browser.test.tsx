import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { FakeMixpeekOptions } from '../../src/msw/index.js';
import { chips, open, put, send } from './inviteForm.js';

const conflict = { operation: 'inviteMember', kind: 'status', status: 409, match: 'late@x.org' } as const;

describe('InviteForm, when another admin has invited an address since the list was loaded', () => {
  it.each<[name: string, options: FakeMixpeekOptions]>([
    ['the Mixpeek envelope', { errorStyle: 'mixpeek' }],
    ['the Mixpeek envelope without Clerk codes', { errorStyle: 'mixpeek', clerkCodes: false }],
    ['a FastAPI detail', { errorStyle: 'fastapi' }],
    ['Clerk errors', { errorStyle: 'clerk' }],
    ['a bare 409 with a FastAPI detail', { faults: [{ ...conflict, errorStyle: 'fastapi' }] }],
  ])('says so from %s', async (_name, options) => {
    const { fake, dataProvider } = await open(options);
    fake.configure({ ...options, faults: [] });
    await dataProvider.inviteMember({ appId: 'app_demo', email: 'late@x.org', role: 'org:member' });
    fake.configure(options);
    await put('late@x.org');
    await send();
    await waitFor(() => expect(chips()).toEqual([expect.stringMatching(/^late@x\.org \| .*already invited/i)]));
    expect(screen.queryByText(/not valid|not an e-?mail/i)).toBeNull();
  });
});

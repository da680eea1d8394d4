import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readClerkInvitation, readClerkMember, readClerkPerson, readClerkRows } from '../../src/clerk/clerkRows.js';

const at = Date.UTC(2026, 0, 2, 3, 4, 5);
const inSdk = {
  id: 'orgmem_1',
  role: 'org:admin',
  createdAt: new Date(at),
  publicUserData: {
    userId: 'user_1',
    identifier: 'ada@example.com',
    firstName: 'Ada',
    lastName: 'Lovelace',
    imageUrl: 'https://img.example.com/ada.png',
    hasImage: true,
  },
};
const onWire = {
  id: 'orgmem_1',
  role: 'org:admin',
  created_at: at,
  public_user_data: {
    user_id: 'user_1',
    identifier: 'ada@example.com',
    first_name: 'Ada',
    last_name: 'Lovelace',
    image_url: 'https://img.example.com/ada.png',
    has_image: true,
  },
};
const ada = {
  userId: 'user_1',
  membershipId: 'orgmem_1',
  email: 'ada@example.com',
  name: 'Ada Lovelace',
  avatarUrl: 'https://img.example.com/ada.png',
  role: 'org:admin',
  joinedAt: '2026-01-02T03:04:05.000Z',
};

describe('a membership', () => {
  it.each([
    ['in the browser SDK', inSdk],
    ['in the server SDK', { ...inSdk, createdAt: at }],
    ['on the wire', onWire],
  ])('is one member, as it is %s', (_where, row) => {
    expect(readClerkMember(row)).toEqual(ada);
  });

  it.each(['admin', 'basic_member', 'org:billing_manager'])('keeps the role %s as it is', (role) => {
    expect(readClerkMember({ ...inSdk, role })?.role).toBe(role);
  });

  it('is managed when the directory took the person away', () => {
    const gone = { ...inSdk, publicUserData: { ...inSdk.publicUserData, deprovisioned: true } };
    expect(readClerkMember(gone)).toEqual({ ...ada, managed: true });
  });

  it.each([
    ['without its person', { ...inSdk, publicUserData: undefined }],
    ['of a person without an id', { ...inSdk, publicUserData: { identifier: 'x@example.com' } }],
    ['without a role', { ...inSdk, role: '' }],
    ['that is nothing', null],
  ])('%s cannot be read', (_what, row) => {
    expect(readClerkMember(row)).toBeNull();
  });
});

describe('a person', () => {
  it('without a picture of their own has none: Clerk’s drawn one is not shown', () => {
    expect(readClerkPerson({ imageUrl: 'https://img.clerk.com/x', hasImage: false }).avatarUrl).toBeNull();
  });

  it('who signs in by telephone or user name is called by it, and has no address', () => {
    expect(readClerkPerson({ identifier: '+15550100' })).toMatchObject({ email: null, name: '+15550100' });
    expect(readClerkPerson({ identifier: 'ada', firstName: 'Ada' })).toMatchObject({ email: null, name: 'Ada' });
    expect(readClerkPerson({ identifier: 'a@b.cd', username: 'ada' })).toMatchObject({ email: 'a@b.cd', name: 'ada' });
  });

  it('of whom nothing is known is null in every field', () => {
    expect(readClerkPerson(undefined)).toEqual({ email: null, name: null, avatarUrl: null });
  });
});

describe('an invitation', () => {
  const row = {
    id: 'orginv_1',
    emailAddress: 'a@b.cd',
    role: 'org:member',
    status: 'pending',
    createdAt: new Date(at),
  };
  const read = { invitationId: 'orginv_1', email: 'a@b.cd', role: 'org:member', status: 'pending' };

  it('is read with the expiry and link that only the wire has', () => {
    expect(readClerkInvitation(row)).toEqual({ ...read, createdAt: '2026-01-02T03:04:05.000Z' });
    const wire = { id: 'orginv_1', email_address: 'a@b.cd', role: 'org:member', status: 'pending', created_at: at };
    expect(readClerkInvitation({ ...wire, expires_at: at, url: 'https://x.example.com/' })).toEqual({
      ...read,
      createdAt: '2026-01-02T03:04:05.000Z',
      expiresAt: '2026-01-02T03:04:05.000Z',
      url: 'https://x.example.com/',
    });
  });

  it('without an address cannot be read', () => {
    expect(readClerkInvitation({ ...row, emailAddress: undefined })).toBeNull();
  });
});

describe('a list', () => {
  const read = (values: unknown, total: unknown) => readClerkRows(values, total, readClerkMember, (row) => row.userId);

  it('counts what cannot be read, and shows one id once', () => {
    expect(read([inSdk, { id: 'broken' }, inSdk], 30)).toEqual({ rows: [ada], total: 30, unreadable: 1 });
  });

  it('has at least as many in total as came, whatever is said', () => {
    fc.assert(
      fc.property(fc.anything(), fc.array(fc.anything()), (total, values) => {
        const { rows, unreadable, total: counted } = read(values, total);
        return Number.isSafeInteger(counted) && counted >= rows.length + unreadable;
      }),
    );
  });
});

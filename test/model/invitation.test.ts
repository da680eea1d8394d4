import { describe, expect, it } from 'vitest';
import { expiresSoon, invitationLink, isExpired } from '../../src/model/invitation.js';

const now = Date.parse('2026-11-22T12:00:00Z');

describe('an invitation has expired', () => {
  it.each([
    ['when its time is over', { status: 'pending', expiresAt: '2026-11-22T11:59:59Z' }, true],
    ['at the very moment', { status: 'pending', expiresAt: '2026-11-22T12:00:00Z' }, true],
    ['when the back end says so', { status: 'expired', expiresAt: null }, true],
    ['not while there is time', { status: 'pending', expiresAt: '2026-11-22T12:00:01Z' }, false],
    ['not when nothing is known', { status: 'pending' }, false],
    ['not when the date is none', { status: 'pending', expiresAt: 'soon' }, false],
  ])('%s', (_when, invitation, expected) => {
    expect(isExpired(invitation, now)).toBe(expected);
  });
});

describe('an invitation expires soon', () => {
  it.each([
    ['within three days', { status: 'pending', expiresAt: '2026-11-25T11:59:59Z' }, true],
    ['not later', { status: 'pending', expiresAt: '2026-11-25T12:00:01Z' }, false],
    ['not when it has expired', { status: 'pending', expiresAt: '2026-11-22T11:00:00Z' }, false],
    ['not when nothing is known', { status: 'pending' }, false],
  ])('%s', (_when, invitation, expected) => {
    expect(expiresSoon(invitation, now)).toBe(expected);
  });
});

describe('the link of an invitation', () => {
  it.each([
    ['https://accounts.example.com/accept?ticket=abc', 'https://accounts.example.com/accept?ticket=abc'],
    ['http://localhost:3000/accept', 'http://localhost:3000/accept'],
    ['javascript:alert(1)', null],
    ['data:text/html,hello', null],
    ['/accept', null],
    ['', null],
    [undefined, null],
  ])('%s → %s', (url, expected) => {
    expect(invitationLink(url === undefined ? {} : { url })).toBe(expected);
  });
});

import { render, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { Avatar } from '../../src/ui/Avatar.js';

const PICTURE = 'https://img.example.com/no-such-picture.png';
const { hostname, host } = location;
const show = (src: string | null, name = 'Grace Hopper') => {
  const { container } = render(<Avatar src={src} name={name} />);
  return { image: () => container.querySelector('img'), text: () => container.textContent, container };
};

describe('a picture', () => {
  test.each([
    'javascript:alert(1)',
    'data:image/svg+xml,<svg onload="alert(1)"/>',
    'http://other.example.com/a.png',
    '//other.example.com/a.png',
    'blob:https://other.example.com/1',
    'file:///etc/passwd',
    'ftp://other.example.com/a.png',
    'https://',
    '',
    // A GET of the page's own host takes its cookies along, whatever the port.
    `${location.origin}/logout`,
    `https://${host}/logout`,
    `https://${hostname}/logout`,
    `https://${hostname}:8443/logout`,
    `HTTPS://${hostname.toUpperCase()}./logout`,
    `https://someone@${hostname}/logout`,
    `//${host}/logout`,
    '/logout',
    'logout',
    '?logout',
    './logout',
    '\\\\other.example.com/a.png',
    ' /logout',
  ])('at %j is not asked for: initials stand in', (src) => {
    const { image, text } = show(src);
    expect(image()).toBeNull();
    expect(text()).toBe('GH');
  });

  test('of another host is asked for without telling from where', () => {
    const { image } = show(PICTURE);
    expect(image()).toHaveAttribute('src', PICTURE);
    expect(image()).toHaveAttribute('referrerpolicy', 'no-referrer');
    expect(image()).toHaveAttribute('loading', 'lazy');
    expect(image()).toHaveAttribute('alt', '');
    expect(image()).toHaveAttribute('width', '32');
  });

  test.each([
    // Against a page of https these are paths of its own.
    ['https:logout', 'https://logout/'],
    ['https:/logout', 'https://logout/'],
    [' https://img.example.com/a b.png\n', 'https://img.example.com/a%20b.png'],
    ['https:\\\\img.example.com\\a.png', 'https://img.example.com/a.png'],
  ])('written as %j is asked for where it was judged to be', (src, asked) => {
    expect(show(src).image()).toHaveAttribute('src', asked);
  });

  test('that fails gives way to initials', async () => {
    const { image, text } = show(PICTURE);
    image()?.dispatchEvent(new Event('error'));
    await waitFor(() => expect(image()).toBeNull());
    expect(text()).toBe('GH');
  });

  test('is decoration beside the name, and not read out', () => {
    expect(show(null).container.firstElementChild).toHaveAttribute('aria-hidden', 'true');
  });
});

describe('the initials of', () => {
  test.each([
    ['Grace Hopper', 'GH'],
    ['Tim Berners-Lee', 'TL'],
    ['Ada', 'A'],
    ['ada.lovelace@example.com', 'AL'],
    ['Élodie Ångström', 'ÉÅ'],
    ['田中 のり', '田の'],
    ['نور الهاشمي', 'نا'],
    ['😀 Grace', 'G'],
    ['   ', ''],
    ['<b>', ''],
  ])('%j are %j', (name, initials) => {
    expect(show(null, name).text()).toBe(initials);
  });
});

test('the same name has the same tone, and tones differ', () => {
  const tone = (name: string) => show(null, name).container.firstElementChild?.getAttribute('data-tone');
  expect(tone('Grace Hopper')).toBe(tone('Grace Hopper'));
  const tones = new Set(['Ann', 'Bob', 'Cid', 'Dora', 'Eve', 'Fay', 'Gus', 'Hal', 'Ivy', 'Jo'].map(tone));
  expect(tones.size).toBeGreaterThan(3);
});

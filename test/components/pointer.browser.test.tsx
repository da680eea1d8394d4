import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';

const WIDE = <button style={{ position: 'fixed', inset: 0 }}>Wide</button>;
const frames = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

test.each([
  ['hovers', userEvent.hover],
  ['clicks', userEvent.click],
])('a test that %s has the pointer over the page', async (_name, act) => {
  render(WIDE);
  // Nor does the test before it leave the pointer there.
  await frames();
  expect(screen.getByRole('button').matches(':hover')).toBe(false);
  await act(screen.getByRole('button'));
  expect(screen.getByRole('button').matches(':hover')).toBe(true);
});

test('a test that comes after it does not', async () => {
  render(WIDE);
  await frames();
  expect(screen.getByRole('button').matches(':hover')).toBe(false);
});

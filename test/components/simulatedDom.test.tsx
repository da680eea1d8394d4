// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { createMemoryDataProvider } from '../../src/memory/index.js';
import { UsersPanel } from '../../src/UsersPanel.js';
import { ada, aMember, grace } from '../../stories/fixtures.js';

afterEach(cleanup);

describe('UsersPanel in a simulated DOM, as in the tests of a host', () => {
  it('has rows that are found by their address', async () => {
    const members = [ada, grace, aMember({ name: null, email: 'only.an.address@example.com' })];
    render(
      <UsersPanel appId="app_demo" currentUserId="user_ada" dataProvider={createMemoryDataProvider({ members })} />,
    );
    expect(await screen.findByRole('rowheader', { name: 'only.an.address@example.com' })).toBeTruthy();
    expect(screen.getByRole('rowheader', { name: (name) => name.endsWith(` ${grace.email}`) })).toBeTruthy();
    expect(screen.getByText('only.an.address@example.com')).toBeTruthy();
  });

  it('takes tokens, which nothing can judge there', async () => {
    const { container } = render(
      <UsersPanel
        appId="app_demo"
        currentUserId="user_ada"
        dataProvider={createMemoryDataProvider({ members: [ada] })}
        tokens={{ accent: 'teal' }}
      />,
    );
    await screen.findByRole('rowheader', { name: /Ada/ });
    expect(container.querySelector<HTMLElement>('.mup-root')?.style.getPropertyValue('--mup-accent')).toBe('teal');
  });
});

import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { packageName, root } from './dist.js';

/** Renders the panel in a Node process of its own, where there is no window; `code` then sees the markup. */
function renderInNode(code: string): string {
  const script = `
    import { createElement } from 'react';
    import { renderToString } from 'react-dom/server';
    import { UsersPanel } from '${packageName}';
    const markup = renderToString(createElement(UsersPanel, { appId: 'app_abc123' }));
    ${code}`;
  return execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: root,
    encoding: 'utf8',
    timeout: 30_000,
  });
}

/** Whether a timer is left that would keep a server's process alive. */
const TIMERS_LEFT = `process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length`;

/** The process is ended by hand, so that a timer left behind fails its own test and not all of them. */
const PRINT = 'console.log(markup); process.exit();';

describe('rendered on a server', () => {
  const markup = renderInNode(PRINT);

  it('the panel is there, in its loading state', () => {
    expect(markup).toContain('mup-root');
    expect(markup).toContain('aria-busy');
  });

  it('the markup has no inline style, script or handler, so a strict policy lets it through', () => {
    expect(markup).not.toMatch(/\sstyle=|<style|<script|\son\w+=/);
  });

  it('the same input gives the same markup, so hydration matches', () => {
    expect(renderInNode(PRINT)).toBe(markup);
  });

  it('the process can end: no timer is left behind', () => {
    expect(renderInNode(`console.log(${TIMERS_LEFT}); process.exit();`).trim()).toBe('0');
  });

  it('reads neither the clock nor chance, which Next.js forbids in what it prerenders', () => {
    const script = `
      import { createElement } from 'react';
      import { renderToString } from 'react-dom/server';
      import { createMemoryDataProvider, createSeed } from '${packageName}/memory';
      import * as kit from '${packageName}';
      const appId = 'app_demo';
      const seed = createSeed({ appId, members: 3 });
      const pages = [undefined, null, seed.members[0].userId].flatMap((currentUserId) => {
        const dataProvider = createMemoryDataProvider(seed, { currentUserId });
        const within = ['OrganizationList', 'OrganizationForm', 'MembershipRequestList', 'InviteForm', 'InvitationList'];
        return [
          createElement(kit.UsersPanel, { appId, dataProvider }),
          createElement(kit.UsersProvider, { appId, dataProvider }, within.map((key) => createElement(kit[key], { key }))),
        ];
      });
      const read = [];
      const watch = (owner, name) => {
        const real = owner[name];
        owner[name] = (...args) => (read.push(name + new Error().stack), real.apply(owner, args));
      };
      watch(Date, 'now');
      watch(Math, 'random');
      watch(crypto, 'randomUUID');
      watch(crypto, 'getRandomValues');
      globalThis.Date = new Proxy(Date, {
        construct: (target, args) => (args.length === 0 && read.push('new Date()' + new Error().stack), new target(...args)),
      });
      for (const page of pages) renderToString(page);
      console.log(JSON.stringify(read));
      process.exit();
    `;
    const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: root,
      encoding: 'utf8',
      timeout: 30_000,
    });
    expect(JSON.parse(output)).toEqual([]);
  });
});

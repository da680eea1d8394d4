import { expect, it } from 'vitest';
import { expectToChangeRole, expectToInvite, expectToRemove, expectToRevoke } from './acts.js';
import type { Opening } from './describeEngine.js';
import { until } from './page.js';

/** What `<mixpeek-users-panel>` does in a page without a bundler. */
export function describeElement({ open }: Opening) {
  it('invites, changes a role, removes and revokes, with an event for each', async () => {
    const panel = await open();
    await expectToInvite(panel);
    await expectToChangeRole(panel);
    await expectToRemove(panel);
    await expectToRevoke(panel);
    const events = await panel.page.evaluate(() =>
      [...document.querySelectorAll('#log li')].map(({ textContent }) => textContent),
    );
    expect(events).toEqual(['invite', 'rolechange', 'remove', 'revoke']);
  });

  it('violates no policy, and a violation would be seen', async () => {
    const panel = await open();
    expect(await panel.complaints()).toEqual([]);
    await panel.page.evaluate(() => {
      const style = document.createElement('style');
      style.textContent = 'body { color: red }';
      document.head.append(style);
    });
    const complaints = await until('a complaint', async () => {
      const all = await panel.takeComplaints();
      if (all.length === 0) throw new Error('There is none.');
      return all;
    });
    expect(complaints.join()).toMatch(/policy: style-src/);
  });

  it('follows attributes and properties', async () => {
    const panel = await open();
    const found = await panel.page.evaluate(() => {
      const element = document.querySelector('mixpeek-users-panel');
      if (!element) throw new Error('There is no element.');
      element.setAttribute('page-size', '5');
      element.density = 'compact';
      const { pageSize, appId, shadowRoot } = element;
      return { pageSize, appId, density: element.getAttribute('density'), mode: shadowRoot?.mode };
    });
    expect(found).toEqual({ pageSize: 5, appId: 'app_demo', density: 'compact', mode: 'open' });
    await panel.waitForRows(panel.members, 'five rows', ({ length }) => length === 5);
    await panel.page.evaluate(() => document.querySelector('mixpeek-users-panel')?.removeAttribute('app-id'));
    await panel.members.waitUntilGone();
  });

  it.each([
    ['light', false, 255],
    ['dark', true, 0],
  ] as const)('has readable contrast where the system is %s', async (scheme, isDark, ground) => {
    const panel = await open({ scheme });
    expect(await panel.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(isDark);
    await panel.emails.fill('new@example.com, nobody, ann@gmial.com, ');
    const { count, faint, background } = await panel.page.evaluate(() => ({
      ...kit.measureContrast(kit.findRoot()),
      background: kit.readColor(getComputedStyle(kit.findRoot()).backgroundColor),
    }));
    expect(count).toBeGreaterThan(60);
    expect(faint).toEqual([]);
    for (const channel of background.slice(0, 3)) expect(Math.abs(channel - ground)).toBeLessThan(60);
  });

  it.each([1100, 390])('is laid out from right to left without a fault at %s px', async (width) => {
    const panel = await open();
    await panel.page.evaluate(() => document.querySelector('mixpeek-users-panel')?.setAttribute('dir', 'rtl'));
    await panel.page.resize(width, 800);
    const found = await panel.page.evaluate(() => {
      const root = kit.findRoot();
      const person = root.querySelector('.mup-person') ?? root;
      const { left, right } = person.getBoundingClientRect();
      const around = root.getBoundingClientRect();
      return {
        direction: getComputedStyle(root).direction,
        startsAtTheRight: around.right - right < left - around.left,
        faults: kit.layoutFaults(root),
      };
    });
    expect(found).toEqual({ direction: 'rtl', startsAtTheRight: true, faults: [] });
  });
}

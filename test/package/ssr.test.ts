import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { packageName, root } from './dist.js';

/** Renders the panel in a Node process of its own, where there is no window, and gives the markup. */
function renderInNode(props: string): string {
  const script = `
    import { createElement } from 'react';
    import { renderToString } from 'react-dom/server';
    import { UsersPanel } from '${packageName}';
    console.log(renderToString(createElement(UsersPanel, ${props})));`;
  return execFileSync(process.execPath, ['--input-type=module', '--eval', script], { cwd: root, encoding: 'utf8' });
}

describe('rendered on a server', () => {
  const markup = renderInNode(`{ appId: 'app_abc123' }`);

  it('the panel is there, in its loading state', () => {
    expect(markup).toContain('mup-root');
    expect(markup).toContain('aria-busy');
  });

  it('the markup has no inline style, script or handler, so a strict policy lets it through', () => {
    expect(markup).not.toMatch(/\sstyle=|<style|<script|\son\w+=/);
  });

  it('the same input gives the same markup, so hydration matches', () => {
    expect(renderInNode(`{ appId: 'app_abc123' }`)).toBe(markup);
  });
});

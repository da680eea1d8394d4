import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject } from 'vitest';
import type { Host } from '../e2e/host.js';
import { root } from '../package/dist.js';
import { serve } from '../package/hosts/serve.js';
import { findEngines, type EngineName } from '../tools/engines.js';
import { describeElement } from './describeElement.js';
import { describePanel } from './describePanel.js';
import type { Engine, OpenOptions } from './engine.js';
import { startChromium, startFirefox } from './playwright.js';
import { openVisit, type Visit } from './visit.js';
import { startWebKit } from './webkit.js';

const START = { chromium: startChromium, firefox: startFirefox, webkit: startWebKit };
const POLICY = "default-src 'self'";

declare module 'vitest' {
  interface TaskMeta {
    /** The engine that a test ran in, with its version. */
    engine?: string;
  }
}

/** What the tests of an engine begin with. */
export interface Opening {
  /** Opens the page with fresh data, as the admin. */
  open: (options?: OpenOptions) => Promise<Visit>;
  /** Whether the page can be touched with a finger. */
  canTouch: boolean;
}

/** What must hold for the packed package in every engine. */
export function describeEngine(name: EngineName) {
  let title = '';
  let engine: Engine;
  const hosts: { react?: Host; html?: Host } = {};
  let current: Visit | undefined;
  /** The requests that change something, since the page was opened. */
  const writes: string[] = [];

  beforeAll(async () => {
    const found = findEngines().find((each) => each.engine.name === name);
    if (!found) throw new Error(`${name} is not installed.`);
    const { react, html, script: firstScript } = inject('hosts');
    const onRequest = ({ method = '', url = '' }: IncomingMessage) => {
      if (method !== 'GET' && url.startsWith('/api/')) writes.push(`${method} ${url}`);
    };
    const headers = { 'content-security-policy': POLICY };
    [engine, hosts.react, hosts.html] = await Promise.all([
      START[name](found.programs),
      serve({ folders: [react], firstScript, onRequest }),
      serve({ folders: [html], firstScript, onRequest, headers }),
    ]);
    title = `${found.engine.title} ${engine.version}`;
  });
  afterAll(async () => {
    await engine.close();
    await Promise.all([hosts.react?.close(), hosts.html?.close()]);
  });
  beforeEach(({ task }) => {
    task.meta.engine = title;
  });
  afterEach(async ({ task }) => {
    const visit = current;
    current = undefined;
    if (!visit) return;
    if (task.result?.state === 'fail') {
      const picture = `${name}-${task.name.replace(/\W+/g, '-')}.png`;
      await visit.page.screenshot(join(root, 'test/.output/engines', picture));
    }
    const complaints = await visit.complaints();
    await visit.page.close();
    expect(complaints).toEqual([]);
  });

  const openingOf = (kind: 'react' | 'html'): Opening => ({
    open: async (options) => {
      const host = hosts[kind];
      if (!host) throw new Error('The host was not started.');
      current = await openVisit(engine, host, writes, options);
      return current;
    },
    canTouch: name === 'chromium',
  });
  describe('a React page', () => {
    describePanel(openingOf('react'));
  });
  describe("a plain page under default-src 'self'", () => {
    describeElement(openingOf('html'));
  });
}

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import manifest from '../../../package.json' with { type: 'json' };
import highest from '../../hosts/highest/package.json' with { type: 'json' };
import lowest from '../../hosts/lowest/package.json' with { type: 'json' };
import { createClerkSessions, ORIGIN } from '../../server/clerkSessions.js';
import { startBrowser, type Host } from '../../e2e/host.js';
import { compile, everyEntry, quickStart } from '../compile.js';
import { packageName } from '../dist.js';
import { build, command, install, type Installed } from './install.js';
import { keepPicture, manage, openHost } from './journey.js';
import { serve } from './serve.js';

const peers: Readonly<Record<string, string>> = manifest.peerDependencies;

it('installs the lowest and the highest version that each peer range names', () => {
  for (const [name, range] of Object.entries(peers)) {
    const parts = range.split(' || ');
    const lower = parts[0]?.replace('^', '');
    const upper = parts.at(-1)?.replace(/^\^(\d+).*/, '$1');
    expect([name, (lowest.dependencies as Record<string, string>)[name]]).toEqual([name, lower]);
    expect([name, (highest.dependencies as Record<string, string>)[name]?.split('.')[0]]).toEqual([name, upper]);
  }
});

/** Asks the fake of `./msw` for the members and prints the status. MSW 3 needs a function that Node 20 has not. */
const MSW = `
Promise.withResolvers ??= function () {
  const made = {};
  made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
  return made;
};
const { setupServer } = await import('msw/node');
const { usersHandlers } = await import('${packageName}/msw');
const server = setupServer(...usersHandlers({ baseUrl: 'https://app.example.com/api' }));
server.listen({ onUnhandledRequest: 'error' });
const answer = await fetch('https://app.example.com/api/v1/apps/app_demo/users');
console.log(answer.status, (await answer.json()).users.length);
server.close();
`;

/** Asks the handler for the members with a session of Clerk and with a forged one, and prints both statuses. */
const CLERK = `
import { clerkAuthorize, createUsersHandler } from '${packageName}/server';
const [jwtKey, ...tokens] = JSON.parse(process.env.SESSIONS);
const handler = createUsersHandler({
  apiKey: 'key',
  namespace: 'ns_1',
  allowedApps: ['app_1'],
  fetch: async () => Response.json({ users: [], total: 0 }),
  authorize: clerkAuthorize({ jwtKey, authorizedParties: ['${ORIGIN}'], organizationId: 'org_1' }),
});
for (const token of tokens) {
  const headers = { authorization: 'Bearer ' + token };
  console.log((await handler(new Request('${ORIGIN}/v1/apps/app_1/users', { headers }))).status);
}
`;

/** Renders the panel as a server does. */
const SSR = `
import { createElement, version } from 'react';
import { renderToString } from 'react-dom/server';
import { UsersPanel } from '${packageName}';
console.log(version, renderToString(createElement(UsersPanel, { appId: 'app_1' })).includes('mup-root'));
`;

describe.each<[versions: 'lowest' | 'highest', react: string, mode: 'development' | 'production']>([
  // Development, with all the warnings that React has for what it does not know.
  ['lowest', lowest.dependencies.react, 'development'],
  ['highest', highest.dependencies.react, 'production'],
])('the %s version of every peer (React %s)', (versions, react, mode) => {
  let installed: Installed;
  let browser: Browser;
  let host: Host;
  beforeAll(async () => {
    [installed, browser] = await Promise.all([install('react', { versions, apart: true }), startBrowser()]);
    await build(installed.folder, 'index.html', mode);
    host = await serve({ folders: [join(installed.folder, 'out')] });
  });
  afterAll(async () => {
    await browser.close();
    await host.close();
    installed.remove();
  });

  async function runInNode(code: string, env: NodeJS.ProcessEnv = {}): Promise<string> {
    writeFileSync(join(installed.folder, 'script.mjs'), code);
    return (await command(installed.folder, process.execPath, ['script.mjs'], env)).stdout.trim();
  }

  it('renders the panel in a bundled page, and every act works without a console message', async () => {
    const { page, read, context, complaints } = await openHost(browser, host);
    await manage({ page, read });
    expect(await page.locator('#page').getAttribute('data-react')).toBe(react);
    await keepPicture(page, `react-${react}`);
    await context.close();
    expect(complaints).toEqual([]);
  });

  it('renders the panel on a server', async () => {
    expect(await runInNode(SSR)).toBe(`${react} true`);
  });

  it('answers through MSW', async () => {
    expect(await runInNode(MSW)).toBe('200 12');
  });

  it('checks sessions with @clerk/backend', async () => {
    const { jwtKey, sign } = createClerkSessions();
    const SESSIONS = JSON.stringify([jwtKey, sign(), createClerkSessions().sign()]);
    expect(await runInNode(CLERK, { SESSIONS })).toBe('200\n401');
  });

  const compilers =
    versions === 'lowest'
      ? ([
          ['typescript', 'bundler'],
          ['typescript', 'nodenext'],
          ['typescript', 'node'],
          ['typescript-5.9', 'bundler'],
          ['typescript-5.9', 'nodenext'],
          ['typescript-6.0', 'bundler'],
        ] as const)
      : ([
          ['typescript', 'bundler'],
          ['typescript', 'nodenext'],
        ] as const);

  it.each(compilers)('compiles with %s and moduleResolution %s', async (compiler, moduleResolution) => {
    const typescript = join(installed.folder, 'node_modules', compiler);
    // TypeScript 5.0 never looks at an import for its effects; since 7.0 it always does.
    const compilerOptions = compiler === 'typescript' ? {} : { noUncheckedSideEffectImports: true };
    const options = { moduleResolution, typescript, compilerOptions };
    expect(await compile(join(installed.folder, 'types'), everyEntry + quickStart, options)).toBe('');
  });
});

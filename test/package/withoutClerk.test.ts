import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build as buildWithEsbuild } from 'esbuild';
import { build as buildWithVite } from 'vite';
import { afterAll, describe, expect, it } from 'vitest';
import { packageName, root } from './dist.js';

const host = mkdtempSync(join(tmpdir(), 'users-panel-host-'));
afterAll(() => rmSync(host, { recursive: true, force: true }));

const home = join(host, 'node_modules', packageName);
mkdirSync(home, { recursive: true });
for (const part of ['dist', 'package.json']) cpSync(join(root, part), join(home, part), { recursive: true });
cpSync(join(root, 'node_modules/zod'), join(host, 'node_modules/zod'), { recursive: true });
writeFileSync(join(host, 'package.json'), '{ "type": "module" }');
writeFileSync(
  join(host, 'server.js'),
  `import { clerkAuthorize, createUsersHandler } from '${packageName}/server';
const options = { apiKey: 'key', namespace: 'ns_1', allowedApps: ['app_1'], fetch: async () => Response.json({ users: [], total: 0 }) };
const request = () => new Request('https://a.example/v1/apps/app_1/users', { headers: { authorization: 'Bearer a.b.c' } });
const own = createUsersHandler({ ...options, authorize: () => ({ userId: 'u', role: 'org:member' }) });
const jwtKey = '-----BEGIN PUBLIC KEY-----';
const authorize = clerkAuthorize({ jwtKey, authorizedParties: ['https://a.example'] });
const errors = [];
const clerk = createUsersHandler({ ...options, authorize, onError: (error) => errors.push(error.message) });
console.log(JSON.stringify([(await own(request())).status, (await clerk(request())).status, errors]));
`,
);
const run = (file: string): unknown =>
  JSON.parse(execFileSync(process.execPath, [join(host, file)], { cwd: host, encoding: 'utf8' }));
const expected = [200, 500, [expect.stringContaining('Install it beside this package')]];

describe('a host without Clerk', () => {
  it('runs the server entry as it is, and is told what is missing only when it asks for it', () => {
    expect(run('server.js')).toEqual(expected);
  });

  it('is bundled by esbuild', async () => {
    const outfile = join(host, 'esbuild.js');
    const options = { bundle: true, format: 'esm', platform: 'node', logLevel: 'silent' } as const;
    const { errors } = await buildWithEsbuild({ ...options, entryPoints: [join(host, 'server.js')], outfile });
    expect(errors).toEqual([]);
    expect(run('esbuild.js')).toEqual(expected);
  });

  it('is bundled by Vite', async () => {
    await buildWithVite({
      root: host,
      configFile: false,
      logLevel: 'silent',
      ssr: { noExternal: true },
      build: { ssr: 'server.js', outDir: 'vite', target: 'es2022' },
    });
    expect(run('vite/server.js')).toEqual(expected);
  });
});

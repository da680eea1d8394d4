import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { command, install, type Installed } from './install.js';

// A host's own tests, installed from the tarball with nothing but what the README asks for.
describe('a test of a host', () => {
  let installed: Installed;
  beforeAll(async () => {
    installed = await install('runners', { apart: true });
  }, 300_000);
  afterAll(() => installed.remove());

  it.each<[runner: string, bin: string, args: string[], passed: number]>([
    ['Jest with jest-fixed-jsdom', 'jest/bin/jest.js', [], 2],
    ['Jest with its own jsdom, without MSW', 'jest/bin/jest.js', ['--env=jsdom', 'memory'], 1],
    ['Vitest with jsdom', 'vitest/vitest.mjs', ['run', '--environment=jsdom'], 2],
    ['Vitest with happy-dom', 'vitest/vitest.mjs', ['run', '--environment=happy-dom'], 2],
  ])(
    'renders the panel and runs its acts in %s',
    async (_runner, bin, args, passed) => {
      const program = join(installed.folder, 'node_modules', bin);
      const { stdout, stderr } = await command(installed.folder, process.execPath, [program, ...args], { CI: 'true' });
      const printed = stripVTControlCharacters(stdout + stderr);
      expect(printed).toMatch(new RegExp(`Tests:? +${passed} passed`));
      // What React or the DOM has to say of the panel.
      expect(printed).not.toMatch(/console\.(error|warn)|Not implemented|^stderr/m);
    },
    300_000,
  );
});

import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../dist.js';

const run = promisify(execFile);
const output = join(root, 'test/.output/installed');

/** Runs a command to its end; what it printed is in the error when it fails. */
export async function command(cwd: string, program: string, args: string[], env: NodeJS.ProcessEnv = {}) {
  const inherited = Object.entries(process.env).filter(([name]) => name !== 'NODE_ENV' && !name.startsWith('VITE'));
  const all = { ...Object.fromEntries(inherited), ...env };
  const shell = process.platform === 'win32';
  try {
    return await run(program, args, { cwd, env: all, shell, maxBuffer: 64 * 1024 * 1024 });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`${program} ${args.join(' ')} failed in ${cwd}:\n${stdout}\n${stderr}`, { cause: error });
  }
}

export interface Installed {
  /** A folder with the host's sources and the package in its node_modules, as npm would have put it there. */
  folder: string;
  remove: () => void;
}

/**
 * Copies a host of test/hosts/ and installs the packed package into it. All else it finds in our own node_modules, unless
 * `versions` names a host with a lock of its own.
 * Such a one may stand `apart`, outside of this repository, whose settings are none of its own.
 * @param name the folder in test/hosts/
 */
export async function install(
  name: string,
  { versions, apart = false }: { versions?: string; apart?: boolean } = {},
): Promise<Installed> {
  const folder = join(apart ? tmpdir() : output, `users-panel-host-${versions ?? name}-${process.pid}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const source of versions ? [name, versions] : [name]) {
    cpSync(join(root, 'test/hosts', source), folder, {
      recursive: true,
      filter: (path) => !path.replaceAll('\\', '/').endsWith('/node_modules'),
    });
  }
  if (existsSync(join(folder, 'package-lock.json'))) {
    await command(folder, 'npm', ['ci', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund']);
  }
  await unpack(folder);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The tarball that npm would publish, unpacked where npm would put it. */
async function unpack(folder: string) {
  const home = join(folder, 'node_modules/@mixpeek/users-panel');
  mkdirSync(home, { recursive: true });
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
  const { stdout } = await command(root, 'npm', args);
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
  await command(folder, 'tar', ['-xzf', filename, '--strip-components', '1', '-C', home]);
  rmSync(join(folder, filename));
}

/**
 * Builds a host with Vite, as its own project would.
 * @param mode `development` builds React with all of its warnings
 */
export async function build(folder: string, entry: string, mode: 'development' | 'production' = 'production') {
  writeFileSync(
    join(folder, 'vite.config.mjs'),
    `export default {
  mode: ${JSON.stringify(mode)},
  logLevel: 'warn',
  build: {
    outDir: 'out',
    rolldownOptions: {
      input: ${JSON.stringify(entry)},
      output: { entryFileNames: '[name].js', assetFileNames: '[name][extname]' },
    },
  },
};
`,
  );
  await command(folder, process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build'], { NODE_ENV: mode });
}

// Finds programs, runs them, and installs them with apt.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** @param {string} path */
export function isRunnable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} command */
export function onPath(command) {
  const name = process.platform === 'win32' ? `${command}.exe` : command;
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find(isRunnable);
}

/**
 * Runs a command with its output shown.
 * @param {string} command
 * @param {string[]} args
 * @returns {boolean} whether it succeeded
 */
export function run(command, args) {
  console.error(`[browser] ${command} ${args.join(' ')}`);
  const result = spawnSync(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: 480_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return result.status === 0;
}

/**
 * Installs Debian packages, where there is apt and the right to use it. Waits up to five minutes for another apt.
 * @param {string[]} packages
 */
export function installWithApt(packages) {
  if (process.platform !== 'linux' || !onPath('apt-get')) return;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && !onPath('sudo')) return;
  /** @param {string[]} args */
  const apt = (...args) => {
    const all = ['-o', 'DPkg::Lock::Timeout=300', '-qq', ...args];
    return isRoot ? run('apt-get', all) : run('sudo', ['-n', 'apt-get', ...all]);
  };
  const install = () => apt('install', '-y', '--no-install-recommends', ...packages);
  // A list of packages that is missing or old makes the first try fail.
  if (install()) return;
  apt('update');
  install();
}

export function isDebian() {
  return existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

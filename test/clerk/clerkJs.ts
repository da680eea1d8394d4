import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../package/dist.js';
import { command } from '../package/hosts/install.js';

/**
 * Clerk's browser SDK, as npm has it. Not among our dependencies: it brings 870 packages of wallets along, of which its
 * script for the browser, all in one already, needs none.
 */
const VERSIONS = {
  '5.128.0': 'aw8USKnrZVPOqJfp1eKpbaQL+jUYkXJn/v3XdBslfT4jXEUIqkyITmlgY8bA9GqVF7xGcr+m/HJTpgvGbtIvXA==',
  '6.40.0': '2MnZ/ygvuCmeuqfXQmsxfQaLN/SSJvQbtT2cLXbgr5VKr3KmZFZBVvX977fG3eZ6pprl4J9pO+I2bbe6BvColg==',
};

export type ClerkJsVersion = keyof typeof VERSIONS;

/** The folder with the scripts of a version, fetched once and checked. */
export async function fetchClerkJs(version: ClerkJsVersion): Promise<string> {
  const home = join(root, 'test/.output/clerk-js', version);
  if (!existsSync(home)) {
    const making = `${home}-${process.pid}`;
    mkdirSync(making, { recursive: true });
    const pack = ['pack', `@clerk/clerk-js@${version}`, '--json', '--prefer-offline', '--pack-destination', making];
    const { stdout } = await command(root, 'npm', pack);
    const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
    const tarball = join(making, filename.replace('@', '').replace('/', '-'));
    const sum = createHash('sha512').update(readFileSync(tarball)).digest('base64');
    if (sum !== VERSIONS[version]) throw new Error(`${filename} is not the one that was looked at: its sum is ${sum}.`);
    await command(making, 'tar', ['-xzf', tarball, '--strip-components', '1']);
    rmSync(tarball);
    renameSync(making, home);
  }
  return join(home, 'dist');
}

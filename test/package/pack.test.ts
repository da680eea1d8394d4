import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { filesOf, root, text } from './dist.js';

const [tarball] = JSON.parse(
  execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    shell: process.platform === 'win32',
  }),
) as [{ files: { path: string }[] }];
const packed = tarball.files.map(({ path }) => path);

describe('the tarball', () => {
  it('holds the build, the manifest, the licence, the changelog and nothing else', () => {
    const other = packed.filter((path) => !path.startsWith('dist/'));
    const allowed = new Set(['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json']);
    expect(other.filter((path) => !allowed.has(path))).toEqual([]);
    for (const path of ['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json', 'dist/index.js', 'dist/styles.css']) {
      expect(packed).toContain(path);
    }
  });

  it('holds scripts, declarations and sheets: no source, test, story or map', () => {
    expect(packed.filter((path) => path.startsWith('dist/') && !/(\.js|\.d\.ts|\.css)$/.test(path))).toEqual([]);
    expect(packed.filter((path) => /\.(test|stories)\.|(^|\/)(test|stories)\//.test(path))).toEqual([]);
  });

  it('holds nothing that looks like a key', () => {
    const key =
      /\b[sp]k_(live|test)_\w{8,}|\bsk_[A-Za-z0-9]{16,}|-----BEGIN [A-Z ]*PRIVATE KEY|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_\w{20,}/;
    expect(packed.filter((path) => key.test(text(path)))).toEqual([]);
  });
});

describe('the manifest', () => {
  it('lists the sheets and the standalone script, and only them, as having side effects', () => {
    expect(manifest.sideEffects).toEqual(['**/*.css', './dist/standalone/users-panel.js']);
  });

  it('asks for one dependency, zod; what the host brings is a peer only where it is imported', () => {
    expect(Object.keys(manifest.dependencies)).toEqual(['zod']);
    expect(Object.keys(manifest.peerDependencies).toSorted()).toEqual(
      ['@clerk/backend', '@tanstack/react-query', 'msw', 'react', 'react-dom'].toSorted(),
    );
    expect(manifest.peerDependenciesMeta).toEqual({
      '@clerk/backend': { optional: true },
      msw: { optional: true },
    });
  });
});

describe('the declarations', () => {
  it('import no sheet', () => {
    expect(filesOf('dist', /\.d\.ts$/).filter((path) => /\.css['"]/.test(text(path)))).toEqual([]);
  });

  it('write relative paths with .js, as Node reads them', () => {
    const bare = /(?:from|import\()\s*['"]\.{1,2}\/[^'"]*(?<!\.js)['"]/;
    expect(filesOf('dist', /\.d\.ts$/).filter((path) => bare.test(text(path)))).toEqual([]);
  });
});

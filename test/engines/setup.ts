import { join } from 'node:path';
import { build as bundle } from 'esbuild';
import type { TestProject } from 'vitest/node';
import { build, install } from '../package/hosts/install.js';
import { root } from '../package/dist.js';

export interface EngineHosts {
  /** The folder of a React page, bundled. */
  react: string;
  /** The folder of a plain HTML page with the custom element. */
  html: string;
  /** The code of inPage.ts. */
  script: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    hosts: EngineHosts;
  }
}

/** Packs the package and installs it into the host pages, once for all engines. */
export default async function setup(project: TestProject) {
  const react = await install('react');
  const html = await install('html');
  await build(react.folder, 'index.html');
  const { outputFiles } = await bundle({
    entryPoints: [join(root, 'test/engines/inPage.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
  });
  const [script] = outputFiles;
  project.provide('hosts', { react: join(react.folder, 'out'), html: html.folder, script: script?.text ?? '' });
  return () => {
    react.remove();
    html.remove();
  };
}

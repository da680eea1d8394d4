import { fileURLToPath } from 'node:url';
import { defineConfig, type HtmlTagDescriptor, type Plugin } from 'vite';
import type * as Api from './api.js';

type HostInfo = Api.HostInfo;
const folder = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Puts the host's server side behind the page, and what a Canvas runtime puts into a page into the page. */
function canvasHost(): Plugin {
  let info: HostInfo | undefined;
  return {
    name: 'canvas-host',
    async configureServer(server) {
      // Not a plain import: Node must load it from its own folder, where the package's name means this package.
      const url = new URL('./api.js', import.meta.url).href;
      const { startApi } = (await import(/* @vite-ignore */ url)) as typeof Api;
      const api = await startApi(process.env);
      info = api.info;
      server.middlewares.use(api.middleware);
      server.httpServer?.once('close', () => void api.close());
      server.config.logger[api.info.mode === 'incomplete' ? 'error' : 'info'](`\n  ${api.message}\n`);
    },
    transformIndexHtml: () => (info ? runtimeTags(info) : []),
  };
}

function runtimeTags(info: HostInfo): HtmlTagDescriptor[] {
  const tags: HtmlTagDescriptor[] = [
    { tag: 'script', attrs: { type: 'application/json', id: 'host-info' }, children: json(info) },
  ];
  if (info.runtime) tags.push({ tag: 'script', children: `window.__MIXPEEK__ = ${json(info.runtime)}` });
  if (info.mode === 'demo') tags.push({ tag: 'script', attrs: { src: '/_auth/sdk.js' } });
  return tags;
}

/** JSON for the inside of a script, where "<" could end it. */
function json(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

export default defineConfig({
  root: folder,
  cacheDir: `${root}test/.output/canvas-host`,
  plugins: [canvasHost()],
  server: {
    // This machine only: in live mode the page acts with the owner's key.
    host: '127.0.0.1',
    port: 5173,
    strictPort: true,
    cors: false,
    fs: { allow: [root] },
  },
  optimizeDeps: {
    // Named here, so that nothing is found late and reloads the page.
    include: [
      'react',
      'react-dom',
      'react-dom/client',
      'react/jsx-runtime',
      'react/jsx-dev-runtime',
      '@tanstack/react-query',
      'zod/mini',
    ],
  },
});

import { readdirSync, readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import type { BuildOptions } from 'vite';
import { defineConfig } from 'vitest/config';
import { sourceAlias } from './.storybook/sourceAlias.js';
import { browserArgs, findBrowser } from './test/tools/browser.js';
import { findEngines } from './test/tools/engines.js';
import manifest from './package.json' with { type: 'json' };

const external = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.peerDependencies)];
const locales = ['', 'organizations/'].flatMap((folder) =>
  readdirSync(`src/locales/${folder}`)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => folder + file.replace(/\.ts$/, '')),
);
const themes = readdirSync('src/styles/themes').map((file) => file.replace(/\.css$/, ''));

const executablePath = findBrowser();
const engines = findEngines();
const firefox = engines.find(({ engine }) => engine.name === 'firefox')?.programs['browser'];
/** Made anew for each project: Vitest writes the project's name into it. */
const createBrowser = (window?: { width: number; height: number }) => ({
  enabled: true,
  headless: true,
  provider: playwright({
    launchOptions: { ...(executablePath && { executablePath }), args: browserArgs },
    contextOptions: {
      deviceScaleFactor: 1,
      reducedMotion: 'reduce',
      locale: 'en-US',
      timezoneId: 'UTC',
      ...(window && { viewport: window }),
    },
  }),
  instances: [{ browser: 'chromium' as const }],
  viewport: { width: 1280, height: 800 },
  screenshotFailures: false,
});

/** Over WebDriver BiDi: what cannot be emulated for a page is set for the whole browser. */
const createFirefox = (program: string) => ({
  ...createBrowser(),
  provider: playwright({
    launchOptions: {
      channel: 'moz-firefox',
      executablePath: program,
      // The font is that of Chromium, for widths of text are compared with the room there is.
      firefoxUserPrefs: { 'ui.prefersReducedMotion': 1, 'font.name.serif.x-western': 'Times New Roman' },
    },
    contextOptions: { deviceScaleFactor: 1, locale: 'en-US', timezoneId: 'UTC' },
  }),
  instances: [{ browser: 'firefox' as const }],
});

// A dependency found late makes Vite optimise again and reload a running test, so every one is named here.
const optimizeDeps = {
  include: [
    'react',
    'react-dom',
    'react-dom/client',
    'react-dom/server',
    'react/jsx-runtime',
    'react/jsx-dev-runtime',
    '@headlessui/react',
    '@mantine/core',
    '@mui/material/Dialog',
    '@radix-ui/react-dialog',
    '@tanstack/react-query',
    '@testing-library/react',
    '@testing-library/user-event',
    '@testing-library/jest-dom/vitest',
    'axe-core',
    'fast-check',
    'focus-trap-react',
    'msw',
    'msw/browser',
    'storybook/test',
    'zod/mini',
  ],
};

declare module 'vitest' {
  interface ProvidedContext {
    /** How long the test of random acts goes on, and where its dice begin. */
    model: { numRuns: number; seed: number };
  }
}

// The first browsers with `light-dark()`, all of 2024. For older ones it would be put into words that take the theme
// where a token is set and not where it is used, and only from the rules of our own sheet.
const cssTarget = ['chrome123', 'firefox120', 'safari17.5'];

const library: BuildOptions = {
  target: 'es2022',
  cssTarget,
  minify: false,
  cssMinify: true,
  sourcemap: false,
  cssCodeSplit: true,
  lib: {
    formats: ['es'],
    entry: {
      index: 'src/index.ts',
      ...Object.fromEntries(
        ['mixpeek', 'clerk', 'clerk/backend', 'memory', 'server', 'msw', 'testing', 'element'].map((room) => [
          `${room}/index`,
          `src/${room}/index.ts`,
        ]),
      ),
      ...Object.fromEntries(locales.map((name) => [`locales/${name}`, `src/locales/${name}.ts`])),
      styles: 'src/styles/index.css',
      ...Object.fromEntries(themes.map((name) => [`themes/${name}`, `src/styles/themes/${name}.css`])),
    },
  },
  rolldownOptions: {
    external: (id) => external.some((name) => id === name || id.startsWith(`${name}/`)),
    output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
    plugins: [
      {
        name: 'types-of-sheets',
        generateBundle() {
          this.emitFile({ type: 'asset', fileName: 'styles.d.ts', source: readFileSync('src/styles/sheet.d.ts') });
        },
      },
    ],
  },
};

/** One file with everything in it, React too, for a page without a bundler: `vite build --mode standalone`. */
const standalone: BuildOptions = {
  target: 'es2022',
  cssTarget,
  minify: true,
  cssMinify: true,
  sourcemap: false,
  outDir: 'dist/standalone',
  emptyOutDir: false,
  copyPublicDir: false,
  // Not as a library: Vite keeps the white space of those.
  rolldownOptions: {
    input: { 'users-panel': 'src/standalone/index.ts' },
    preserveEntrySignatures: 'strict',
    output: { codeSplitting: false, entryFileNames: '[name].js', comments: { legal: true } },
  },
};

/** The guard of a Canvas app in one file without imports, which the app ships as it is: `vite build --mode canvas`. */
const canvas: BuildOptions = {
  target: 'es2022',
  minify: false,
  sourcemap: false,
  outDir: 'dist/canvas',
  emptyOutDir: false,
  copyPublicDir: false,
  modulePreload: false,
  rolldownOptions: {
    input: { users: 'src/canvas/index.ts' },
    preserveEntrySignatures: 'strict',
    output: {
      codeSplitting: false,
      entryFileNames: '[name].js',
      banner: '// The guard of @mixpeek/users-panel for Canvas apps, zod (MIT) included. Ship it as api/users.js.',
    },
    plugins: [
      {
        name: 'default-function',
        // As Mixpeek's page writes it, for how Canvas looks for it is not documented.
        renderChunk: (code) =>
          code.replace(
            /export\s*\{\s*(\w+) as default\s*\};?/,
            'export default async function (ctx) {\n  return $1(ctx);\n}',
          ),
      },
    ],
  },
};

const builds: Readonly<Record<string, BuildOptions>> = { standalone, canvas };

export default defineConfig(({ mode }) => ({
  plugins: [react()],
  // `npm start` builds with `--silent`, so that what it ends with is seen: the address of the page.
  ...(process.env['npm_config_loglevel'] === 'silent' && { logLevel: 'warn' as const }),
  // A library leaves this to its host; a page without a bundler has nobody who would replace it.
  ...(mode === 'standalone' && { define: { 'process.env.NODE_ENV': '"production"' } }),
  build: builds[mode] ?? library,
  test: {
    // A limit for what hangs, never a judgement of speed: a slow or busy machine must not turn a test red.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/**/*.browser.test.tsx', 'test/{e2e,engines,package,screenshots}/**', '**/node_modules/**'],
        },
      },
      {
        extends: true,
        optimizeDeps,
        publicDir: '.storybook/public',
        test: {
          name: 'browser',
          include: ['test/**/*.browser.test.tsx'],
          provide: {
            model: {
              numRuns: Number(process.env['MODEL_RUNS'] ?? 200),
              seed: Number(process.env['MODEL_SEED'] ?? 20_261_123),
            },
          },
          setupFiles: ['test/setup.browser.ts'],
          browser: createBrowser(),
        },
      },
      ...(firefox
        ? [
            {
              extends: true as const,
              optimizeDeps,
              publicDir: '.storybook/public',
              test: {
                name: 'browser-firefox',
                // What renders and measures: setup.firefox.ts says why no others.
                include: ['contrast', 'hostSheets', 'lists', 'narrow', 'parents', 'themes'].map(
                  (name) => `test/styles/${name}.browser.test.tsx`,
                ),
                setupFiles: ['test/setup.browser.ts', 'test/setup.firefox.ts'],
                browser: createFirefox(firefox),
              },
            },
          ]
        : []),
      {
        extends: true,
        plugins: [storybookTest({ configDir: '.storybook' })],
        optimizeDeps,
        test: {
          name: 'storybook',
          isolate: false,
          setupFiles: ['test/stories/looksOfStories.ts'],
          browser: createBrowser(),
        },
      },
      {
        // The same stories under React 18. What they look like does not hang on it, so axe looks at them once only.
        extends: true,
        plugins: [storybookTest({ configDir: '.storybook/react18' })],
        optimizeDeps,
        test: { name: 'storybook-react18', isolate: false, browser: createBrowser() },
      },
      {
        // Needs `npm run build` first: these look at the package as it is shipped.
        extends: true,
        test: {
          name: 'package',
          environment: 'node',
          include: ['test/{e2e,package}/**/*.test.ts'],
          exclude: ['test/package/next/**', '**/node_modules/**', 'test/.output/**'],
        },
      },
      {
        // Needs `npm run build` first, too. One file an engine, for those that are installed.
        extends: true,
        test: {
          name: 'engines',
          environment: 'node',
          include: engines.map(({ engine }) => `test/engines/${engine.name}.test.ts`),
          globalSetup: ['test/engines/setup.ts'],
        },
      },
      {
        // On request, `npm run screenshots`: pictures are alike only where fonts are drawn alike.
        extends: true,
        resolve: { alias: sourceAlias },
        optimizeDeps: { include: [...optimizeDeps.include, '@storybook/react-vite'] },
        publicDir: '.storybook/public',
        test: {
          name: 'screenshots',
          include: ['test/screenshots/*.test.tsx'],
          // What is larger than the window would be made smaller, and cut.
          browser: createBrowser({ width: 1400, height: 2600 }),
        },
      },
      {
        // On request: its install takes 360 MB from the network.
        extends: true,
        test: { name: 'next', environment: 'node', include: ['test/package/next/*.test.ts'] },
      },
    ],
  },
}));

import { fileURLToPath } from 'node:url';

const src = fileURLToPath(new URL('../src/', import.meta.url));

/** Stories import the package as a host does, and see the source of this moment. */
export const sourceAlias = [
  { find: /^@mixpeek\/users-panel$/, replacement: `${src}index.ts` },
  { find: /^@mixpeek\/users-panel\/styles\.css$/, replacement: `${src}styles/index.css` },
  { find: /^@mixpeek\/users-panel\/themes\/(.+)$/, replacement: `${src}styles/themes/$1` },
  { find: /^@mixpeek\/users-panel\/locales\/(.+)$/, replacement: `${src}locales/$1.ts` },
  { find: /^@mixpeek\/users-panel\/(\w+)$/, replacement: `${src}$1/index.ts` },
];

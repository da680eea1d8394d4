// `node test/tools/tokens.js`: writes what the sheets and the pieces offer for styling into README.md, between its
// markers: the tokens with their defaults, from the comments of tokens.css; the slots; the attributes that tell of state.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { format } from 'prettier';
import { parseAst } from 'vite';

const root = fileURLToPath(new URL('../../', import.meta.url));
const BEGIN = '<!-- What follows is written by `node test/tools/tokens.js`. -->';
const END = '<!-- Here it ends. -->';

/** @param {string} path */
const text = (path) => readFileSync(join(root, path), 'utf8');

/** @param {RegExp} pattern */
const sources = (pattern) =>
  readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((path) => `src/${path.replaceAll('\\', '/')}`)
    .filter((path) => pattern.test(path))
    .toSorted();

/**
 * @typedef {object} Token
 * @property {string} name with its two dashes
 * @property {string} value as in the sheet
 * @property {string} use what it is for
 * @property {boolean} adapts whether browsers that can, derive it by luminance
 */

/**
 * The tokens of tokens.css in their order: those to set, and those that follow from them.
 * @returns {{ base: Token[], derived: Token[] }}
 */
export function readTokens() {
  const sheet = text('src/styles/tokens.css');
  const [, first = '', rest = ''] = /^([^]*?\n:where\(\.mup-root[^{]*\{[^]*?\n\}\n)([^]*)$/.exec(sheet) ?? [];
  // What is printed has colours of its own, and comes last.
  const [plain = '', able = ''] = (rest.split('@media print')[0] ?? '').split('@supports');
  /** @param {string} part @returns {Token[]} */
  const tokensOf = (part) =>
    [...part.matchAll(/\/\*([^*]*)\*\/\s*(--mup-[\w-]+):\s*([^;]+);/g)].map(([, use = '', name = '', value = '']) => ({
      name,
      value: value.replace(/\s+/g, ' '),
      use: use.trim().replace(/\s+/g, ' '),
      adapts: able.includes(`${name}:`),
    }));
  return { base: tokensOf(first), derived: tokensOf(plain) };
}

/** The slots, as `SlotName` has them. */
export function readSlots() {
  const [, union = ''] = /export type SlotName =([^;]+);/.exec(text('src/ui/useSlot.ts')) ?? [];
  return [...union.matchAll(/'([\w-]+)'/g)].map(([, name = '']) => name);
}

/** @typedef {Record<string, unknown> & { type: string }} Node */

/** @param {unknown} value @returns {value is Node} */
const isNode = (value) =>
  typeof value === 'object' && value !== null && typeof (/** @type {Node} */ (value).type) === 'string';

/** @param {unknown} node @returns {string[]} the keys of an object as it is written */
function keysOf(node) {
  if (!isNode(node) || node.type !== 'ObjectExpression') return [];
  return /** @type {Node[]} */ (node['properties']).flatMap(({ key }) =>
    isNode(key) ? [String(key['name'] ?? key['value'])] : [],
  );
}

/** @param {unknown} attribute @returns {unknown} what is written after the `=` */
function writtenIn(attribute) {
  const value = isNode(attribute) ? attribute['value'] : null;
  return isNode(value) && value.type === 'JSXExpressionContainer' ? value['expression'] : value;
}

/**
 * The attributes that tell of state, by slot: what the pieces hand to `slot()` and to `<TableRow>`.
 * @returns {{ states: Map<string, Set<string>>, used: Set<string> }}
 */
export function readStates() {
  /** @type {Map<string, Set<string>>} */
  const states = new Map();
  /** @type {Set<string>} */
  const used = new Set();
  /** @param {unknown} slot @param {string[]} names */
  const note = (slot, names) => {
    if (typeof slot !== 'string') return;
    used.add(slot);
    if (names.length > 0) states.set(slot, new Set([...(states.get(slot) ?? []), ...names]));
  };
  /** @param {unknown} value */
  const visit = (value) => {
    if (Array.isArray(value)) for (const each of value) visit(each);
    if (!isNode(value)) return;
    const { callee, name } = value;
    if (value.type === 'CallExpression' && isNode(callee) && callee['name'] === 'slot') {
      const [slot, state] = /** @type {Node[]} */ (value['arguments']);
      note(slot?.['value'], keysOf(state));
    }
    if (value.type === 'JSXOpeningElement' && isNode(name) && name['name'] === 'TableRow') {
      /** @param {string} wanted */
      const attribute = (wanted) =>
        /** @type {Node[]} */ (value['attributes']).find(
          (each) => isNode(each['name']) && each['name']['name'] === wanted,
        );
      const slot = writtenIn(attribute('name'));
      note(isNode(slot) ? slot['value'] : undefined, keysOf(writtenIn(attribute('state'))));
    }
    for (const child of Object.values(value)) visit(child);
  };
  for (const path of sources(/\.tsx$/)) visit(parseAst(text(path), { lang: 'tsx' }));
  note('root', ['theme', 'density']);
  return { states, used };
}

/** The sheets of the package, with what each uses and sets. */
export function readSheets() {
  return sources(/\.css$/).map((path) => {
    const css = text(path).replace(/\/\*[^]*?\*\//g, '');
    /** @param {RegExp} pattern */
    const all = (pattern) => [...new Set([...css.matchAll(pattern)].map(([, name = '']) => name))];
    return {
      path,
      css,
      usedTokens: all(/var\((--mup-[\w-]+)/g),
      setTokens: all(/(--mup-[\w-]+):/g),
      registered: all(/@property (--mup-[\w-]+)/g),
      classes: all(/\.mup-([\w-]+)/g),
      attributes: all(/\[data-([\w-]+)/g),
    };
  });
}

/** @param {Token} token */
function defaultsOf({ value, adapts }) {
  const short = (/** @type {string} */ css) => css.replace(/--mup-/g, '').replace(/var\(([\w-]+)\)/g, '$1');
  if (adapts) return 'adapts | adapts';
  const [, light, dark] = /^light-dark\((#\w+), (#\w+)\)$/.exec(value) ?? [];
  if (light && dark) return `\`${light}\` | \`${dark}\``;
  const [, upper, share, lower] = /^color-mix\(in srgb, (\S+) (\d+%), (\S+)\)$/.exec(value) ?? [];
  const shown = upper ? `${share} ${short(upper)} on ${short(lower ?? '')}` : `\`${short(value)}\``;
  return `${shown} | the same`;
}

/** The generated part of README.md, markers included. */
async function renderSection() {
  const { base, derived } = readTokens();
  const { states } = readStates();
  const lines = [
    BEGIN,
    '',
    '| token | light | dark | what it is for |',
    '| --- | --- | --- | --- |',
    ...base.map((token) => `| \`${token.name}\` | ${defaultsOf(token)} | ${token.use} |`),
    '',
    `From these follow ${derived.map(({ name }) => `\`${name}\``).join(', ')}; they are not for you to set.`,
    '',
    '<details><summary>Slots, each of them the class <code>mup-</code> and its name</summary>',
    '',
    readSlots()
      .map((name) => `\`${name}\``)
      .join(', '),
    '',
    '</details>',
    '',
    '<details><summary>Attributes that tell of state, absent when it does not hold</summary>',
    '',
    '| slot | attributes |',
    '| --- | --- |',
    ...[...states]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(
        ([slot, names]) =>
          `| \`${slot}\` | ${[...names]
            .toSorted()
            .map((name) => `\`data-${name}\``)
            .join(' ')} |`,
      ),
    '',
    '</details>',
    '',
    END,
  ];
  const markdown = await format(lines.join('\n'), { parser: 'markdown', singleQuote: true, printWidth: 120 });
  return markdown.trim();
}

/** README.md as it stands, and as it should. */
export async function compareReadme() {
  const found = text('README.md');
  const [start, end] = [found.indexOf(BEGIN), found.indexOf(END)];
  if (start < 0 || end < start) throw new Error(`README.md has lost its markers: ${BEGIN} … ${END}`);
  const wanted = found.slice(0, start) + (await renderSection()) + found.slice(end + END.length);
  return { found, wanted };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(join(root, 'README.md'), (await compareReadme()).wanted);
}

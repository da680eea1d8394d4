import { parseAst } from 'vite';

/** One room of the house: its height, and what may come in. */
export interface Room {
  layer: number;
  /** Rooms it may import, each whole (`model`) or one file of it (`mixpeek/wire`). A leading `type ` admits types only. */
  rooms: readonly string[];
  /** Packages it may import, by exact specifier. */
  packages: readonly string[];
}

/** The one file that knows paths and snake_case, and the parts that moved out of it. */
const WIRE = [
  'mixpeek/failedStatus',
  'mixpeek/isPage',
  'mixpeek/wire',
  'mixpeek/wireBodies',
  'mixpeek/wireFailure',
  'mixpeek/wireRows',
];
const REACT = ['react', 'react-dom', '@tanstack/react-query'];

/** The table of the house. An import goes to a lower layer only, and only to what the row names. */
export const ROOMS: Readonly<Record<string, Room>> = {
  model: { layer: 0, rooms: [], packages: ['zod/mini'] },
  locales: { layer: 0, rooms: ['type model'], packages: [] },
  mixpeek: { layer: 1, rooms: ['model'], packages: ['zod/mini'] },
  clerk: { layer: 1, rooms: ['model'], packages: ['zod/mini'] },
  memory: { layer: 1, rooms: ['model'], packages: [] },
  context: {
    layer: 1,
    rooms: ['model', 'locales/en', 'locales/english/enFirst', 'locales/english/enLater', 'type ui'],
    packages: REACT,
  },
  ui: { layer: 1, rooms: [], packages: ['react', 'react-dom'] },
  query: { layer: 2, rooms: ['model', 'context'], packages: REACT },
  server: { layer: 2, rooms: ['model', ...WIRE, 'memory'], packages: ['zod/mini', '@clerk/backend/jwt'] },
  testing: { layer: 2, rooms: ['model', ...WIRE, 'memory'], packages: [] },
  msw: { layer: 2, rooms: ['model', 'memory'], packages: ['msw'] },
  canvas: { layer: 3, rooms: ['server'], packages: [] },
  components: {
    layer: 3,
    rooms: ['model', 'context', 'query', 'ui', 'locales/organizations/en'],
    packages: REACT,
  },
  UsersPanel: { layer: 4, rooms: ['model', 'context', 'components', 'mixpeek'], packages: REACT },
  element: {
    layer: 5,
    rooms: ['UsersPanel', 'components', 'context', 'query', 'mixpeek', 'model', 'ui'],
    packages: [...REACT, 'react-dom/client'],
  },
  standalone: { layer: 6, rooms: ['element', 'mixpeek'], packages: [] },
  index: {
    layer: 5,
    rooms: ['UsersPanel', 'components', 'context', 'query', 'mixpeek', 'model', 'locales', 'ui'],
    packages: [],
  },
};

/** Files whose business is several exports of one kind, so that none can be the file's name. */
const COLLECTIONS: Readonly<Record<string, string>> = {
  'clerk/backend/backendWire': 'paths and bodies of Clerk’s Backend API',
  'context/themeValues': 'what the values of a host’s theme are turned into',
  'model/retryAfterSeconds': 'moments of an answer’s headers as waits',
  'model/permissions': 'the table of what may be done to whom',
  'clerk/clerkRows': 'what Clerk’s rows are in the model',
  'mixpeek/wire': 'paths and shapes of the back end',
  'mixpeek/wireBodies': 'part of the wire: what a request may bring',
  'mixpeek/wireFailure': 'part of the wire: answers that say no',
  'mixpeek/wireRows': 'part of the wire: lists and rows',
  'server/callHook': 'hooks of the host’s, and onError among them',
  'msw/contract': 'paths and operations, as the fake has them from the contract',
  'msw/fakeOptions': 'FakeMixpeekOptions and their check',
  'server/route': 'from a request to the action it asks for',
};

const ENTRIES = new Set([
  '',
  'mixpeek/',
  'clerk/',
  'clerk/backend/',
  'memory/',
  'server/',
  'canvas/',
  'msw/',
  'testing/',
  'element/',
  'standalone/',
]);
const NO_FOLDERS = new Set(['utils', 'helpers', 'common', 'types', 'shared', 'misc', 'lib']);

/** A source file: its path below src/, with forward slashes, and its text. */
export interface SourceFile {
  path: string;
  source: string;
}

/** Everything in these files that breaks the order of the house, one sentence each. */
export function findViolations(files: readonly SourceFile[]): string[] {
  return files.filter(({ path }) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts')).flatMap(violationsOf);
}

function violationsOf({ path, source }: SourceFile): string[] {
  const found: string[] = [];
  const say = (what: string) => found.push(`${path}: ${what}`);
  const name = roomOf(path);
  const room = ROOMS[name];
  for (const folder of path.split('/').slice(0, -1)) {
    if (NO_FOLDERS.has(folder))
      say(`a folder named ${folder} says nothing; a helper lives in the room whose word it speaks`);
  }
  if (!room) {
    say(`${name} is no room of the house`);
    return found;
  }

  const { imports, exports, hasDefault } = read(path, source);
  for (const imported of imports) checkImport(path, name, room, imported, say);
  if (hasDefault) say('a default export; exports are named');

  const stem = path.replace(/\.tsx?$/, '');
  const isIndex = /(^|\/)index$/.test(stem);
  if (isIndex && !ENTRIES.has(stem.slice(0, -'index'.length))) say('an index outside an entry point is a barrel');
  if (!isIndex && imports.some(({ reexport }) => reexport)) say('re-exports another module; only an entry point may');
  if (imports.some(({ all }) => all)) say('export *; an entry point names what it publishes');
  if (!isIndex && !(stem in COLLECTIONS) && !exports.some((exported) => isNamesake(exported, stem))) {
    say('exports nothing that is named like the file');
  }
  return found;
}

interface Imported {
  specifier: string;
  typeOnly: boolean;
  reexport: boolean;
  all: boolean;
}

function checkImport(path: string, name: string, room: Room, imported: Imported, say: (what: string) => void) {
  const { specifier, typeOnly } = imported;
  if (!specifier.startsWith('.')) {
    if (!room.packages.includes(specifier)) say(`${name} may not import ${specifier}`);
    return;
  }
  if (/\.css(\?|$)/.test(specifier)) {
    // A shadow root has no other way to the sheet.
    const isText = name === 'element' && specifier === '../styles/index.css?inline';
    if (!isText) say(`imports ${specifier}; the host imports the sheet`);
    return;
  }
  if (!specifier.endsWith('.js')) say(`imports ${specifier} without .js`);
  const target = resolve(path, specifier);
  if (target === null) {
    say(`imports ${specifier}, which is outside src/`);
    return;
  }
  const to = roomOf(target);
  if (to === name) return;
  const allowed = room.rooms.some((entry) => {
    const [onlyTypes, rule] = entry.startsWith('type ') ? [true, entry.slice(5)] : [false, entry];
    return (rule === to || rule === target.replace(/\.(js|tsx?)$/, '')) && (typeOnly || !onlyTypes);
  });
  const lower = (ROOMS[to]?.layer ?? Infinity) < room.layer || (typeOnly && room.rooms.includes(`type ${to}`));
  if (!allowed || !lower) say(`${name} may not import ${typeOnly ? 'types of ' : ''}${target.replace(/\.js$/, '')}`);
}

/** The room a path lies in: its first folder, or the file's own name at the top. */
function roomOf(path: string): string {
  return path.split('/')[0]?.replace(/\.(js|tsx?)$/, '') ?? '';
}

/** The path below src/ that a relative specifier means; null when it climbs out. */
function resolve(from: string, specifier: string): string | null {
  const parts = from.split('/').slice(0, -1);
  for (const part of specifier.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return null;
    } else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/**
 * Whether an export is what the file is named after. A component or hook is the file's very name; other files may be
 * named by the noun alone (`faults.ts` exports `Fault`, `baseUrl.ts` exports `findBaseUrl`).
 */
function isNamesake(exported: string, stem: string): boolean {
  const name = stem.split('/').at(-1) ?? '';
  if (/^([A-Z]|use[A-Z])/.test(name)) return exported === name;
  return lettersOf(exported).includes(lettersOf(name).replace(/s$/, ''));
}

function lettersOf(text: string): string {
  return text.replace(/[^a-z0-9]/gi, '').toLowerCase();
}

/** A node of the syntax tree, as far as it is looked at here. */
type Node = Record<string, unknown> & { type: string };

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}

function nodes(value: unknown): Node[] {
  return Array.isArray(value) ? value.filter(isNode) : [];
}

function read(path: string, source: string) {
  const imports: Imported[] = [];
  const exports: string[] = [];
  let hasDefault = false;

  const visit = (node: Node) => {
    const specifier = isNode(node['source']) ? node['source']['value'] : undefined;
    if (typeof specifier === 'string') {
      const kinds = [node['importKind'], node['exportKind']];
      const specifiers = nodes(node['specifiers']);
      const each =
        specifiers.length > 0 && specifiers.every((s) => s['importKind'] === 'type' || s['exportKind'] === 'type');
      imports.push({
        specifier,
        typeOnly: kinds.includes('type') || each || node.type === 'TSImportType',
        reexport: node.type.startsWith('Export'),
        all: node.type === 'ExportAllDeclaration',
      });
    } else if (node.type === 'ImportExpression') {
      // A path put together at run time cannot be judged, so it counts as one that is not allowed.
      imports.push({ specifier: 'a computed path', typeOnly: false, reexport: false, all: false });
    }
    if (node.type === 'ExportDefaultDeclaration') hasDefault = true;
    if (node.type === 'ExportNamedDeclaration') {
      exports.push(...nodes(node['specifiers']).flatMap((s) => nameOf(s['exported'])));
      const { declaration } = node;
      if (isNode(declaration)) {
        exports.push(
          ...nameOf(declaration['id']),
          ...nodes(declaration['declarations']).flatMap((d) => nameOf(d['id'])),
        );
      }
    }
    for (const child of Object.values(node)) {
      if (isNode(child)) visit(child);
      else nodes(child).forEach(visit);
    }
  };
  const program: unknown = parseAst(source, { lang: path.endsWith('x') ? 'tsx' : 'ts' });
  if (isNode(program)) visit(program);
  return { imports, exports, hasDefault };
}

function nameOf(node: unknown): string[] {
  return isNode(node) && typeof node['name'] === 'string' ? [node['name']] : [];
}

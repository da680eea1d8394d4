/** What is right in one language and wrong in another. */
interface Manner {
  /** The sign that opens a quotation and the one that closes it. */
  quotes: readonly [open: string, close: string];
  /** Punctuation that this language does not write so. */
  wrong?: RegExp;
  /** Where the text is the English one and right for all that, by its path. */
  likeEnglish?: readonly string[];
}

const PLACEHOLDER = 'invite.placeholder';

/** Each language that has a catalogue. */
export const MANNERS: Readonly<Record<string, Manner>> = {
  en: { quotes: ['“', '”'] },
  de: { quotes: ['„', '“'], likeEnglish: ['roles.admin.label', 'members.person', PLACEHOLDER] },
  fr: {
    quotes: ['«', '»'],
    // A space that does not break stands inside of guillemets and before these signs.
    wrong: /(?<![\u00a0\u202f])[:;!?»]|«(?!\u00a0)/u,
    likeEnglish: ['members.actions', 'invitations.actions'],
  },
  es: { quotes: ['«', '»'], wrong: /^[^¿]*\?|^[^¡]*!/u },
  'pt-BR': { quotes: ['“', '”'], likeEnglish: ['invitations.email'] },
  it: { quotes: ['«', '»'] },
  nl: { quotes: ['‘', '’'] },
  pl: { quotes: ['„', '”'] },
  tr: { quotes: ['“', '”'] },
  ja: { quotes: ['「', '」'], wrong: /[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}][,.!?;]/u, likeEnglish: [PLACEHOLDER] },
  ko: { quotes: ['‘', '’'], wrong: /[、。「」：？！]/u, likeEnglish: [PLACEHOLDER] },
  'zh-CN': { quotes: ['“', '”'], wrong: /\p{sc=Han}[,.!?;:()]/u, likeEnglish: [PLACEHOLDER] },
  ar: { quotes: ['«', '»'], wrong: /\p{sc=Arab}[,;?]/u, likeEnglish: [PLACEHOLDER] },
  he: { quotes: ['”', '”'], likeEnglish: [PLACEHOLDER] },
};

/** Controls whose name begins with what is written on them, or holds it: whoever speaks to the page says what they see. */
const NAMES: readonly (readonly [name: string, visible: string])[] = [
  ['invite.sendAgainTo', 'invite.sendAgain'],
  ['invitations.sendAgainTo', 'invitations.sendAgain'],
  ['invitations.tryAgainTo', 'panel.tryAgain'],
];

/** The counts that a panel can show: whatever happens in the thousands has happened below, but for the millions. */
const COUNTS = [...Array(1001).keys(), 1_000_000];

/** The plural categories of a locale, each with the counts it stands for. */
function pluralCategories(locale: string): Map<string, number[]> {
  const rules = new Intl.PluralRules(locale);
  const found = new Map<string, number[]>();
  for (const count of COUNTS) {
    const category = rules.select(count);
    found.set(category, [...(found.get(category) ?? []), count]);
  }
  // Polish chooses it for fractions alone; it is what is taken for a form that is missing.
  if (!found.has('other')) found.set('other', []);
  return found;
}

type Branch = Readonly<Record<string, unknown>>;
const isBranch = (value: unknown): value is Branch => typeof value === 'object' && value !== null;
const isPlural = (value: unknown): value is Readonly<Record<string, string>> => isBranch(value) && 'other' in value;

/**
 * All that is wrong with a catalogue, one line for each fault, led by the path of the text.
 * @param name The language its file is named after.
 * @param likeEnglish Where the text is the English one and right for all that, when not as in the language's manner.
 */
export function catalogueFaults(
  name: string,
  catalogue: Branch,
  english: Branch,
  likeEnglish?: readonly string[],
): string[] {
  const manner = MANNERS[name];
  if (!manner) return [`${name}: no manner is known of this language`];
  const faults: string[] = [];
  const equal = new Set<string>();
  if (catalogue['locale'] !== name) faults.push(`locale: is not "${name}"`);
  visit(catalogue, english, '');
  for (const [control, visible] of NAMES) {
    const [called, written] = [textAt(catalogue, control), textAt(catalogue, visible)];
    if (!called.toLowerCase().includes(written.toLowerCase())) faults.push(`${control}: does not hold ${visible}`);
  }
  const allowed = likeEnglish ?? manner.likeEnglish ?? [];
  if (name !== 'en') {
    for (const path of equal) if (!allowed.includes(path)) faults.push(`${path}: is still English`);
    for (const path of allowed) if (!equal.has(path)) faults.push(`${path}: need not be allowed to be English`);
  }
  return faults;

  function visit(value: unknown, model: unknown, path: string) {
    if (isPlural(model)) visitPlural(value, model, path);
    else if (isBranch(model)) {
      if (!isBranch(value)) return void faults.push(`${path}: is missing`);
      for (const key of Object.keys(model)) visit(value[key], model[key], path ? `${path}.${key}` : key);
      for (const key of Object.keys(value)) if (!(key in model)) faults.push(`${path}.${key}: is not in English`);
    } else if (typeof value !== 'string') faults.push(`${path}: is missing`);
    else if (path !== 'locale') {
      if (value === model) equal.add(path);
      visitText(value, placeholdersOf(String(model)), path);
    }
  }

  function visitPlural(value: unknown, model: Readonly<Record<string, string>>, path: string) {
    if (!isPlural(value)) return void faults.push(`${path}: is no plural`);
    const categories = pluralCategories(name);
    const wanted = placeholdersOf(model['other'] ?? '');
    for (const [category, counts] of categories) {
      const text = value[category];
      if (text === undefined) {
        faults.push(`${path}: has no form "${category}"`);
        continue;
      }
      const said = counts.length === 1 && !text.includes('{count}');
      if (Object.values(model).includes(text)) equal.add(path);
      visitText(text, said ? wanted.filter((key) => key !== 'count') : wanted, `${path}.${category}`);
    }
    for (const form of Object.keys(value)) {
      if (!categories.has(form)) faults.push(`${path}: has a form "${form}" that is never chosen`);
    }
  }

  function visitText(text: string, wanted: readonly string[], path: string) {
    const given = placeholdersOf(text);
    if (given.join() !== wanted.join()) faults.push(`${path}: has {${given.join()}} instead of {${wanted.join()}}`);
    const plain = text.replace(/\{\w+\}/g, '0');
    const is = (fault: string, found: boolean) => found && faults.push(`${path}: ${fault}`);
    is('is empty', text === '');
    is('has space at an end, or twice', text !== text.trim() || /\s\s/u.test(text));
    is('has a brace that belongs to no placeholder', /[{}]/.test(plain));
    is('has three dots instead of an ellipsis', /\.\.|。。/u.test(text));
    is('has control or direction characters', /[\p{Cc}\p{Cf}]/u.test(text));
    is('has letters taken apart from their accents', text !== text.normalize('NFC'));
    is('has the wrong quotation marks', !areQuotesRight(plain));
    is('has punctuation of another language', manner?.wrong?.test(text) ?? false);
  }

  function areQuotesRight(text: string): boolean {
    // Between two letters it is an apostrophe.
    const marks = text.replace(/(?<=\p{L})’(?=\p{L})/gu, '').match(/["'`´‘’‚“”„‟«»‹›「」『』＂＇]/gu) ?? [];
    return marks.length % 2 === 0 && marks.every((mark, index) => mark === manner?.quotes[index % 2]);
  }
}

function textAt(catalogue: Branch, path: string): string {
  const found = path.split('.').reduce<unknown>((at, key) => (isBranch(at) ? at[key] : undefined), catalogue);
  return typeof found === 'string' ? found : '';
}

function placeholdersOf(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, key]) => key ?? '').toSorted();
}

import { decodePercents, LONGEST, wordKey } from './emails.js';
import { HIDDEN } from './plainText.js';

/** A part of a row between separators. */
export interface Piece {
  text: string;
  /** Which cell of its row it stands in. Several stand in one that is quoted and holds a list. */
  cell: number;
  /** It comes after a comma. */
  comma: boolean;
}

/** What parts cells. In Arabic, Chinese and Japanese lists, too. */
export const SEPARATORS = /[,;\t，；、،؛､]/;

/** Marks that are read as others: what stands for what. */
const MARKS = {
  '"': '“”„‟«»「」『』＂',
  "'": '‘’‚‛‹›＇',
  '<': '＜〈《',
  '>': '＞〉》',
  '@': '＠﹫',
  ':': '：',
  '(': '（［【〔[',
  ')': '）］】〕\\]',
  ';': '\u037e',
};

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };

/** The text with what only dresses it up taken off: invisible characters, typographic marks, links. */
function cleanText(text: string): string {
  let clean = text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(HIDDEN, '')
    .replace(/[^\P{Cc}\n\t]/gu, ' ')
    .replace(/&(lt|gt|quot|#39|nbsp);/g, (all, name: string) => ENTITIES[name] ?? all)
    .replace(
      /(?:mailto:)+([^\s<>"()[\],;，；、،؛]+?)(?='?(?:[\s<>"()[\],;，；、،؛]|$))/gi,
      (all, link: string) => readLink(link) ?? all,
    )
    // A link in Markdown.
    .replace(/\[([^[\]\n]*)\]\(([^()\s]+)\)/g, (all, name: string, to: string) =>
      to.includes('@') ? `"${name}" <${to}>` : all,
    );
  for (const [plain, marks] of Object.entries(MARKS)) clean = clean.replace(new RegExp(`[${marks}]`, 'g'), plain);
  // "Admin:ada@example.com" is a word before an address, and no link.
  clean = clean.replace(/(?<=^|[\n,;\t])((?!(?:mailto|https?|smtp):)[\p{L}\p{M} ]{1,40}:)(?=[^\s:]*@)/giu, '$1 ');
  // "Ada (ada@example.com)" names somebody as "Ada <ada@example.com>" does.
  return clean.replace(/\(([^\s()<>"]+)\)/g, (all, inside: string) => (inside.includes('@') ? ` <${inside}>` : all));
}

/** The addresses of a mailto: link; null when it has none. */
function readLink(link: string): string | null {
  const plain = decodePercents(link.replace(/\?.*/, ''));
  return plain.includes('@') ? plain.replace(HIDDEN, '') : null;
}

/**
 * Cuts a text into rows of pieces. What is quoted is one piece, whatever separators and lines it holds, unless it holds
 * addresses: then each of its parts is one. An empty row is an empty line.
 */
export function splitRows(text: string): Piece[][] {
  const clean = cleanText(text);
  const rows: Piece[][] = [[]];
  let cell = 0;
  let start = 0;
  let comma = false;
  /** Where the quotation ends whose parts are read one by one. */
  let closing = -1;
  const cut = (end: number) => {
    const piece = clean.slice(start, end).trim();
    if (piece) rows.at(-1)?.push({ text: piece, cell, comma });
    start = end + 1;
  };
  const closes = quotationsOf(clean);
  for (let index = 0; index < clean.length; index += 1) {
    const character = clean.charAt(index);
    const end = index > closing ? closes(index) : -1;
    if (end > 0) {
      const inside = clean.slice(index + 1, end);
      const named = /^\s*<([^<>\s]*)>/.exec(clean.slice(end + 1, end + LONGEST));
      // The name before an address may hold that address, and what looks like one.
      const isName = !inside.includes('@') || (named !== null && !holdsOther(inside, named[1] ?? ''));
      if (isName) {
        index = end;
        continue;
      }
      closing = end;
      cut(index);
    } else if (index === closing) cut(index);
    else if (character === '\n' || character === '|' || SEPARATORS.test(character)) {
      cut(index);
      comma = character === ',' || character === '，';
      if (index < closing) continue;
      cell += 1;
      if (character === '\n') {
        rows.push([]);
        cell = 0;
        comma = false;
      }
    }
  }
  cut(clean.length);
  return rows;
}

/** Whether a name holds an address that is not that of its person. */
function holdsOther(name: string, email: string): boolean {
  const own = wordKey(email);
  return name.split(/[\s,;()<>]+/).some((word) => (wordKey(word) ?? own) !== own);
}

/** Single quotes that are further apart than this are apostrophes. */
const NEAR = 200;

/**
 * For an index, where the quotation that opens there closes, or -1. A quote opens at the start of a word and closes at the
 * end of one; a stray one does neither. In double quotes, two stand for one.
 */
function quotationsOf(text: string): (open: number) => number {
  const isEdge = (index: number) => /^[\s,;|<>()，；、،؛､]?$/.test(text.charAt(index));
  let isOver = false;
  return (open) => {
    const quote = text.charAt(open);
    if ((quote !== '"' && quote !== "'") || !isEdge(open - 1)) return -1;
    if (quote === "'") {
      for (let at = text.indexOf("'", open + 1); at > 0 && at - open < NEAR; at = text.indexOf("'", at + 1)) {
        if (!isEdge(at + 1)) continue;
        const inside = text.slice(open + 1, at);
        return /\n|@.*[,;\t<]|[,;\t<].*@/.test(inside) ? -1 : at;
      }
      return -1;
    }
    if (isOver) return -1;
    for (let at = text.indexOf('"', open + 1); at > 0; at = text.indexOf('"', at + 1)) {
      if (text.charAt(at + 1) === '"') at += 1;
      else if (isEdge(at + 1)) return at;
    }
    isOver = true;
    return -1;
  };
}

import text from '../../README.md?raw';

/**
 * A section of the README with what stands below it, without its own heading: what is said there is said once. Links into
 * the README lead to the page of the Storybook that has the section.
 */
export function sectionOf(title: string): string {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => /^#+ /.test(line) && line.replace(/^#+ /, '') === title);
  if (start < 0) throw new Error(`The README has no section "${title}".`);
  const depth = depthOf(lines[start]);
  let isCode = false;
  const length = lines.slice(start + 1).findIndex((line) => {
    if (line.startsWith('```')) isCode = !isCode;
    return !isCode && depthOf(line) > 0 && depthOf(line) <= depth;
  });
  const section = lines.slice(start + 1, length < 0 ? undefined : start + 1 + length).join('\n');
  return section
    .replaceAll(/\]\(#([\w-]+)\)/g, (link, anchor: string) =>
      PAGES[anchor] ? `](?path=/docs/${PAGES[anchor]})` : link,
    )
    .replaceAll(/\[([^\]]+)\]\((?!https?:|\?path=)[^)]*\)/g, '$1');
}

/** The pages that show sections of the README, by anchor. */
const PAGES: Readonly<Record<string, string>> = {
  security: 'guides-your-own-server--docs',
  'a-guard-of-your-own': 'guides-canvas--docs',
  'in-a-react-app-with-a-back-end': 'guides-your-own-server--docs',
  'over-a-clerk-organization-from-a-server': 'guides-your-own-server--docs',
  'plain-html-pages-and-other-frameworks': 'guides-plain-html--docs',
  theming: 'guides-theming--docs',
  languages: 'guides-languages--docs',
  accessibility: 'guides-accessibility--docs',
};

function depthOf(line = ''): number {
  return /^(#+) /.exec(line)?.[1]?.length ?? 0;
}

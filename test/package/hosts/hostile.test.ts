import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser, type Host } from '../../e2e/host.js';
import { build, install, type Installed } from './install.js';
import { keepPicture, loaded, manage, openHost } from './journey.js';
import { serve } from './serve.js';

/** What makes an element look as it does, beside its box. */
const PROPERTIES = [
  'appearance',
  'backgroundColor',
  'borderBottomWidth',
  'borderCollapse',
  'borderTopColor',
  'borderTopLeftRadius',
  'borderTopWidth',
  'boxShadow',
  'boxSizing',
  'color',
  'cursor',
  'display',
  'fill',
  'float',
  'fontFamily',
  'fontFeatureSettings',
  'fontSize',
  'fontStyle',
  'fontVariantCaps',
  'fontWeight',
  'hyphens',
  'letterSpacing',
  'lineBreak',
  'lineHeight',
  'listStyleType',
  'marginTop',
  'maxWidth',
  'opacity',
  'overflowX',
  'paddingLeft',
  'position',
  'stroke',
  'strokeWidth',
  'textAlign',
  'textAlignLast',
  'textDecorationLine',
  'textIndent',
  'textTransform',
  'userSelect',
  'verticalAlign',
  'visibility',
  'webkitTextFillColor',
  'whiteSpaceCollapse',
  'wordSpacing',
] as const;

/** What a page may draw before, behind or into an element. */
const PSEUDO = ['::before', '::after', '::first-letter', '::first-line'] as const;
const PSEUDO_PROPERTIES = ['content', 'color', 'fontSize', 'float', 'position'] as const;

/** How each element of the panel looks, by a name that says which it is. */
function looks(page: Page, within = '.mup-root') {
  return page.evaluate(
    ([selector, names, pseudoElements, pseudoNames]) => {
      const root = document.querySelector(selector);
      if (!root) throw new Error(`There is no ${selector}.`);
      // What is read out comes and goes by the clock; it is out of sight anyway.
      return [root, ...root.querySelectorAll(':not(.mup-announcements *)')].map((element, index) => {
        const style = getComputedStyle(element);
        const { x, y, width, height } = element.getBoundingClientRect();
        const box = [x, y, width, height].map((value) => Math.round(value * 10) / 10).join(' ');
        // A line of an icon has no text, a box without a border no colour of it, and what is no item of a list no mark.
        const matters = (name: string) =>
          (!element.closest('svg') || /^(fill|stroke|display)/.test(name)) &&
          (name !== 'borderTopColor' || style.borderTopWidth !== '0px') &&
          (name !== 'listStyleType' || style.display === 'list-item');
        const values = names.filter(matters).map((name) => `${name}: ${style[name]}`);
        const drawn = pseudoElements.map((pseudo) => {
          const its = getComputedStyle(element, pseudo);
          return `${pseudo}: ${pseudoNames.map((name) => its[name]).join(' ')}`;
        });
        // What is not shown has no looks.
        const isShown = element.checkVisibility();
        const said = `${index} ${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`;
        return {
          element: said,
          looks: isShown ? [`box: ${box}`, ...values, ...(element.closest('svg') ? [] : drawn)] : ['not shown'],
        };
      });
    },
    [within, PROPERTIES, PSEUDO, PSEUDO_PROPERTIES] as const,
  );
}

type Looks = Awaited<ReturnType<typeof looks>>;

/** Where the second differs from the first, one line each. */
function differences(expected: Looks, found: Looks): string[] {
  const lines = expected.flatMap(({ element, looks: wanted }, index) => {
    const got = found[index];
    if (got?.element !== element) return [`${element} became ${got?.element ?? 'nothing'}`];
    const changed = wanted.map((line, place) =>
      got.looks[place] === line ? '' : `${line} → ${got.looks[place] ?? ''}`,
    );
    return changed.filter(Boolean).map((line) => `${element}: ${line}`);
  });
  return found.length === expected.length ? lines : [...lines, `${expected.length} elements → ${found.length}`];
}

describe('a page that means no good', () => {
  let installed: Installed;
  let host: Host;
  let browser: Browser;
  beforeAll(async () => {
    [installed, browser] = await Promise.all([install('hostile'), startBrowser()]);
    await build(installed.folder, 'index.html');
    host = await serve({ folders: [join(installed.folder, 'out')] });
  });
  afterAll(async () => {
    await browser.close();
    await host.close();
    installed.remove();
  });

  /** Opens the page, brings the panel into a state, and tells how everything in it looks. */
  async function look(path: string, name = '', prepare: (page: Page) => Promise<unknown> = async () => {}) {
    const { page, context } = await openHost(browser, host, path);
    await loaded(page);
    await prepare(page);
    await page.mouse.move(0, 500);
    const found = await looks(page);
    await keepPicture(page, [path === '/' ? 'calm' : path.replace(/\W+/g, ''), name].filter(Boolean).join('-'));
    await context.close();
    return found;
  }

  const orders = ['last', 'first'] as const;

  it.each(orders)('leaves the panel as it is, its sheet coming %s', async (order) => {
    const calm = await look('/');
    const hostile = await look(`/?hostile=${order}`);
    expect(differences(calm, hostile)).toEqual([]);
    expect(calm.length).toBeGreaterThan(200);
  });

  it.each<[state: string, prepare: (page: Page) => Promise<unknown>]>([
    [
      'the dialog that asks',
      async (page) => {
        await page
          .getByRole('button', { name: /^Remove / })
          .first()
          .click();
        await page.getByRole('alertdialog').waitFor();
      },
    ],
    [
      'addresses in the field, and their faults',
      async (page) => {
        await page.getByLabel('E-mail addresses').fill('one@example.com, two@gmial.com, nonsense@,');
        await page.getByRole('list', { name: 'Addresses to invite' }).getByText('nonsense@', { exact: true }).waitFor();
      },
    ],
    [
      'a search that finds nobody',
      async (page) => {
        await page.getByRole('searchbox').fill('nobody at all');
        await page.getByRole('button', { name: 'Clear search and filter' }).waitFor();
      },
    ],
  ])('leaves as it is: %s', async (state, prepare) => {
    const name = state.replace(/\W+/g, '-');
    const calm = await look('/', name, prepare);
    expect(differences(calm, await look('/?hostile=last', name, prepare))).toEqual([]);
  });

  it('has no layer above the dialog', async () => {
    const { page, context } = await openHost(browser, host, '/?hostile=last');
    await loaded(page);
    await page
      .getByRole('button', { name: /^Remove / })
      .first()
      .click();
    const dialog = page.getByRole('alertdialog');
    await dialog.waitFor();
    const top = await dialog.evaluate((element) => {
      const { left, top: above, width, height } = element.getBoundingClientRect();
      const points = [0.1, 0.5, 0.9].map((part) =>
        document.elementFromPoint(left + width * part, above + height * part),
      );
      return {
        covers: points.every((point) => element.contains(point)),
        // The bar of the page has the highest z-index there is, and lies behind the dialog’s backdrop.
        overBar: document.elementFromPoint(5, 5) === element,
      };
    });
    await context.close();
    expect(top).toEqual({ covers: true, overBar: true });
  });

  it('can be worked with all the same', async () => {
    const { page, read, context, complaints } = await openHost(browser, host, '/?hostile=last');
    await loaded(page);
    // Only read out, as in any page.
    expect(await page.getByText('Type an e-mail address first.').isVisible()).toBe(false);
    await manage({ page, read });
    await context.close();
    expect(complaints).toEqual([]);
  });
});

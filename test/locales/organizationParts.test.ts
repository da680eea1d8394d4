import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { organizationsEn, type OrganizationMessages } from '../../src/locales/organizations/en.js';
import { catalogueFaults, MANNERS } from './catalogueFaults.js';

const folder = new URL('../../src/locales/organizations/', import.meta.url);
const names = readdirSync(folder).map((file) => file.replace(/\.ts$/, ''));
const parts = new Map(
  await Promise.all(
    names.map(async (name) => {
      const exported = (await import(`../../src/locales/organizations/${name}.ts`)) as Record<
        string,
        OrganizationMessages
      >;
      const [part] = Object.values(exported);
      if (!part) throw new Error(`${name} exports nothing`);
      return [name, part] as const;
    }),
  ),
);

/** Where the text is the English one and right for all that. */
const LIKE_ENGLISH: Readonly<Record<string, readonly string[]>> = {
  de: ['organizations.name', 'requests.person'],
  fr: ['organizations.actions', 'requests.actions'],
};

test('every language says what the pieces for organizations say', () => {
  expect(names.toSorted()).toEqual(Object.keys(MANNERS).toSorted());
});

describe.each([...parts])('%s', (name, part) => {
  test('says everything, rightly spelt, with the values it needs', () => {
    const english = { locale: 'en', ...organizationsEn };
    expect(catalogueFaults(name, { locale: name, ...part }, english, LIKE_ENGLISH[name] ?? [])).toEqual([]);
  });

  test('names each control by what is written on it', () => {
    const { organizations, requests } = part;
    expect(organizations.switchTo.toLowerCase()).toContain(organizations.switch.toLowerCase());
    expect(organizations.rename.toLowerCase()).toContain(organizations.renameText.toLowerCase());
    expect(requests.accept.toLowerCase()).toContain(requests.acceptText.toLowerCase());
    expect(requests.reject.toLowerCase()).toContain(requests.rejectText.toLowerCase());
  });
});

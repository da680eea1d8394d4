import { describe, expect, it } from 'vitest';
import { compareReadme, readSheets, readSlots, readStates, readTokens } from '../tools/tokens.js';

const { base, derived } = readTokens();
const defined = [...base, ...derived].map(({ name }) => name);
const sheets = readSheets();
const own = sheets.filter(({ path }) => !path.includes('/themes/'));
const themes = sheets.filter(({ path }) => path.includes('/themes/'));
const without = (names: readonly string[], known: readonly string[]) => names.filter((name) => !known.includes(name));

describe('the tokens', () => {
  it('are found: those to set, and those that follow', () => {
    expect(base.length).toBeGreaterThan(12);
    expect(derived.length).toBeGreaterThan(8);
    expect(defined).toEqual([...new Set(defined)]);
  });

  it('never stand where an image could, which a tenant’s branding would load for every viewer', () => {
    const shorthands = own.flatMap(({ path, css }) =>
      [...css.matchAll(/\b(background|border-image|mask|list-style|content|cursor):[^;]*var\([^;]*;/g)].map(
        ([rule]) => `${path}: ${rule}`,
      ),
    );
    expect(shorthands).toEqual([]);
  });

  it('adapt by luminance only where the sheet says so, whatever is printed', () => {
    expect(readTokens().base.flatMap(({ name, adapts }) => (adapts ? name : []))).toEqual(['--mup-on-accent']);
  });

  it('are defined where they are used, with a word on what they are for', () => {
    expect(
      own.flatMap(({ path, usedTokens }) => without(usedTokens, defined).map((name) => `${path}: ${name}`)),
    ).toEqual([]);
    const set = sheets.find(({ path }) => path.endsWith('styles/tokens.css'))?.setTokens ?? [];
    expect(without(set, defined)).toEqual([]);
  });

  it('are used where they are defined', () => {
    expect(
      without(
        defined,
        own.flatMap(({ usedTokens }) => usedTokens),
      ),
    ).toEqual([]);
  });

  it('are set in tokens.css and in no other of our sheets', () => {
    const others = own.filter(({ path }) => !path.endsWith('/tokens.css'));
    expect(others.flatMap(({ setTokens }) => setTokens)).toEqual([]);
  });

  it.each(themes)('that $path sets are to be set', ({ setTokens, usedTokens, registered }) => {
    const settable = [...base.map(({ name }) => name), ...registered];
    expect(setTokens.length).toBeGreaterThan(5);
    expect(without([...setTokens, ...usedTokens], settable)).toEqual([]);
  });
});

describe('the slots and their state', () => {
  const slots = readSlots();
  const { states, used } = readStates();

  it('are all in use', () => {
    expect(slots.length).toBeGreaterThan(50);
    expect(without(slots, [...used])).toEqual([]);
  });

  it('are what the sheets speak of', () => {
    // The root, and the mark of one in a shadow root.
    const known = [...slots, 'root', 'shadow'];
    expect(sheets.flatMap(({ path, classes }) => without(classes, known).map((name) => `${path}: ${name}`))).toEqual(
      [],
    );
    const attributes = [...states.values()].flatMap((names) => [...names]);
    expect(
      sheets.flatMap(({ path, attributes: names }) =>
        without(names, attributes).map((name) => `${path}: data-${name}`),
      ),
    ).toEqual([]);
  });
});

it('README.md says all of it as it is (else: node test/tools/tokens.js)', async () => {
  const { found, wanted } = await compareReadme();
  expect(found).toBe(wanted);
});

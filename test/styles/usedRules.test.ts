import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const read = (folder: string, pattern: RegExp) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => pattern.test(path))
    .map((path) => readFileSync(`${folder}/${path}`, 'utf8'))
    .join('\n');

const sheet = read('src/styles', /^[a-z]+\.css$/).replace(/\/\*[\s\S]*?\*\//g, '');
/** Without the list of all slots, in which each name stands whether it is used or not. */
const code = read('src', /\.tsx?$/).replace(/export type SlotName =[^;]+;/, '');
const found = (pattern: RegExp) => [...new Set([...sheet.matchAll(pattern)].map(([, name = '']) => name))].toSorted();

describe('the sheet', () => {
  it('has no rule for a slot that nothing renders', () => {
    const classes = found(/\.mup-([a-z-]+)/g);
    expect(classes.length).toBeGreaterThan(50);
    // The root is a class by itself, and the shadow root's box is made by the element.
    const unused = classes.filter((name) => !code.includes(`'${name}'`) && !code.includes(`"${name}"`));
    expect(unused.filter((name) => !code.includes(`mup-${name}`))).toEqual([]);
  });

  it('has no rule for a state that no slot is given', () => {
    const states = found(/\[data-([a-z-]+)/g);
    expect(states.length).toBeGreaterThan(10);
    const inCode = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    const isGiven = (name: string) =>
      code.includes(`data-${name}`) || new RegExp(`['"{ ,(]${inCode(name)}['"]?\\s*[:,}]|'${name}'`).test(code);
    expect(states.filter((name) => !isGiven(name))).toEqual([]);
  });

  it('sets no token that no rule takes', () => {
    const taken = new Set(found(/var\((--mup-[\w-]+)/g));
    expect(taken.size).toBeGreaterThan(20);
    expect(found(/(--mup-[\w-]+)\s*:/g).filter((name) => !taken.has(name))).toEqual([]);
  });
});

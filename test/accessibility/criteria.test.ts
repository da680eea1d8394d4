import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CRITERIA, type Criterion } from './criteria.js';

/** WCAG 2.2, by guideline and level: the last part of the number of each of its criteria. */
const WCAG: Readonly<Record<string, { A: number[]; AA: number[] }>> = {
  '1.1': { A: [1], AA: [] },
  '1.2': { A: [1, 2, 3], AA: [4, 5] },
  '1.3': { A: [1, 2, 3], AA: [4, 5] },
  '1.4': { A: [1, 2], AA: [3, 4, 5, 10, 11, 12, 13] },
  '2.1': { A: [1, 2, 4], AA: [] },
  '2.2': { A: [1, 2], AA: [] },
  '2.3': { A: [1], AA: [] },
  '2.4': { A: [1, 2, 3, 4], AA: [5, 6, 7, 11] },
  '2.5': { A: [1, 2, 3, 4], AA: [7, 8] },
  '3.1': { A: [1], AA: [2] },
  '3.2': { A: [1, 2, 6], AA: [3, 4] },
  '3.3': { A: [1, 2, 7], AA: [3, 4, 8] },
  '4.1': { A: [2], AA: [3] },
};

const required = Object.entries(WCAG).flatMap(([guideline, levels]) =>
  (['A', 'AA'] as const).flatMap((level) => levels[level].map((last) => `${guideline}.${last} ${level}`)),
);

/** What is wrong with a list of criteria: some missing, unknown or twice, or a test that is not there. */
function faultsOf(criteria: readonly Criterion[]): string[] {
  const listed = criteria.map(({ number, level }) => `${number} ${level}`);
  const dead = criteria.flatMap((criterion) => {
    if (!('test' in criterion)) return [];
    const [file, title] = criterion.test;
    return hasTest(file, title) ? [] : [`${criterion.number}: no test "${title}" in ${file}`];
  });
  return [
    ...required.filter((each) => !listed.includes(each)).map((each) => `${each} is missing`),
    ...listed.filter((each) => !required.includes(each)).map((each) => `${each} is unknown`),
    ...listed.filter((each, index) => listed.indexOf(each) !== index).map((each) => `${each} is there twice`),
    ...dead,
  ];
}

/** Whether a string literal of the file, which a title is, begins with the words or holds them. */
function hasTest(file: string, title: string): boolean {
  const path = new URL(`../${file}`, import.meta.url);
  if (!existsSync(path)) return false;
  const words = title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(['"\`])[^'"\`\\n]*${words}[^'"\`\\n]*\\1`).test(readFileSync(path, 'utf8'));
}

describe('WCAG 2.2 at the levels A and AA', () => {
  it('has 55 criteria, each with a test that is there, a check by hand, or a reason why it does not apply', () => {
    expect(required).toHaveLength(55);
    expect(faultsOf(CRITERIA)).toEqual([]);
  });

  it('is checked by hand only where somebody is told what to do and what to expect', () => {
    const vague = CRITERIA.filter((criterion) => 'manual' in criterion && criterion.manual.length < 80);
    expect(vague).toEqual([]);
  });

  it('would be told of a criterion that is missing, unknown, there twice or held by no test', () => {
    const [first, ...rest] = CRITERIA;
    if (!first) throw new Error('There is no criterion.');
    expect(faultsOf(rest)).toEqual(['1.1.1 A is missing']);
    expect(faultsOf([...CRITERIA, first])).toEqual(['1.1.1 A is there twice']);
    expect(faultsOf([...CRITERIA, { ...first, number: '4.1.1' }])).toEqual(['4.1.1 A is unknown']);
    expect(faultsOf([{ ...first, test: ['boundaries.test.ts', 'a title that is in no file'] }, ...rest])).toEqual([
      '1.1.1: no test "a title that is in no file" in boundaries.test.ts',
    ]);
    expect(faultsOf([{ ...first, test: ['nowhere.test.ts', 'keeps'] }, ...rest])).toHaveLength(1);
  });
});

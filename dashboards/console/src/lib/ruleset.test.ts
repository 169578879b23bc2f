import { describe, expect, it } from 'vitest';
import type { Fault } from '../api/rulesets';
import { lineSpan, marksOf, toChanges } from './ruleset';

const fault = (path: string, line: number): Fault => ({ path, line, rule: '', message: `m${line}`, unsupported: false });

describe('the marks of a text', () => {
  it('are those of its file, by line', () => {
    const marks = marksOf([fault('a.yml', 3), fault('a.yml', 3), fault('b.yml', 1), fault('a.yml', 0)], 'a.yml');
    expect([...marks.keys()].sort()).toEqual([1, 3]);
    expect(marks.get(3)).toHaveLength(2);
  });

  it('lead to their line', () => {
    expect(lineSpan('ab\ncd\ne', 2)).toEqual([3, 5]);
    expect(lineSpan('ab\ncd\ne', 1)).toEqual([0, 2]);
    expect(lineSpan('ab', 9)).toEqual([2, 2]);
  });
});

describe('imported files', () => {
  it('are rules with the cases beside them', () => {
    expect(
      toChanges([
        { name: 'a.yml', text: 'A' },
        { name: 'a.cases.yml', text: 'C' },
        { name: 'b.yaml', text: 'B' },
        { name: 'notes.txt', text: 'N' },
      ]),
    ).toEqual([
      { kind: 'put', path: 'a.yml', text: 'A', cases: 'C' },
      { kind: 'put', path: 'b.yaml', text: 'B', cases: '' },
    ]);
  });
});

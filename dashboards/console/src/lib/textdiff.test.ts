import { describe, expect, it } from 'vitest';
import { diffLines, folded } from './textdiff';

const marks = (before: string, after: string) =>
  diffLines(before, after).map((line) => (line.type === 'skipped' ? '…' : { same: ' ', added: '+', removed: '-' }[line.type] + line.text));

describe('a difference of texts', () => {
  it('is nothing for equal texts', () => {
    expect(marks('a\nb\n', 'a\nb\n')).toEqual([' a', ' b']);
  });

  it('shows a changed line as gone and come', () => {
    expect(marks('a\nb\nc\n', 'a\nx\nc\n')).toEqual([' a', '-b', '+x', ' c']);
  });

  it('finds what stayed between changes', () => {
    expect(marks('a\nb\nc\nd\n', 'b\nc\nx\nd\ne\n')).toEqual(['-a', ' b', ' c', '+x', ' d', '+e']);
  });

  it('takes an empty text as no line', () => {
    expect(marks('', 'a\n')).toEqual(['+a']);
    expect(marks('a\n', '')).toEqual(['-a']);
  });

  it('numbers the lines of both texts', () => {
    expect(diffLines('a\nb\n', 'b\n')).toEqual([
      { type: 'removed', text: 'a', before: 1, after: null },
      { type: 'same', text: 'b', before: 2, after: 1 },
    ]);
  });

  it('gives up comparing what is too large', () => {
    const many = (word: string) => Array.from({ length: 3_000 }, (_, i) => `${word}${i}`).join('\n');
    const lines = diffLines(many('a'), many('b'));
    expect(lines.filter((line) => line.type === 'removed')).toHaveLength(3_000);
    expect(lines.filter((line) => line.type === 'added')).toHaveLength(3_000);
  });

  it('is folded to what is near a change', () => {
    const before = Array.from({ length: 20 }, (_, i) => `line ${i}`).join('\n');
    const lines = folded(diffLines(before, before.replace('line 10', 'line ten')));
    expect(lines.map((line) => (line.type === 'skipped' ? line.count : line.type))).toEqual([7, 'same', 'same', 'same', 'removed', 'added', 'same', 'same', 'same', 6]);
  });
});

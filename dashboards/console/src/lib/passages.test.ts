import { describe, expect, it } from 'vitest';
import type { ComparedPart } from '../api/filingtypes';
import { forwardAnchors, mapScroll, MOST_SHOWN, orderedPassages, stepPassage, toPartView, toSide } from './passages';

const part = (values: Partial<ComparedPart>): ComparedPart => ({ part: 'claims', similarity: 0.9, a: '', b: '', aRest: 0, bRest: 0, shared: [], ...values });

describe('a text cut at its passages', () => {
  it('loses nothing', () => {
    const text = '一种货架，包括本体，顶部设有防护罩。';
    const side = toSide(text, [[2, 5], [9, 12]], 0);
    expect(side.segments.map((segment) => segment.text).join('')).toBe(text);
    expect(side.segments.map(({ passage }) => passage)).toEqual([null, 0, null, 1, null]);
  });

  it('keeps the number of a passage that stands elsewhere in the second text', () => {
    const view = toPartView(part({ a: 'AAAABBBB', b: 'BBBBAAAA', shared: [{ a: [4, 8], b: [0, 4] }, { a: [0, 4], b: [4, 8] }] }));
    expect(view.a.segments).toEqual([{ text: 'AAAA', passage: 0 }, { text: 'BBBB', passage: 1 }]);
    expect(view.b.segments).toEqual([{ text: 'BBBB', passage: 1 }, { text: 'AAAA', passage: 0 }]);
    expect(view.characters).toBe(8);
  });

  it('marks overlapping passages without showing a sign twice', () => {
    expect(toSide('abcdef', [[0, 4], [2, 6]], 0).segments).toEqual([{ text: 'abcd', passage: 0 }, { text: 'ef', passage: 1 }]);
  });

  it('survives offsets that are not in the text', () => {
    expect(toSide('abc', [[1, 99], [50, 60]], 0).segments).toEqual([{ text: 'a', passage: null }, { text: 'bc', passage: 0 }]);
    expect(orderedPassages([{ a: [3, 3], b: [0, 4] }, { a: [0, 4], b: [9, 2] }, { a: [-1, 4], b: [0, 5] }])).toEqual([]);
  });

  it('is cut where it is too long, and says by how much', () => {
    const side = toSide('字'.repeat(MOST_SHOWN + 5), [], 7);
    expect(side.segments[0]?.text).toHaveLength(MOST_SHOWN);
    expect(side.rest).toBe(12);
  });
});

describe('two columns that scroll together', () => {
  it('stand at the same passage', () => {
    const anchors = forwardAnchors([{ from: 100, to: 300 }, { from: 200, to: 350 }], 400, 600);
    expect(mapScroll(anchors, 0)).toBe(0);
    expect(mapScroll(anchors, 100)).toBe(300);
    expect(mapScroll(anchors, 150)).toBe(325);
    expect(mapScroll(anchors, 400)).toBe(600);
  });

  it('are not torn by a passage that was moved', () => {
    expect(forwardAnchors([{ from: 100, to: 500 }, { from: 200, to: 50 }, { from: 300, to: 550 }], 400, 600)).toEqual([
      { from: 0, to: 0 },
      { from: 100, to: 500 },
      { from: 300, to: 550 },
      { from: 400, to: 600 },
    ]);
  });

  it('need not scroll at all', () => {
    expect(mapScroll(forwardAnchors([], 0, 0), 0)).toBe(0);
  });
});

it('steps through passages and round at the ends', () => {
  expect(stepPassage(null, 3, 1)).toBe(0);
  expect(stepPassage(null, 3, -1)).toBe(2);
  expect(stepPassage(2, 3, 1)).toBe(0);
  expect(stepPassage(0, 3, -1)).toBe(2);
  expect(stepPassage(null, 0, 1)).toBeNull();
});

import { describe, expect, it } from 'vitest';
import { cut, toSegments, visibleControl, type Segment } from './rawline';

const joined = (segments: Segment[]) => segments.map((segment) => segment.text).join('');

describe('a raw line', () => {
  it('shows what could not be seen', () => {
    expect(joined(toSegments('a\tb\u0000c\u001b[31m\u007f', []))).toBe('a␉b␀c␛[31m␡');
  });

  it('shows characters that would turn it round', () => {
    expect(toSegments('admin\u202egnp.exe', [])).toEqual([
      { type: 'text', text: 'admin', mark: null },
      { type: 'control', text: 'U+202E' },
      { type: 'text', text: 'gnp.exe', mark: null },
    ]);
  });

  it.each(['\u200b', '\u2066', '\ufeff', '\u00ad', '\u2028', '\u0085', '\ud800', '\u{e0041}'])('makes %j visible', (character) => {
    expect(toSegments(`x${character}y`, []).map(({ type }) => type)).toEqual(['text', 'control', 'text']);
  });

  it('leaves letters of every script as they are', () => {
    const text = '王敏 Zoë 日本語 😀 <script>alert(1)</script>';
    expect(toSegments(text, [])).toEqual([{ type: 'text', text, mark: null }]);
  });

  it('marks what matched, whatever its case', () => {
    expect(toSegments('sshd: FAILED password for root', [{ text: 'Failed Password', kind: 'match' }])).toEqual([
      { type: 'text', text: 'sshd: ', mark: null },
      { type: 'text', text: 'FAILED password', mark: 'match' },
      { type: 'text', text: ' for root', mark: null },
    ]);
  });

  it('lets a match stand over a grouping value', () => {
    const segments = toSegments('from 203.0.113.7', [
      { text: '203.0.113.7', kind: 'entity' },
      { text: 'from 203', kind: 'match' },
    ]);
    expect(segments.map((segment) => (segment.type === 'text' ? [segment.text, segment.mark] : []))).toEqual([
      ['from 203', 'match'],
      ['.0.113.7', 'entity'],
    ]);
  });

  it('does not mark single characters', () => {
    expect(toSegments('aaaa', [{ text: 'a', kind: 'match' }])).toEqual([{ type: 'text', text: 'aaaa', mark: null }]);
  });

  it('keeps marks in place after wide characters', () => {
    expect(toSegments('😀root', [{ text: 'root', kind: 'entity' }]).at(-1)).toEqual({ type: 'text', text: 'root', mark: 'entity' });
  });

  it('is read in one pass even at its longest', () => {
    expect(joined(toSegments('A'.repeat(100_000), [{ text: 'AA', kind: 'match' }]))).toHaveLength(100_000);
  });
});

describe('cutting', () => {
  it('never splits a pair', () => {
    expect(cut('ab😀', 3)).toBe('ab');
    expect(cut('ab😀', 4)).toBe('ab😀');
  });
});

it('names a control without a picture by its code point', () => {
  expect(visibleControl('\u0085')).toBe('U+0085');
});

import { describe, expect, it } from 'vitest';
import { evidenceOf } from '../testing/filings';
import { isApplicationNumber, pairOf, toEvidenceLine } from './evidence';
import { valueWords } from './filingfields';

const A = '2026104796018';
const B = '2026104796075';
const WORDS = { yes: '是', no: '否', others: (count: number) => `等 ${count} 项` };

describe('application numbers', () => {
  it.each([A, 'CN2026104796018', '202110991218X', '78123456', '78123456A'])('are known: %s', (text) => {
    expect(isApplicationNumber(text)).toBe(true);
  });

  it.each(['', '138****0417', '203.0.113.7', '91330100MA2B0000XX', 'FC-2026-000017', '2026'])('are not %o', (text) => {
    expect(isApplicationNumber(text)).toBe(false);
  });
});

describe('the two filings of a piece of evidence', () => {
  it('are found under the names of detectors, and elsewhere by their form', () => {
    expect(pairOf(evidenceOf('x', { a: A, b: B }))).toEqual([A, B]);
    expect(pairOf(evidenceOf('x', { number: A, like: B }))).toEqual([A, B]);
    expect(pairOf(evidenceOf('x', { filings: [A, B, '2026104796133'] }))).toEqual([A, B]);
  });

  it('are two different ones', () => {
    expect(pairOf(evidenceOf('x', { a: A, b: A }))).toBeNull();
    expect(pairOf(evidenceOf('link', { a: '91330100MA2B0000XX', b: '91330100MA2B0001XX' }))).toBeNull();
  });

  it('are not phones that look like numbers of marks', () => {
    expect(pairOf(evidenceOf('x', { phone: '87654321', fax: '87654322' }))).toBeNull();
  });
});

describe('a piece of evidence', () => {
  it('is a sentence where its type is known', () => {
    const line = toEvidenceLine(evidenceOf('near-duplicate-pair', { a: A, b: B, part: 'description', similarity: 0.96, shared: 41 }));
    expect(line.sentence).toEqual({
      zh: `${A} 与 ${B} 的说明书相似度 96 %，共有片段 41 处`,
      en: `The description of ${A} and ${B} are 96 % alike, with 41 shared passages`,
    });
    expect(line.rest).toEqual([]);
  });

  it('says what several applicants share, whatever it is', () => {
    const line = toEvidenceLine(evidenceOf('shared-phone', { value: { hash: 'x', masked: '138****0417' }, applicants: 31, filings: 124, weight: 0.5 }));
    expect(line.sentence?.zh).toBe('31 家申请人共用电话 138****0417，涉及 124 件申请');
    expect(line.rest.map(({ name }) => name.zh)).toEqual(['关联强度']);
  });

  it('says why two applicants are linked', () => {
    const line = toEvidenceLine(
      evidenceOf('link', { a: 'k1', aName: '甲公司', b: 'k2', bName: '乙公司', by: [{ key: 'phone:9f', masked: '138****0417', weight: 0.5, applicants: 31 }, { key: 'device:3f', masked: 'dev-3f', weight: 0.5, applicants: 50 }], weight: 1 }),
    );
    expect(line.sentence?.zh).toBe('甲公司 与 乙公司 共用电话 138****0417（共 31 家使用）、设备 dev-3f（共 50 家使用）');
  });

  it('of an unknown type shows all that it holds, and can still be compared', () => {
    const line = toEvidenceLine(evidenceOf('moon-phase', { number: A, like: B, phase: 'full', days: 3 }));
    expect(line.sentence).toBeNull();
    expect(line.rest.map(({ name }) => name.zh)).toEqual(['号码', 'like', 'phase', '天数']);
    expect(line.pair).toEqual([A, B]);
  });

  it('of a known type without its values is not a sentence with holes', () => {
    const line = toEvidenceLine(evidenceOf('near-duplicate-pair', { a: A, b: B }));
    expect(line.sentence).toBeNull();
    expect(line.rest).toHaveLength(2);
  });
});

describe('a value in words', () => {
  it('is grouped, listed and named', () => {
    expect(valueWords(12345, 'zh', WORDS)).toBe('12,345');
    expect(valueWords(true, 'zh', WORDS)).toBe('是');
    expect(valueWords(['a', 'b', 'c', 'd', 'e', 'f', 'g'], 'zh', WORDS)).toBe('a、b、c、d、e、f 等 7 项');
    expect(valueWords({ name: 'web', days: 3 }, 'en', WORDS)).toBe('name web, days 3');
  });

  it('never shows a hash where a masked form is there, nor machine words', () => {
    expect(valueWords({ hash: 'abc', masked: '138****0417' }, 'zh', WORDS)).toBe('138****0417');
    expect(valueWords(null, 'zh', WORDS)).toBe('');
    expect(valueWords(undefined, 'zh', WORDS)).toBe('');
  });
});

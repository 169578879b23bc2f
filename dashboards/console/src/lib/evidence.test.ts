import { describe, expect, it } from 'vitest';
import { evidenceOf } from '../testing/filings';
import { byType, isApplicationNumber, pairOf, toEvidenceLine } from './evidence';
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

const line = (type: string, values: Record<string, unknown>, language: 'zh' | 'en' = 'zh') => toEvidenceLine(evidenceOf(type, values), language, WORDS);

describe('a piece of evidence', () => {
  const pair = { filing: A, other: B, applicant: '甲公司', otherApplicant: '乙公司', part: 'description', similarity: 0.964, titles: 0.1, days: 3 };

  it('is a sentence where its type is known', () => {
    expect(line('near-duplicate-pair', pair).sentence).toBe(`${A}（甲公司）与 ${B}（乙公司）的说明书相似度 96.4\u00a0%，名称 10\u00a0%；相隔 3 天`);
    expect(line('near-duplicate-pair', pair, 'en').sentence).toBe(`${A} (甲公司) and ${B} (乙公司) are 96.4\u00a0% alike in the description; titles 10\u00a0%; 3 days apart`);
    expect(line('near-duplicate-pair', pair).rest).toEqual([]);
  });

  it('leaves out what it does not know, and shows what its sentence does not say', () => {
    const told = line('near-duplicate-pair', { filing: A, other: B, part: 'claims', similarity: 0.9, moon: 'full' });
    expect(told.sentence).toBe(`${A} 与 ${B} 的权利要求相似度 90\u00a0%`);
    expect(told.rest.map(({ name }) => name.zh)).toEqual(['moon']);
  });

  it('says why two applicants are linked', () => {
    const link = { a: 'k1', aName: '甲公司', b: 'k2', bName: '乙公司', by: [{ key: 'phone', masked: '138****0417', weight: 0.5, applicants: 31 }, { key: 'device:3f', masked: 'dev-3f', weight: 0.5, applicants: 50 }], weight: 1 };
    expect(line('link', link).sentence).toBe('甲公司 与 乙公司 共用电话 138****0417（共 31 家使用）、设备 dev-3f（共 50 家使用）');
    expect(line('link', link, 'en').sentence).toBe('甲公司 and 乙公司 share the phone 138****0417 (used by 31), the device dev-3f (used by 50)');
  });

  it('counts lists and names kinds of things', () => {
    expect(line('registrations', { by: 'device', key: 'dev-3f', accounts: ['x', 'y'], count: 12 }).sentence).toBe('同一设备 dev-3f 注册 12 个账号');
    expect(line('inventor', { name: '沈**', applicants: ['甲', '乙'] }).sentence).toBe('沈** 出现在 2 个申请人的申请中：甲、乙');
  });

  it('of an unknown type shows all that it holds, and can still be compared', () => {
    const told = line('moon-phase', { number: A, like: B, phase: 'full', days: 3 });
    expect(told.sentence).toBeNull();
    expect(told.rest.map(({ name }) => name.zh)).toEqual(['号码', 'like', 'phase', '天数']);
    expect(told.pair).toEqual([A, B]);
  });

  it('of a known type without its values is not a sentence with holes', () => {
    const told = line('near-duplicate-pair', { filing: A, other: B });
    expect(told.sentence).toBeNull();
    expect(told.rest).toHaveLength(2);
  });

  it('does not read places in its own values', () => {
    expect(line('near-duplicate-pair', { ...pair, applicant: '{similarity%}[x]' }).sentence).toContain('（{similarity%}[x]）');
  });

  it('is compared with the first of its sources', () => {
    expect(pairOf(evidenceOf('spliced-sources', { filing: A, share: 0.7, sources: [{ filing: B, sentences: 9 }] }))).toEqual([A, B]);
  });

  it('stands with others of its type', () => {
    expect(byType([evidenceOf('x', {}), evidenceOf('y', {}), evidenceOf('x', {})]).map(({ type, items }) => [type, items.length])).toEqual([['x', 2], ['y', 1]]);
  });
});

describe('a value in words', () => {
  it('is grouped, listed and named', () => {
    expect(valueWords(12345, 'zh', WORDS)).toBe('12,345');
    expect(valueWords(true, 'zh', WORDS)).toBe('是');
    expect(valueWords(['a', 'b', 'c', 'd', 'e', 'f', 'g'], 'zh', WORDS)).toBe('a、b、c、d、e、f 等 7 项');
    expect(valueWords({ name: 'web', days: 3 }, 'en', WORDS)).toBe('name web, days 3');
  });

  it('says an address as a whole', () => {
    expect(valueWords({ code: 'x', address: { text: '杭州市某路 18 号', postCode: '311200' } }, 'zh', WORDS)).toBe('代码 x，地址 杭州市某路 18 号');
  });

  it('never shows a hash where a masked form is there, nor machine words', () => {
    expect(valueWords({ hash: 'abc', masked: '138****0417' }, 'zh', WORDS)).toBe('138****0417');
    expect(valueWords(null, 'zh', WORDS)).toBe('');
    expect(valueWords(undefined, 'zh', WORDS)).toBe('');
  });
});

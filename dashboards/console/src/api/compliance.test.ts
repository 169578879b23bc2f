import { describe, expect, it } from 'vitest';
import { mayDecideOn } from '../lib/protectionrights';
import { readItemDetail, readMatrix, readSystemState } from './compliancereaders';
import { UnreadableAnswer } from './shape';

describe('a system', () => {
  it('that was never judged has no coverage, rather than none covered', () => {
    expect(readSystemState({ id: 's', name: 's', level: 3, judgedAt: null, coverage: 0 })).toMatchObject({ judgedAt: null, coverage: null, conclusion: null, lastAssessment: null });
  });

  it('keeps its three numbers apart', () => {
    const read = readSystemState({ id: 's', judgedAt: '2026-11-27T07:00:10Z', coverage: 0.38, items: { met: 60, 'no-evidence': 128 }, freshness: { fresh: 310, stale: 4, oldest: null } });
    expect(read).toMatchObject({ coverage: 0.38, items: { met: 60, 'no-evidence': 128, 'not-met': 0 }, freshness: { fresh: 310, stale: 4 } });
  });
});

describe('a matrix', () => {
  const row = { item: 'L3-8.1.4.3-a', class: 'automatic', result: 'met', cells: [{ object: 'web', result: 'not-met', stale: true }] };

  it('is read by object', () => {
    const { items, next } = readMatrix({ objects: [{ id: 'web', kind: 'host' }], items: [row], next: '100' });
    expect(items[0]?.cells.get('web')).toEqual({ result: 'not-met', stale: true });
    expect(next).toBe('100');
  });

  it('with a result that there is none of is not drawn', () => {
    expect(() => readMatrix({ items: [{ ...row, result: 'green' }] })).toThrow(UnreadableAnswer);
  });
});

it('an item shows the wording only where somebody imported it', () => {
  const item = { id: 'L3-8.1.4.3-a', class: 'automatic', gloss: { zh: '审计打开', en: 'Audit on' } };
  expect(readItemDetail({ item, result: 'met' }).item.fullText).toBe('');
  expect(readItemDetail({ item: { ...item, fullText: '原文' }, result: 'met' }).item.fullText).toBe('原文');
});

describe('a proposal', () => {
  const user = { name: 'operator', displayName: '', roles: ['operator' as const], mustChangePassword: false };

  it('is decided by somebody else: not the proposer, not the owner', () => {
    expect(mayDecideOn(user, { state: 'proposed', by: 'engineer' })).toBe(true);
    expect(mayDecideOn(user, { state: 'proposed', by: 'operator' })).toBe(false);
    expect(mayDecideOn(user, { state: 'proposed', by: 'engineer', owner: 'operator' })).toBe(false);
    expect(mayDecideOn(user, { state: 'approved', by: 'engineer' })).toBe(false);
    expect(mayDecideOn({ ...user, roles: ['auditor'] }, { state: 'proposed', by: 'engineer' })).toBe(false);
  });
});

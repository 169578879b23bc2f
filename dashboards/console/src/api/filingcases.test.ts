import { describe, expect, it } from 'vitest';
import { readCase, readCaseDetail, readCaseReference, readComparison, readFilingDocument, readGraph, readReport, readTimeline } from './filingcases';

const CASE = {
  id: 17,
  number: 'FC-2026-000017',
  subject: { type: 'group', key: 'g17', name: '甲等 50 家' },
  register: 'patent',
  state: 'pending',
  tier: 'high-risk',
  score: 0.87,
  kinds: ['P6'],
  filingCount: 213,
  memberCount: 50,
  openedAt: '2026-11-20T02:00:00Z',
  updatedAt: '2026-11-22T07:00:00Z',
  lastSignalAt: '2026-11-22T07:00:00Z',
  dueAt: null,
  assignee: { username: 'li', name: '' },
  origin: 'indication',
};

describe('a case', () => {
  it('is read with its id as text, and its assignee by the account where no name is known', () => {
    expect(readCase(CASE)).toMatchObject({ id: '17', assignee: { username: 'li', name: 'li' }, dueAt: null });
  });

  it('of the sample has no tier and no score', () => {
    expect(readCase({ ...CASE, tier: null, score: null, origin: 'sample', kinds: [] })).toMatchObject({ tier: null, score: null, origin: 'sample' });
  });

  it('in a state that nobody knows is refused', () => {
    expect(() => readCase({ ...CASE, state: 'burning' })).toThrow('case state "burning"');
    expect(() => readCase({ ...CASE, tier: 'red' })).toThrow('tier "red"');
  });

  it('is read with what the topic says of its indications', () => {
    const indication = {
      kind: 'P6',
      kindName: { zh: '关联申请人分散提交', en: '' },
      tier: '高风险',
      tierCode: 'high-risk',
      score: 0.87,
      signals: [{ code: 'dispersed-filing', family: 'linkage', window: '30d', score: 0.9, weight: 0.5, part: 0.45 }],
      evidence: [{ type: 'burst', count: 50, by: 'device' }],
      legalBasis: [{ code: 'order-77', law: '规定', lawEn: 'Provisions', article: '第三条第六项', from: '2024-01-20' }],
    };
    const [read] = readCaseDetail({ ...CASE, indications: [indication] }).indications;
    expect(read).toMatchObject({
      tier: 'high-risk',
      kindName: { zh: '关联申请人分散提交', en: '关联申请人分散提交' },
      evidence: [{ type: 'burst', values: { count: 50, by: 'device' } }],
      legalBases: [{ law: { zh: '规定', en: 'Provisions' }, until: null }],
    });
  });

  it('offers no step to a state of a later version', () => {
    expect(readCaseDetail({ ...CASE, allowed: ['preliminary', 'appealed'] }).allowed).toEqual(['preliminary']);
  });

  it('keeps what its trail carries', () => {
    const trail = [{ at: '', by: 'li', act: 'moved', from: 'preliminary', to: 'notified', note: 'x', details: { replyDays: 15 } }, { act: 'assigned', details: { assignee: null } }];
    expect(readCaseDetail({ ...CASE, trail }).trail.map(({ details }) => details)).toEqual([
      { replyDays: 15, kinds: [], assignee: null },
      { replyDays: null, kinds: [], assignee: null },
    ]);
  });

  it('is named by an alert with its subject, as a text or whole', () => {
    expect(readCaseReference({ ...CASE, subject: '甲' }).subject).toBe('甲');
    expect(readCaseReference(CASE).subject).toBe('甲等 50 家');
  });
});

it('draws no link to a node that is not there', () => {
  expect(readGraph({ nodes: [{ id: 'a', type: 'applicant' }], edges: [{ from: 'a', to: 'ghost' }] }).edges).toEqual([]);
});

it('refuses a timeline of unknown things', () => {
  expect(() => readTimeline({ items: [{ at: '', type: 'miracle' }] })).toThrow('timeline type');
});

it('reads a comparison with what was left out', () => {
  const side = { applicationNumber: '1', title: '', applicant: '', filingDate: '' };
  const part = { part: 'claims', similarity: null, a: 'x', b: '', aRest: 7, shared: [{ a: [0, 1], b: [0, 1] }, {}] };
  expect(readComparison({ a: side, b: side, parts: [part] }).parts[0]).toMatchObject({ similarity: null, aRest: 7, bRest: 0, shared: [{ a: [0, 1], b: [0, 1] }, { a: [0, 0], b: [0, 0] }] });
});

it('reads a filing with its texts apart from its data', () => {
  const filing = readFilingDocument({ applicationNumber: '2026104796018', applType: 'trademark', markText: '云棠', claims: ['1. 甲', '2. 乙'], abstract: '', ip: '203.0.113.7' });
  expect(filing).toEqual({ applicationNumber: '2026104796018', applType: 'trademark', title: '云棠', texts: [{ part: 'claims', text: '1. 甲\n2. 乙' }], fields: { ip: '203.0.113.7' } });
});

it('does not take a missing precision for zero', () => {
  const report = readReport({ month: '2026-11', bySignal: [{ code: 'odd-text', confirmed: 0, dismissed: 0, precision: null }], sample: { drawn: 3 } });
  expect(report.bySignal[0]?.precision).toEqual({ value: null, low: null, high: null });
  expect(report.sample.missRate.value).toBeNull();
});

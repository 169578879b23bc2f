import type { Evidence, FilingCase, Indication } from '../api/filingtypes';

/** A case of fifty linked applicants; a test names only what it is about. */
export function filingCase(part: Partial<FilingCase> = {}): FilingCase {
  return {
    id: '17',
    number: 'FC-2026-000017',
    subject: { type: 'group', key: 'g17', name: '杭州甲科技有限公司等 50 家' },
    register: 'patent',
    state: 'pending',
    tier: 'high-risk',
    score: 0.87,
    kinds: ['P6', 'P1'],
    filingCount: 213,
    memberCount: 50,
    openedAt: '2026-11-20T02:00:00Z',
    updatedAt: '2026-11-22T07:00:00Z',
    lastSignalAt: '2026-11-22T07:00:00Z',
    dueAt: null,
    assignee: null,
    origin: 'indication',
    ...part,
  };
}

export function evidenceOf(type: string, values: Record<string, unknown>): Evidence {
  return { type, values };
}

export function indication(part: Partial<Indication> = {}): Indication {
  return {
    id: 'i1',
    kind: 'P6',
    kindName: { zh: '关联申请分散提交', en: 'Linked filings, dispersed' },
    tier: 'high-risk',
    score: 0.87,
    first: '2026-10-23T01:00:00Z',
    last: '2026-11-22T07:00:00Z',
    filings: [],
    filingCount: 213,
    members: [],
    signals: [],
    evidence: [],
    legalBases: [],
    explanation: { zh: '50 家关联申请人', en: '50 linked applicants' },
    version: '1',
    ...part,
  };
}

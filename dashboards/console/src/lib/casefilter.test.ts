import { describe, expect, it } from 'vitest';
import { filingCase } from '../testing/filings';
import { caseGridTemplate, fitCaseColumns } from './casecolumns';
import { casesLink, isNarrowed, matchesCaseFilter, NO_CASE_FILTER, OPEN_CASES, parseCaseFilter, toCaseQuery, writeCaseFilter, type CaseFilter } from './casefilter';
import { batchTargets, daysLeft } from './casestates';

const NOW = Date.parse('2026-11-22T08:00:00Z');

const FULL: CaseFilter = {
  states: ['pending', 'answered'],
  tiers: ['high-risk'],
  kinds: ['P6', 'T1'],
  registers: ['patent'],
  subjectTypes: ['group'],
  assignee: 'reviewer',
  text: '甲 公司',
  range: { type: 'last', duration: 'P7D' },
  sort: '-score',
};

describe('the conditions of the list', () => {
  it('come back from the address as they were', () => {
    expect(parseCaseFilter(new URLSearchParams(writeCaseFilter(FULL).toString()))).toEqual(FULL);
  });

  it('leave the selection in the address alone', () => {
    expect(writeCaseFilter(NO_CASE_FILTER, new URLSearchParams('selected=17&state=pending')).toString()).toBe('selected=17');
  });

  it('drop what nobody knows', () => {
    const filter = parseCaseFilter(new URLSearchParams('state=burning&tier=red&kind=%3Cscript%3E&kind=P6&sort=nonsense&register=design'));
    expect(filter).toEqual({ ...NO_CASE_FILTER, kinds: ['P6'] });
    expect(isNarrowed(NO_CASE_FILTER)).toBe(false);
  });

  it('start with what is open', () => {
    expect(OPEN_CASES).toBe('/filing-cases?state=pending&state=preliminary&state=notified&state=answered&state=withdrawn');
    expect(casesLink({})).toBe('/filing-cases');
  });

  it('are asked for with the bounds of the time', () => {
    expect(toCaseQuery(FULL, NOW)).toMatchObject({ state: ['pending', 'answered'], subjectType: ['group'], from: '2026-11-15T08:00:00.000Z', to: null });
  });
});

describe('a case that arrives', () => {
  const holds = (part: Partial<CaseFilter>, row = filingCase()) => matchesCaseFilter(row, { ...NO_CASE_FILTER, ...part }, NOW);

  it('belongs where every condition holds', () => {
    expect(holds({ states: ['pending'], tiers: ['high-risk'], kinds: ['P1', 'T1'], text: 'fc-2026' })).toBe(true);
    expect(holds({ kinds: ['P5'] })).toBe(false);
    expect(holds({ assignee: 'li' })).toBe(false);
    expect(holds({ assignee: 'none' })).toBe(true);
    expect(holds({ range: { type: 'last', duration: 'P7D' } })).toBe(true);
    expect(holds({ range: { type: 'last', duration: 'PT24H' } })).toBe(false);
    expect(holds({ assignee: 'li' }, filingCase({ assignee: { username: 'li', name: '李' } }))).toBe(true);
  });

  it('without a tier belongs to no tier', () => {
    expect(holds({ tiers: ['hint', 'warning', 'high-risk'] }, filingCase({ tier: null, origin: 'sample' }))).toBe(false);
  });
});

describe('several cases at once', () => {
  it('go where at least one of them can go, and it is said how many', () => {
    expect(batchTargets([filingCase(), filingCase({ state: 'preliminary' }), filingCase({ state: 'confirmed' })])).toEqual([
      { state: 'preliminary', count: 1 },
      { state: 'notified', count: 1 },
      { state: 'dismissed', count: 2 },
    ]);
  });

  it('are never confirmed at once', () => {
    expect(batchTargets([filingCase({ state: 'answered' })]).map(({ state }) => state)).toEqual(['dismissed']);
  });
});

it('counts the days of a reply term in whole days', () => {
  expect(daysLeft('2026-11-25T07:00:00Z', NOW)).toBe(2);
  expect(daysLeft('2026-11-22T09:00:00Z', NOW)).toBe(0);
  expect(daysLeft('2026-11-22T07:00:00Z', NOW)).toBe(-1);
  expect(daysLeft(null, NOW)).toBeNull();
});

describe('the columns of the list', () => {
  it('give way to the subject where there is no room', () => {
    expect(fitCaseColumns(800, 'zh')).toEqual(['select', 'tier', 'number', 'subject', 'kinds', 'filingCount', 'state']);
  });

  it('leave the rest of the width to the subject', () => {
    expect(caseGridTemplate(['tier', 'subject'], 'zh')).toBe('84px minmax(0, 1fr)');
  });
});

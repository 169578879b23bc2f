import type { Language } from '../i18n/language';
import type { CaseSort } from './casefilter';
import { fitInto, templateOf, type ColumnSet } from './gridcolumns';

export const CASE_COLUMNS = ['select', 'tier', 'number', 'subject', 'register', 'kinds', 'score', 'filingCount', 'memberCount', 'state', 'assignee', 'updatedAt'] as const;
export type CaseColumn = (typeof CASE_COLUMNS)[number];

const WIDTHS: Record<CaseColumn, number> = {
  select: 28,
  tier: 84,
  number: 132,
  subject: 240,
  register: 56,
  kinds: 108,
  score: 112,
  filingCount: 72,
  memberCount: 64,
  state: 132,
  assignee: 76,
  updatedAt: 160,
};

/** English words are longer. */
const ENGLISH_WIDTHS: Partial<Record<CaseColumn, number>> = { tier: 96, register: 88, memberCount: 76, filingCount: 76, state: 156, assignee: 100 };

function widthOf(column: CaseColumn, language: Language): number {
  return (language === 'en' ? ENGLISH_WIDTHS[column] : undefined) ?? WIDTHS[column];
}

/** Which go first where there is no room for all. */
const LEAST_NEEDED: readonly CaseColumn[] = ['memberCount', 'register', 'updatedAt', 'assignee', 'score', 'filingCount', 'kinds', 'number'];

export const CASE_COLUMN_SORT: Partial<Record<CaseColumn, CaseSort>> = {
  tier: '-tier',
  score: '-score',
  filingCount: '-filingCount',
  updatedAt: '-updatedAt',
};

function setOf(language: Language): ColumnSet<CaseColumn> {
  return { widthOf: (column) => widthOf(column, language), leastNeeded: LEAST_NEEDED, grows: 'subject' };
}

/** The columns that fit into `width`, the subject taking what is left. */
export function fitCaseColumns(width: number, language: Language): CaseColumn[] {
  return fitInto(CASE_COLUMNS, width, setOf(language));
}

export function caseGridTemplate(columns: readonly CaseColumn[], language: Language): string {
  return templateOf(columns, setOf(language));
}

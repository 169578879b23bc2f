import type { Language } from '../i18n/language';
import type { Sort } from './filter';
import { fitInto, templateOf, type ColumnSet } from './gridcolumns';

export const COLUMNS = [
  'severity',
  'state',
  'summary',
  'system',
  'asset',
  'rule',
  'team',
  'count',
  'firstSeen',
  'lastSeen',
  'createdAt',
  'acknowledgedBy',
  'number',
] as const;
export type Column = (typeof COLUMNS)[number];

export const DEFAULT_COLUMNS: readonly Column[] = ['severity', 'state', 'summary', 'system', 'count', 'lastSeen', 'acknowledgedBy', 'number'];

/** These say what a row is; they cannot be taken away. */
export const FIXED_COLUMNS: readonly Column[] = ['severity', 'summary'];

const WIDTHS: Record<Column, number> = {
  severity: 84,
  state: 80,
  summary: 320,
  system: 140,
  asset: 140,
  rule: 170,
  team: 110,
  count: 68,
  firstSeen: 164,
  lastSeen: 164,
  createdAt: 164,
  acknowledgedBy: 96,
  number: 104,
};

/** English words are longer. */
const ENGLISH_WIDTHS: Partial<Record<Column, number>> = { severity: 104, state: 116, acknowledgedBy: 128 };

function widthOf(column: Column, language: Language): number {
  return (language === 'en' ? ENGLISH_WIDTHS[column] : undefined) ?? WIDTHS[column];
}

/** Which go first where there is no room for all. */
const LEAST_NEEDED: readonly Column[] = ['number', 'createdAt', 'firstSeen', 'team', 'acknowledgedBy', 'asset', 'rule', 'system', 'lastSeen', 'count', 'state'];

export const COLUMN_SORT: Partial<Record<Column, Sort>> = { severity: '-severity', lastSeen: '-lastSeen', createdAt: '-createdAt' };

export function parseColumns(text: string | null): readonly Column[] {
  if (text === null) {
    return DEFAULT_COLUMNS;
  }
  const asked = text.split(',');
  return COLUMNS.filter((column) => FIXED_COLUMNS.includes(column) || asked.includes(column));
}

/** Null for the default, which the address need not name. */
export function writeColumns(columns: readonly Column[]): string | null {
  const ordered = COLUMNS.filter((column) => columns.includes(column));
  return ordered.join() === DEFAULT_COLUMNS.join() ? null : ordered.join(',');
}

function setOf(language: Language): ColumnSet<Column> {
  return { widthOf: (column) => widthOf(column, language), leastNeeded: LEAST_NEEDED, grows: 'summary' };
}

/** The columns that fit into `width`, the summary taking what is left. */
export function fitColumns(columns: readonly Column[], width: number, language: Language): Column[] {
  return fitInto(columns, width, setOf(language));
}

export function gridTemplate(columns: readonly Column[], language: Language): string {
  return templateOf(columns, setOf(language));
}

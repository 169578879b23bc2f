import type { BackupSource } from '../api/backuptypes';

/** Chosen among the problems: sources that have none. */
export const SOUND = 'none';

/** Which sources are listed. Everything in it stands in the address bar. */
export interface BackupFilter {
  systems: string[];
  tiers: string[];
  /** Codes of problems, of which a source has one at least. */
  problems: string[];
  text: string;
}

export const NO_BACKUP_FILTER: BackupFilter = { systems: [], tiers: [], problems: [], text: '' };

export function parseBackupFilter(params: URLSearchParams): BackupFilter {
  return { systems: params.getAll('system'), tiers: params.getAll('tier'), problems: params.getAll('problem'), text: params.get('q') ?? '' };
}

/** The address for a filter; what is not the filter's (the selection) is kept. */
export function writeBackupFilter(filter: BackupFilter, kept: URLSearchParams = new URLSearchParams()): URLSearchParams {
  const params = new URLSearchParams(kept);
  const write = (name: string, values: readonly string[]) => {
    params.delete(name);
    values.forEach((value) => {
      params.append(name, value);
    });
  };
  write('system', filter.systems);
  write('tier', filter.tiers);
  write('problem', filter.problems);
  write('q', filter.text === '' ? [] : [filter.text]);
  return params;
}

export function isBackupNarrowed(filter: BackupFilter): boolean {
  return writeBackupFilter(filter).size > 0;
}

const holds = (wanted: readonly string[], values: readonly string[]) => wanted.length === 0 || wanted.some((each) => values.includes(each));

function problemsOf({ problems }: BackupSource): string[] {
  return problems.length === 0 ? [SOUND] : problems.map(({ code }) => code);
}

function matches(row: BackupSource, { systems, tiers, problems, text }: BackupFilter): boolean {
  const wanted = text.trim().toLowerCase();
  const places = [row.system, row.source, row.kind, ...row.copies.map(({ target }) => target)];
  return holds(systems, [row.system]) && holds(tiers, [row.tier]) && holds(problems, problemsOf(row)) && places.some((place) => place.toLowerCase().includes(wanted));
}

export function filterBackups(rows: readonly BackupSource[], filter: BackupFilter): BackupSource[] {
  return rows.filter((row) => matches(row, filter));
}

export interface Tally {
  value: string;
  count: number;
}

function tally(rows: readonly BackupSource[], valuesOf: (row: BackupSource) => readonly string[]): Tally[] {
  const counts = new Map<string, number>();
  rows.flatMap(valuesOf).forEach((value) => counts.set(value, (counts.get(value) ?? 0) + 1));
  return [...counts].map(([value, count]) => ({ value, count })).toSorted((a, b) => b.count - a.count || a.value.localeCompare(b.value));
}

/** What each condition would leave, the others as they are. */
export function backupFacets(rows: readonly BackupSource[], filter: BackupFilter): Record<'systems' | 'tiers' | 'problems', Tally[]> {
  return {
    systems: tally(filterBackups(rows, { ...filter, systems: [] }), ({ system }) => [system]),
    tiers: tally(filterBackups(rows, { ...filter, tiers: [] }), ({ tier }) => [tier]),
    problems: tally(filterBackups(rows, { ...filter, problems: [] }), problemsOf),
  };
}

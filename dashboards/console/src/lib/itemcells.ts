import type { ItemCell, Result } from '../api/compliancetypes';

const WORST_FIRST: readonly Result[] = ['not-met', 'partly-met', 'no-evidence', 'not-assessed', 'met', 'not-applicable'];

/** What needs somebody stands first. */
export function cellsInOrder(cells: readonly ItemCell[]): ItemCell[] {
  const rank = ({ result, stale }: ItemCell) => WORST_FIRST.indexOf(result) * 2 - Number(stale);
  return cells.toSorted((a, b) => rank(a) - rank(b) || a.object.localeCompare(b.object));
}

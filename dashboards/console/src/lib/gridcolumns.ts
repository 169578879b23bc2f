/** How the columns of a list share its width. */
export interface ColumnSet<C extends string> {
  /** Pixels of a column. */
  widthOf: (column: C) => number;
  /** Which go first where there is no room for all. */
  leastNeeded: readonly C[];
  /** The one that takes what is left. */
  grows: C;
}

/** The columns that fit into `width`, in their order. */
export function fitInto<C extends string>(columns: readonly C[], width: number, { widthOf, leastNeeded }: ColumnSet<C>): C[] {
  const kept = new Set(columns);
  const needed = () => [...kept].reduce((sum, column) => sum + widthOf(column), 0);
  for (const column of leastNeeded) {
    if (needed() <= width) {
      break;
    }
    kept.delete(column);
  }
  return columns.filter((column) => kept.has(column));
}

/** `grid-template-columns` of them. */
export function templateOf<C extends string>(columns: readonly C[], { widthOf, grows }: ColumnSet<C>): string {
  return columns.map((column) => (column === grows ? 'minmax(0, 1fr)' : `${widthOf(column)}px`)).join(' ');
}

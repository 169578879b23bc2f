import { CaretDownFilled } from '@ant-design/icons';
import { memo, useRef, type ComponentType, type ReactNode } from 'react';
import { usePreferences } from '../../state/preferences';
import { useWidth } from '../../state/width';
import { VirtualRows } from '../VirtualRows';

export interface HeadWords<S extends string> {
  name: string;
  /** What a click sorts by; not sortable where it is left out. */
  sort?: S | undefined;
  /** Has no words of its own, only a name for who cannot see it. */
  silent?: boolean;
}

export interface ListTableProps<R, C extends string, S extends string> {
  label: string;
  rows: readonly R[];
  total: number;
  idOf: (row: R) => string;
  /** Before the id of a row, so that it is unique in the page. */
  prefix: string;
  /** The columns that fit, and how they share the width. */
  fit: (width: number) => { columns: readonly C[]; template: string };
  head: (column: C) => HeadWords<S>;
  figures: readonly C[];
  Cell: ComponentType<{ column: C; row: R }>;
  rowClass?: (row: R) => string;
  cellClass?: (column: C) => string;
  sort: S | null;
  selected: string | null;
  multi?: boolean;
  onSelect: (row: R) => void;
  onSort?: (sort: S) => void;
  onNearEnd: () => void;
  tail: ReactNode;
  /** Starts again at the top when it changes. */
  resetKey: string;
}

/** A list of one-line rows under sticky heads; only rows in sight are drawn. */
export function ListTable<R, C extends string, S extends string>(props: ListTableProps<R, C, S>) {
  const { label, rows, total, idOf, prefix, fit, head, figures, Cell, rowClass, cellClass, sort, selected, multi = false, onSelect, onSort, onNearEnd, tail, resetKey } = props;
  const table = useRef<HTMLDivElement>(null);
  const width = useWidth(table);
  const { columns, template } = fit(width === 0 ? Infinity : width);
  const names = columns.join();
  const row = (index: number) => {
    const item = rows[index];
    return item === undefined ? null : (
      <ListRow
        row={item}
        id={`${prefix}-${idOf(item)}`}
        index={index}
        columns={names}
        figures={figures}
        template={template}
        selected={idOf(item) === selected}
        look={rowClass?.(item) ?? ''}
        cellLook={cellClass as ((column: string) => string) | undefined}
        Cell={Cell as ComponentType<{ column: string; row: unknown }>}
        onSelect={onSelect as (row: unknown) => void}
      />
    );
  };
  return (
    <div ref={table} className="queue-table" role="grid" aria-label={label} aria-rowcount={total + 1} aria-multiselectable={multi}>
      <div className="queue-head" role="row" style={{ gridTemplateColumns: template }}>
        {columns.map((column) => (
          <HeadCell key={column} words={head(column)} figure={figures.includes(column)} sort={sort} onSort={onSort} />
        ))}
      </div>
      <VirtualRows
        count={rows.length}
        selected={rows.findIndex((item) => idOf(item) === selected)}
        row={row}
        tail={tail}
        onNearEnd={onNearEnd}
        label={label}
        activeId={selected === null ? undefined : `${prefix}-${selected}`}
        resetKey={resetKey}
      />
    </div>
  );
}

function HeadCell<S extends string>({ words: { name, sort: sorts, silent = false }, figure, sort, onSort }: { words: HeadWords<S>; figure: boolean; sort: S | null; onSort: ((sort: S) => void) | undefined }) {
  const { t } = usePreferences();
  const look = figure ? 'cell cell-figure' : 'cell';
  if (silent) {
    return <div role="columnheader" className="cell" aria-label={name} />;
  }
  if (sorts === undefined) {
    return <div role="columnheader" className={look}>{name}</div>;
  }
  const active = sorts === sort;
  const descending = sorts.startsWith('-');
  return (
    <div role="columnheader" className={look} aria-sort={active ? (descending ? 'descending' : 'ascending') : 'none'}>
      <button
        type="button"
        className={active ? 'head-sort head-sorted' : 'head-sort'}
        title={active ? t(descending ? 'column.sorted' : 'column.sortedUp') : t(descending ? 'column.sortBy' : 'column.sortUp', { column: name })}
        onClick={() => onSort?.(sorts)}
      >
        {name}
        <CaretDownFilled rotate={descending ? 0 : 180} />
      </button>
    </div>
  );
}

interface ListRowProps {
  row: unknown;
  id: string;
  index: number;
  columns: string;
  figures: readonly string[];
  template: string;
  selected: boolean;
  look: string;
  cellLook: ((column: string) => string) | undefined;
  Cell: ComponentType<{ column: string; row: unknown }>;
  onSelect: (row: unknown) => void;
}

const ListRow = memo(function ListRow({ row, id, index, columns, figures, template, selected, look, cellLook, Cell, onSelect }: ListRowProps) {
  return (
    <div
      id={id}
      role="row"
      aria-selected={selected}
      aria-rowindex={index + 2}
      className={`queue-row ${look}${selected ? ' queue-selected' : ''}`}
      style={{ gridTemplateColumns: template }}
      onClick={() => {
        onSelect(row);
      }}
    >
      {columns.split(',').map((column) => (
        <div key={column} role="gridcell" className={`cell ${cellLook?.(column) ?? `cell-${column}`}${figures.includes(column) ? ' cell-figure' : ''}`}>
          <Cell column={column} row={row} />
        </div>
      ))}
    </div>
  );
});

import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState, type CSSProperties, type KeyboardEvent, type MouseEvent, type PointerEvent } from 'react';
import { useNavigate } from 'react-router';
import { RESULTS } from '../../api/compliancetypes';
import { stepFrom, type MatrixRow, type MatrixView, type Place } from '../../lib/matrix';
import { DARK, LIGHT } from '../../lib/palette';
import { shapeImage } from '../../lib/resultshapes';
import { usePreferences } from '../../state/preferences';
import { useWidth } from '../../state/width';
import { MatrixHead, MatrixLegend, MatrixWhere } from './MatrixHead';
import { cellId, LineCells, LineHead, type CellWords, type LinkOf } from './MatrixLines';

const HEAD = 128;
const HEIGHTS: Record<MatrixRow['type'], number> = { category: 32, point: 26, item: 28 };
const NARROW = 26;
const WIDE = 84;
const COLUMN_STEP = 8;
/** As many rows as are drawn at most, but on a very high screen. */
const RING = 56;

interface MatrixGridProps {
  view: MatrixView;
  /** Address of an item, and of it on one object. */
  linkOf: LinkOf;
}

/** Items as rows, objects as columns; only what is in sight is drawn, both ways. */
export function MatrixGrid({ view, linkOf }: MatrixGridProps) {
  const { t, theme } = usePreferences();
  const navigate = useNavigate();
  const frame = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const left = Math.min(620, Math.max(430, Math.round(width * 0.46)));
  const { rows, columns } = view;
  const cellWidth = Math.min(WIDE, Math.max(NARROW, Math.floor((width - left - 20) / Math.max(1, columns.length))));
  const [at, setAt] = useState<Place>({ row: -1, column: -1 });
  const down = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => HEIGHTS[rows[index]?.type ?? 'item'],
    getItemKey: (index) => rows[index]?.key ?? index,
    paddingStart: HEAD,
    scrollPaddingStart: HEAD + 4,
    overscan: 4,
  });
  const across = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => cellWidth,
    getItemKey: (index) => `${columns[index]?.id ?? index}-${cellWidth}`,
    paddingStart: left,
    scrollPaddingStart: left,
    overscan: 2,
  });
  const shownColumns = across.getVirtualItems();
  // In steps, so that rows are drawn again every few columns and not at each of them.
  const from = Math.floor((shownColumns[0]?.index ?? 0) / COLUMN_STEP) * COLUMN_STEP;
  const to = Math.ceil(((shownColumns.at(-1)?.index ?? -1) + 1) / COLUMN_STEP) * COLUMN_STEP;
  const shownRows = down.getVirtualItems();
  const top = down.scrollOffset ?? 0;
  const first = shownRows.find(({ end }) => end > top + HEAD)?.index ?? 0;
  const total = left + columns.length * cellWidth;

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      const row = rows[at.row];
      if (row?.type === 'item') {
        event.preventDefault();
        event.stopPropagation();
        void navigate(linkOf(row.key, columns[at.column]?.id ?? null));
      }
      return;
    }
    const start = at.row === -1 ? { row: rows.findIndex(({ type }) => type === 'item') - (event.key === 'ArrowDown' ? 1 : 0), column: -1 } : at;
    const next = stepFrom(rows, columns.length, start, event.key);
    if (next !== at && next.row >= 0) {
      event.preventDefault();
      setAt(next);
      down.scrollToIndex(next.row, { align: 'auto' });
      if (next.column >= 0) {
        across.scrollToIndex(next.column, { align: 'auto' });
      }
    }
  };
  // Thousands of cells share one listener; a plain link still opens in a tab of its own.
  const onClick = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-cell]') : null;
    if (link !== null && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0) {
      event.preventDefault();
      void navigate(link.getAttribute('href') ?? '');
    }
  };
  const active = rows[at.row];

  // One bar behind the cells and one behind the heads, moved without drawing anything again.
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const slot = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null;
    event.currentTarget.querySelectorAll<HTMLElement>('.matrix-hover').forEach((bar) => {
      bar.style.transform = slot?.dataset.row === undefined ? 'translateY(-100px)' : slot.style.transform;
    });
  };
  // The words of a cell are its name; who points at it sees them, too.
  const onPointerOver = (event: PointerEvent<HTMLElement>) => {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('.matrix-mark') : null;
    if (cell !== null) {
      cell.title = cell.getAttribute('aria-label') ?? '';
    }
  };
  const shapes = useMemo(() => Object.fromEntries(RESULTS.map((result) => [`--shape-${result}`, shapeImage(result, theme === 'dark' ? DARK : LIGHT)])), [theme]);
  const words = useMemo<CellWords>(() => ({ results: Object.fromEntries(RESULTS.map((result) => [result, t(`compliance.result.${result}`)])) as CellWords['results'], stale: t('compliance.stale') }), [t]);
  // A row that comes into sight takes the elements of one that left: to change them costs less than to make new ones.
  const ring = Math.max(RING, shownRows.length);
  const slots = shownRows.flatMap((item) => {
    const row = rows[item.index];
    return row === undefined ? [] : [{ row, index: item.index, slot: item.index % ring, look: `matrix-slot matrix-slot-${row.type}`, place: { transform: `translateY(${item.start}px)`, height: item.size } }];
  });

  return (
    <div ref={frame} className="matrix-frame" style={{ ...shapes, '--cell': `${cellWidth}px` } as CSSProperties}>
      <div
        ref={scroller}
        className="matrix-scroller"
        role="grid"
        tabIndex={0}
        aria-label={t('compliance.matrix')}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 1}
        aria-activedescendant={active?.type === 'item' ? cellId(active.key, columns[at.column]?.id ?? null) : undefined}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onPointerMove={onPointerMove}
        onPointerOver={onPointerOver}
      >
        <div className="matrix-head" role="row" style={{ width: total, height: HEAD }}>
          <div className="matrix-corner" role="columnheader" style={{ width: left }}>
            <MatrixLegend />
            <MatrixWhere rows={rows} first={first} />
          </div>
          <MatrixHead view={view} from={from} to={to} left={left} cellWidth={cellWidth} active={at.column} bands={width > 0} />
        </div>
        <div className="matrix-space" style={{ width: total, height: down.getTotalSize(), marginTop: -HEAD }}>
          {/* All heads in one pane: a sticky element a row would be a layer of its own each. */}
          <div className="matrix-pane" style={{ width: left }}>
            <div className="matrix-hover" />
            {slots.map(({ row, index, slot, look, place }) => (
              <div key={slot} data-row={row.type === 'item' ? index : undefined} className={look} style={place}>
                <LineHead row={row} active={index === at.row && at.column === -1} linkOf={linkOf} />
              </div>
            ))}
          </div>
          <div className="matrix-cells">
            <div className="matrix-hover" />
            {slots.map(({ row, index, slot, look, place }) => (
              <div key={slot} data-row={row.type === 'item' ? index : undefined} role="row" aria-rowindex={index + 2} aria-owns={row.type === 'item' ? cellId(row.key, null) : undefined} className={row.type === 'item' ? `${look} matrix-line` : look} style={place}>
                <LineCells row={row} columns={columns} from={from} to={to} left={left} cellWidth={cellWidth} active={index === at.row ? at.column : null} linkOf={linkOf} words={words} />
              </div>
            ))}
          </div>
        </div>
      </div>
    </div>
  );
}

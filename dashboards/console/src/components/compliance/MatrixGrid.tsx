import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { useNavigate } from 'react-router';
import { RESULTS, type MatrixObject } from '../../api/compliancetypes';
import { say, type Translate } from '../../i18n/translate';
import { stepFrom, type MatrixRow, type MatrixView, type Place } from '../../lib/matrix';
import { clauseName } from '../../lib/results';
import { usePreferences } from '../../state/preferences';
import { useWidth } from '../../state/width';
import { ClassTag, ResultLabel, ResultShape } from './Results';
import { useKindName } from './useKindName';

const HEAD = 128;
const HEIGHTS: Record<MatrixRow['type'], number> = { category: 32, point: 26, item: 28 };
const NARROW = 26;
const WIDE = 84;
const COLUMN_STEP = 8;

interface MatrixGridProps {
  view: MatrixView;
  /** Address of an item, and of it on one object. */
  linkOf: (item: string, object: string | null) => string;
}

/** Items as rows, objects as columns; only what is in sight is drawn, both ways. */
export function MatrixGrid({ view, linkOf }: MatrixGridProps) {
  const { t, language } = usePreferences();
  const navigate = useNavigate();
  const frame = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const left = Math.min(620, Math.max(430, Math.round(width * 0.46)));
  const { rows, columns, bands, names } = view;
  const cellWidth = Math.min(WIDE, Math.max(NARROW, Math.floor((width - left - 20) / Math.max(1, columns.length))));
  const [at, setAt] = useState<Place>({ row: -1, column: -1 });
  const down = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => HEIGHTS[rows[index]?.type ?? 'item'],
    getItemKey: (index) => rows[index]?.key ?? index,
    paddingStart: HEAD,
    scrollPaddingStart: HEAD + 4,
    overscan: 10,
  });
  const across = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => cellWidth,
    getItemKey: (index) => `${columns[index]?.id ?? index}-${cellWidth}`,
    paddingStart: left,
    scrollPaddingStart: left,
    overscan: 6,
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

  return (
    <div ref={frame} className="matrix-frame">
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
      >
        <div className="matrix-head" role="row" style={{ width: total, height: HEAD }}>
          <div className="matrix-corner" role="columnheader" style={{ width: left }}>
            <Legend />
            <Where rows={rows} first={first} />
          </div>
          {width > 0 && bands.map((band) => (
            <Band key={band.kind} kind={band.kind} left={left + band.from * cellWidth} width={band.count * cellWidth} pane={left} />
          ))}
          {shownColumns.map((column) => {
            const object = columns[column.index];
            return object === undefined ? null : (
              <div key={column.key} role="columnheader" aria-colindex={column.index + 2} className={`matrix-object${object.whole ? ' matrix-whole' : ''}${column.index === at.column ? ' matrix-on' : ''}`} style={{ left: column.start, width: cellWidth }} title={`${object.name} (${object.id})`}>
                <bdi>{names[column.index]}</bdi>
              </div>
            );
          })}
        </div>
        <div className="matrix-space" style={{ width: total, height: down.getTotalSize(), marginTop: -HEAD }}>
          {shownRows.map((item) => {
            const row = rows[item.index];
            return row === undefined ? null : (
              <div key={item.key} className={`matrix-slot matrix-slot-${row.type}`} style={{ transform: `translateY(${item.start}px)`, height: item.size, width: total }}>
                <Line row={row} columns={columns} from={from} to={to} left={left} cellWidth={cellWidth} active={item.index === at.row ? at.column : null} linkOf={linkOf} language={language} t={t} index={item.index} />
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

function cellId(item: string, object: string | null): string {
  return `cell-${item}${object === null ? '' : `-${object}`}`;
}

/** The symbols, where the eye is when it meets the first of them. */
function Legend() {
  const { t } = usePreferences();
  return (
    <div className="matrix-legend">
      {RESULTS.map((result) => (
        <ResultLabel key={result} result={result} />
      ))}
      <span className="matrix-legend-stale">
        <i className="cell-stale" /> {t('compliance.stale')}
      </span>
      <span className="soft">{t('compliance.matrix.blank')}</span>
    </div>
  );
}

/** Which category and control point stand at the top, while their own heads are scrolled away. */
function Where({ rows, first }: { rows: readonly MatrixRow[]; first: number }) {
  const { language } = usePreferences();
  let category: MatrixRow | undefined;
  let point: MatrixRow | undefined;
  for (let index = Math.min(first, rows.length - 1); index >= 0 && category === undefined; index -= 1) {
    const row = rows[index];
    if (row?.type === 'category') {
      category = row;
    } else if (row?.type === 'point') {
      point ??= row;
    }
  }
  return (
    <div className="matrix-where">
      {category?.type === 'category' && <b>{say(category.name, language)}</b>}
      {point?.type === 'point' && (
        <span>
          {point.clause} {say(point.name, language)}
        </span>
      )}
    </div>
  );
}

function Band({ kind, left, width, pane }: { kind: string; left: number; width: number; pane: number }) {
  const name = useKindName();
  const words = name(kind);
  return (
    <div className="matrix-band" style={{ left, width }} title={words}>
      <span style={{ left: pane + 4 }}>{width >= 48 ? words : words.slice(0, 1)}</span>
    </div>
  );
}

interface LineProps {
  row: MatrixRow;
  columns: readonly MatrixObject[];
  from: number;
  to: number;
  left: number;
  cellWidth: number;
  /** The column that the keys are on; null where they are on another row. */
  active: number | null;
  linkOf: MatrixGridProps['linkOf'];
  language: 'zh' | 'en';
  t: Translate;
  index: number;
}

const Line = memo(function Line({ row, columns, from, to, left, cellWidth, active, linkOf, language, t, index }: LineProps) {
  const shown = useMemo(() => columns.slice(from, to), [columns, from, to]);
  switch (row.type) {
    case 'category':
    case 'point':
      return (
        <div className="matrix-group" role="row" aria-rowindex={index + 2} style={{ width: left }}>
          <span role="rowheader">
            {row.type === 'point' && <code>{row.clause}</code>} {say(row.name, language)}
          </span>
          <span className="matrix-group-count">{t('compliance.items', { n: row.items })}</span>
        </div>
      );
    case 'item':
      return (
        <div className="matrix-line" role="row" aria-rowindex={index + 2}>
          <a data-cell id={cellId(row.key, null)} tabIndex={-1} href={linkOf(row.key, null)} role="rowheader" className={active === -1 ? 'matrix-item matrix-active' : 'matrix-item'} style={{ width: left }}>
            <code className="matrix-id">{clauseName(row.key)}</code>
            <span className="matrix-gloss" title={say(row.item.gloss, language)}>
              {say(row.item.gloss, language)}
            </span>
            {row.item.majorRisks.length > 0 && (
              <span className="risk-tag" title={t('compliance.major')}>
                {row.item.majorRisks[0]}
              </span>
            )}
            {row.item.waived && <span className="waived-tag">{t('compliance.waived')}</span>}
            <ClassTag of={row.item.class} />
            <span className={row.failing > 0 ? 'matrix-failing matrix-failing-some' : 'matrix-failing'} title={t('compliance.failing', { n: row.failing, all: row.cells })}>
              {row.failing}/{row.cells}
            </span>
            <span className="matrix-result">
              <ResultLabel result={row.item.result} strong />
              {row.item.stale && <i className="cell-stale" title={t('compliance.stale')} />}
            </span>
          </a>
          {shown.map((object, offset) => {
            const cell = row.item.cells.get(object.id);
            const column = from + offset;
            const place = { left: left + column * cellWidth, width: cellWidth };
            return cell === undefined ? (
              active === column && <span key={object.id} className="matrix-blank matrix-active" style={place} />
            ) : (
              <a
                key={object.id}
                data-cell
                id={cellId(row.key, object.id)}
                tabIndex={-1}
                href={linkOf(row.key, object.id)}
                role="gridcell"
                aria-colindex={column + 2}
                aria-label={`${object.name} ${t(`compliance.result.${cell.result}`)}`}
                title={`${object.name} · ${t(`compliance.result.${cell.result}`)}${cell.stale ? ` · ${t('compliance.stale')}` : ''}`}
                className={`matrix-mark mark-${cell.result}${active === column ? ' matrix-active' : ''}`}
                style={place}
              >
                <ResultShape result={cell.result} />
                {cell.stale && <i className="cell-stale" />}
              </a>
            );
          })}
        </div>
      );
  }
});

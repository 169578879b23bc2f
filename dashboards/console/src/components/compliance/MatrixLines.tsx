import { memo } from 'react';
import type { MatrixObject, Result } from '../../api/compliancetypes';
import { say } from '../../i18n/translate';
import type { MatrixRow } from '../../lib/matrix';
import { clauseName } from '../../lib/results';
import { usePreferences } from '../../state/preferences';
import { ClassTag, ResultLabel } from './Results';

/** Names of the results, looked up once for thousands of cells. */
export interface CellWords {
  results: Record<Result, string>;
  stale: string;
}

export type LinkOf = (item: string, object: string | null) => string;

export function cellId(item: string, object: string | null): string {
  return `cell-${item}${object === null ? '' : `-${object}`}`;
}

interface LineHeadProps {
  row: MatrixRow;
  /** Whether the keys are on it. */
  active: boolean;
  linkOf: LinkOf;
}

/** What stands left of the cells: the head of a group, or an item with its result. */
export const LineHead = memo(function LineHead({ row, active, linkOf }: LineHeadProps) {
  const { t, language } = usePreferences();
  if (row.type !== 'item') {
    return (
      <div className="matrix-group">
        <span role="rowheader">
          {row.type === 'point' && <code>{row.clause}</code>} {say(row.name, language)}
        </span>
        <span className="matrix-group-count">{t('compliance.items', { n: row.items })}</span>
      </div>
    );
  }
  const { item } = row;
  return (
    <a data-cell id={cellId(row.key, null)} tabIndex={-1} href={linkOf(row.key, null)} role="rowheader" className={active ? 'matrix-item matrix-active' : 'matrix-item'}>
      <code className="matrix-id">{clauseName(row.key)}</code>
      <span className="matrix-gloss" title={say(item.gloss, language)}>
        {say(item.gloss, language)}
      </span>
      {item.majorRisks.length > 0 && (
        <span className="risk-tag" title={t('compliance.major')}>
          {item.majorRisks[0]}
        </span>
      )}
      {item.waived && <span className="waived-tag">{t('compliance.waived')}</span>}
      <ClassTag of={item.class} />
      <span className={row.failing > 0 ? 'matrix-failing matrix-failing-some' : 'matrix-failing'} title={t('compliance.failing', { n: row.failing, all: row.cells })}>
        {row.failing}/{row.cells}
      </span>
      <span className="matrix-result">
        <ResultLabel result={item.result} strong />
        {item.stale && <i className="cell-stale" title={t('compliance.stale')} />}
      </span>
    </a>
  );
});

interface LineCellsProps {
  row: MatrixRow;
  columns: readonly MatrixObject[];
  from: number;
  to: number;
  left: number;
  cellWidth: number;
  /** The column that the keys are on; null where they are on another row. */
  active: number | null;
  linkOf: LinkOf;
  words: CellWords;
}

/** One element a cell: its shape is a background, its place a number. */
export const LineCells = memo(function LineCells({ row, columns, from, to, left, cellWidth, active, linkOf, words }: LineCellsProps) {
  if (row.type !== 'item') {
    return null;
  }
  const cells = [];
  for (let column = from; column < Math.min(to, columns.length); column += 1) {
    const object = columns[column];
    const cell = object === undefined ? undefined : row.item.cells.get(object.id);
    if (object !== undefined && cell !== undefined) {
      cells.push(
        <a
          key={column}
          data-cell
          id={active === column ? cellId(row.key, object.id) : undefined}
          tabIndex={-1}
          href={linkOf(row.key, object.id)}
          role="gridcell"
          aria-colindex={column + 2}
          aria-label={`${object.name} · ${words.results[cell.result]}${cell.stale ? ` · ${words.stale}` : ''}`}
          className={`matrix-mark mark-${cell.result}${cell.stale ? ' mark-stale' : ''}${active === column ? ' matrix-active' : ''}`}
          style={{ left: left + column * cellWidth }}
        />,
      );
    } else if (active === column) {
      cells.push(<span key={column} className="matrix-blank matrix-active" style={{ left: left + column * cellWidth }} />);
    }
  }
  return cells;
});

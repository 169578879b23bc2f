import { memo } from 'react';
import { RESULTS, type MatrixObject } from '../../api/compliancetypes';
import { say } from '../../i18n/translate';
import type { MatrixRow, MatrixView } from '../../lib/matrix';
import { usePreferences } from '../../state/preferences';
import { ResultLabel } from './Results';
import { useKindName } from './useKindName';

interface MatrixHeadProps {
  view: MatrixView;
  /** The columns that are drawn, from the first to before the last. */
  from: number;
  to: number;
  left: number;
  cellWidth: number;
  /** The column that the keys are on; -1 for none. */
  active: number;
  bands: boolean;
}

/** Names of the objects over their columns, kinds above them; drawn again only when other columns come into sight. */
export const MatrixHead = memo(function MatrixHead({ view: { columns, bands, names }, from, to, left, cellWidth, active, bands: banded }: MatrixHeadProps) {
  return (
    <>
      {banded && bands.map((band) => <Band key={band.kind} kind={band.kind} left={left + band.from * cellWidth} width={band.count * cellWidth} pane={left} />)}
      {columns.slice(from, to).map((object, offset) => (
        <ObjectHead key={object.id} object={object} name={names[from + offset] ?? ''} column={from + offset} left={left} width={cellWidth} active={from + offset === active} />
      ))}
    </>
  );
});

interface ObjectHeadProps {
  object: MatrixObject;
  name: string;
  column: number;
  left: number;
  width: number;
  active: boolean;
}

const ObjectHead = memo(function ObjectHead({ object, name, column, left, width, active }: ObjectHeadProps) {
  return (
    <div role="columnheader" aria-colindex={column + 2} className={`matrix-object${object.whole ? ' matrix-whole' : ''}${active ? ' matrix-on' : ''}`} style={{ left: left + column * width, width }} title={`${object.name} (${object.id})`}>
      <bdi>{name}</bdi>
    </div>
  );
});

/** The symbols, where the eye is when it meets the first of them. */
export const MatrixLegend = memo(function MatrixLegend() {
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
});

/** Which category and control point stand at the top, while their own heads are scrolled away. */
export const MatrixWhere = memo(function MatrixWhere({ rows, first }: { rows: readonly MatrixRow[]; first: number }) {
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
});

function Band({ kind, left, width, pane }: { kind: string; left: number; width: number; pane: number }) {
  const name = useKindName();
  const words = name(kind);
  return (
    <div className="matrix-band" style={{ left, width }} title={words}>
      <span style={{ left: pane + 4 }}>{width >= 48 ? words : words.slice(0, 1)}</span>
    </div>
  );
}

import { RESULTS, type EvidenceClass, type Result, type ResultCounts } from '../../api/compliancetypes';
import { segmentsOf } from '../../lib/results';
import { RESULT_SHAPES } from '../../lib/resultshapes';
import { formatCount } from '../../lib/numbers';
import { usePreferences } from '../../state/preferences';

/** A shape for each result beside its colour. */
export function ResultShape({ result }: { result: Result }) {
  return (
    <svg className={`result-shape result-${result}`} viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
      {RESULT_SHAPES[result].map(({ d, stroke, dash }) => (
        <path key={d} d={d} {...(stroke === undefined ? { fill: 'currentColor' } : { fill: 'none', stroke: 'currentColor', strokeWidth: stroke, ...(dash === undefined ? {} : { strokeDasharray: dash }) })} />
      ))}
    </svg>
  );
}

export function ResultLabel({ result, strong = false }: { result: Result; strong?: boolean }) {
  const { t } = usePreferences();
  return (
    <span className={`result-label result-${result}${strong ? ' result-strong' : ''}`}>
      <ResultShape result={result} />
      {t(`compliance.result.${result}`)}
    </span>
  );
}

/** Shares of the results, read as one sentence by who cannot see it. */
export function ResultBar({ counts }: { counts: ResultCounts }) {
  const { t, language } = usePreferences();
  const segments = segmentsOf(counts);
  const words = segments.map(({ result, count }) => `${t(`compliance.result.${result}`)} ${formatCount(count)}`).join(language === 'zh' ? '，' : ', ');
  return (
    <span className="result-bar" role="img" aria-label={words} title={words}>
      {segments.map(({ result, count }) => (
        <span key={result} className={`result-part result-part-${result}`} style={{ flexGrow: count }} />
      ))}
    </span>
  );
}

/** The parts of a bar in words, symbols and numbers. */
export function ResultList({ counts }: { counts: ResultCounts }) {
  return (
    <span className="result-list">
      {segmentsOf(counts).map(({ result, count }) => (
        <span key={result}>
          <ResultLabel result={result} /> <strong>{formatCount(count)}</strong>
        </span>
      ))}
    </span>
  );
}

/** What colours and symbols mean. */
export function ResultLegend() {
  return (
    <div className="result-list">
      {RESULTS.map((result) => (
        <ResultLabel key={result} result={result} />
      ))}
    </div>
  );
}

export function ClassTag({ of }: { of: EvidenceClass }) {
  const { t } = usePreferences();
  return (
    <span className={`class-tag class-${of}`} title={t(`compliance.class.${of}.hint`)}>
      {t(`compliance.class.${of}`)}
    </span>
  );
}

/** Evidence that is too old is said beside what it once showed. */
export function StaleTag() {
  const { t } = usePreferences();
  return (
    <span className="stale-tag" title={t('compliance.stale.hint')}>
      {t('compliance.stale')}
    </span>
  );
}

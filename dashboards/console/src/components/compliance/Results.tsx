import { RESULTS, type EvidenceClass, type Result, type ResultCounts } from '../../api/compliancetypes';
import { segmentsOf } from '../../lib/results';
import { formatCount } from '../../lib/numbers';
import { usePreferences } from '../../state/preferences';

/** A shape for each result beside its colour. What nothing shows yet is hollow, never filled. */
export function ResultShape({ result }: { result: Result }) {
  return (
    <svg className={`result-shape result-${result}`} viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
      <ShapePath result={result} />
    </svg>
  );
}

function ShapePath({ result }: { result: Result }) {
  switch (result) {
    case 'met':
      return <path d="M1.8 6.4 4.8 9.4 10.2 3" fill="none" stroke="currentColor" strokeWidth="2" />;
    case 'partly-met':
      return (
        <>
          <circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" strokeWidth="1.6" />
          <path d="M6 1.4a4.6 4.6 0 0 0 0 9.2z" fill="currentColor" />
        </>
      );
    case 'not-met':
      return <path d="M2 2l8 8M10 2l-8 8" stroke="currentColor" strokeWidth="2.4" />;
    case 'no-evidence':
      return <path d="M2.6 1.2h4.4l2.6 2.6v7H2.6z M4.6 6.2h3 M4.6 8.4h3" fill="none" stroke="currentColor" strokeWidth="1.2" strokeDasharray="2 1" />;
    case 'not-assessed':
      return <circle cx="6" cy="6" r="4.2" fill="none" stroke="currentColor" strokeWidth="1.4" />;
    case 'not-applicable':
      return <path d="M2.4 6h7.2" stroke="currentColor" strokeWidth="1.8" />;
  }
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

import { Link } from 'react-router';
import { RESULTS, type SystemState } from '../../api/compliancetypes';
import { ResultBar, ResultShape } from '../../components/compliance/Results';
import { Time } from '../../components/Time';
import { say } from '../../i18n/translate';
import { applicableOf, decidedOf } from '../../lib/results';
import { formatCount, formatShare } from '../../lib/numbers';
import { usePreferences } from '../../state/preferences';

interface FigureProps {
  state: SystemState;
  /** Address of the system's page. */
  link: string;
}

/** How much of what applies has a result on fresh evidence; says nothing about how it came out. */
export function Coverage({ state }: { state: SystemState }) {
  const { t } = usePreferences();
  return (
    <div className="compliance-figure">
      <h3>{t('compliance.coverage')}</h3>
      <b>{formatShare(state.coverage)}</b>
      <span className="meter" role="img" aria-label={`${t('compliance.coverage')} ${formatShare(state.coverage)}`}>
        <span style={{ width: `${(state.coverage ?? 0) * 100}%` }} />
      </span>
      <span className="figure-note">{t('compliance.coverage.note', { decided: formatCount(decidedOf(state.items)), n: formatCount(applicableOf(state.items)) })}</span>
      <span className="figure-note">{t('compliance.live', { n: formatCount(state.decidedLive) })}</span>
    </div>
  );
}

export function Results({ state, link }: FigureProps) {
  const { t } = usePreferences();
  return (
    <div className="compliance-figure compliance-results">
      <h3>{t('compliance.results')}</h3>
      <ResultBar counts={state.items} />
      <div className="result-counts">
        {RESULTS.map((result) => (
          <Link key={result} to={`${link}?result=${result}`} className={`result-count result-${result}`}>
            <ResultShape result={result} />
            <span>{t(`compliance.result.${result}`)}</span>
            <strong>{formatCount(state.items[result])}</strong>
          </Link>
        ))}
      </div>
    </div>
  );
}

export function Freshness({ state, link }: FigureProps) {
  const { t } = usePreferences();
  const { fresh, stale, oldest } = state.freshness;
  return (
    <div className="compliance-figure">
      <h3>{t('compliance.freshness')}</h3>
      {stale === 0 ? (
        <b>{t('compliance.fresh.all')}</b>
      ) : (
        <Link to={`${link}?stale=true`} className="figure-warn">
          <b>{t('compliance.stale.count', { n: formatCount(stale) })}</b>
        </Link>
      )}
      <span className="figure-note">{t('compliance.fresh.count', { n: formatCount(fresh) })}</span>
      {oldest !== null && (
        <span className="figure-note">
          {t('compliance.oldest')} <Time iso={oldest} />
        </span>
      )}
    </div>
  );
}

const WORDS: Record<string, string> = { 符合: 'good', 基本符合: 'warn', 不符合: 'bad', 优: 'good', 良: 'good', 中: 'warn', 差: 'bad' };

/** What an assessment would come to now. */
export function Outcome({ state }: { state: SystemState }) {
  const { t, language } = usePreferences();
  const { conclusion } = state;
  if (conclusion === null) {
    return <div className="compliance-figure" />;
  }
  return (
    <div className="compliance-figure" title={[t('compliance.formula', { formula: conclusion.formula }), ...conclusion.doubts.map((doubt) => say(doubt, language))].join('\n')}>
      <h3>{t('compliance.conclusion')}</h3>
      <b className={`outcome-${WORDS[conclusion.value.zh] ?? 'plain'}`}>{say(conclusion.value, language)}</b>
      <span className="figure-note">
        {t('compliance.score')} {conclusion.template === '2021' ? formatCount(conclusion.score) : formatShare(conclusion.score)}
      </span>
      <span className="figure-note">{t('compliance.template', { template: conclusion.template })}</span>
    </div>
  );
}

/** The number before rectification counts, with how many are rectified in brackets. */
export function MajorRisks({ state, link }: FigureProps) {
  const { t } = usePreferences();
  const { conclusion } = state;
  if (conclusion === null) {
    return <div className="compliance-figure" />;
  }
  return (
    <div className="compliance-figure">
      <h3>{t('compliance.major')}</h3>
      <Link to={`${link}?tab=findings`} className={conclusion.majorRisks > conclusion.majorRisksRectified ? 'figure-bad' : ''}>
        <b>{formatCount(conclusion.majorRisks)}</b>
        {conclusion.majorRisks > 0 && <span className="figure-beside">{t('compliance.rectified', { n: formatCount(conclusion.majorRisksRectified) })}</span>}
      </Link>
      <span className="figure-note">{t('compliance.high', { n: formatCount(conclusion.highRisks) })}</span>
    </div>
  );
}

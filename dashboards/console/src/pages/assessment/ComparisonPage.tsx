import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { compareAssessments } from '../../api/compliance';
import { TURNS, type AssessmentComparison, type AssessmentSummary, type TurnKind } from '../../api/compliancetypes';
import { ResultBar, ResultLabel, ResultList } from '../../components/compliance/Results';
import { Heads } from '../../components/Heads';
import { Loaded, Panel } from '../../components/Panel';
import { Time } from '../../components/Time';
import { say } from '../../i18n/translate';
import { assessmentLink, itemLink } from '../../lib/compliancelinks';
import { formatCount, formatShare } from '../../lib/numbers';
import { clauseName } from '../../lib/results';
import { ABSENT } from '../../lib/time';
import { keys } from '../../state/keys';
import { usePreferences } from '../../state/preferences';
import { Findings } from '../compliance/FindingsTab';

/** Two assessments of one system: what got better, what got worse. */
export default function ComparisonPage() {
  const { t } = usePreferences();
  const [params] = useSearchParams();
  const from = params.get('from') ?? '';
  const to = params.get('to') ?? '';
  const query = useQuery({ queryKey: keys.assessmentComparison(from, to), queryFn: ({ signal }) => compareAssessments(from, to, signal), staleTime: Infinity });
  return (
    <div className="page">
      <Loaded query={query} rows={12}>
        {(comparison) => (
          <>
            <div className="queue-title">
              <Link to={`/compliance/${encodeURIComponent(comparison.to.system)}?tab=assessments`} className="soft">
                <bdi>{comparison.to.systemName}</bdi>
              </Link>
              <h1 className="page-title">{t('comparison.title')}</h1>
            </div>
            <div className="comparison-sides">
              <Side summary={comparison.from} name={t('assess.from')} />
              <Side summary={comparison.to} name={t('assess.to')} />
            </div>
            <Turns comparison={comparison} />
            <FindingChanges comparison={comparison} />
          </>
        )}
      </Loaded>
    </div>
  );
}

function Side({ summary, name }: { summary: AssessmentSummary; name: string }) {
  const { t, language } = usePreferences();
  const { conclusion } = summary;
  return (
    <Panel title={<Link to={assessmentLink(summary.id)}>{summary.id}</Link>} hint={name}>
      <div className="assess-results">
        <ResultBar counts={summary.items} />
        <ResultList counts={summary.items} />
        <p>
          <b>{conclusion !== null && say(conclusion.value, language)}</b> {conclusion !== null && formatShare(conclusion.score)} <span className="soft"><Time iso={summary.madeAt} /> · <bdi>{summary.note}</bdi></span>
        </p>
        {conclusion !== null && (
          <p className="soft">
            {t('compliance.major')} {formatCount(conclusion.majorRisks)} {t('compliance.rectified', { n: formatCount(conclusion.majorRisksRectified) })}
          </p>
        )}
      </div>
    </Panel>
  );
}

const SIGNS: Record<TurnKind, string> = { better: '▲', worse: '▼', other: '◆', added: '+', removed: '−' };

function Turns({ comparison }: { comparison: AssessmentComparison }) {
  const { t, language } = usePreferences();
  const [params, setParams] = useSearchParams();
  const chosen = TURNS.find((turn) => turn === params.get('turn')) ?? null;
  const counted = TURNS.map((turn) => ({ turn, count: comparison.items.filter((each) => each.turn === turn).length })).filter(({ count }) => count > 0);
  const items = comparison.items.filter(({ turn }) => chosen === null || turn === chosen);
  return (
    <Panel title={t('comparison.items')} hint={t('comparison.same', { n: formatCount(comparison.same) })}>
      <div className="toggles">
        {counted.map(({ turn, count }) => (
          <button
            key={turn}
            type="button"
            className={turn === chosen ? 'toggle toggle-on' : 'toggle'}
            aria-pressed={turn === chosen}
            onClick={() => {
              setParams(
                (old) => {
                  const next = new URLSearchParams(old);
                  if (turn === chosen) {
                    next.delete('turn');
                  } else {
                    next.set('turn', turn);
                  }
                  return next;
                },
                { replace: true },
              );
            }}
          >
            <span className={`turn-${turn}`}>{SIGNS[turn]}</span> {t(`comparison.turn.${turn}`)} <span className="toggle-count">{formatCount(count)}</span>
          </button>
        ))}
      </div>
      {items.length === 0 ? (
        <p className="nothing">{t('comparison.none')}</p>
      ) : (
        <table className="parts comparison-items">
          <Heads of={[t('comparison.turn'), t('compliance.item'), '', t('assess.from'), t('assess.to')]} />
          <tbody>
            {items.map((item) => (
              <tr key={item.item}>
                <td>
                  <span className={`turn-${item.turn}`}>{SIGNS[item.turn]}</span> {t(`comparison.turn.${item.turn}`)}
                </td>
                <td>
                  <Link to={itemLink(comparison.to.system, item.item)}>{clauseName(item.item)}</Link>
                </td>
                <td className="comparison-gloss">{say(item.gloss, language)}</td>
                <td>{item.from === null ? ABSENT : <ResultLabel result={item.from} />}</td>
                <td>{item.to === null ? ABSENT : <ResultLabel result={item.to} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

function FindingChanges({ comparison }: { comparison: AssessmentComparison }) {
  const { t } = usePreferences();
  const { gone, new: fresh, stay } = comparison.findings;
  return (
    <div className="comparison-findings">
      <Panel title={t('comparison.findings.new', { n: fresh.length })}>
        <Findings system={comparison.to.system} findings={fresh} none={t('comparison.findings.none')} />
      </Panel>
      <Panel title={t('comparison.findings.stay', { n: stay.length })}>
        <Findings system={comparison.to.system} findings={stay} none={t('comparison.findings.none')} />
      </Panel>
      <Panel title={t('comparison.findings.gone', { n: gone.length })}>
        <Findings system={comparison.to.system} findings={gone} none={t('comparison.findings.none')} />
      </Panel>
    </div>
  );
}

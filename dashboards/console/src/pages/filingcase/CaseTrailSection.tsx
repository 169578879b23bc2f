import type { CaseTrailEntry, FilingCaseDetail } from '../../api/filingtypes';
import { Section } from '../../components/Section';
import { Time } from '../../components/Time';
import { usePreferences } from '../../state/preferences';

const ACTS = ['opened', 'assigned', 'noted', 'reopened', 'indicated', 'deemed-withdrawn', 'taken-back'] as const;

/** What people, and the platform, did, newest first. */
export function CaseTrailSection({ row }: { row: FilingCaseDetail }) {
  const { t } = usePreferences();
  return (
    <Section title={t('filing.trail')}>
      {row.trail.length === 0 && <p className="nothing">{t('filing.trail.none')}</p>}
      <ol className="trail">
        {row.trail.toReversed().map((entry, index) => (
          <li key={index}>
            <Time iso={entry.at} />
            <span>
              <bdi className="trail-actor">{entry.by === '' || entry.by === 'system' ? t('filing.trail.system') : entry.by}</bdi> <Did entry={entry} />
              <Details entry={entry} />
              {entry.note !== '' && <bdi className="trail-note">{entry.note}</bdi>}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Details({ entry }: { entry: CaseTrailEntry }) {
  const { t } = usePreferences();
  const { replyDays, kinds, assignee } = entry.details;
  const words = [
    ...(replyDays === null ? [] : [t('filing.trail.term', { days: replyDays })]),
    ...(kinds.length === 0 ? [] : [t('filing.trail.kinds', { kinds: kinds.join(' ') })]),
    ...(entry.act === 'assigned' ? [assignee === null ? t('filing.trail.nobody') : t('filing.trail.assignee', { name: assignee })] : []),
  ];
  return words.length === 0 ? null : <span className="soft"> · {words.join(' · ')}</span>;
}

function Did({ entry }: { entry: CaseTrailEntry }) {
  const { t } = usePreferences();
  const act = ACTS.find((each) => each === entry.act);
  if (act !== undefined) {
    return <>{t(`filing.trail.${act}`)}</>;
  }
  if (entry.to !== null) {
    const to = t(`filing.state.${entry.to}`);
    return <>{entry.from === null ? t('filing.trail.to', { to }) : t('filing.trail.moved', { from: t(`filing.state.${entry.from}`), to })}</>;
  }
  return <>{t('filing.trail.other')}</>;
}

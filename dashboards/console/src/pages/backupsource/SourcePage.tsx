import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearchParams } from 'react-router';
import { fetchBackupSource } from '../../api/backups';
import type { BackupSource, BackupSourceDetail } from '../../api/backuptypes';
import { BackupActs } from '../../components/backup/BackupActs';
import { RestorePanel } from '../../components/backup/RestorePanel';
import { SourceState } from '../../components/backup/SourceState';
import { Failure, FailureText } from '../../components/Failure';
import { Loaded } from '../../components/Panel';
import { Section } from '../../components/Section';
import { titleOf } from '../../lib/backups';
import { formatCount } from '../../lib/numbers';
import { useBackupJobs, useBackups } from '../../state/backups';
import { keys } from '../../state/keys';
import { usePreferences } from '../../state/preferences';
import { useNow } from '../../state/time';
import { BackupsTable } from './BackupsTable';
import { DrillRecords } from './DrillRecords';
import { JobsTable } from './JobsTable';
import { VerificationsTable } from './VerificationsTable';

const TABS = ['drills', 'backups', 'verifications', 'jobs'] as const;
type Tab = (typeof TABS)[number];

/** One source: how it stands, all that is recorded of it, and what can be done. */
export default function SourcePage() {
  const { system = '', source = '' } = useParams();
  const { t } = usePreferences();
  const query = useBackups();
  return (
    <div className="item-page backup-source">
      <Loaded query={query} rows={12}>
        {({ sources }) => {
          const row = sources.find((each) => each.system === system && each.source === source);
          return row === undefined ? <FailureText what={t('failure.missing')} detail={titleOf({ system, source })} works={t('failure.missing.works')} todo={t('failure.missing.todo')} /> : <Source key={titleOf(row)} row={row} />;
        }}
      </Loaded>
    </div>
  );
}

function Source({ row }: { row: BackupSource }) {
  const { t } = usePreferences();
  const now = useNow(10_000);
  const jobs = useBackupJobs(row.job !== null);
  const job = row.job === null ? null : (jobs.get(row.job) ?? null);
  // The records lie on the targets: read again when a job begins or ends, not by the second.
  const detail = useQuery({
    queryKey: [...keys.backupSource(row.system, row.source), row.job ?? ''],
    queryFn: ({ signal }) => fetchBackupSource(row.system, row.source, signal),
    placeholderData: keepPreviousData,
  });
  const backups = detail.data?.backups ?? [];
  return (
    <>
      <header className="item-head">
        <div className="alert-line">
          <Link to="/backups">{t('backup.title')}</Link>
          <span className="soft">/</span>
          <Link to={`/backups?system=${encodeURIComponent(row.system)}`}>{row.system}</Link>
        </div>
        <h1 className="alert-sentence">
          <bdi>{titleOf(row)}</bdi>
        </h1>
      </header>
      <div className="item-columns backup-columns">
        <div>
          <section className="section source-state">
            <SourceState row={row} job={job} now={now} />
          </section>
          <Section title={t('backup.history')}>
            {detail.error !== null && detail.data === undefined ? (
              <>
                <p>{t('backup.history.away')}</p>
                <Failure compact cause={detail.error} retry={() => void detail.refetch()} />
              </>
            ) : (
              <Loaded query={detail} rows={6}>
                {(of) => <History detail={of} />}
              </Loaded>
            )}
          </Section>
        </div>
        <aside>
          <Section title={t('backup.act')}>
            <BackupActs row={row} ids={backups.map(({ id }) => id)} />
          </Section>
          <RestorePanel row={row} backups={backups} />
        </aside>
      </div>
    </>
  );
}

function History({ detail }: { detail: BackupSourceDetail }) {
  const { t } = usePreferences();
  const [params] = useSearchParams();
  const tab = TABS.find((each) => each === params.get('tab')) ?? 'drills';
  return (
    <>
      <nav className="tabs" aria-label={t('backup.history')}>
        {TABS.map((each) => (
          <Link key={each} className="tab" to={`?tab=${each}`} replace aria-current={each === tab ? 'page' : undefined}>
            {t(`backup.tab.${each}`)}
            <span className="tab-count">{formatCount(detail[each].length)}</span>
          </Link>
        ))}
      </nav>
      <div className="history-body">
        <Records tab={tab} detail={detail} />
      </div>
    </>
  );
}

function Records({ tab, detail }: { tab: Tab; detail: BackupSourceDetail }) {
  switch (tab) {
    case 'drills':
      return <DrillRecords drills={detail.drills} />;
    case 'backups':
      return <BackupsTable backups={detail.backups} />;
    case 'verifications':
      return <VerificationsTable verifications={detail.verifications} />;
    case 'jobs':
      return <JobsTable jobs={detail.jobs} />;
  }
}

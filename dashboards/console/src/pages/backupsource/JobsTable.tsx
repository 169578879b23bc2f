import type { BackupJob } from '../../api/backuptypes';
import { Asker } from '../../components/backup/JobProgress';
import { useBackupWords } from '../../components/backup/useBackupWords';
import { Time } from '../../components/Time';
import { between } from '../../lib/time';
import { usePreferences } from '../../state/preferences';

/** What was asked for and how it ended, the newest first. */
export function JobsTable({ jobs }: { jobs: readonly BackupJob[] }) {
  const { t } = usePreferences();
  const words = useBackupWords();
  if (jobs.length === 0) {
    return <p className="nothing">{t('backup.jobs.none')}</p>;
  }
  return (
    <div className="records-scroll">
      <table className="parts records">
        <thead>
          <tr>
            <th scope="col">{t('backup.started')}</th>
            <th scope="col">{t('due.filter.tasks')}</th>
            <th scope="col">{t('backup.result')}</th>
            <th scope="col">{t('backup.took')}</th>
            <th scope="col">{t('drill.by')}</th>
            <th scope="col">{t('backup.id')}</th>
          </tr>
        </thead>
        <tbody>
          {jobs.map((job) => (
            <tr key={job.id}>
              <td>
                <Time iso={job.startedAt ?? job.askedAt} />
              </td>
              <td>
                {t(`job.kind.${job.kind}`)} {job.target !== null && <bdi className="soft">{job.target}</bdi>}
              </td>
              <td className="record-result">
                <Ended job={job} />
              </td>
              <td>{words.duration(between(job.startedAt, job.endedAt))}</td>
              <td>
                <Asker by={job.by} />
              </td>
              <td>
                <code>{job.id}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A drill that does not pass is done, not failed: both are said. */
function Ended({ job }: { job: BackupJob }) {
  const { t } = usePreferences();
  const look = job.state === 'done' && job.passed === false ? 'failed' : job.state;
  const words = job.state === 'done' && job.passed !== null ? t(job.passed ? 'job.passed' : 'job.notPassed') : t(`job.state.${job.state}`);
  return (
    <>
      <span className={`job-state job-${look}`}>{words}</span>
      {job.words !== null && <bdi className="record-note">{job.words}</bdi>}
      {job.resumes !== null && <span className="soft record-note">{t('job.resumes', { id: job.resumes })}</span>}
    </>
  );
}

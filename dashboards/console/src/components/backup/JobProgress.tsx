import type { BackupJob } from '../../api/backuptypes';
import { shareDone } from '../../lib/backups';
import { formatBytes } from '../../lib/numbers';
import { instant } from '../../lib/time';
import { usePreferences } from '../../state/preferences';
import { useNow } from '../../state/time';
import { useBackupWords } from './useBackupWords';

/** A job under way: bar, amounts, rate and time left, each only where it is known. */
export function JobProgress({ job }: { job: BackupJob }) {
  const { t } = usePreferences();
  const { progress } = job;
  const share = progress === null ? null : shareDone(progress);
  return (
    <div className="job" role="status">
      <div className="job-head">
        <b>{t(`job.kind.${job.kind}`)}</b>
        <span className={`job-state job-${job.state}`}>{t(`job.state.${job.state}`)}</span>
        <span className="soft">
          <Asker by={job.by} />
        </span>
        {share !== null && <b className="job-percent">{t('job.percent', { n: Math.floor(share * 100) })}</b>}
      </div>
      <Bar share={share} label={t('job.progress', { kind: t(`job.kind.${job.kind}`) })} />
      <div className="job-words">
        <JobWords job={job} />
      </div>
      {job.resumes !== null && <div className="soft">{t('job.resumes', { id: job.resumes })}</div>}
    </div>
  );
}

/** Who asked; the platform by itself where nobody did. */
export function Asker({ by }: { by: string }) {
  const { t } = usePreferences();
  const words = useBackupWords();
  return <bdi>{words.isPlatform(by) ? t('job.bySchedule') : t('job.by', { who: by })}</bdi>;
}

export function Bar({ share, label }: { share: number | null; label: string }) {
  return (
    <span className={share === null ? 'job-bar job-bar-unknown' : 'job-bar'} role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={100} {...(share === null ? {} : { 'aria-valuenow': Math.floor(share * 100) })}>
      <span style={share === null ? {} : { width: `${share * 100}%` }} />
    </span>
  );
}

function JobWords({ job }: { job: BackupJob }) {
  const { t } = usePreferences();
  const words = useBackupWords();
  const now = useNow(1_000);
  const { progress } = job;
  if (job.state === 'waiting') {
    return <span>{t('job.waiting')}</span>;
  }
  if (progress === null) {
    const since = job.startedAt === null ? null : instant(job.startedAt);
    return <span>{job.kind === 'drill' && since !== null ? t('job.drillRuns', { age: words.duration(Math.max(1_000, now - since)) }) : t('job.begins')}</span>;
  }
  const done = formatBytes(progress.done);
  const total = formatBytes(progress.total);
  return (
    <>
      {progress.steps > 1 && <span>{t('job.step', { step: progress.step, steps: progress.steps })}</span>}
      <span title={progress.estimated ? t('job.estimated') : ''}>{progress.total === null ? t('job.doneOnly', { done }) : t(progress.estimated ? 'job.doneAbout' : 'job.done', { done, total })}</span>
      {job.kind === 'run' && <span>{t('job.storedAs', { size: formatBytes(progress.stored) })}</span>}
      <span>{t('job.rate', { rate: formatBytes(progress.bytesPerSecond) })}</span>
      <span>{progress.left === null ? t('job.leftUnknown') : t(progress.estimated ? 'job.leftAbout' : 'job.left', { left: words.duration(Math.max(1_000, progress.left)) })}</span>
    </>
  );
}

import type { BackupJob, BackupSource } from '../../api/backuptypes';
import { usePreferences } from '../../state/preferences';
import { Copies } from './Copies';
import { JobProgress } from './JobProgress';
import { Objectives } from './Objectives';
import { Problems } from './Problems';
import { Proofs } from './Proofs';
import { SourceFacts } from './SourceFacts';

/** How a source stands, in the order of the questions: what is it, what is wrong, how old are the proofs, what would a loss cost, where does it lie. */
export function SourceState({ row, job, now }: { row: BackupSource; job: BackupJob | null; now: number }) {
  const { t } = usePreferences();
  return (
    <>
      <SourceFacts row={row} />
      {row.away !== null && (
        <p className="away-words" role="status">
          {t('backup.away')} <bdi>{row.away}</bdi>
        </p>
      )}
      {job !== null && <JobProgress job={job} />}
      <Proofs row={row} now={now} />
      <h3 className="cell-part">{t('backup.problems')}</h3>
      <Problems row={row} />
      <div className="state-parts">
        <section>
          <h3 className="cell-part">{t('backup.objectives')}</h3>
          <Objectives row={row} now={now} />
        </section>
        <section>
          <h3 className="cell-part">
            {t('backup.copiesOf')} <span className="soft part-hint">{t('backup.copiesOf.hint')}</span>
          </h3>
          <Copies copies={row.copies} />
        </section>
      </div>
    </>
  );
}

import type { BackupSource } from '../../api/backuptypes';
import { proofOf, PROOFS, type Proof, type ProofOf } from '../../lib/backups';
import { formatDuration, instant } from '../../lib/time';
import { usePreferences } from '../../state/preferences';
import { Time } from '../Time';

/** `7 小时前`, `从未`: how long ago, and whether that is good enough. */
export function Age({ proof: { at, state }, now }: { proof: ProofOf; now: number }) {
  const { t, language } = usePreferences();
  const then = at === null ? null : instant(at);
  const words = then === null ? t('backup.never') : t('backup.ago', { age: formatDuration(Math.max(1_000, now - then), language, 1) });
  return <span className={`proof proof-${state}`}>{words}</span>;
}

/** Backed up, verified, restored: three things side by side, each with its age. */
export function Proofs({ row, now }: { row: BackupSource; now: number }) {
  const { t } = usePreferences();
  return (
    <section className="proofs" aria-label={t('backup.proofs')}>
      <div className="proofs-row">
        {PROOFS.map((proof) => (
          <ProofCard key={proof} row={row} proof={proof} now={now} />
        ))}
      </div>
      <p className="soft proofs-hint">{t('backup.proofs.hint')}</p>
    </section>
  );
}

function ProofCard({ row, proof, now }: { row: BackupSource; proof: Proof; now: number }) {
  const { t } = usePreferences();
  const of = proofOf(row, proof);
  return (
    <div className={`proof-card proof-card-${of.state}`}>
      <h3>{t(`backup.proof.${proof}`)}</h3>
      <b>
        <Age proof={of} now={now} />
      </b>
      {of.at !== null && (
        <span className="proof-at">
          <Time iso={of.at} />
        </span>
      )}
      <span className={`proof-state proof-${of.state}`}>{t(`backup.proof.state.${of.state}`)}</span>
    </div>
  );
}

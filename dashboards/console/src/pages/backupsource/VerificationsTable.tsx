import type { Verification } from '../../api/backuptypes';
import { Faults } from '../../components/backup/Copies';
import { Time } from '../../components/Time';
import { formatBytes, formatCount } from '../../lib/numbers';
import { usePreferences } from '../../state/preferences';

/** What was read back, the newest first, with every place that was not as it was written. */
export function VerificationsTable({ verifications }: { verifications: readonly Verification[] }) {
  const { t } = usePreferences();
  if (verifications.length === 0) {
    return <p className="nothing">{t('backup.verifications.none')}</p>;
  }
  return (
    <div className="records-scroll">
      <table className="parts records">
        <thead>
          <tr>
            <th scope="col">{t('backup.copy.verified')}</th>
            <th scope="col">{t('backup.copy.target')}</th>
            <th scope="col">{t('backup.backup')}</th>
            <th scope="col" className="number">{t('backup.chunks')}</th>
            <th scope="col" className="number">{t('backup.read')}</th>
            <th scope="col">{t('backup.result')}</th>
          </tr>
        </thead>
        <tbody>
          {verifications.map((one, index) => (
            <Line key={index} one={one} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line({ one }: { one: Verification }) {
  const { t } = usePreferences();
  const whole = one.faults.length === 0;
  return (
    <>
      <tr>
        <td>
          <Time iso={one.at} />
        </td>
        <td>
          <bdi>{one.target}</bdi>
        </td>
        <td>
          <code>{one.backup}</code>
        </td>
        <td className="number">{formatCount(one.chunks)}</td>
        <td className="number">{formatBytes(one.bytes)}</td>
        <td className={whole ? 'proof-good' : 'proof-bad'}>{whole ? `✓ ${t('backup.verify.whole')}` : `✗ ${t('backup.drill.failed')}`}</td>
      </tr>
      {!whole && (
        <tr className="record-faults">
          <td colSpan={6}>
            <Faults title={t('backup.verify.damaged', { n: one.faults.length })} faults={one.faults} />
          </td>
        </tr>
      )}
    </>
  );
}

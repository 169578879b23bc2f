import type { Backup } from '../../api/backuptypes';
import { useBackupWords } from '../../components/backup/useBackupWords';
import { Time } from '../../components/Time';
import { formatBytes } from '../../lib/numbers';
import { between } from '../../lib/time';
import { usePreferences } from '../../state/preferences';

/** What was written, the newest first. */
export function BackupsTable({ backups }: { backups: readonly Backup[] }) {
  const { t } = usePreferences();
  const words = useBackupWords();
  if (backups.length === 0) {
    return <p className="nothing">{t('backup.backups.none')}</p>;
  }
  return (
    <div className="records-scroll">
      <table className="parts records">
        <thead>
          <tr>
            <th scope="col">{t('backup.started')}</th>
            <th scope="col">{t('backup.took')}</th>
            <th scope="col" className="number">{t('backup.size')}</th>
            <th scope="col" className="number">{t('backup.stored')}</th>
            <th scope="col">{t('backup.copy.until')}</th>
            <th scope="col">{t('backup.keys')}</th>
            <th scope="col">{t('backup.id')}</th>
          </tr>
        </thead>
        <tbody>
          {backups.map((backup) => (
            <tr key={backup.id}>
              <td>
                <Time iso={backup.started} />
              </td>
              <td>{words.duration(between(backup.started, backup.finished))}</td>
              <td className="number">{formatBytes(backup.bytes)}</td>
              <td className="number">{formatBytes(backup.stored)}</td>
              <td>
                <Time iso={backup.immutableUntil} />
              </td>
              <td>
                <code>{backup.keys.join(' ')}</code>
              </td>
              <td>
                <code>{backup.id}</code>
                {backup.notes.map((note, index) => (
                  <span key={index} className="soft record-note">
                    <bdi>{note}</bdi>
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

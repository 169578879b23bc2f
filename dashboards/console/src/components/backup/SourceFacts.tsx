import { Link } from 'react-router';
import type { BackupSource } from '../../api/backuptypes';
import { useSystemName } from '../../state/backups';
import { usePreferences } from '../../state/preferences';
import { useBackupWords } from './useBackupWords';

/** What a source is, in one line. */
export function SourceFacts({ row }: { row: BackupSource }) {
  const { t } = usePreferences();
  const words = useBackupWords();
  const systemName = useSystemName();
  return (
    <div className="source-facts">
      <Link to={`/compliance/${encodeURIComponent(row.system)}`}>
        <bdi>{systemName(row.system)}</bdi>
      </Link>
      <span>{t('backup.level', { n: row.level })}</span>
      <span>{words.kind(row.kind)}</span>
      <Link to="/backups/policies">
        <b>{row.tier}</b> <span className="soft">{t('backup.policy', { version: row.policyVersion })}</span>
      </Link>
    </div>
  );
}

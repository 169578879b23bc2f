import { Button } from 'antd';
import type { BackupSource } from '../../api/backuptypes';
import { mayEngineer } from '../../lib/protectionrights';
import { keys } from '../../state/keys';
import { usePreferences } from '../../state/preferences';
import { useSession } from '../../state/session';
import { useActs } from '../useActs';
import { useBackupActs } from './useBackupActs';

/** What an engineer can start; who cannot reads why. */
export function BackupActs({ row, ids = [] }: { row: BackupSource; ids?: readonly string[] }) {
  const { t } = usePreferences();
  const { user } = useSession();
  const acts = useBackupActs();
  const { open, dialog } = useActs(keys.backups);
  if (!mayEngineer(user)) {
    return <p className="soft">{t('backup.act.readOnly')}</p>;
  }
  const busy = row.job !== null;
  const nothing = row.lastSuccess === null;
  const why = busy ? t('backup.act.busy') : nothing ? t('backup.act.nothing') : null;
  return (
    <div className="backup-acts">
      <Button size="small" disabled={busy} onClick={() => { open(acts.run(row)); }}>
        {t('backup.act.run')}
      </Button>
      <Button size="small" disabled={busy || nothing} onClick={() => { open(acts.verify(row, ids)); }}>
        {t('backup.act.verify')}
      </Button>
      <Button size="small" type="primary" disabled={busy || nothing} onClick={() => { open(acts.drill(row, ids)); }}>
        {t('backup.act.drill')}
      </Button>
      {why !== null && <span className="soft backup-acts-why">{why}</span>}
      {dialog}
    </div>
  );
}

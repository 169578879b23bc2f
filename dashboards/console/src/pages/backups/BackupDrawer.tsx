import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Link } from 'react-router';
import type { BackupJob, BackupSource } from '../../api/backuptypes';
import { BackupActs } from '../../components/backup/BackupActs';
import { SourceState } from '../../components/backup/SourceState';
import { backupLink, titleOf } from '../../lib/backups';
import { usePreferences } from '../../state/preferences';
import { useNow } from '../../state/time';

interface BackupDrawerProps {
  row: BackupSource;
  job: BackupJob | null;
  onClose: () => void;
}

/** One source as it stands; its title leads to all that is recorded of it. */
export function BackupDrawer({ row, job, onClose }: BackupDrawerProps) {
  const { t } = usePreferences();
  const now = useNow(10_000);
  return (
    <aside className="drawer backup-drawer" aria-label={titleOf(row)}>
      <div className="drawer-bar">
        <Link to={backupLink(row)} className="drawer-link" title={t('backup.open')}>
          <bdi>{titleOf(row)}</bdi>
        </Link>
        <Button type="text" size="small" icon={<CloseOutlined />} aria-label={t('alert.close.drawer')} title={t('alert.close.drawer')} onClick={onClose} />
      </div>
      <div className="drawer-body" tabIndex={-1}>
        <SourceState row={row} job={job} now={now} />
        <h3 className="cell-part">{t('backup.act')}</h3>
        <BackupActs row={row} />
        <p className="drawer-more">
          <Link to={backupLink(row)}>{t('backup.open')}</Link>
        </p>
      </div>
    </aside>
  );
}

import { startBackupJob } from '../../api/backups';
import type { BackupSource } from '../../api/backuptypes';
import type { ActField } from '../../lib/actform';
import { titleOf } from '../../lib/backups';
import { formatBytes } from '../../lib/numbers';
import { formatTime } from '../../lib/time';
import { usePreferences } from '../../state/preferences';
import type { Act } from '../useActs';
import { useBackupWords } from './useBackupWords';

/** Starting a backup, a verification and a drill; each says first what it will do. */
export function useBackupActs() {
  const { t, zone, language } = usePreferences();
  const words = useBackupWords();
  const targetsOf = ({ copies }: BackupSource) => (copies.length === 0 ? t('backup.act.allTargets') : copies.map(({ target }) => target).join(language === 'zh' ? '、' : ', '));
  const backupField = (row: BackupSource, ids: readonly string[]): ActField => ({
    name: 'backup',
    label: t('backup.backup'),
    kind: 'choice',
    wide: true,
    initial: '*',
    options: [{ value: '*', label: t('backup.act.newest', { at: row.lastSuccess === null ? '' : formatTime(row.lastSuccess, zone) }) }, ...ids.slice(1).map((id) => ({ value: id, label: id }))],
  });
  const chosen = (name: 'backup' | 'target', values: Readonly<Record<string, string>>) => {
    const value = values[name] ?? '*';
    return value === '*' ? {} : { [name]: value };
  };
  return {
    run: (row: BackupSource): Act => {
      const about = { source: titleOf(row), targets: targetsOf(row) };
      return {
        title: t('backup.run.title', about),
        okText: t('backup.act.run'),
        hint: row.backup === null ? t('backup.run.hintFirst', about) : t('backup.run.hint', { ...about, size: formatBytes(row.backup.bytes) }),
        done: t('backup.run.done'),
        fields: [],
        onSend: () => startBackupJob('run', row),
      };
    },
    /** `ids` are those of the backups, the newest first, where they are known. */
    verify: (row: BackupSource, ids: readonly string[]): Act => ({
      title: t('backup.verify.title', { source: titleOf(row) }),
      okText: t('backup.act.verify'),
      hint: t('backup.verify.hint'),
      done: t('backup.verify.done'),
      fields: [
        backupField(row, ids),
        { name: 'target', label: t('backup.act.target'), kind: 'choice', wide: true, initial: '*', options: [{ value: '*', label: t('backup.act.allTargets') }, ...row.copies.map(({ target }) => ({ value: target, label: target }))] },
      ],
      onSend: (values) => startBackupJob('verify', row, { ...chosen('backup', values), ...chosen('target', values) }),
    }),
    drill: (row: BackupSource, ids: readonly string[]): Act => ({
      title: t('backup.drill.title', { source: titleOf(row) }),
      okText: t('backup.act.drill'),
      hint: t('backup.drill.hint', { bound: row.rto === null ? t('backup.byRunbook') : words.duration(row.rto) }),
      done: t('backup.drill.done'),
      fields: [backupField(row, ids)],
      onSend: (values) => startBackupJob('drill', row, chosen('backup', values)),
    }),
  };
}

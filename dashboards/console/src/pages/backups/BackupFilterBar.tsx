import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useMemo } from 'react';
import type { BackupSource } from '../../api/backuptypes';
import { useBackupWords } from '../../components/backup/useBackupWords';
import { CountedChip } from '../../components/list/CountedChip';
import { TextFilter } from '../../components/TextFilter';
import { backupFacets, isBackupNarrowed, NO_BACKUP_FILTER, SOUND, type BackupFilter } from '../../lib/backupfilter';
import { useSystemName } from '../../state/backups';
import { usePreferences } from '../../state/preferences';

interface BackupFilterBarProps {
  rows: readonly BackupSource[];
  filter: BackupFilter;
  onChange: (filter: BackupFilter) => void;
}

/** The conditions as chips; all is at hand, so that counts are, too. */
export function BackupFilterBar({ rows, filter, onChange }: BackupFilterBarProps) {
  const { t } = usePreferences();
  const words = useBackupWords();
  const systemName = useSystemName();
  const facets = useMemo(() => backupFacets(rows, filter), [rows, filter]);
  const labels: Record<keyof typeof facets, (value: string) => string> = {
    systems: systemName,
    tiers: (value) => value,
    problems: (value) => (value === SOUND ? t('backup.problem.none') : words.problem(value)),
  };
  return (
    <div className="filters" role="group" aria-label={t('filter.label')}>
      <TextFilter key={filter.text} text={filter.text} label={t('backup.find')} onText={(text) => { onChange({ ...filter, text }); }} />
      {(['systems', 'tiers', 'problems'] as const).map((dimension) => (
        <CountedChip
          key={dimension}
          name={t(`backup.filter.${dimension}`)}
          chosen={filter[dimension]}
          options={facets[dimension].map(({ value, count }) => ({ value, label: labels[dimension](value), count }))}
          onChange={(chosen) => { onChange({ ...filter, [dimension]: chosen }); }}
        />
      ))}
      {isBackupNarrowed(filter) && (
        <Button size="small" type="link" icon={<CloseOutlined />} onClick={() => { onChange(NO_BACKUP_FILTER); }}>
          {t('queue.clear')}
        </Button>
      )}
    </div>
  );
}

import { Select } from 'antd';
import { useState } from 'react';
import type { Backup, BackupSource } from '../../api/backuptypes';
import { restoreCommand } from '../../lib/backups';
import { formatTime } from '../../lib/time';
import { usePreferences } from '../../state/preferences';
import { Copy } from '../Copy';
import { Section } from '../Section';

/** Why nothing is restored here, and the command that does it at the machine. */
export function RestorePanel({ row, backups }: { row: BackupSource; backups: readonly Backup[] }) {
  const { t, zone } = usePreferences();
  const [chosen, setChosen] = useState<string | null>(null);
  const newest = backups[0]?.id ?? row.backup?.id ?? null;
  const id = backups.some((each) => each.id === chosen) ? chosen : newest;
  const { firstRecoverable: from, lastRecoverable: to } = row;
  return (
    <Section title={t('restore.title')}>
      <p>{t('restore.hint')}</p>
      {id === null ? (
        <p className="nothing">{t('restore.none')}</p>
      ) : (
        <>
          {backups.length > 1 && (
            <Select
              className="restore-backup"
              size="small"
              aria-label={t('backup.backup')}
              value={id}
              onChange={setChosen}
              options={backups.map((each) => ({ value: each.id, label: each.started === null ? each.id : formatTime(each.started, zone) }))}
            />
          )}
          <p className="soft">{t('restore.onServer')}</p>
          <Command text={restoreCommand(row, id)} />
          {row.kind === 'postgresql' && from !== null && to !== null && (
            <>
              <p className="soft">{t('restore.untilHint', { from: formatTime(from, zone), to: formatTime(to, zone) })}</p>
              <Command text={restoreCommand(row, id, to)} />
            </>
          )}
          <p className="soft">{t('restore.into')}</p>
        </>
      )}
    </Section>
  );
}

function Command({ text }: { text: string }) {
  return (
    <div className="command">
      <pre>{text}</pre>
      <Copy text={text} />
    </div>
  );
}

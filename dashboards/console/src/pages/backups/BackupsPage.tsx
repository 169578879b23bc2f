import { Button } from 'antd';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { BackupOverview, BackupSource } from '../../api/backuptypes';
import { BackupTabs } from '../../components/backup/BackupTabs';
import { ListPage } from '../../components/list/ListPage';
import { Time } from '../../components/Time';
import { filterBackups, isBackupNarrowed, NO_BACKUP_FILTER, parseBackupFilter, writeBackupFilter, type BackupFilter } from '../../lib/backupfilter';
import { backupLink, byNeed, titleOf } from '../../lib/backups';
import { formatCount } from '../../lib/numbers';
import { useBackupJobs, useBackups } from '../../state/backups';
import { useListSelection } from '../../state/lists';
import { usePreferences } from '../../state/preferences';
import { BackupDrawer } from './BackupDrawer';
import { BackupFilterBar } from './BackupFilterBar';
import { BackupTable } from './BackupTable';
import { Unconfigured } from './Unconfigured';

const NONE: readonly BackupSource[] = [];

/** Everything that is backed up: what protects it, how old each proof is, and what is wrong. */
export default function BackupsPage() {
  const { t } = usePreferences();
  const [params, setParams] = useSearchParams();
  const filter = useMemo(() => parseBackupFilter(params), [params]);
  const query = useBackups();
  const all = query.data?.sources ?? NONE;
  const rows = useMemo(() => byNeed(filterBackups(all, filter)), [all, filter]);
  const jobs = useBackupJobs(all.some(({ job }) => job !== null));
  const refresh = () => void query.refetch();
  const { selected, openedId, onSelect, closeDrawer } = useListSelection({ rows, idOf: titleOf, linkOf, onRefresh: refresh });
  const setFilter = (next: BackupFilter) => {
    setParams((old) => writeBackupFilter(next, old));
  };
  const opened = all.find((row) => titleOf(row) === openedId);
  const narrowed = isBackupNarrowed(filter);
  return (
    <ListPage
      title={t('backup.title')}
      count={query.data?.configured === false ? '' : narrowed ? t('backup.shown', { n: formatCount(rows.length), all: formatCount(all.length) }) : t('backup.total', { n: formatCount(all.length) })}
      filters={
        <>
          <BackupTabs />
          {query.data?.configured === true && (
            <>
              <Strip overview={query.data} />
              <BackupFilterBar rows={all} filter={filter} onChange={setFilter} />
            </>
          )}
        </>
      }
      query={query}
      onRefresh={refresh}
      rows={rows.length}
      empty={query.data?.configured === false ? <Unconfigured /> : <Empty fault={query.data?.fault ?? null} narrowed={narrowed} onClear={() => { setFilter(NO_BACKUP_FILTER); }} />}
      table={<BackupTable rows={rows} jobs={jobs} selected={selected} onSelect={onSelect} resetKey={writeBackupFilter(filter).toString()} />}
      drawer={opened === undefined ? null : <BackupDrawer key={titleOf(opened)} row={opened} job={opened.job === null ? null : (jobs.get(opened.job) ?? null)} onClose={closeDrawer} />}
    />
  );
}

function linkOf(title: string): string {
  const [system = '', source = ''] = title.split('/');
  return backupLink({ system, source });
}

/** Whether all is well, and of when the news are. */
function Strip({ overview: { installation, fault, lookedAt, sources } }: { overview: BackupOverview }) {
  const { t } = usePreferences();
  const wrong = sources.filter(({ problems }) => problems.length > 0).length;
  const running = sources.filter(({ job }) => job !== null).length;
  return (
    <div className={fault !== null || wrong > 0 ? 'verification verification-broken' : 'verification'} role="status">
      {fault !== null ? <b className="evidence-broken">{t('backup.fault')}</b> : <b className={wrong > 0 ? 'evidence-broken' : 'evidence-intact'}>{wrong > 0 ? t('backup.summary.problems', { n: formatCount(wrong) }) : t('backup.summary.sound')}</b>}
      {fault !== null && <bdi>{fault}</bdi>}
      {running > 0 && <span>{t('backup.summary.jobs', { n: formatCount(running) })}</span>}
      <span className="soft">{lookedAt === null ? t('backup.neverLooked') : <>{t('backup.lookedAt')} <Time iso={lookedAt} /></>}</span>
      {installation !== '' && <span className="soft"><bdi>{t('backup.installation', { name: installation })}</bdi></span>}
    </div>
  );
}

function Empty({ fault, narrowed, onClear }: { fault: string | null; narrowed: boolean; onClear: () => void }) {
  const { t } = usePreferences();
  if (fault !== null && !narrowed) {
    return (
      <div className="centred empty">
        <h2>{t('backup.fault')}</h2>
        <p>
          <bdi>{fault}</bdi>
        </p>
        <p>{t('backup.fault.hint')}</p>
      </div>
    );
  }
  return (
    <div className="centred empty">
      <h2>{t(narrowed ? 'backup.noMatch' : 'backup.none')}</h2>
      {narrowed ? <Button onClick={onClear}>{t('queue.clear')}</Button> : <p>{t('backup.none.hint')}</p>}
    </div>
  );
}

import { Link } from 'react-router';
import type { BackupDue } from '../../api/backuptypes';
import { Panel } from '../../components/Panel';
import { backupLink, titleOf } from '../../lib/backups';
import { formatClock, instant } from '../../lib/time';
import { usePreferences } from '../../state/preferences';

/** What should have been done already. */
export function OverdueAgenda({ tasks }: { tasks: readonly BackupDue[] }) {
  const { t } = usePreferences();
  return (
    <Panel title={tasks.length === 0 ? t('due.overdue') : t('due.overdue.list', { n: tasks.length })} hint={t('due.overdue.hint')} className={tasks.length === 0 ? '' : 'overdue-panel'}>
      {tasks.length === 0 ? <p className="nothing">{t('due.overdue.none')}</p> : <Tasks tasks={tasks} />}
    </Panel>
  );
}

/** The tasks of one day, in order of time. */
export function DayAgenda({ day, tasks }: { day: string; tasks: readonly BackupDue[] }) {
  const { t } = usePreferences();
  return <Panel title={t('due.day', { day })}>{tasks.length === 0 ? <p className="nothing">{t('due.day.none')}</p> : <Tasks tasks={tasks} />}</Panel>;
}

function Tasks({ tasks }: { tasks: readonly BackupDue[] }) {
  const { t, zone } = usePreferences();
  return (
    <ul className="agenda">
      {tasks.map((due, index) => {
        const at = instant(due.at);
        return (
          <li key={index}>
            <span className={due.overdue ? 'agenda-when over' : 'agenda-when'}>{due.overdue || at === null ? t('due.overdue') : formatClock(at, zone).slice(0, 5)}</span>
            <span className={`task-name task-${due.task}`}>{t(`due.task.${due.task}`)}</span>
            <Link to={backupLink(due)} title={titleOf(due)}>
              <bdi>
                {titleOf(due)}
              </bdi>
            </Link>
            <span className="soft agenda-tier">{due.tier}</span>
            {!due.scheduled && (
              <Link className="agenda-people" to={`/recovery/${encodeURIComponent(due.system)}`}>
                {t('due.byPeople')}
              </Link>
            )}
          </li>
        );
      })}
    </ul>
  );
}

import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { fetchBackupCalendar } from '../../api/backups';
import { BACKUP_TASKS, type BackupDue } from '../../api/backuptypes';
import { BackupTabs } from '../../components/backup/BackupTabs';
import { Loaded } from '../../components/Panel';
import { CountedChip } from '../../components/list/CountedChip';
import { byDay, countTasks, mondayOf, weeksFrom, WEEKS_SHOWN } from '../../lib/backupcalendar';
import { addDays, isDay } from '../../lib/duties';
import { formatCount } from '../../lib/numbers';
import { useSystemName } from '../../state/backups';
import { keys } from '../../state/keys';
import { usePreferences } from '../../state/preferences';
import { useToday } from '../../state/time';
import { DayAgenda, OverdueAgenda } from './DayAgenda';
import { MonthGrid } from './MonthGrid';

/** How far ahead is asked for. */
const DAYS = 124;
const SHOWN_DAYS = WEEKS_SHOWN * 7;

/** What is to be done when: five weeks at a glance, the chosen day in full, and what is overdue before all else. */
export default function CalendarPage() {
  const { t } = usePreferences();
  const query = useQuery({ queryKey: keys.backupCalendar, queryFn: ({ signal }) => fetchBackupCalendar(DAYS, signal), refetchInterval: 60_000 });
  return (
    <div className="page backup-page">
      <div className="queue-title">
        <h1 className="page-title">{t('backup.title')}</h1>
        {query.data !== undefined && <span className="page-count">{t('due.hint', { days: DAYS, n: formatCount(query.data.length) })}</span>}
      </div>
      <BackupTabs />
      <Loaded query={query} rows={12}>
        {(tasks) => (tasks.length === 0 ? <p className="centred empty">{t('due.none')}</p> : <Calendar tasks={tasks} />)}
      </Loaded>
    </div>
  );
}

function Calendar({ tasks }: { tasks: readonly BackupDue[] }) {
  const { t, zone } = usePreferences();
  const today = useToday();
  const [params, setParams] = useSearchParams();
  const asked = params.get('from') ?? '';
  const thisWeek = mondayOf(today);
  const from = isDay(asked) && asked > thisWeek ? mondayOf(asked) : thisWeek;
  const day = params.get('day') ?? '';
  const chosen = isDay(day) ? day : from === thisWeek ? today : from;
  const { wanted, systems } = useMemo(() => ({ wanted: params.getAll('task'), systems: params.getAll('system') }), [params]);
  const shown = useMemo(() => tasks.filter(({ task, system }) => (wanted.length === 0 || wanted.includes(task)) && (systems.length === 0 || systems.includes(system))), [tasks, wanted, systems]);
  const days = useMemo(() => byDay(shown, zone), [shown, zone]);
  const weeks = useMemo(() => weeksFrom(from, days), [from, days]);
  const put = (changes: Record<string, string | readonly string[] | null>) => {
    setParams((old) => {
      const next = new URLSearchParams(old);
      Object.entries(changes).forEach(([name, value]) => {
        next.delete(name);
        (value === null ? [] : typeof value === 'string' ? [value] : value).forEach((each) => {
          next.append(name, each);
        });
      });
      return next;
    }, { replace: true });
  };
  const end = addDays(today, DAYS);
  const next = addDays(from, SHOWN_DAYS);
  return (
    <>
      <div className="calendar-tools">
        <Button size="small" icon={<LeftOutlined />} aria-label={t('due.weeks.previous')} title={t('due.weeks.previous')} disabled={from === thisWeek} onClick={() => { put({ from: addDays(from, -SHOWN_DAYS), day: null }); }} />
        <h2 className="calendar-weeks">{t('due.weeks', { from, to: addDays(next, -1) })}</h2>
        <Button size="small" icon={<RightOutlined />} aria-label={t('due.weeks.next')} title={t('due.weeks.next')} disabled={next > end} onClick={() => { put({ from: next, day: null }); }} />
        {from !== thisWeek && (
          <Button size="small" onClick={() => { put({ from: null, day: null }); }}>
            {t('due.weeks.this')}
          </Button>
        )}
        <Conditions tasks={tasks} wanted={wanted} systems={systems} onChange={put} />
        <span className="soft calendar-past">{next > end ? t('due.beyond', { day: end }) : t('due.past')}</span>
      </div>
      <div className="calendar">
        <MonthGrid weeks={weeks} today={today} chosen={chosen} onChoose={(next) => { put({ day: next }); }} />
        <aside className="calendar-side">
          <OverdueAgenda tasks={shown.filter(({ overdue }) => overdue)} />
          <DayAgenda day={chosen} tasks={(days.get(chosen) ?? []).filter(({ overdue }) => !overdue)} />
        </aside>
      </div>
    </>
  );
}

interface ConditionsProps {
  tasks: readonly BackupDue[];
  wanted: readonly string[];
  systems: readonly string[];
  onChange: (changes: Record<string, readonly string[]>) => void;
}

function Conditions({ tasks, wanted, systems, onChange }: ConditionsProps) {
  const { t } = usePreferences();
  const systemName = useSystemName();
  const counts = new Map(countTasks(tasks).map(({ task, count }) => [task, count]));
  const ids = [...new Set(tasks.map(({ system }) => system))].sort();
  return (
    <span className="filters calendar-filters" role="group" aria-label={t('filter.label')}>
      <CountedChip name={t('due.filter.tasks')} chosen={wanted} options={BACKUP_TASKS.map((task) => ({ value: task, label: t(`due.task.${task}`), count: counts.get(task) ?? 0 }))} onChange={(task) => { onChange({ task }); }} />
      <CountedChip name={t('backup.filter.systems')} chosen={systems} options={ids.map((id) => ({ value: id, label: systemName(id), count: tasks.filter(({ system }) => system === id).length }))} onChange={(system) => { onChange({ system }); }} />
    </span>
  );
}

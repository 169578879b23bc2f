import type { KeyboardEvent } from 'react';
import type { BackupDue } from '../../api/backuptypes';
import { countTasks, type CalendarDay } from '../../lib/backupcalendar';
import { addDays } from '../../lib/duties';
import { usePreferences } from '../../state/preferences';

const STEPS: Partial<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

interface MonthGridProps {
  weeks: readonly CalendarDay[][];
  today: string;
  chosen: string;
  onChoose: (day: string) => void;
}

/** Weeks under each other; backups by number, what is rarer by name. Arrows go from day to day. */
export function MonthGrid({ weeks, today, chosen, onChoose }: MonthGridProps) {
  const { t } = usePreferences();
  const first = weeks[0]?.[0]?.day ?? today;
  const last = weeks.at(-1)?.[6]?.day ?? today;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = STEPS[event.key];
    if (step === undefined) {
      return;
    }
    event.preventDefault();
    const next = addDays(chosen >= first && chosen <= last ? chosen : first, step);
    if (next >= first && next <= last) {
      onChoose(next);
      event.currentTarget.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus();
    }
  };
  return (
    <div className="month" role="grid" aria-label={t('due.title')} onKeyDown={onKeyDown}>
      <div className="month-head" role="row">
        {([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => (
          <span key={weekday} role="columnheader">
            {t(`due.weekday.${weekday}`)}
          </span>
        ))}
      </div>
      {weeks.map((week) => (
        <div key={week[0]?.day} className="month-week" role="row">
          {week.map((day) => (
            <DayCell key={day.day} day={day} today={today} chosen={day.day === chosen} onChoose={onChoose} />
          ))}
        </div>
      ))}
    </div>
  );
}

const NAMED = 3;

interface DayCellProps {
  day: CalendarDay;
  today: string;
  chosen: boolean;
  onChoose: (day: string) => void;
}

function DayCell({ day: { day, tasks }, today, chosen, onChoose }: DayCellProps) {
  const { t } = usePreferences();
  const look = ['month-day', Number(day.slice(5, 7)) % 2 === 0 ? 'month-even' : '', day < today ? 'month-gone' : '', day === today ? 'month-today' : '', chosen ? 'month-chosen' : ''].filter(Boolean).join(' ');
  const rare = tasks.filter(({ task, overdue }) => task !== 'backup' || overdue);
  const backups = tasks.length - rare.length;
  const named = rare.toSorted((a, b) => Number(b.overdue) - Number(a.overdue));
  return (
    <button
      type="button"
      role="gridcell"
      data-day={day}
      aria-selected={chosen}
      tabIndex={chosen ? 0 : -1}
      className={look}
      aria-label={[day, ...countTasks(tasks).map(({ task, count }) => t('due.count', { task: t(`due.task.${task}`), n: count }))].join(' ')}
      onClick={() => {
        onChoose(day);
      }}
    >
      <span className="month-number">{day.endsWith('-01') || day === today ? day.slice(5) : Number(day.slice(8))}</span>
      {named.slice(0, NAMED).map((task, index) => (
        <DayTask key={index} due={task} />
      ))}
      {named.length > NAMED && <span className="month-more">{t('due.more', { n: named.length - NAMED })}</span>}
      {backups > 0 && <span className="month-backups">{t('due.count', { task: t('due.task.backup'), n: backups })}</span>}
    </button>
  );
}

function DayTask({ due: { task, source, overdue } }: { due: BackupDue }) {
  const { t } = usePreferences();
  return (
    <span className={overdue ? `month-task task-${task} task-overdue` : `month-task task-${task}`} title={overdue ? `${t(`due.task.${task}`)} · ${t('due.overdue')}` : t(`due.task.${task}`)}>
      {t(`due.task.${task}`)} <bdi>{source}</bdi>
    </span>
  );
}

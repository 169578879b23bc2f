import type { Duty } from '../../api/compliancetypes';
import { DutyList } from '../../components/compliance/Duties';
import { Panel } from '../../components/Panel';
import { byMonth } from '../../lib/duties';
import { usePreferences } from '../../state/preferences';

/** What is due, month by month. */
export function CalendarTab({ duties }: { duties: readonly Duty[] }) {
  const { t } = usePreferences();
  if (duties.length === 0) {
    return <p className="nothing">{t('duty.nothing')}</p>;
  }
  return (
    <div className="tab-body">
      {byMonth(duties).map(({ month, duties: of }) => (
        <Panel key={month} title={month} hint={t('duty.count', { n: of.length })}>
          <DutyList duties={of} />
        </Panel>
      ))}
    </div>
  );
}

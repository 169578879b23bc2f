import { Link } from 'react-router';
import type { Duty } from '../../api/compliancetypes';
import { say } from '../../i18n/translate';
import { usePreferences } from '../../state/preferences';

/** `还有 12 天`, `已逾期 6 天`; urgent ones stand out by weight and words, too. */
export function DaysLeft({ duty }: { duty: Pick<Duty, 'state' | 'daysLeft'> }) {
  const { t } = usePreferences();
  const words = duty.daysLeft < 0 ? t('duty.over', { n: -duty.daysLeft }) : duty.daysLeft === 0 ? t('duty.today') : t('duty.left', { n: duty.daysLeft });
  return <span className={`duty-days duty-${duty.state}`}>{words}</span>;
}

/** What is due, with its day; `systemName` where more than one system is listed. */
export function DutyList({ duties, systemName }: { duties: readonly Duty[]; systemName?: (id: string) => string }) {
  const { language, t } = usePreferences();
  return (
    <ul className="duty-list">
      {duties.map((duty, index) => (
        <li key={index} className={`duty duty-row-${duty.state}`}>
          <span className="duty-due">{duty.due}</span>
          <DaysLeft duty={duty} />
          <span className="duty-title">
            {systemName !== undefined && (
              <Link to={`/compliance/${encodeURIComponent(duty.system)}?tab=calendar`} className="duty-system">
                {systemName(duty.system)}
              </Link>
            )}
            <bdi>{say(duty.title, language)}</bdi>
          </span>
          <span className="duty-basis soft">{say(duty.basis, language) === '' ? t(`duty.kind.${dutyKind(duty.kind)}`) : say(duty.basis, language)}</span>
        </li>
      ))}
    </ul>
  );
}

const KINDS = ['filing-validity', 'yearly-assessment', 'log-retention', 'rectification', 'waiver', 'exemption-open', 'attestation', 'certificate'] as const;

function dutyKind(kind: string): (typeof KINDS)[number] | 'other' {
  return KINDS.find((each) => each === kind) ?? 'other';
}

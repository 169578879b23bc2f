import { Link } from 'react-router';
import type { CaseAlert } from '../../api/filingtypes';
import { Section } from '../../components/Section';
import { SeverityLabel, StateLabel } from '../../components/Severity';
import { Time } from '../../components/Time';
import { say } from '../../i18n/translate';
import { fieldLabel } from '../../lib/fields';
import { usePreferences } from '../../state/preferences';

/** Security alerts of the same accounts, devices and addresses. */
export function AlertsSection({ alerts }: { alerts: readonly CaseAlert[] }) {
  const { t, language } = usePreferences();
  return (
    <Section title={t('filing.alerts')}>
      {alerts.length === 0 && <p className="nothing">{t('filing.alerts.none')}</p>}
      <ul className="case-alerts">
        {alerts.map((alert) => (
          <li key={alert.id}>
            <SeverityLabel severity={alert.severity} />
            <Link to={`/alerts/${encodeURIComponent(alert.id)}`}>
              <bdi>{say(alert.ruleTitle, language)}</bdi>
            </Link>
            <StateLabel state={alert.state} />
            <span className="soft case-alert-by">
              {t('filing.alerts.by', { what: fieldLabel(alert.by.field, language) ?? alert.by.field })} <bdi>{alert.by.value}</bdi> · <Time iso={alert.lastSeen} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

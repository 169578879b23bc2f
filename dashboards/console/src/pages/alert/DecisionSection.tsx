import type { AlertDetail, Reason } from '../../api/types';
import { FieldName } from '../../components/FieldName';
import { Raw } from '../../components/Raw';
import { Section } from '../../components/Section';
import { SeverityLabel } from '../../components/Severity';
import { say } from '../../i18n/translate';
import { usePreferences } from '../../state/preferences';

/** What the judge decided, and from which facts. */
export function DecisionSection({ alert }: { alert: AlertDetail }) {
  const { t } = usePreferences();
  const { decision } = alert;
  return (
    <Section title={t('decision.title')}>
      <dl className="facts">
        <div>
          <dt>{t('decision.severity')}</dt>
          <dd>
            <SeverityLabel severity={decision.severity} />
          </dd>
        </div>
        {decision.category !== '' && (
          <div>
            <dt>{t('decision.category')}</dt>
            <dd>
              <bdi>{decision.category}</bdi>
            </dd>
          </div>
        )}
        {decision.team !== '' && (
          <div>
            <dt>{t('decision.team')}</dt>
            <dd>
              <bdi>{decision.team}</bdi>
            </dd>
          </div>
        )}
      </dl>
      {decision.reasons.length === 0 && <p className="nothing">{t('decision.none')}</p>}
      <ol className="reasons">
        {decision.reasons.map((reason, index) => (
          <ReasonItem key={index} reason={reason} />
        ))}
      </ol>
    </Section>
  );
}

function ReasonItem({ reason }: { reason: Reason }) {
  const { language } = usePreferences();
  const facts = Object.entries(reason.facts);
  return (
    <li>
      <bdi>{say(reason.text, language)}</bdi> <code className="soft">{reason.rule}</code>
      {facts.length > 0 && (
        <ul className="reason-facts">
          {facts.map(([name, value]) => (
            <li key={name}>
              <FieldName field={name} /> <Raw text={value} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { Problem } from '../../api/http';
import { fetchRule } from '../../api/rules';
import type { RuleDetail } from '../../api/types';
import { Loaded } from '../../components/Panel';
import { Section } from '../../components/Section';
import { SeverityLabel } from '../../components/Severity';
import { runbookSteps } from '../../i18n/runbooks';
import { say } from '../../i18n/translate';
import { queueLink } from '../../lib/filter';
import { keys } from '../../state/keys';
import { usePreferences } from '../../state/preferences';
import { RuleCases } from './RuleCases';
import { RuleFacts } from './RuleFacts';
import { RuleRunning } from './RuleRunning';

export default function RulePage() {
  const { t } = usePreferences();
  const name = useParams().name ?? '';
  const query = useQuery({ queryKey: keys.rule(name), queryFn: ({ signal }) => fetchRule(name, signal), staleTime: 60_000 });
  const missing = query.error instanceof Problem && query.error.status === 404;
  return (
    <div className="page rule-page">
      <Link to="/rules">{t('rulePage.back')}</Link>
      {missing ? (
        <h1 className="page-title">{t('rulePage.missing', { name })}</h1>
      ) : (
        <Loaded query={query} rows={12}>
          {(detail) => <Whole detail={detail} />}
        </Loaded>
      )}
    </div>
  );
}

function Whole({ detail }: { detail: RuleDetail }) {
  const { t, language } = usePreferences();
  const { rule } = detail;
  const other = language === 'zh' ? 'en' : 'zh';
  const steps = runbookSteps(rule.runbook);
  return (
    <>
      <header className="rule-heading">
        <SeverityLabel severity={rule.level} />
        <h1 className="page-title">
          <bdi>{say(rule.title, language)}</bdi>
        </h1>
        <span className="soft" lang={other === 'zh' ? 'zh-CN' : 'en'}>
          {say(rule.title, other)}
        </span>
        <code className="soft">{rule.name}</code>
        {rule.detects ? (
          <Link className="rule-to-alerts" to={queueLink({ rules: [rule.name] })}>
            {t('rules.alerts')}
          </Link>
        ) : (
          <span className="soft rule-to-alerts" title={t('rules.part.hint')}>
            {t('rules.part')}
          </span>
        )}
        <Link to={`/rulesets?q=${encodeURIComponent(rule.name)}`}>{t('ruleset.nav')}</Link>
      </header>
      <div className="rule-columns">
        <div className="rule-column">
          <Section title={t('rulePage.finds')}>
            <Both zh={rule.description.zh} en={rule.description.en} />
          </Section>
          {rule.detects && (
            <Section title={t('rulePage.says')}>
              <Both zh={detail.summary.zh} en={detail.summary.en} />
            </Section>
          )}
          {steps !== null && (
            <Section title={t('rulePage.runbook')} aside={<code className="soft">{rule.runbook}</code>}>
              <ol className="runbook-steps">
                {steps.map((step) => (
                  <li key={step.en}>
                    <Both zh={step.zh} en={step.en} />
                  </li>
                ))}
              </ol>
            </Section>
          )}
          {detail.falsePositives.length > 0 && (
            <Section title={t('rulePage.false')}>
              <ul className="rule-false">
                {detail.falsePositives.map((each) => (
                  <li key={each.en}>
                    <Both zh={each.zh} en={each.en} />
                  </li>
                ))}
              </ul>
            </Section>
          )}
        </div>
        <div className="rule-column">
          <RuleRunning rule={rule} />
          <RuleFacts detail={detail} />
          <RuleCases cases={detail.cases} />
          <Section title={t('rulePage.source')}>
            <pre className="rule-source" tabIndex={0}>
              {detail.source}
            </pre>
          </Section>
        </div>
      </div>
    </>
  );
}

/** A text in the reader's language, and below it, quieter, in the other. */
function Both({ zh, en }: { zh: string; en: string }) {
  const { language } = usePreferences();
  const [first, second] = language === 'zh' ? [zh, en] : [en, zh];
  return (
    <>
      <p lang={language === 'zh' ? 'zh-CN' : 'en'}>{first}</p>
      {second !== first && (
        <p className="soft" lang={language === 'zh' ? 'en' : 'zh-CN'}>
          {second}
        </p>
      )}
    </>
  );
}

import type { AlertDetail } from '../../api/types';
import { Section } from '../../components/Section';
import { runbookSteps } from '../../i18n/runbooks';
import { say } from '../../i18n/translate';
import { usePreferences } from '../../state/preferences';

/** What to do: the steps of the runbook that the judge named. */
export function RunbookSection({ alert }: { alert: AlertDetail }) {
  const { t, language } = usePreferences();
  const runbook = alert.runbook === '' ? alert.decision.runbook : alert.runbook;
  const steps = runbookSteps(runbook);
  return (
    <Section title={t('runbook.title')} aside={steps !== null && <code className="soft">{runbook}</code>}>
      {runbook === '' && <p className="nothing">{t('runbook.none')}</p>}
      {runbook !== '' && steps === null && (
        <p className="runbook">
          {t('runbook.name')} <bdi>{runbook}</bdi>
        </p>
      )}
      {steps !== null && (
        <ol className="runbook-steps">
          {steps.map((step) => (
            <li key={step.en}>{say(step, language)}</li>
          ))}
        </ol>
      )}
    </Section>
  );
}

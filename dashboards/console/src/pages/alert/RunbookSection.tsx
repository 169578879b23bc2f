import type { AlertDetail } from '../../api/types';
import { Section } from '../../components/Section';
import { usePreferences } from '../../state/preferences';

export function RunbookSection({ alert }: { alert: AlertDetail }) {
  const { t } = usePreferences();
  const runbook = alert.runbook === '' ? alert.decision.runbook : alert.runbook;
  const isText = /\s/.test(runbook);
  return (
    <Section title={t('runbook.title')}>
      {runbook === '' && <p className="nothing">{t('runbook.none')}</p>}
      {runbook !== '' && isText && <p className="runbook">{runbook}</p>}
      {runbook !== '' && !isText && (
        <p className="runbook">
          {t('runbook.name')} <code>{runbook}</code>
        </p>
      )}
    </Section>
  );
}

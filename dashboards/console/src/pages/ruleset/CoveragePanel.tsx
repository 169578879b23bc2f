import { useQuery } from '@tanstack/react-query';
import { fetchCoverage } from '../../api/rulesets';
import { Loaded } from '../../components/Panel';
import { Section } from '../../components/Section';
import { keys } from '../../state/keys';
import { usePreferences } from '../../state/preferences';
import { useSettled } from './useSettled';

const PAUSE_MILLIS = 1_500;

/** Whether what the rule needs comes in here at all. */
export function CoveragePanel({ path, text, ready }: { path: string; text: string; ready: boolean }) {
  const { t } = usePreferences();
  const settled = useSettled(text, PAUSE_MILLIS);
  const query = useQuery({
    queryKey: keys.ruleset('coverage', settled),
    queryFn: () => fetchCoverage([{ kind: 'put', path, text: settled }]),
    enabled: ready && settled === text,
    gcTime: 10_000,
  });
  if (!ready) {
    return null;
  }
  return (
    <Section title={t('ruleset.coverage')}>
      <Loaded query={query}>
        {(coverage) => {
          if (!coverage.answered) {
            return <p className="soft">{t('ruleset.coverage.away')}</p>;
          }
          const warnings = coverage.rules.flatMap((rule) => [
            ...(rule.seen ? [] : [t('ruleset.coverage.logSource', { rule: rule.name, source: rule.logSource })]),
            ...(rule.missing.length === 0 ? [] : [t('ruleset.coverage.fields', { rule: rule.name, fields: rule.missing.join(', ') })]),
          ]);
          return warnings.length === 0 ? (
            <p className="ruleset-good">{t('ruleset.coverage.ok')}</p>
          ) : (
            <ul className="coverage">
              {warnings.map((warning) => (
                <li key={warning} className="ruleset-warn">
                  {warning}
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
    </Section>
  );
}

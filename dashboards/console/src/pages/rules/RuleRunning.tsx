import { useQuery } from '@tanstack/react-query';
import { fetchRuleActivity } from '../../api/rules';
import type { Rule } from '../../api/types';
import { Loaded } from '../../components/Panel';
import { Section } from '../../components/Section';
import { Time } from '../../components/Time';
import { formatCount, formatShare } from '../../lib/numbers';
import { totalActivity } from '../../lib/rules';
import { keys } from '../../state/keys';
import { usePreferences } from '../../state/preferences';

/** What the stream counted of a rule since it began: hits, the last one, what matching it costs. */
export function RuleRunning({ rule }: { rule: Rule }) {
  const { t } = usePreferences();
  const query = useQuery({
    queryKey: keys.ruleActivity(rule.id),
    queryFn: ({ signal }) => fetchRuleActivity(rule.id, signal),
    refetchInterval: 15_000,
  });
  return (
    <Section title={t('rulePage.running')} aside={<span className="soft">{t('rulePage.running.since')}</span>}>
      <Loaded query={query} rows={3}>
        {(activity) => {
          if (!activity.known) {
            return <p className="soft">{t('rulePage.running.away')}</p>;
          }
          const total = totalActivity(activity.versions);
          return (
            <dl className="facts">
              <div>
                <dt>{t('rulePage.running.hits')}</dt>
                <dd>{formatCount(total.hits)}</dd>
              </div>
              <div>
                <dt>{t('rulePage.running.last')}</dt>
                <dd>
                  <Time iso={total.lastHit} />
                </dd>
              </div>
              {rule.type === 'event' && (
                <div title={t('rulePage.running.share.hint')}>
                  <dt>{t('rulePage.running.share')}</dt>
                  <dd>{formatShare(total.matchShare)}</dd>
                </div>
              )}
            </dl>
          );
        }}
      </Loaded>
    </Section>
  );
}

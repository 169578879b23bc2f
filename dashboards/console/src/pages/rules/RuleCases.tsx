import type { RuleCase } from '../../api/types';
import { Heads } from '../../components/Heads';
import { Section } from '../../components/Section';
import { formatCount } from '../../lib/numbers';
import { usePreferences } from '../../state/preferences';

/** The examples that the rule is tested by: those that must detect first. */
export function RuleCases({ cases }: { cases: RuleCase[] }) {
  const { t } = usePreferences();
  const positive = cases.filter((each) => each.detections > 0);
  const negative = cases.filter((each) => each.detections === 0);
  return (
    <Section
      title={t('rulePage.cases')}
      aside={<span className="soft">{t('rulePage.cases.count', { positive: positive.length, negative: negative.length })}</span>}
    >
      <div className="rule-cases">
        <table>
          <Heads of={[t('rulePage.case'), [t('rulePage.events'), 'number'], [t('rulePage.expected'), 'number']]} />
          <tbody>
            {[...positive, ...negative].map((each) => (
              <tr key={each.name}>
                <td lang="en">{each.name}</td>
                <td className="number">{formatCount(each.events)}</td>
                <td className="number">{each.detections === 0 ? <span className="soft">—</span> : formatCount(each.detections)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

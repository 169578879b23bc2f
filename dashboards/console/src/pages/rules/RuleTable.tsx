import { Link } from 'react-router';
import type { Rule } from '../../api/types';
import { Heads } from '../../components/Heads';
import { SeverityLabel } from '../../components/Severity';
import { say } from '../../i18n/translate';
import { tacticOf, tacticsIn } from '../../lib/attack';
import { queueLink } from '../../lib/filter';
import { usePreferences } from '../../state/preferences';
import { FamilyName } from './FamilyName';
import { RuleType } from './RuleType';

export function RuleTable({ rules }: { rules: Rule[] }) {
  const { t } = usePreferences();
  return (
    <section className="panel">
      <div className="grid-table rule-table">
        <table>
          <Heads
            of={[
              [t('rules.level'), 'rule-level'],
              t('rules.titleColumn'),
              [t('rules.family'), 'rule-family'],
              [t('rules.type'), 'rule-type'],
              [t('rules.tactic'), 'rule-tactics'],
              ['', 'rule-alerts'],
            ]}
          />
          <tbody>
            {rules.map((rule) => (
              <RuleRow key={rule.id} rule={rule} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function RuleRow({ rule }: { rule: Rule }) {
  const { t, language } = usePreferences();
  const description = say(rule.description, language);
  const tactics = tacticsIn(rule.tags).map((id) => tacticOf(id)?.name ?? { zh: id, en: id });
  return (
    <tr>
      <td>
        <SeverityLabel severity={rule.level} />
      </td>
      <td className="rule-title">
        <Link to={`/rules/${encodeURIComponent(rule.name)}`}>
          <bdi>{say(rule.title, language)}</bdi>
        </Link>{' '}
        <code className="soft">{rule.name}</code>
        {description !== '' && (
          <div className="rule-description" title={description}>
            {description}
          </div>
        )}
      </td>
      <td className="rule-family-cell">
        <FamilyName family={rule.family} />
      </td>
      <td>
        <RuleType type={rule.type} />
      </td>
      <td className="rule-tactics-cell">{tactics.map((name) => say(name, language)).join(language === 'zh' ? '、' : ', ')}</td>
      <td>
        {rule.detects ? (
          <Link to={queueLink({ rules: [rule.name] })}>{t('rules.alerts')}</Link>
        ) : (
          <span className="soft" title={t('rules.part.hint')}>
            {t('rules.part')}
          </span>
        )}
      </td>
    </tr>
  );
}

import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { RuleDetail } from '../../api/types';
import { Section } from '../../components/Section';
import { say } from '../../i18n/translate';
import { tacticOf, tacticsIn, techniqueOf, techniquesIn } from '../../lib/attack';
import { clausesIn } from '../../lib/clauses';
import { formatDuration } from '../../lib/time';
import { usePreferences } from '../../state/preferences';
import { FamilyName } from './FamilyName';
import { RuleType } from './RuleType';

/** Where a rule belongs: family, way of looking, category, ATT&CK, clauses, other rules. */
export function RuleFacts({ detail }: { detail: RuleDetail }) {
  const { t, language } = usePreferences();
  const { rule } = detail;
  const tactics = tacticsIn(rule.tags);
  const clauses = clausesIn(rule.tags);
  return (
    <Section title={t('rulePage.facts')}>
      <dl className="facts">
        <Fact name={t('rules.family')}>
          <FamilyName family={rule.family} />
        </Fact>
        <Fact name={t('rules.type')}>
          <RuleType type={rule.type} />
        </Fact>
        {rule.category !== '' && <Fact name={t('rulePage.category')}>{rule.category}</Fact>}
        {rule.detects && (
          <Fact name={t('rulePage.attack')}>
            {tactics.length === 0 && <span className="soft">{t('rulePage.noAttack')}</span>}
            <ul className="rule-list">
              {tactics.map((id) => (
                <li key={id}>
                  <Link to={`/rules?tactic=${id}`}>{say(tacticOf(id)?.name ?? { zh: id, en: id }, language)}</Link>
                </li>
              ))}
              {techniquesIn(rule.tags).map((id) => (
                <li key={id}>
                  <Link to={`/coverage?technique=${techniqueOf(id).id}`}>
                    <code>{id.toUpperCase()}</code> {say(techniqueOf(id).name, language)}
                  </Link>
                </li>
              ))}
            </ul>
          </Fact>
        )}
        {clauses.length > 0 && (
          <Fact name={t('rulePage.clauses')}>
            <ul className="rule-list">
              {clauses.map((clause) => (
                <li key={clause.id}>
                  <code>{clause.id}</code> {clause.point !== null && say(clause.point, language)}
                </li>
              ))}
            </ul>
          </Fact>
        )}
        {rule.detects && <Fact name={t('rulePage.recovery')}>{formatDuration(detail.recoverySeconds * 1000, language)}</Fact>}
        {detail.refersTo.length > 0 && (
          <Fact name={t('rulePage.refersTo')}>
            <RuleLinks names={detail.refersTo} />
          </Fact>
        )}
        {detail.usedBy.length > 0 && (
          <Fact name={t('rulePage.usedBy')}>
            <RuleLinks names={detail.usedBy} />
          </Fact>
        )}
        <Fact name={t('rule.version')}>
          <code className="digest">{rule.version}</code>
        </Fact>
        <Fact name={t('rule.id')}>
          <code className="digest">{rule.id}</code>
        </Fact>
      </dl>
    </Section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function RuleLinks({ names }: { names: string[] }) {
  return (
    <ul className="rule-list">
      {names.map((name) => (
        <li key={name}>
          <Link to={`/rules/${encodeURIComponent(name)}`}>
            <code>{name}</code>
          </Link>
        </li>
      ))}
    </ul>
  );
}

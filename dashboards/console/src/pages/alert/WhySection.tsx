import { Button } from 'antd';
import { useState } from 'react';
import type { AlertDetail, Condition } from '../../api/types';
import { FieldName } from '../../components/FieldName';
import { Heads } from '../../components/Heads';
import { Raw } from '../../components/Raw';
import { Section } from '../../components/Section';
import { firstOf, toConditionGroups } from '../../lib/conditions';
import { operatorOf } from '../../lib/operators';
import { cut, LINE_LIMIT } from '../../lib/rawline';
import { usePreferences } from '../../state/preferences';

const FIRST = 12;

/** Each condition that held: the field, the relation, what the rule expects and what was there. */
export function WhySection({ alert, compact = false }: { alert: AlertDetail; compact?: boolean }) {
  const { t } = usePreferences();
  const [all, setAll] = useState(false);
  const groups = toConditionGroups(alert.explanation.conditions);
  const count = groups.reduce((sum, group) => sum + group.conditions.length, 0);
  return (
    <Section title={t('why.title')}>
      {count === 0 && <p className="nothing">{t('why.empty')}</p>}
      {(all ? groups : firstOf(groups, FIRST)).map((group) => (
        <div key={group.rule}>
          {groups.length > 1 && <div className="why-rule">{t('why.rule', { rule: group.rule })}</div>}
          {compact ? <ConditionList conditions={group.conditions} /> : <ConditionTable conditions={group.conditions} />}
        </div>
      ))}
      {!all && count > FIRST && (
        <Button type="link" size="small" onClick={() => { setAll(true); }}>
          {t('why.more', { n: count - FIRST })}
        </Button>
      )}
    </Section>
  );
}

function ConditionTable({ conditions }: { conditions: readonly Condition[] }) {
  const { t } = usePreferences();
  return (
    <table className="why">
      <Heads of={[t('why.field'), t('why.operator'), t('why.expected'), t('why.actual')]} />
      <tbody>
        {conditions.map((condition, index) => (
          <tr key={index} title={condition.selection}>
            <td>
              <Field condition={condition} />
            </td>
            <td>
              <OperatorWords condition={condition} />
            </td>
            <td>
              <Value text={condition.expected} />
            </td>
            <td>
              <Actual condition={condition} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The same in a narrow place: what is as expected is not said twice. */
function ConditionList({ conditions }: { conditions: readonly Condition[] }) {
  const { t } = usePreferences();
  return (
    <dl className="why-list">
      {conditions.map((condition, index) => (
        <div key={index} title={condition.selection}>
          <dt>
            <Field condition={condition} />
          </dt>
          <dd>
            <span className="why-operator">
              <OperatorWords condition={condition} />
            </span>{' '}
            <Value text={condition.expected} />
            {condition.actual !== condition.expected && (
              <div>
                <span className="why-operator">{t('why.actually')}</span> <Actual condition={condition} />
              </div>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Field({ condition }: { condition: Condition }) {
  const { t } = usePreferences();
  return condition.field === '' ? t('why.keyword') : <FieldName field={condition.field} />;
}

function OperatorWords({ condition }: { condition: Condition }) {
  const { t } = usePreferences();
  const operator = condition.field === '' ? 'keyword' : operatorOf(condition.operator);
  if (operator === null) {
    return condition.negated ? t('not.other', { operator: condition.operator }) : <code>{condition.operator}</code>;
  }
  return condition.negated ? t(`not.${operator}`) : t(`op.${operator}`);
}

/** Marks what matched where it is a part; a whole value needs no mark. */
function Actual({ condition }: { condition: Condition }) {
  const part = condition.expected.replaceAll('*', '');
  return <Value text={condition.actual} mark={condition.negated || part === condition.actual ? '' : part} />;
}

function Value({ text, mark = '' }: { text: string; mark?: string }) {
  const { t } = usePreferences();
  if (text === '') {
    return <span className="absent">{t('why.emptyValue')}</span>;
  }
  return <Raw text={cut(text, LINE_LIMIT)} needles={mark === '' ? [] : [{ text: mark, kind: 'match' }]} />;
}

import { Button } from 'antd';
import { useState } from 'react';
import type { AlertDetail, Condition } from '../../api/types';
import { FieldName } from '../../components/FieldName';
import { Raw } from '../../components/Raw';
import { Section } from '../../components/Section';
import { firstOf, toConditionGroups } from '../../lib/conditions';
import { operatorKey } from '../../lib/operators';
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
          <ConditionTable conditions={group.conditions} compact={compact} />
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

function ConditionTable({ conditions, compact }: { conditions: readonly Condition[]; compact: boolean }) {
  const { t } = usePreferences();
  return (
    <table className={compact ? 'why why-compact' : 'why'}>
      <thead>
        <tr>
          <th scope="col">{t('why.field')}</th>
          <th scope="col">{t('why.operator')}</th>
          <th scope="col">{t('why.expected')}</th>
          <th scope="col">{t('why.actual')}</th>
        </tr>
      </thead>
      <tbody>
        {conditions.map((condition, index) => (
          <ConditionRow key={index} condition={condition} />
        ))}
      </tbody>
    </table>
  );
}

function ConditionRow({ condition }: { condition: Condition }) {
  const { t } = usePreferences();
  return (
    <tr title={condition.selection}>
      <td>{condition.field === '' ? t('why.keyword') : <FieldName field={condition.field} />}</td>
      <td>
        <Operator condition={condition} />
      </td>
      <td>
        <Value text={condition.expected} />
      </td>
      <td>
        <Value text={condition.actual} mark={condition.negated ? '' : condition.expected.replaceAll('*', '')} />
      </td>
    </tr>
  );
}

function Operator({ condition }: { condition: Condition }) {
  const { t } = usePreferences();
  const key = condition.field === '' ? 'op.keyword' : operatorKey(condition.operator);
  if (key === null) {
    return <code>{condition.operator}</code>;
  }
  const operator = t(key as 'op.equals');
  return <>{condition.negated ? t('op.not', { operator }) : operator}</>;
}

function Value({ text, mark = '' }: { text: string; mark?: string }) {
  const { t } = usePreferences();
  if (text === '') {
    return <span className="absent">{t('why.emptyValue')}</span>;
  }
  return <Raw text={cut(text, LINE_LIMIT)} needles={mark === '' ? [] : [{ text: mark, kind: 'match' }]} />;
}

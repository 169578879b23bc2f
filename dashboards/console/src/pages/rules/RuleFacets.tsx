import { Button, Select } from 'antd';
import type { ReactNode } from 'react';
import { SeverityLabel } from '../../components/Severity';
import { say } from '../../i18n/translate';
import { tacticOf } from '../../lib/attack';
import { formatCount } from '../../lib/numbers';
import type { Counted, RuleFilter, RulesPageData } from '../../lib/rules';
import { usePreferences } from '../../state/preferences';
import { FamilyName } from './FamilyName';

interface RuleFacetsProps {
  filter: RuleFilter;
  data: RulesPageData;
  onChange: (part: Partial<RuleFilter>) => void;
}

/** Conditions with how many rules each leaves. */
export function RuleFacets({ filter, data, onChange }: RuleFacetsProps) {
  const { t, language } = usePreferences();
  const narrowed = filter.text !== '' || filter.families.length + filter.levels.length + filter.tactics.length > 0;
  return (
    <div className="rule-facets">
      <Toggles
        name={t('rules.family')}
        options={data.families}
        chosen={filter.families}
        draw={(family) => <FamilyName family={family} />}
        onChange={(families) => {
          onChange({ families });
        }}
      />
      <Toggles
        name={t('rules.level')}
        options={data.levels}
        chosen={filter.levels}
        draw={(level) => <SeverityLabel severity={level} />}
        onChange={(levels) => {
          onChange({ levels });
        }}
      />
      <div className="toggles">
        <span className="toggles-name">{t('rules.tactic')}</span>
        <Select
          className="rules-tactics"
          size="small"
          mode="multiple"
          allowClear
          showSearch={{ optionFilterProp: 'search' }}
          placeholder={t('rules.tactic.choose')}
          aria-label={t('rules.tactic.choose')}
          value={filter.tactics}
          options={data.tactics.map(({ value, count }) => {
            const name = tacticOf(value)?.name ?? { zh: value, en: value };
            return { value, label: `${say(name, language)} (${formatCount(count)})`, search: `${name.zh} ${name.en}` };
          })}
          onChange={(tactics: string[]) => {
            onChange({ tactics });
          }}
        />
        {narrowed && (
          <>
            <span className="rules-shown">{t('rules.shown', { n: formatCount(data.rows.length) })}</span>
            <Button
              size="small"
              type="text"
              onClick={() => {
                onChange({ text: '', families: [], levels: [], tactics: [] });
              }}
            >
              {t('rules.clear')}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}

interface TogglesProps<V extends string> {
  name: string;
  options: Counted<V>[];
  chosen: readonly V[];
  draw: (value: V) => ReactNode;
  onChange: (chosen: V[]) => void;
}

function Toggles<V extends string>({ name, options, chosen, draw, onChange }: TogglesProps<V>) {
  return (
    <div className="toggles" role="group" aria-label={name}>
      <span className="toggles-name">{name}</span>
      {options.map(({ value, count }) => {
        const on = chosen.includes(value);
        return (
          <button
            key={value}
            type="button"
            className={on ? 'toggle toggle-on' : 'toggle'}
            aria-pressed={on}
            disabled={count === 0 && !on}
            onClick={() => {
              onChange(on ? chosen.filter((each) => each !== value) : [...chosen, value]);
            }}
          >
            {draw(value)}
            <span className="toggle-count">{formatCount(count)}</span>
          </button>
        );
      })}
    </div>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Checkbox, Input } from 'antd';
import { useSearchParams } from 'react-router';
import { fetchRules } from '../../api/rules';
import type { Rule } from '../../api/types';
import { Loaded } from '../../components/Panel';
import { formatCount } from '../../lib/numbers';
import { readRuleFilter, toRulesPage, writeRuleFilter, type RuleFilter } from '../../lib/rules';
import { keys } from '../../state/keys';
import { usePreferences } from '../../state/preferences';
import { RuleFacets } from './RuleFacets';
import { RuleTable } from './RuleTable';

export default function RulesPage() {
  const { t } = usePreferences();
  const query = useQuery({ queryKey: keys.rules, queryFn: ({ signal }) => fetchRules(signal), staleTime: 60_000 });
  return (
    <div className="page">
      <Loaded query={query} rows={10}>
        {(page) =>
          page.items.length === 0 ? (
            <div className="centred empty">
              <h2>{t('rules.none')}</h2>
              <p>{t('rules.none.hint')}</p>
            </div>
          ) : (
            <Catalogue rules={page.items} />
          )
        }
      </Loaded>
    </div>
  );
}

function Catalogue({ rules }: { rules: Rule[] }) {
  const { t } = usePreferences();
  const [params, setParams] = useSearchParams();
  const filter = readRuleFilter(params);
  const data = toRulesPage(rules, filter);
  const change = (part: Partial<RuleFilter>) => {
    setParams(writeRuleFilter({ ...filter, ...part }), { replace: true });
  };
  return (
    <>
      <div className="queue-title">
        <h1 className="page-title">{t('rules.title')}</h1>
        <span className="page-count">{t('rules.total', { n: formatCount(data.detecting), parts: formatCount(data.parts) })}</span>
        <Checkbox
          className="rules-parts"
          checked={filter.parts}
          onChange={(event) => {
            change({ parts: event.target.checked });
          }}
        >
          {t('rules.parts')}
        </Checkbox>
        <Input
          className="rules-find"
          size="small"
          allowClear
          maxLength={128}
          placeholder={t('rules.find')}
          aria-label={t('rules.find')}
          value={filter.text}
          onChange={(event) => {
            change({ text: event.target.value });
          }}
        />
      </div>
      <RuleFacets filter={filter} data={data} onChange={change} />
      {data.rows.length === 0 ? <p className="nothing">{t('rules.noMatch')}</p> : <RuleTable rules={data.rows} />}
    </>
  );
}

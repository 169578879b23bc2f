import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { fetchRules } from '../../api/rules';
import type { Rule } from '../../api/types';
import { Loaded } from '../../components/Panel';
import { SeverityLabel } from '../../components/Severity';
import { say } from '../../i18n/translate';
import { queueLink } from '../../lib/filter';
import { formatCount } from '../../lib/numbers';
import { toRuleRows } from '../../lib/rules';
import { keys } from '../../state/keys';
import { usePreferences } from '../../state/preferences';

export default function RulesPage() {
  const { t } = usePreferences();
  const [params, setParams] = useSearchParams();
  const text = params.get('q') ?? '';
  const query = useQuery({ queryKey: keys.rules, queryFn: ({ signal }) => fetchRules(signal), staleTime: 60_000 });
  return (
    <div className="page">
      <div className="queue-title">
        <h1 className="page-title">{t('rules.title')}</h1>
        {query.data !== undefined && <span className="page-count">{t('rules.total', { n: formatCount(query.data.total) })}</span>}
        <Input
          className="rules-find"
          size="small"
          allowClear
          maxLength={128}
          placeholder={t('rules.find')}
          aria-label={t('rules.find')}
          value={text}
          onChange={(event) => {
            setParams(event.target.value === '' ? {} : { q: event.target.value }, { replace: true });
          }}
        />
      </div>
      <Loaded query={query} rows={10}>
        {(page) => <RuleTable rules={page.items} text={text} />}
      </Loaded>
    </div>
  );
}

function RuleTable({ rules, text }: { rules: Rule[]; text: string }) {
  const { t } = usePreferences();
  const rows = toRuleRows(rules, text);
  if (rules.length === 0) {
    return (
      <div className="centred empty">
        <h2>{t('rules.none')}</h2>
        <p>{t('rules.none.hint')}</p>
      </div>
    );
  }
  if (rows.length === 0) {
    return <p className="nothing">{t('rules.noMatch', { text })}</p>;
  }
  return (
    <section className="panel">
      <div className="grid-table rule-table">
        <table>
          <thead>
            <tr>
              <th scope="col" className="rule-level">{t('rules.level')}</th>
              <th scope="col">{t('rules.titleColumn')}</th>
              <th scope="col" className="rule-type">{t('rules.type')}</th>
              <th scope="col" className="rule-tags">{t('rules.tags')}</th>
              <th scope="col" className="rule-version">{t('rules.version')}</th>
              <th scope="col" className="rule-alerts" />
            </tr>
          </thead>
          <tbody>
            {rows.map((rule) => (
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
  return (
    <tr>
      <td>
        <SeverityLabel severity={rule.level} />
      </td>
      <td className="rule-title">
        <bdi>{say(rule.title, language)}</bdi> <code className="soft">{rule.name}</code>
        {description !== '' && (
          <div className="rule-description" title={description}>
            {description}
          </div>
        )}
      </td>
      <td>
        <RuleType type={rule.type} />
      </td>
      <td className="tags">
        {rule.tags.map((tag) => (
          <code key={tag}>{tag}</code>
        ))}
      </td>
      <td>
        <code title={rule.version}>{rule.version.slice(0, 8)}</code>
      </td>
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

const TYPES = ['event', 'event_count', 'value_count', 'temporal', 'temporal_ordered'] as const;

function RuleType({ type }: { type: string }) {
  const { t } = usePreferences();
  const known = TYPES.find((each) => each === type);
  return known === undefined ? <code>{type}</code> : t(`rules.type.${known}`);
}

import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { fetchSetRules, type ChangeKind, type SetRule } from '../../api/rulesets';
import { Heads } from '../../components/Heads';
import { Loaded } from '../../components/Panel';
import { SeverityLabel } from '../../components/Severity';
import { Time } from '../../components/Time';
import { say } from '../../i18n/translate';
import { queueLink } from '../../lib/filter';
import { formatCount } from '../../lib/numbers';
import { toSetRows } from '../../lib/ruleset';
import { keys } from '../../state/keys';
import { usePreferences } from '../../state/preferences';
import { useSession } from '../../state/session';
import { mayPropose } from './rights';
import { useDraft } from './useDraft';

/** The rules of the current set, with what they found. */
export function CurrentRules() {
  const { t } = usePreferences();
  const [params, setParams] = useSearchParams();
  const text = params.get('q') ?? '';
  const query = useQuery({ queryKey: keys.ruleset('rules'), queryFn: ({ signal }) => fetchSetRules(signal) });
  return (
    <>
      <Input
        className="ruleset-find"
        size="small"
        allowClear
        maxLength={128}
        placeholder={t('ruleset.find')}
        aria-label={t('ruleset.find')}
        value={text}
        onChange={(event) => {
          setParams(event.target.value === '' ? { tab: 'rules' } : { tab: 'rules', q: event.target.value }, { replace: true });
        }}
      />
      <Loaded query={query} rows={10}>
        {(page) => <RuleTable rules={toSetRows(page.items, text)} />}
      </Loaded>
    </>
  );
}

function RuleTable({ rules }: { rules: SetRule[] }) {
  const { t } = usePreferences();
  if (rules.length === 0) {
    return <p className="nothing">{t('ruleset.noMatch')}</p>;
  }
  return (
    <section className="panel">
      <div className="grid-table ruleset-table">
        <table>
          <Heads
            of={[
              [t('ruleset.column.level'), 'column-level'],
              t('ruleset.column.title'),
              [t('ruleset.column.origin'), 'column-origin'],
              [t('ruleset.column.state'), 'column-state'],
              [t('ruleset.column.alerts'), 'column-count number'],
              [t('ruleset.column.detections'), 'column-count number'],
              [t('ruleset.column.lastHit'), 'column-time'],
              [t('ruleset.column.actions'), 'column-actions'],
            ]}
          />
          <tbody>
            {rules.map((rule) => (
              <RuleRow key={rule.id} rule={rule} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="table-foot soft">{t('ruleset.total', { n: formatCount(rules.length) })}</p>
    </section>
  );
}

function RuleRow({ rule }: { rule: SetRule }) {
  const { t, language } = usePreferences();
  return (
    <tr className={rule.enabled ? '' : 'row-off'}>
      <td>
        <SeverityLabel severity={rule.level} />
      </td>
      <td className="rule-title">
        <bdi>{say(rule.title, language)}</bdi> <code className="soft">{rule.name}</code>
      </td>
      <td>{t(`ruleset.origin.${rule.origin}`)}</td>
      <td>{rule.enabled ? t('ruleset.enabled') : t('ruleset.disabled')}</td>
      <td className="number">{rule.alerts === 0 ? '0' : <Link to={queueLink({ rules: [rule.name] })}>{formatCount(rule.alerts)}</Link>}</td>
      <td className="number">{formatCount(rule.detections)}</td>
      <td>{rule.lastHit === null ? <span className="soft">{t('ruleset.never')}</span> : <Time iso={rule.lastHit} />}</td>
      <td>
        <RuleActions rule={rule} />
      </td>
    </tr>
  );
}

function RuleActions({ rule }: { rule: SetRule }) {
  const { t } = usePreferences();
  const { user } = useSession();
  const navigate = useNavigate();
  const draft = useDraft();
  if (!mayPropose(user)) {
    return null;
  }
  const kind: Exclude<ChangeKind, 'put'> = rule.origin === 'shipped' ? (rule.enabled ? 'disable' : 'enable') : 'remove';
  return (
    <div className="row-actions">
      <Button size="small" type="text" onClick={() => { void navigate(`/rulesets/edit?rule=${encodeURIComponent(rule.textId)}`); }}>
        {t('ruleset.edit')}
      </Button>
      <Button
        size="small"
        type="text"
        loading={draft.busy}
        onClick={() => {
          draft.save({
            title: t(`ruleset.${kind}.title`, { name: rule.name }),
            note: '',
            changes: [{ kind, ruleId: kind === 'remove' ? rule.textId : rule.id }],
          });
        }}
      >
        {t(`ruleset.${kind}`)}
      </Button>
    </div>
  );
}

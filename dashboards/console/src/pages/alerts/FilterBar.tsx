import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { ALERT_STATES, SEVERITIES } from '../../api/types';
import { SeverityLabel } from '../../components/Severity';
import { TextFilter } from '../../components/TextFilter';
import { say } from '../../i18n/translate';
import { NO_FILTER, OPEN_QUEUE, parseFilter, type AlertFilter } from '../../lib/filter';
import { usePreferences } from '../../state/preferences';
import { FacetChip } from './FacetChip';
import { FieldChip } from './FieldChip';

interface FilterBarProps {
  filter: AlertFilter;
  onChange: (filter: AlertFilter) => void;
}

/** The conditions of the list as chips; each says what it holds and can be taken away. */
export function FilterBar({ filter, onChange }: FilterBarProps) {
  const { t, language } = usePreferences();
  const set = (part: Partial<AlertFilter>) => {
    onChange({ ...filter, ...part });
  };
  const filtered = JSON.stringify({ ...filter, sort: '', range: '' }) !== JSON.stringify({ ...NO_FILTER, sort: '', range: '' });
  return (
    <div className="filters" role="group" aria-label={t('filter.label')}>
      <TextFilter
        key={filter.text}
        text={filter.text}
        label={t('filter.text')}
        onText={(text) => {
          set({ text });
        }}
      />
      <FacetChip
        name={t('filter.state')}
        filter={filter}
        dimension="states"
        chosen={filter.states}
        options={(facets) => ALERT_STATES.map((state) => ({ value: state, label: t(`state.${state}`), count: facets.state[state] ?? 0 }))}
        onChange={(states) => {
          set({ states });
        }}
      />
      <FacetChip
        name={t('filter.severity')}
        filter={filter}
        dimension="severities"
        chosen={filter.severities}
        options={(facets) =>
          SEVERITIES.toReversed().map((severity) => ({
            value: severity,
            label: t(`severity.${severity}`),
            drawn: <SeverityLabel severity={severity} />,
            count: facets.severity[severity] ?? 0,
          }))
        }
        onChange={(severities) => {
          set({ severities });
        }}
      />
      <FacetChip
        name={t('filter.system')}
        filter={filter}
        dimension="systems"
        chosen={filter.systems}
        options={(facets) => Object.entries(facets.system).map(([value, count]) => ({ value, label: value, count }))}
        onChange={(systems) => {
          set({ systems });
        }}
      />
      <FacetChip
        name={t('filter.rule')}
        filter={filter}
        dimension="rules"
        chosen={filter.rules}
        options={(facets) =>
          Object.entries(facets.rule).map(([value, rule]) => ({ value, label: say(rule.title, language), count: rule.count }))
        }
        onChange={(rules) => {
          set({ rules });
        }}
      />
      <FieldChip
        fields={filter.fields}
        onChange={(fields) => {
          set({ fields });
        }}
      />
      {filtered && (
        <Button
          size="small"
          type="link"
          icon={<CloseOutlined />}
          onClick={() => {
            set({ ...NO_FILTER, sort: filter.sort, range: filter.range });
          }}
        >
          {t('queue.clear')}
        </Button>
      )}
      {filter.states.length === 0 && (
        <Button
          size="small"
          type="link"
          onClick={() => {
            set({ states: parseFilter(new URLSearchParams(OPEN_QUEUE.slice(OPEN_QUEUE.indexOf('?')))).states });
          }}
        >
          {t('queue.openOnly')}
        </Button>
      )}
    </div>
  );
}

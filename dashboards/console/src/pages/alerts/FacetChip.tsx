import { CloseOutlined, DownOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Checkbox, Input, Popover } from 'antd';
import { useState, type ReactNode } from 'react';
import { fetchFacets } from '../../api/alerts';
import type { Facets } from '../../api/types';
import { Loaded } from '../../components/Panel';
import { toQuery, type AlertFilter } from '../../lib/filter';
import { formatCount } from '../../lib/numbers';
import { keys } from '../../state/keys';
import { usePreferences } from '../../state/preferences';

export interface FacetOption<V extends string> {
  value: V;
  label: string;
  drawn?: ReactNode;
  count: number;
}

interface FacetChipProps<V extends string> {
  name: string;
  filter: AlertFilter;
  /** The part of the filter that this chip holds; counts are those without it. */
  dimension: 'states' | 'severities' | 'systems' | 'rules';
  chosen: readonly V[];
  options: (facets: Facets) => FacetOption<V>[];
  onChange: (chosen: V[]) => void;
}

const FIND_FROM = 8;
const NAMED = 2;

/** A condition with its choices and how many alerts each would show. */
export function FacetChip<V extends string>({ name, filter, dimension, chosen, options, onChange }: FacetChipProps<V>) {
  const { t } = usePreferences();
  const [open, setOpen] = useState(false);
  const [now] = useState(() => Date.now());
  const query = toQuery({ ...filter, [dimension]: [] }, now);
  const facets = useQuery({
    queryKey: keys.facets(query),
    queryFn: ({ signal }) => fetchFacets(query, signal),
    // A chosen rule is shown by its title, which only the facets know.
    enabled: open || (dimension === 'rules' && chosen.length > 0),
    staleTime: 3_000,
  });
  const known = facets.data === undefined ? [] : options(facets.data);
  const labelOf = (value: V) =>
    known.find((option) => option.value === value)?.label ?? (dimension === 'states' || dimension === 'severities' ? t(`${dimension === 'states' ? 'state' : 'severity'}.${value}` as 'state.firing') : value);
  const held = chosen.length > NAMED ? t('filter.chosen', { n: chosen.length }) : chosen.map(labelOf).join(' / ');
  return (
    <span className={chosen.length > 0 ? 'chip chip-on' : 'chip'}>
      <Popover
        open={open}
        onOpenChange={setOpen}
        trigger="click"
        placement="bottomLeft"
        arrow={false}
        destroyOnHidden
        content={
          <Loaded query={facets} rows={4}>
            {(data) => <Choices options={options(data)} chosen={chosen} onChange={onChange} />}
          </Loaded>
        }
      >
        <button type="button" className="chip-name" aria-expanded={open} aria-haspopup="dialog">
          {name}
          {held !== '' && <bdi className="chip-held">{held}</bdi>}
          <DownOutlined />
        </button>
      </Popover>
      {chosen.length > 0 && (
        <button
          type="button"
          className="chip-drop"
          aria-label={t('filter.remove', { what: name })}
          onClick={() => {
            onChange([]);
          }}
        >
          <CloseOutlined />
        </button>
      )}
    </span>
  );
}

function Choices<V extends string>({ options, chosen, onChange }: { options: FacetOption<V>[]; chosen: readonly V[]; onChange: (chosen: V[]) => void }) {
  const { t } = usePreferences();
  const [find, setFind] = useState('');
  // What is chosen but no longer counted must still be there to be taken away.
  const gone = chosen.filter((value) => !options.some((option) => option.value === value)).map((value) => ({ value, label: value, count: 0 }));
  const all: FacetOption<V>[] = [...options, ...gone];
  const shown = all.filter((option) => `${option.label} ${option.value}`.toLowerCase().includes(find.trim().toLowerCase()));
  if (all.length === 0) {
    return <p className="nothing">{t('filter.none')}</p>;
  }
  return (
    <div className="choices">
      {all.length >= FIND_FROM && (
        <Input
          size="small"
          placeholder={t('filter.find')}
          aria-label={t('filter.find')}
          value={find}
          onChange={(event) => {
            setFind(event.target.value);
          }}
        />
      )}
      <ul>
        {shown.map((option) => (
          <li key={option.value}>
            <Checkbox
              checked={chosen.includes(option.value)}
              onChange={(event) => {
                onChange(event.target.checked ? [...chosen, option.value] : chosen.filter((value) => value !== option.value));
              }}
            >
              {option.drawn ?? <bdi>{option.label}</bdi>}
            </Checkbox>
            <span className="choice-count">{formatCount(option.count)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

import { CloseOutlined, DownOutlined } from '@ant-design/icons';
import { Checkbox, Input, Popover } from 'antd';
import { useState, type ReactNode } from 'react';
import { formatCount } from '../lib/numbers';
import { usePreferences } from '../state/preferences';
import { Loaded } from './Panel';

export interface ChoiceOption<V extends string> {
  value: V;
  label: string;
  drawn?: ReactNode;
  /** Null where it was not counted. */
  count: number | null;
}

interface ChoiceChipProps<V extends string> {
  name: string;
  /** What is chosen, in words; empty for nothing. */
  held: string;
  chosen: readonly V[];
  /** What counts the options; asked for when the chip opens. */
  query: { data: ChoiceOption<V>[] | undefined; error: unknown; isPending: boolean; refetch: () => unknown };
  open: boolean;
  onOpen: (open: boolean) => void;
  onChange: (chosen: V[]) => void;
}

const FIND_FROM = 8;
const NAMED = 2;

/** A condition as a chip: what it holds, its choices with their counts, and how to drop it. */
export function ChoiceChip<V extends string>({ name, held, chosen, query, open, onOpen, onChange }: ChoiceChipProps<V>) {
  const { t } = usePreferences();
  return (
    <span className={chosen.length > 0 ? 'chip chip-on' : 'chip'}>
      <Popover
        open={open}
        onOpenChange={onOpen}
        trigger="click"
        placement="bottomLeft"
        arrow={false}
        destroyOnHidden
        content={
          <Loaded query={query} rows={4}>
            {(options) => <Choices options={options} chosen={chosen} onChange={onChange} />}
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

/** Up to two by name, more by number. */
export function useHeld(): (labels: readonly string[]) => string {
  const { t } = usePreferences();
  return (labels) => (labels.length > NAMED ? t('filter.chosen', { n: labels.length }) : labels.join(' / '));
}

function Choices<V extends string>({ options, chosen, onChange }: { options: ChoiceOption<V>[]; chosen: readonly V[]; onChange: (chosen: V[]) => void }) {
  const { t } = usePreferences();
  const [find, setFind] = useState('');
  // What is chosen but no longer counted must still be there to be taken away.
  const gone = chosen.filter((value) => !options.some((option) => option.value === value)).map((value) => ({ value, label: value, count: 0 }));
  const all: ChoiceOption<V>[] = [...options, ...gone];
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
            {option.count !== null && <span className="choice-count">{formatCount(option.count)}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

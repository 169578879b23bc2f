import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { fetchFacets } from '../../api/alerts';
import type { Facets } from '../../api/types';
import { ChoiceChip, useHeld, type ChoiceOption } from '../../components/ChoiceChip';
import { toQuery, type AlertFilter } from '../../lib/filter';
import { keys } from '../../state/keys';
import { usePreferences } from '../../state/preferences';

interface FacetChipProps<V extends string> {
  name: string;
  filter: AlertFilter;
  /** The part of the filter that this chip holds; counts are those without it. */
  dimension: 'states' | 'severities' | 'systems' | 'rules';
  chosen: readonly V[];
  options: (facets: Facets) => ChoiceOption<V>[];
  onChange: (chosen: V[]) => void;
}

/** A condition with its choices and how many alerts each would show. */
export function FacetChip<V extends string>({ name, filter, dimension, chosen, options, onChange }: FacetChipProps<V>) {
  const { t } = usePreferences();
  const hold = useHeld();
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
  return (
    <ChoiceChip
      name={name}
      held={hold(chosen.map(labelOf))}
      chosen={chosen}
      query={{ data: facets.data === undefined ? undefined : known, error: facets.error, isPending: facets.isPending, refetch: facets.refetch }}
      open={open}
      onOpen={setOpen}
      onChange={onChange}
    />
  );
}

import { useQuery, type QueryKey } from '@tanstack/react-query';
import { useState } from 'react';
import { ChoiceChip, useHeld, type ChoiceOption } from '../ChoiceChip';

interface FacetChoiceProps<F, V extends string> {
  name: string;
  chosen: readonly V[];
  labelOf: (value: V) => string;
  /** What counts the choices, asked for when the chip opens. */
  facetsKey: QueryKey;
  fetchFacets: (signal: AbortSignal) => Promise<F>;
  options: (facets: F) => ChoiceOption<V>[];
  onChange: (chosen: V[]) => void;
}

/** A condition with its choices and how many rows each would show. */
export function FacetChoice<F, V extends string>({ name, chosen, labelOf, facetsKey, fetchFacets, options, onChange }: FacetChoiceProps<F, V>) {
  const hold = useHeld();
  const [open, setOpen] = useState(false);
  const facets = useQuery({ queryKey: facetsKey, queryFn: ({ signal }) => fetchFacets(signal), enabled: open, staleTime: 3_000 });
  return (
    <ChoiceChip
      name={name}
      held={hold(chosen.map(labelOf))}
      chosen={chosen}
      query={{ data: facets.data === undefined ? undefined : options(facets.data), error: facets.error, isPending: facets.isPending, refetch: facets.refetch }}
      open={open}
      onOpen={setOpen}
      onChange={onChange}
    />
  );
}

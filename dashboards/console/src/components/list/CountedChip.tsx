import { useState } from 'react';
import { ChoiceChip, useHeld, type ChoiceOption } from '../ChoiceChip';

interface CountedChipProps<V extends string> {
  name: string;
  chosen: readonly V[];
  options: ChoiceOption<V>[];
  onChange: (chosen: V[]) => void;
}

/** A condition of a list that is at hand as a whole: its choices are counted before it opens. */
export function CountedChip<V extends string>({ name, chosen, options, onChange }: CountedChipProps<V>) {
  const hold = useHeld();
  const [open, setOpen] = useState(false);
  const labelOf = (value: V) => options.find((option) => option.value === value)?.label ?? value;
  return <ChoiceChip name={name} held={hold(chosen.map(labelOf))} chosen={chosen} query={{ data: options, error: null, isPending: false, refetch: () => undefined }} open={open} onOpen={setOpen} onChange={onChange} />;
}

import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { ActDialog, type ActDialogProps } from './ActDialog';

export type Act = Omit<ActDialogProps, 'onDone' | 'onCancel'> & { then?: () => void };

/** One dialog at a time; what it changed is read again. */
export function useActs(changed: QueryKey): { open: (act: Act) => void; dialog: ReactNode } {
  const queries = useQueryClient();
  const [act, setAct] = useState<Act | null>(null);
  if (act === null) {
    return { open: setAct, dialog: null };
  }
  const { then, ...props } = act;
  const dialog = (
    <ActDialog
      {...props}
      onCancel={() => {
        setAct(null);
      }}
      onDone={() => {
        setAct(null);
        void queries.invalidateQueries({ queryKey: changed });
        then?.();
      }}
    />
  );
  return { open: setAct, dialog };
}

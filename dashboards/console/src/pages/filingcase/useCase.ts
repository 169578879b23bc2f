import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { assignCase, fetchCase, moveCase, noteCase } from '../../api/filingcases';
import type { FilingCaseDetail, Move } from '../../api/filingtypes';
import { keys } from '../../state/keys';
import { useCaseArrivals, useLive } from '../../state/live';
import { usePreferences } from '../../state/preferences';

/** One case, read again when the stream says that it changed. */
export function useCase(id: string) {
  const queries = useQueryClient();
  const query = useQuery({ queryKey: keys.case(id), queryFn: ({ signal }) => fetchCase(id, signal) });
  const shown = query.data?.id ?? id;
  useCaseArrivals((arrived) => {
    if (arrived.some((row) => row.id === shown)) {
      void queries.invalidateQueries({ queryKey: keys.case(id) }, { cancelRefetch: false });
    }
  });
  return query;
}

/** What a reviewer does to a case, with what follows from the answer. Failures are the caller's. */
export function useCaseActs(row: FilingCaseDetail) {
  const { t } = usePreferences();
  const { announceCases } = useLive();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const readAgain = () => queries.invalidateQueries({ queryKey: keys.case(row.id) });
  return {
    move: async (move: Move) => {
      try {
        const changed = await moveCase(row.id, move);
        announceCases([changed]);
        void message.success(t('filing.move.done', { number: row.number, state: t(`filing.state.${move.to}`) }));
      } finally {
        void readAgain();
      }
    },
    note: async (note: string) => {
      await noteCase(row.id, note);
      void message.success(t('filing.move.noted', { number: row.number }));
      void readAgain();
    },
    assign: async (username: string | null) => {
      try {
        await assignCase(row.id, username);
      } finally {
        void readAgain();
      }
    },
  };
}

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { fetchAlert } from '../../api/alerts';
import { keys } from '../../state/keys';
import { useArrivals } from '../../state/live';

/** One alert with its explanation, read again when the stream says that it changed. */
export function useAlert(id: string) {
  const queries = useQueryClient();
  const query = useQuery({ queryKey: keys.alert(id), queryFn: ({ signal }) => fetchAlert(id, signal) });
  // An alert that was joined into an older one answers with that one's id.
  const shown = query.data?.id ?? id;
  useArrivals((arrived) => {
    if (arrived.some((row) => row.id === shown)) {
      void queries.invalidateQueries({ queryKey: keys.alert(id) }, { cancelRefetch: false });
    }
  });
  return query;
}

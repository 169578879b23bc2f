import { useQuery } from '@tanstack/react-query';
import { fetchPlatform } from '../api/platform';
import { keys } from './keys';
import { useLive } from './live';

/** The platform's state: pushed by the stream; asked for where the stream is away. */
export function usePlatform() {
  const { state } = useLive();
  return useQuery({
    queryKey: keys.platform,
    queryFn: ({ signal }) => fetchPlatform(signal),
    refetchInterval: state === 'live' ? false : 10_000,
  });
}

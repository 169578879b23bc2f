import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { browserStream, LiveStream, type LiveState } from '../api/live';
import { fetchSession } from '../api/session';
import type { FilingCase } from '../api/filingtypes';
import type { AlertRow } from '../api/types';
import { keys } from './keys';
import { LiveContext, type RateSample } from './live';

/** Fifty alerts a second become four redraws. */
const FLUSH_MILLIS = 250;
/** An hour of points, so that memory stays flat. */
const RATE_POINTS = 720;

function schedule(run: () => void, millis: number): () => void {
  const timer = window.setTimeout(run, millis);
  return () => {
    window.clearTimeout(timer);
  };
}

/** Whoever wants to hear of rows of one kind. */
function useListeners<R>() {
  const listeners = useRef(new Set<(arrived: readonly R[]) => void>());
  const announce = useCallback((arrived: readonly R[]) => {
    listeners.current.forEach((listener) => {
      listener(arrived);
    });
  }, []);
  const subscribe = useCallback((listener: (arrived: readonly R[]) => void) => {
    listeners.current.add(listener);
    return () => {
      listeners.current.delete(listener);
    };
  }, []);
  return { announce, subscribe };
}

function hand<R>(pending: Map<string, R>, announce: (arrived: readonly R[]) => void): void {
  if (pending.size > 0) {
    const arrived = [...pending.values()];
    pending.clear();
    announce(arrived);
  }
}

/** Keeps the event stream for everything behind the sign-in and hands alerts and cases on in batches. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const [state, setState] = useState<LiveState>('connecting');
  const [heardAt, setHeardAt] = useState(() => Date.now());
  const [rates, setRates] = useState<readonly RateSample[]>([]);
  const { announce, subscribe } = useListeners<AlertRow>();
  const { announce: announceCases, subscribe: subscribeCases } = useListeners<FilingCase>();

  useEffect(() => {
    const pending = new Map<string, AlertRow>();
    const pendingCases = new Map<string, FilingCase>();
    const flush = window.setInterval(() => {
      hand(pending, announce);
      hand(pendingCases, announceCases);
    }, FLUSH_MILLIS);
    const stream = new LiveStream(
      {
        state: setState,
        alert: (row) => pending.set(row.id, row),
        filingCase: (row) => pendingCases.set(row.id, row),
        platform: (platform) => {
          const now = Date.now();
          queries.setQueryData(keys.platform, platform);
          setHeardAt(now);
          const perSecond = platform.eventsPerSecond;
          if (perSecond !== null) {
            setRates((old) => [...old.slice(1 - RATE_POINTS), { at: now, perSecond }]);
          }
        },
        resync: () => void queries.invalidateQueries(),
        // One unreadable message must not end the stream; the next full read shows the failure.
        unreadable: () => {
          void queries.invalidateQueries({ queryKey: keys.alerts });
          void queries.invalidateQueries({ queryKey: keys.cases });
        },
      },
      { open: browserStream, check: fetchSession, schedule },
    );
    stream.start();
    return () => {
      window.clearInterval(flush);
      stream.stop();
    };
  }, [queries, announce, announceCases]);

  const value = useMemo(
    () => ({ state, heardAt, rates, subscribe, announce, subscribeCases, announceCases }),
    [state, heardAt, rates, subscribe, announce, subscribeCases, announceCases],
  );
  return <LiveContext value={value}>{children}</LiveContext>;
}

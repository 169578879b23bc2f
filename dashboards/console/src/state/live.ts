import { createContext, use, useEffect, useEffectEvent } from 'react';
import type { LiveState } from '../api/live';
import type { AlertRow } from '../api/types';

/** A point of the event rate since the page was opened. */
export interface RateSample {
  at: number;
  perSecond: number;
}

export type AlertsListener = (arrived: readonly AlertRow[]) => void;

export interface LiveContextValue {
  state: LiveState;
  /** When the stream was last heard. */
  heardAt: number;
  rates: readonly RateSample[];
  subscribe: (listener: AlertsListener) => () => void;
  /** Hands on an alert that an action of ours just changed. */
  announce: AlertsListener;
}

export const LiveContext = createContext<LiveContextValue>({
  state: 'connecting',
  heardAt: 0,
  rates: [],
  subscribe: () => () => undefined,
  announce: () => undefined,
});

export function useLive(): LiveContextValue {
  return use(LiveContext);
}

/** Calls back with the alerts of the last quarter second, each once. */
export function useArrivals(listener: AlertsListener): void {
  const { subscribe } = useLive();
  const onArrivals = useEffectEvent(listener);
  useEffect(() => subscribe((arrived) => {
    onArrivals(arrived);
  }), [subscribe]);
}

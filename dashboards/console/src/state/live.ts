import { createContext, use, useEffect, useEffectEvent } from 'react';
import type { LiveState } from '../api/live';
import type { FilingCase } from '../api/filingtypes';
import type { AlertRow } from '../api/types';

/** A point of the event rate since the page was opened. */
export interface RateSample {
  at: number;
  perSecond: number;
}

export type AlertsListener = (arrived: readonly AlertRow[]) => void;
export type CasesListener = (arrived: readonly FilingCase[]) => void;

export interface LiveContextValue {
  state: LiveState;
  /** When the stream was last heard. */
  heardAt: number;
  rates: readonly RateSample[];
  subscribe: (listener: AlertsListener) => () => void;
  /** Hands on an alert that an action of ours just changed. */
  announce: AlertsListener;
  subscribeCases: (listener: CasesListener) => () => void;
  announceCases: CasesListener;
}

export const LiveContext = createContext<LiveContextValue>({
  state: 'connecting',
  heardAt: 0,
  rates: [],
  subscribe: () => () => undefined,
  announce: () => undefined,
  subscribeCases: () => () => undefined,
  announceCases: () => undefined,
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

/** The same for filing cases. */
export function useCaseArrivals(listener: CasesListener): void {
  const { subscribeCases } = useLive();
  const onArrivals = useEffectEvent(listener);
  useEffect(() => subscribeCases((arrived) => {
    onArrivals(arrived);
  }), [subscribeCases]);
}

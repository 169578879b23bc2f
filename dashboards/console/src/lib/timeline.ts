import type { CountedWindow, EvidenceEvent } from '../api/types';
import { instant, parseDuration } from './time';

/** A window of a correlation, ready to be drawn: x from 0 to 1 along the longest time allowed. */
export interface Timeline {
  from: number;
  /** The end of the axis: first event plus the longest time allowed. */
  until: number;
  /** How long it took, in milliseconds. */
  took: number;
  marks: TimelineMark[];
  /** Running count after each event; empty where the window does not count events. */
  steps: { x: number; count: number }[];
  threshold: Threshold | null;
  /** Where the threshold was reached. */
  reachedAt: number | null;
  /** Events that were counted but not kept. */
  missing: number;
}

export interface TimelineMark {
  id: string;
  x: number;
  time: string;
}

export interface Threshold {
  operator: 'gt' | 'gte' | 'lt' | 'lte' | 'eq' | 'neq';
  value: number;
}

const OPERATORS = ['gte', 'gt', 'lte', 'lt', 'neq', 'eq'] as const;

/** `gte 5`, also `gte: 5`. */
export function parseThreshold(text: string): Threshold | null {
  const match = /^\s*([a-z]+)\s*:?\s*(\d+(?:\.\d+)?)\s*$/.exec(text);
  const operator = OPERATORS.find((each) => each === match?.[1]);
  return operator === undefined || match?.[2] === undefined ? null : { operator, value: Number(match[2]) };
}

function isReached(threshold: Threshold, count: number): boolean {
  switch (threshold.operator) {
    case 'gte':
    case 'eq':
      return count >= threshold.value;
    case 'gt':
      return count > threshold.value;
    case 'lt':
    case 'lte':
    case 'neq':
      return false;
  }
}

export function toTimeline(window: CountedWindow, events: readonly EvidenceEvent[]): Timeline | null {
  const first = instant(window.from);
  const last = instant(window.to);
  if (first === null || last === null) {
    return null;
  }
  const until = Math.max(first + (parseDuration(window.timespan) ?? 0), last, first + 1);
  const at = (time: number) => Math.min(1, Math.max(0, (time - first) / (until - first)));
  const marks = events
    .map((event) => ({ id: event.id, time: event.time, at: instant(event.time) }))
    .filter((mark): mark is { id: string; time: string; at: number } => mark.at !== null)
    .sort((a, b) => a.at - b.at)
    .map((mark) => ({ id: mark.id, time: mark.time, x: at(mark.at) }));
  const countsEvents = window.type === 'event_count';
  const missing = countsEvents ? Math.max(0, window.value - marks.length) : 0;
  const steps = countsEvents ? marks.map((mark, index) => ({ x: mark.x, count: missing + index + 1 })) : [];
  const threshold = parseThreshold(window.threshold);
  const reached = threshold === null ? undefined : steps.find((step) => isReached(threshold, step.count));
  return { from: first, until, took: last - first, marks, steps, threshold, reachedAt: reached?.x ?? null, missing };
}

import { SEVERITIES, type Bucket, type Severity } from '../api/types';
import { parseDuration } from './time';

/** Bars of alerts over time, ready to be drawn and to be read as a table. */
export interface Trend {
  times: number[];
  step: number;
  /** Least severe first: that is how they are stacked. */
  series: { severity: Severity; counts: number[] }[];
  /** Nothing to draw. There is no total: an alert that lasts is in several bars. */
  quiet: boolean;
}

export function toTrend(buckets: readonly Bucket[], interval: string): Trend {
  const series = SEVERITIES.map((severity) => ({ severity, counts: buckets.map((bucket) => bucket[severity]) }));
  return {
    times: buckets.map((bucket) => Date.parse(bucket.time)),
    step: parseDuration(interval) ?? 60_000,
    series,
    quiet: series.every(({ counts }) => counts.every((count) => count === 0)),
  };
}

export interface OpenFigure {
  severity: Severity;
  count: number;
}

/** Most severe first. */
export function toOpenFigures(counts: Partial<Record<Severity, number>>): OpenFigure[] {
  return SEVERITIES.toReversed().map((severity) => ({ severity, count: counts[severity] ?? 0 }));
}

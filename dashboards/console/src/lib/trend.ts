import { SEVERITIES, type Bucket, type Severity } from '../api/types';
import { parseDuration } from './time';

/** Bars of alerts over time, ready to be drawn and to be read as a table. */
export interface Trend {
  times: number[];
  step: number;
  /** Least severe first: that is how they are stacked. */
  series: { severity: Severity; counts: number[]; total: number }[];
  total: number;
}

export function toTrend(buckets: readonly Bucket[], interval: string): Trend {
  const series = SEVERITIES.map((severity) => {
    const counts = buckets.map((bucket) => bucket[severity]);
    return { severity, counts, total: counts.reduce((sum, count) => sum + count, 0) };
  });
  return {
    times: buckets.map((bucket) => Date.parse(bucket.time)),
    step: parseDuration(interval) ?? 60_000,
    series,
    total: series.reduce((sum, each) => sum + each.total, 0),
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

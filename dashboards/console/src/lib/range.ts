import { DAY, HOUR, MINUTE, parseDuration } from './time';

/** The stretch of time that a page looks at. */
export type TimeRange =
  | { type: 'all' }
  | { type: 'last'; duration: string }
  | { type: 'between'; from: string; to: string };

export const PRESETS = ['PT15M', 'PT1H', 'PT6H', 'PT24H', 'P7D', 'P30D'] as const;

/** From the address bar; what cannot be read is the page's default. */
export function parseRange(params: URLSearchParams, fallback: TimeRange): TimeRange {
  const from = params.get('from');
  const to = params.get('to');
  if (from !== null && to !== null && !Number.isNaN(Date.parse(from)) && !Number.isNaN(Date.parse(to))) {
    return { type: 'between', from, to };
  }
  const duration = params.get('range');
  if (duration === 'all') {
    return { type: 'all' };
  }
  if (duration !== null && (parseDuration(duration) ?? 0) > 0) {
    return { type: 'last', duration };
  }
  return fallback;
}

export function writeRange(params: URLSearchParams, range: TimeRange): void {
  params.delete('from');
  params.delete('to');
  params.delete('range');
  switch (range.type) {
    case 'all':
      params.set('range', 'all');
      break;
    case 'last':
      params.set('range', range.duration);
      break;
    case 'between':
      params.set('from', range.from);
      params.set('to', range.to);
      break;
  }
}

export interface Bounds {
  from: string | null;
  to: string | null;
}

/** A moving range has no upper bound, so that what arrives now is in it. */
export function boundsOf(range: TimeRange, now: number): Bounds {
  switch (range.type) {
    case 'all':
      return { from: null, to: null };
    case 'last':
      return { from: new Date(now - (parseDuration(range.duration) ?? DAY)).toISOString(), to: null };
    case 'between':
      return { from: range.from, to: range.to };
  }
}

const STEPS: readonly { step: number; iso: string }[] = [
  { step: MINUTE, iso: 'PT1M' },
  { step: 5 * MINUTE, iso: 'PT5M' },
  { step: 15 * MINUTE, iso: 'PT15M' },
  { step: 30 * MINUTE, iso: 'PT30M' },
  { step: HOUR, iso: 'PT1H' },
  { step: 3 * HOUR, iso: 'PT3H' },
  { step: 6 * HOUR, iso: 'PT6H' },
];

/** Width of a bar: the smallest step that gives at most about a hundred bars. */
export function intervalFor(millis: number): string {
  const fit = STEPS.find(({ step }) => millis / step <= 100);
  return fit?.iso ?? 'P1D';
}

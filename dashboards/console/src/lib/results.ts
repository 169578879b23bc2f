import { RESULTS, type Result, type ResultCounts } from '../api/compliancetypes';

/** `8.1.4.3 a` of `L3-8.1.4.3-a`: as an assessor says it. */
export function clauseName(item: string): string {
  const match = /^L\d-([\d.]+)-([a-z]+)$/.exec(item);
  return match === null ? item : `${match[1] ?? ''} ${match[2] ?? ''}`;
}

export function totalOf(counts: ResultCounts): number {
  return RESULTS.reduce((sum, result) => sum + counts[result], 0);
}

/** Items that the system is measured by: all but what does not apply. */
export function applicableOf(counts: ResultCounts): number {
  return totalOf(counts) - counts['not-applicable'];
}

/** Items with a verdict, whatever it is. */
export function decidedOf(counts: ResultCounts): number {
  return counts.met + counts['partly-met'] + counts['not-met'];
}

export interface Segment {
  result: Result;
  count: number;
  /** Of the whole bar, from 0 to 1. */
  share: number;
}

/** The parts of a bar, in the order in which results are told; what nobody has is left out. */
export function segmentsOf(counts: ResultCounts): Segment[] {
  const total = totalOf(counts);
  return RESULTS.filter((result) => counts[result] > 0).map((result) => ({ result, count: counts[result], share: counts[result] / total }));
}

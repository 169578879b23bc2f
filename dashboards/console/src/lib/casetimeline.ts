import { TIMELINE_TYPES, type TimelineItem, type TimelineType } from '../api/filingtypes';
import type { Language } from '../i18n/language';
import { instant } from './time';

export interface TimelineFilter {
  /** Empty for all. */
  types: readonly TimelineType[];
  text: string;
}

/** Newest first, as the list shows them. */
export function toTimelineRows(items: readonly TimelineItem[], filter: TimelineFilter, language: Language): TimelineItem[] {
  const text = filter.text.trim().toLowerCase();
  return items
    .filter((item) => filter.types.length === 0 || filter.types.includes(item.type))
    .filter((item) => text === '' || [item.title[language], item.filing ?? '', item.account ?? ''].some((place) => place.toLowerCase().includes(text)))
    .toReversed();
}

export interface Lane {
  type: TimelineType;
  count: number;
  /** Where on the lane, 0 to 1. */
  marks: number[];
}

export interface LaneChart {
  from: number;
  until: number;
  lanes: Lane[];
}

/** One lane for each type that occurs; null where no item has a time. */
export function toLanes(items: readonly TimelineItem[]): LaneChart | null {
  const times = items.map((item) => instant(item.at)).filter((at) => at !== null);
  if (times.length === 0) {
    return null;
  }
  const from = Math.min(...times);
  const until = Math.max(...times, from + 1);
  const lanes = TIMELINE_TYPES.map((type) => {
    const own = items.filter((item) => item.type === type);
    const marks = own.map((item) => instant(item.at)).filter((at) => at !== null).map((at) => (at - from) / (until - from));
    return { type, count: own.length, marks };
  });
  return { from, until, lanes: lanes.filter(({ count }) => count > 0) };
}

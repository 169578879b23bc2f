import type { TimeRange } from './range';

export const OVERVIEW_RANGE: TimeRange = { type: 'last', duration: 'PT24H' };

/** What a page looks at when its address says nothing; null for a page without a time range. */
export function defaultRange(pathname: string): TimeRange | null {
  switch (pathname) {
    case '/':
      return OVERVIEW_RANGE;
    case '/alerts':
    case '/filing-cases':
    case '/audit':
      return { type: 'all' };
    default:
      return null;
  }
}

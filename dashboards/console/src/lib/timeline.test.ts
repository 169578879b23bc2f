import { describe, expect, it } from 'vitest';
import type { CountedWindow } from '../api/types';
import { evidence } from '../testing/fixtures';
import { parseThreshold, toTimeline } from './timeline';

const WINDOW: CountedWindow = {
  type: 'event_count',
  from: '2026-11-22T07:00:00Z',
  to: '2026-11-22T07:00:30Z',
  timespan: 'PT1M',
  threshold: 'gte 3',
  value: 3,
};
const EVENTS = [0, 15, 30].map((second) => evidence({ id: String(second), time: `2026-11-22T07:00:${String(second).padStart(2, '0')}Z` }));

describe('the window', () => {
  it('is drawn to the longest time allowed', () => {
    expect(toTimeline(WINDOW, EVENTS)).toMatchObject({
      took: 30_000,
      marks: [{ x: 0 }, { x: 0.25 }, { x: 0.5 }],
      steps: [{ x: 0, count: 1 }, { x: 0.25, count: 2 }, { x: 0.5, count: 3 }],
      reachedAt: 0.5,
      missing: 0,
    });
  });

  it('puts events in the order of their times', () => {
    expect(toTimeline(WINDOW, EVENTS.toReversed())?.marks.map(({ id }) => id)).toEqual(['0', '15', '30']);
  });

  it('starts the count at what was counted but not kept', () => {
    const timeline = toTimeline({ ...WINDOW, value: 120 }, EVENTS);
    expect(timeline).toMatchObject({ missing: 117, steps: [{ count: 118 }, { count: 119 }, { count: 120 }] });
  });

  it('draws no count where different values were counted', () => {
    expect(toTimeline({ ...WINDOW, type: 'value_count' }, EVENTS)).toMatchObject({ steps: [], reachedAt: null, missing: 0 });
  });

  it('survives events of one instant and no time allowed', () => {
    const timeline = toTimeline({ ...WINDOW, to: WINDOW.from, timespan: 'PT0S' }, [EVENTS[0] ?? evidence()]);
    expect(timeline?.marks).toEqual([{ id: '0', time: '2026-11-22T07:00:00Z', x: 0 }]);
  });

  it('is absent without times', () => {
    expect(toTimeline({ ...WINDOW, from: '' }, EVENTS)).toBeNull();
  });
});

describe('a threshold', () => {
  it.each([
    ['gte 5', { operator: 'gte', value: 5 }],
    ['gt: 10', { operator: 'gt', value: 10 }],
    ['lte 0.5', { operator: 'lte', value: 0.5 }],
  ])('is read from %o', (text, expected) => {
    expect(parseThreshold(text)).toEqual(expected);
  });

  it.each(['', 'about 5', 'gte', '5'])('is not %o', (text) => {
    expect(parseThreshold(text)).toBeNull();
  });
});

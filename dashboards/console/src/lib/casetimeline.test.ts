import { describe, expect, it } from 'vitest';
import type { TimelineItem, TimelineType } from '../api/filingtypes';
import { toLanes, toTimelineRows } from './casetimeline';

const item = (minute: number, type: TimelineType, zh: string, account: string | null = null): TimelineItem => ({ at: `2026-11-20T02:${String(minute).padStart(2, '0')}:00Z`, type, title: { zh, en: zh }, filing: null, account });
const ITEMS = [item(0, 'action', '从设备 dev-3f 登录', 'ACC1'), item(10, 'filing', '提交申请', 'ACC1'), item(20, 'action', '从设备 dev-3f 登录', 'ACC2'), item(40, 'indication', '立案')];

describe('the timeline of a case', () => {
  it('shows the sign-ins of one device, newest first', () => {
    expect(toTimelineRows(ITEMS, { types: ['action'], text: ' DEV-3f' }, 'zh').map(({ account }) => account)).toEqual(['ACC2', 'ACC1']);
  });

  it('finds accounts, too', () => {
    expect(toTimelineRows(ITEMS, { types: [], text: 'acc1' }, 'zh')).toHaveLength(2);
  });

  it('has a lane for each type that occurs', () => {
    expect(toLanes(ITEMS)?.lanes).toEqual([
      { type: 'filing', count: 1, marks: [0.25] },
      { type: 'action', count: 2, marks: [0, 0.5] },
      { type: 'indication', count: 1, marks: [1] },
    ]);
  });

  it('of one moment, and of nothing, still stands', () => {
    expect(toLanes([item(0, 'move', '')])?.lanes).toEqual([{ type: 'move', count: 1, marks: [0] }]);
    expect(toLanes([])).toBeNull();
  });
});

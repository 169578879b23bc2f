import { describe, expect, it } from 'vitest';
import { rule } from '../testing/fixtures';
import { formatShare } from './numbers';
import { ABSENT } from './time';
import { readRuleFilter, toRulesPage, totalActivity, writeRuleFilter } from './rules';

const RULES = [
  rule({ name: 'a', family: 'linux', level: 'low', tags: ['attack.credential-access', 'attack.t1110.001'] }),
  rule({ name: 'b', family: 'linux', level: 'critical', tags: ['attack.impact', 'attack.credential_access'] }),
  rule({ name: 'c', family: 'web', level: 'critical', description: { zh: '扫描端口', en: '' } }),
  rule({ name: 'd', family: 'web', level: 'informational', detects: false }),
];

const names = (address: string) => toRulesPage(RULES, readRuleFilter(new URLSearchParams(address))).rows.map(({ name }) => name);

describe('the rules page', () => {
  it('shows those that raise alerts, the most severe first', () => {
    expect(names('')).toEqual(['b', 'c', 'a']);
    expect(names('parts=true')).toEqual(['b', 'c', 'a', 'd']);
  });

  it('finds by tag, by text in either language, by name', () => {
    expect(names('q= T1110 ')).toEqual(['a']);
    expect(names('q=端口')).toEqual(['c']);
    expect(names('q=nothing')).toEqual([]);
  });

  it('takes values of one condition as alternatives, and all conditions together', () => {
    expect(names('family=linux')).toEqual(['b', 'a']);
    expect(names('family=linux&family=web&level=critical')).toEqual(['b', 'c']);
    expect(names('tactic=credential-access&level=critical')).toEqual(['b']);
  });

  it('counts what each choice would leave, the other conditions holding', () => {
    const data = toRulesPage(RULES, readRuleFilter(new URLSearchParams('level=critical&family=linux')));
    expect(data.families).toEqual([
      { value: 'web', count: 1 },
      { value: 'linux', count: 1 },
    ]);
    expect(data.levels.map(({ count }) => count)).toEqual([1, 0, 0, 1, 0]);
    expect(data.tactics).toEqual([
      { value: 'credential-access', count: 1 },
      { value: 'impact', count: 1 },
    ]);
    expect([data.detecting, data.parts]).toEqual([3, 1]);
  });

  it('keeps its conditions in the address', () => {
    const address = 'q=a&family=linux&level=low&level=high&tactic=impact&parts=true';
    expect(writeRuleFilter(readRuleFilter(new URLSearchParams(address))).toString()).toBe(address);
    expect(readRuleFilter(new URLSearchParams('level=dreadful')).levels).toEqual([]);
  });
});

describe('what the stream counted of a rule', () => {
  it('adds up the versions that ran', () => {
    expect(
      totalActivity([
        { version: 'a', hits: 3, lastHit: '2026-11-27T01:00:00Z', matchShare: 0.25 },
        { version: 'b', hits: 0, lastHit: null, matchShare: 0.5 },
        { version: 'c', hits: 2, lastHit: '2026-11-27T09:00:00+08:00', matchShare: null },
      ]),
    ).toEqual({ hits: 5, lastHit: '2026-11-27T01:00:00Z', matchShare: 0.75 });
    expect(totalActivity([])).toEqual({ hits: 0, lastHit: null, matchShare: null });
  });

  it('never calls a share nothing that is something', () => {
    expect([0, 0.0004, 0.0123, 1, null].map(formatShare)).toEqual(['0 %', '< 0.1 %', '1.2 %', '100 %', ABSENT]);
  });
});

import { describe, expect, it } from 'vitest';
import { rule } from '../testing/fixtures';
import { clausesIn } from './clauses';
import { toCoverage } from './coverage';

const column = (coverage: ReturnType<typeof toCoverage>, id: string) => {
  const found = coverage.columns.find(({ tactic }) => tactic.id === id);
  return found?.cells.map((cell) => [cell.technique.id, cell.rules.length, cell.level]);
};

describe('the coverage of ATT&CK', () => {
  const coverage = toCoverage([
    rule({ name: 'a', level: 'low', tags: ['attack.credential-access', 'attack.t1110.001', 'attack.t1110.003'] }),
    rule({ name: 'b', level: 'high', tags: ['attack.credential-access', 'attack.initial-access', 'attack.t1110', 'attack.t1078'] }),
    rule({ name: 'c', tags: ['gbt22239.8.1.4.3-a'] }),
    rule({ name: 'd', detects: false, tags: ['attack.impact', 'attack.t1485'] }),
    rule({ name: 'e', tags: ['attack.impact', 'attack.t9999'] }),
  ]);

  it('counts a rule once a technique, whatever sub-techniques it names, under its highest severity', () => {
    expect(column(coverage, 'credential-access')).toEqual([['t1110', 2, 'high']]);
  });

  it('puts a technique only under tactics that are its own and the rule\'s', () => {
    expect(column(coverage, 'initial-access')).toEqual([['t1078', 1, 'high']]);
    expect(column(coverage, 'persistence')).toEqual([]);
  });

  it('shows a technique that it does not know under the tactics of its rule', () => {
    expect(column(coverage, 'impact')).toEqual([['t9999', 1, 'medium']]);
  });

  it('says what it counts and what it does not', () => {
    expect([coverage.rules, coverage.tactics, coverage.techniques]).toEqual([4, 3, 3]);
    expect(coverage.untagged.map(({ name }) => name)).toEqual(['c']);
  });
});

it('reads the clauses of the classified protection from tags', () => {
  expect(clausesIn(['gbt22239.8.1.4.3-a', 'attack.t1078', 'gbt22239.8.1.9.9-b'])).toEqual([
    { id: '8.1.4.3 a', point: { zh: '安全审计', en: 'Audit' } },
    { id: '8.1.9.9 b', point: null },
  ]);
});

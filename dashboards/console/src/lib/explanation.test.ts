import { describe, expect, it } from 'vitest';
import type { Condition } from '../api/types';
import { alertDetail, evidence } from '../testing/fixtures';
import { firstOf, toConditionGroups, toNeedles } from './conditions';
import { entityOf, toEntities } from './entities';
import { operatorOf } from './operators';
import { replayCommand } from './replay';

function condition(part: Partial<Condition>): Condition {
  return { rule: 'sshd-failed-login', selection: 'selection', field: 'message', operator: 'contains', expected: 'Failed password', actual: 'Failed password for root', negated: false, ...part };
}

describe('conditions', () => {
  it('stand under the rule they are of, each once', () => {
    const groups = toConditionGroups([condition({}), condition({ selection: 'again' }), condition({ rule: 'other' })]);
    expect(groups.map(({ rule, conditions }) => [rule, conditions.length])).toEqual([['sshd-failed-login', 1], ['other', 1]]);
  });

  it('are shown up to a limit over all rules', () => {
    const groups = toConditionGroups([condition({ field: 'a' }), condition({ field: 'b' }), condition({ rule: 'other' })]);
    expect(firstOf(groups, 1)).toEqual([{ rule: 'sshd-failed-login', conditions: [condition({ field: 'a' })] }]);
  });

  it('are marked by the part that matched', () => {
    const alert = alertDetail({ explanation: { summary: { zh: '', en: '' }, conditions: [condition({})], window: null } });
    expect(toNeedles(alert)).toEqual([
      { text: 'Failed password', kind: 'match' },
      { text: '203.0.113.7', kind: 'entity' },
    ]);
  });

  it('are not marked when negated, derived or too short to mean anything', () => {
    const conditions = [condition({ negated: true }), condition({ field: 'event.outcome', operator: 'equals', actual: 'failure' }), condition({ expected: 'a' })];
    const alert = alertDetail({ group: {}, explanation: { summary: { zh: '', en: '' }, conditions, window: null } });
    expect(toNeedles(alert)).toEqual([]);
  });

  it.each([
    ['contains|all', 'contains'],
    ['', 'equals'],
    ['base64offset|contains', 'contains'],
    ['windash', null],
  ])('with %o read as %o', (text, expected) => {
    expect(operatorOf(text)).toBe(expected);
  });
});

describe('entities', () => {
  const alert = alertDetail({
    events: [
      evidence({ fields: { 'source.ip': '203.0.113.7', 'user.name': 'root' } }),
      evidence({ fields: { 'source.ip': '203.0.113.7', 'user.name': 'admin' } }),
      evidence({ fields: { 'source.ip': '203.0.113.7', 'user.name': 'admin', 'event.action': 'ssh_login' } }),
    ],
  });

  it('are grouped by kind, the grouped value and the most frequent first', () => {
    expect(toEntities(alert).map(({ kind, items }) => [kind, items.map(({ value, events }) => `${value}×${events}`)])).toEqual([
      ['source', ['203.0.113.7×3']],
      ['user', ['admin×2', 'root×1']],
    ]);
  });

  it('are bounded', () => {
    const many = alertDetail({ events: Array.from({ length: 20 }, (_, index) => evidence({ fields: { 'user.name': `user${index}` } })) });
    expect(toEntities(many).find(({ kind }) => kind === 'user')).toMatchObject({ more: 15 });
  });

  it('say what the same address means', () => {
    expect(entityOf(alert, 'source')?.value).toBe('203.0.113.7');
    expect(entityOf(alert, 'host')).toBeNull();
  });
});

describe('the replay command', () => {
  it('names the format that the events came in', () => {
    const alert = alertDetail({ events: [evidence({ fields: { 'event.dataset': 'sshd' } })] });
    expect(replayCommand(alert)).toBe('./zhidun replay --input AL-000001.log --format sshd --detections');
  });

  it('never carries what an attacker wrote into a shell', () => {
    const alert = alertDetail({ number: 'x; rm -rf /', events: [evidence({ fields: { 'event.dataset': '$(reboot)' } })] });
    expect(replayCommand(alert)).toBe('./zhidun replay --input alert.log --format syslog --detections');
  });
});

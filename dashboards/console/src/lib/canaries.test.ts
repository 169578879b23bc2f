import { describe, expect, it } from 'vitest';
import { zh } from '../i18n/zh';
import { CANARY_STATES, type Canary, type CanaryState } from '../api/types';
import { canaryState, countStates, toCanaryRows } from './canaries';

const canary = (name: string, state: CanaryState): Canary => ({
  id: `id-of-${name}`,
  name,
  title: { zh: `规则 ${name}`, en: `Rule ${name}` },
  state,
  sentAt: null,
  firedAt: null,
  latencyMillis: null,
});

const ALL = [canary('web-scan', 'fired'), canary('old-rule', 'none'), canary('ssh-guessing', 'silent'), canary('dns-tunnel', 'fired'), canary('sudo', 'waiting')];

describe('the list of canaries', () => {
  it('begins with what needs somebody', () => {
    expect(toCanaryRows(ALL, '', null).map(({ name }) => name)).toEqual(['ssh-guessing', 'old-rule', 'sudo', 'dns-tunnel', 'web-scan']);
  });

  it('is found by name, id and either title, whatever the case', () => {
    const found = (text: string) => toCanaryRows(ALL, text, null).map(({ name }) => name);
    expect(found(' WEB ')).toEqual(['web-scan']);
    expect(found('id-of-sudo')).toEqual(['sudo']);
    expect(found('规则 dns')).toEqual(['dns-tunnel']);
    expect(found('nothing')).toEqual([]);
  });

  it('is narrowed to a state', () => {
    expect(toCanaryRows(ALL, 'n', 'fired').map(({ name }) => name)).toEqual(['dns-tunnel', 'web-scan']);
  });

  it('counts the states that there are', () => {
    expect(countStates(ALL)).toEqual([
      { state: 'silent', count: 1 },
      { state: 'none', count: 1 },
      { state: 'waiting', count: 1 },
      { state: 'fired', count: 2 },
    ]);
    expect(countStates([])).toEqual([]);
  });

  it('takes a state from the address only if it is one', () => {
    expect(canaryState('silent')).toBe('silent');
    expect(canaryState('loud')).toBeNull();
    expect(canaryState(null)).toBeNull();
  });

  it('has a word for every state', () => {
    expect(CANARY_STATES.map((state) => zh[`canary.state.${state}`])).toEqual(['无探针', '未发送', '等待响应', '正常', '静默']);
  });
});

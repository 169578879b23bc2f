import { describe, expect, it } from 'vitest';
import { draftOf, moved, NO_STEP, planFaults, planForm, plannedRto, renamedRole, type PlanDraft } from './recoveryplan';

const STEP = { ...NO_STEP, title: '停止写入', responsible: '值班长', minutes: 10 };
const GOOD: PlanDraft = { ...draftOf(null), title: '切换预案', note: '首版', level: 5, rtoMinutes: 240, rpoMinutes: 0, roles: [{ role: '值班长', name: '王敏', contact: '' }], steps: [STEP, { ...STEP, title: '恢复业务', service: true }], rollback: [] };

describe('a plan', () => {
  it('that says all has no faults; an RPO of nothing is a promise, too', () => {
    expect(planFaults(GOOD)).toEqual({});
  });

  it('that is empty is told everything at once, each at its place', () => {
    expect(Object.keys(planFaults(draftOf(null))).toSorted()).toEqual(['level', 'note', 'roles.0.name', 'roles.0.role', 'rpoMinutes', 'rtoMinutes', 'steps', 'steps.0.minutes', 'steps.0.responsible', 'steps.0.title', 'title']);
  });

  it('must say after which step the service is back', () => {
    expect(planFaults({ ...GOOD, steps: [STEP] })).toEqual({ steps: 'noService' });
    expect(planFaults({ ...GOOD, steps: [] })).toEqual({ steps: 'noSteps' });
  });

  it('names only its own roles, and each once', () => {
    expect(planFaults({ ...GOOD, rollback: [{ ...STEP, responsible: '网络管理员' }] })).toEqual({ 'rollback.0.responsible': 'role' });
    expect(planFaults({ ...GOOD, roles: [...GOOD.roles, ...GOOD.roles] })).toEqual({ 'roles.1.role': 'twice' });
  });

  it('takes whole minutes within two weeks only', () => {
    for (const minutes of [null, 0, 1.5, 20_161]) {
      expect(planFaults({ ...GOOD, rtoMinutes: minutes })).toEqual({ rtoMinutes: 'minutes' });
    }
  });

  it('is sent with what it is based on, and without spaces around it', () => {
    expect(planForm({ ...GOOD, title: ' 切换预案 ' }, 3)).toMatchObject({ basedOn: 3, title: '切换预案', steps: [{ title: '停止写入', minutes: 10, check: 'none', service: false }, { service: true }] });
  });
});

it('a step moves by one place, and stays at the ends', () => {
  expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c']);
  expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
});

it('a role that is renamed is renamed in its steps', () => {
  expect(renamedRole(GOOD, 0, '带班领导').steps.map(({ responsible }) => responsible)).toEqual(['带班领导', '带班领导']);
});

it('the service is planned to be back after the last step that says so', () => {
  expect(plannedRto([STEP, { ...STEP, service: true }, STEP])).toBe(20);
  expect(plannedRto([STEP])).toBeNull();
});

import type { AlertDetail, Condition } from '../api/types';
import type { Needle } from './rawline';

export interface ConditionGroup {
  rule: string;
  conditions: Condition[];
}

/** By the rule they stand in; what a rule states twice is shown once. */
export function toConditionGroups(conditions: readonly Condition[]): ConditionGroup[] {
  const groups = new Map<string, Map<string, Condition>>();
  for (const condition of conditions) {
    const group = groups.get(condition.rule) ?? new Map<string, Condition>();
    group.set(JSON.stringify({ ...condition, selection: '' }), condition);
    groups.set(condition.rule, group);
  }
  return [...groups].map(([rule, group]) => ({ rule, conditions: [...group.values()] }));
}

/** At most `limit` conditions in all, in order. */
export function firstOf(groups: readonly ConditionGroup[], limit: number): ConditionGroup[] {
  const shown: ConditionGroup[] = [];
  let left = limit;
  for (const group of groups) {
    if (left > 0) {
      shown.push({ rule: group.rule, conditions: group.conditions.slice(0, left) });
      left -= group.conditions.length;
    }
  }
  return shown;
}

/** Shorter texts match by chance: a response code's digits stand in many places. */
const SHORTEST_MARK = 3;

/** Fields that the normaliser fills by itself: their values stand in no line, or only by chance. */
const DERIVED = /^event\.(kind|category|type|outcome|action|dataset|module)$/;

function patternText(condition: Condition): string {
  // Where the rule names a part of the value, that part is what matched; else the whole value.
  const part = /contains|startswith|endswith|keyword/.test(condition.operator) || condition.field === '';
  return part ? condition.expected.replaceAll('*', '') : condition.actual;
}

/** What to mark in the raw lines: what conditions matched, and the values grouped by. */
export function toNeedles(alert: AlertDetail): Needle[] {
  const needles: Needle[] = [];
  for (const condition of alert.explanation.conditions) {
    const text = patternText(condition);
    if (!condition.negated && !DERIVED.test(condition.field) && text.length >= SHORTEST_MARK) {
      needles.push({ text, kind: 'match' });
    }
  }
  for (const value of Object.values(alert.group)) {
    if (value.length >= SHORTEST_MARK) {
      needles.push({ text: value, kind: 'entity' });
    }
  }
  return needles;
}

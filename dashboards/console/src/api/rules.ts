import { get } from './http';
import { bilingual, list, number, numberOrNull, oneOf, page, required, text, textOrNull } from './shape';
import { SEVERITIES, type Page, type Rule, type RuleActivity, type RuleDetail } from './types';

function readRule(value: unknown): Rule {
  const rule = required(value, 'a rule');
  const name = text(rule.name);
  const title = bilingual(rule.title);
  return {
    id: text(rule.id),
    name,
    version: text(rule.version),
    title: title.zh === '' ? { zh: name, en: name } : title,
    level: oneOf(rule.level, SEVERITIES, 'level'),
    description: bilingual(rule.description),
    tags: list(rule.tags, text),
    family: text(rule.family),
    type: text(rule.type),
    detects: rule.detects !== false,
    runbook: text(rule.runbook),
    category: text(rule.category),
  };
}

export async function fetchRules(signal?: AbortSignal): Promise<Page<Rule>> {
  return page(await get('/api/v1/rules', { limit: 500 }, signal), readRule);
}

export async function fetchRule(name: string, signal?: AbortSignal): Promise<RuleDetail> {
  const detail = required(await get(`/api/v1/rules/${encodeURIComponent(name)}`, {}, signal), 'a rule');
  return {
    rule: readRule(detail.rule),
    summary: bilingual(detail.summary),
    falsePositives: list(detail.falsePositives, bilingual),
    recoverySeconds: number(detail.recoverySeconds),
    refersTo: list(detail.refersTo, text),
    usedBy: list(detail.usedBy, text),
    cases: list(detail.cases, (each) => {
      const one = required(each, 'a case');
      return { name: text(one.name), detections: number(one.detections), events: number(one.events) };
    }),
    source: text(detail.source),
  };
}

export async function fetchRuleActivity(name: string, signal?: AbortSignal): Promise<RuleActivity> {
  const answer = required(await get(`/api/v1/rules/${encodeURIComponent(name)}/activity`, {}, signal), 'an activity');
  return {
    known: answer.known === true,
    versions: list(answer.versions, (each) => {
      const one = required(each, 'a version');
      return {
        version: text(one.version),
        hits: number(one.hits),
        lastHit: textOrNull(one.lastHit),
        matchShare: numberOrNull(one.matchShare),
      };
    }),
  };
}

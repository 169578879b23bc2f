import { get } from './http';
import { bilingual, list, oneOf, page, required, text } from './shape';
import { SEVERITIES, type Page, type Rule } from './types';

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
    type: text(rule.type),
    detects: rule.detects !== false,
  };
}

export async function fetchRules(signal?: AbortSignal): Promise<Page<Rule>> {
  return page(await get('/api/v1/rules', { limit: 500 }, signal), readRule);
}

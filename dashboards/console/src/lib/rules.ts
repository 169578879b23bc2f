import { SEVERITIES, type Rule } from '../api/types';

/** Rules whose name, title or a tag holds the text, those that raise alerts first, then by severity. */
export function toRuleRows(rules: readonly Rule[], text: string): Rule[] {
  const wanted = text.trim().toLowerCase();
  return rules
    .filter((rule) => [rule.name, rule.id, rule.title.zh, rule.title.en, ...rule.tags].some((place) => place.toLowerCase().includes(wanted)))
    .sort((a, b) => Number(b.detects) - Number(a.detects) || SEVERITIES.indexOf(b.level) - SEVERITIES.indexOf(a.level) || a.name.localeCompare(b.name));
}

import { SEVERITIES, type Rule, type RuleVersionCount, type Severity } from '../api/types';
import { tacticsIn } from './attack';

/** Folders of the catalogue, in the order that the page shows them. */
export const FAMILIES = ['business', 'identity', 'web', 'linux', 'windows', 'network', 'database', 'cloud'] as const;
export type Family = (typeof FAMILIES)[number];

/** Which rules a page shows; all of it stands in the address. */
export interface RuleFilter {
  text: string;
  families: string[];
  levels: Severity[];
  tactics: string[];
  /** Also rules that only correlations refer to. */
  parts: boolean;
}

export function readRuleFilter(params: URLSearchParams): RuleFilter {
  return {
    text: params.get('q') ?? '',
    families: params.getAll('family'),
    levels: SEVERITIES.filter((level) => params.getAll('level').includes(level)),
    tactics: params.getAll('tactic'),
    parts: params.get('parts') === 'true',
  };
}

export function writeRuleFilter(filter: RuleFilter): URLSearchParams {
  const params = new URLSearchParams();
  if (filter.text !== '') {
    params.set('q', filter.text);
  }
  filter.families.forEach((family) => {
    params.append('family', family);
  });
  filter.levels.forEach((level) => {
    params.append('level', level);
  });
  filter.tactics.forEach((tactic) => {
    params.append('tactic', tactic);
  });
  if (filter.parts) {
    params.set('parts', 'true');
  }
  return params;
}

export interface Counted<V extends string> {
  value: V;
  count: number;
}

export interface RulesPageData {
  rows: Rule[];
  /** How many of each there would be, all other conditions holding. */
  families: Counted<string>[];
  levels: Counted<Severity>[];
  tactics: Counted<string>[];
  detecting: number;
  parts: number;
}

/** What the rules page shows: those that raise alerts first, then by severity and name. */
export function toRulesPage(rules: readonly Rule[], filter: RuleFilter): RulesPageData {
  const shown = (skip: keyof RuleFilter | null) => rules.filter((rule) => holds(rule, filter, skip));
  const byFamily = shown('families');
  const byLevel = shown('levels');
  const byTactic = shown('tactics');
  const others = [...new Set(rules.map((rule) => rule.family))].filter((family) => family !== '' && !FAMILIES.some((known) => known === family)).sort();
  return {
    rows: shown(null).sort(inOrder),
    families: [...FAMILIES, ...others]
      .filter((family) => rules.some((rule) => rule.family === family))
      .map((family) => ({ value: family, count: byFamily.filter((rule) => rule.family === family).length })),
    levels: [...SEVERITIES].reverse().map((level) => ({ value: level, count: byLevel.filter((rule) => rule.level === level).length })),
    tactics: tacticsIn(rules.flatMap((rule) => rule.tags)).map((tactic) => ({
      value: tactic,
      count: byTactic.filter((rule) => tacticsIn(rule.tags).includes(tactic)).length,
    })),
    detecting: rules.filter((rule) => rule.detects).length,
    parts: rules.filter((rule) => !rule.detects).length,
  };
}

function inOrder(a: Rule, b: Rule): number {
  return Number(b.detects) - Number(a.detects) || SEVERITIES.indexOf(b.level) - SEVERITIES.indexOf(a.level) || a.name.localeCompare(b.name);
}

function holds(rule: Rule, filter: RuleFilter, skip: keyof RuleFilter | null): boolean {
  return (
    (filter.parts || rule.detects) &&
    (skip === 'families' || filter.families.length === 0 || filter.families.includes(rule.family)) &&
    (skip === 'levels' || filter.levels.length === 0 || filter.levels.includes(rule.level)) &&
    (skip === 'tactics' || filter.tactics.length === 0 || tacticsIn(rule.tags).some((tactic) => filter.tactics.includes(tactic))) &&
    holdsText(rule, filter.text)
  );
}

function holdsText(rule: Rule, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  const places = [rule.name, rule.id, rule.title.zh, rule.title.en, rule.description.zh, rule.description.en, rule.runbook, rule.category, ...rule.tags];
  return places.some((place) => place.toLowerCase().includes(wanted));
}

/** All versions of a rule together: the newest hit, and the time that all of them took. */
export function totalActivity(versions: readonly RuleVersionCount[]): { hits: number; lastHit: string | null; matchShare: number | null } {
  let hits = 0;
  let lastHit: string | null = null;
  let matchShare: number | null = null;
  for (const version of versions) {
    hits += version.hits;
    if (version.lastHit !== null && (lastHit === null || Date.parse(version.lastHit) > Date.parse(lastHit))) {
      lastHit = version.lastHit;
    }
    if (version.matchShare !== null) {
      matchShare = (matchShare ?? 0) + version.matchShare;
    }
  }
  return { hits, lastHit, matchShare };
}

import { SEVERITIES, type Rule, type Severity } from '../api/types';
import { parentOf, TACTICS, tacticsIn, techniqueOf, techniquesIn, type Tactic, type Technique } from './attack';

/** Stands for the rules that name no technique, where a technique is chosen. */
export const UNTAGGED = 'none';

export interface CoverageCell {
  technique: Technique;
  rules: Rule[];
  /** The highest of its rules. */
  level: Severity;
}

export interface CoverageColumn {
  tactic: Tactic;
  cells: CoverageCell[];
  rules: number;
}

export interface Coverage {
  columns: CoverageColumn[];
  tactics: number;
  techniques: number;
  /** Rules that raise alerts, and those of them that name no technique: business, availability. */
  rules: number;
  untagged: Rule[];
}

/** The matrix of the rules that raise alerts. Parts of correlations are covered by what uses them. */
export function toCoverage(all: readonly Rule[]): Coverage {
  const rules = all.filter((rule) => rule.detects);
  const columns = TACTICS.map((tactic) => toColumn(tactic, rules));
  return {
    columns,
    tactics: columns.filter((column) => column.cells.length > 0).length,
    techniques: new Set(columns.flatMap((column) => column.cells.map((cell) => cell.technique.id))).size,
    rules: rules.length,
    untagged: rules.filter((rule) => techniquesIn(rule.tags).length === 0),
  };
}

function toColumn(tactic: Tactic, rules: readonly Rule[]): CoverageColumn {
  const byTechnique = new Map<string, Rule[]>();
  const inColumn = new Set<Rule>();
  for (const rule of rules) {
    for (const id of new Set(techniquesIn(rule.tags).map(parentOf))) {
      if (stands(rule, id, tactic.id)) {
        byTechnique.set(id, [...(byTechnique.get(id) ?? []), rule]);
        inColumn.add(rule);
      }
    }
  }
  const cells = [...byTechnique].map(([id, found]) => ({ technique: techniqueOf(id), rules: found.sort(bySeverity), level: highest(found) }));
  return {
    tactic,
    cells: cells.sort((a, b) => b.rules.length - a.rules.length || a.technique.id.localeCompare(b.technique.id)),
    rules: inColumn.size,
  };
}

/** Under the tactics that both the rule and ATT&CK give it; under the rule's own where ATT&CK's are not known. */
function stands(rule: Rule, technique: string, tactic: string): boolean {
  const known = techniqueOf(technique).tactics;
  return tacticsIn(rule.tags).includes(tactic) && (known.length === 0 || known.includes(tactic));
}

function bySeverity(a: Rule, b: Rule): number {
  return SEVERITIES.indexOf(b.level) - SEVERITIES.indexOf(a.level) || a.name.localeCompare(b.name);
}

function highest(rules: readonly Rule[]): Severity {
  const at = Math.max(...rules.map((rule) => SEVERITIES.indexOf(rule.level)));
  return SEVERITIES[at] ?? 'informational';
}

/** The rules of a technique, under one tactic or, where that is empty, under all. */
export function rulesOf(coverage: Coverage, technique: string, tactic: string): Rule[] {
  if (technique === UNTAGGED) {
    return coverage.untagged;
  }
  const cells = coverage.columns
    .filter((column) => tactic === '' || column.tactic.id === tactic)
    .flatMap((column) => column.cells.filter((cell) => cell.technique.id === technique));
  return [...new Set(cells.flatMap((cell) => cell.rules))].sort(bySeverity);
}

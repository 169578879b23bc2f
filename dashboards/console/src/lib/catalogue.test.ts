import { describe, expect, it } from 'vitest';
import { runbookNames, runbookSteps } from '../i18n/runbooks';
import { rule } from '../testing/fixtures';
import { parentOf, tacticsIn, techniqueOf, techniquesIn } from './attack';
import { clausesIn } from './clauses';
import { toCoverage } from './coverage';

/** The rules of this tree, which the pages must be able to show. */
const FILES = import.meta.glob<string>(
  ['../../../../rules/catalog/src/main/resources/io/zhidun/catalog/{sigma,correlation}/**/*.yml', '!**/*.cases.yml'],
  { query: '?raw', import: 'default', eager: true },
);
const DOCUMENTS = Object.values(FILES).flatMap((text) => text.split(/^---\n/m));
const named = (pattern: RegExp) => [...new Set(DOCUMENTS.flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1] ?? '')))];

describe('the catalogue', () => {
  it('is there', () => {
    expect(DOCUMENTS.length).toBeGreaterThan(80);
  });

  it.each(named(/^ {4}runbook: (\S+)$/gm))('has steps in both languages for the runbook %s', (name) => {
    const steps = runbookSteps(name) ?? [];
    expect(steps.length).toBeGreaterThanOrEqual(3);
    steps.forEach((step) => {
      expect(step.zh).toMatch(/\p{Script=Han}/u);
      expect(step.en).not.toMatch(/\p{Script=Han}/u);
    });
  });

  it('uses every runbook that there is', () => {
    expect(named(/^ {4}runbook: (\S+)$/gm).sort()).toEqual([...runbookNames()].sort());
  });

  it.each(DOCUMENTS.map((text) => [/^name: (\S+)$/m.exec(text)?.[1] ?? '', text]))('shows all techniques and clauses of %s', (_, text) => {
    const tags = [...text.matchAll(/^ {4}- ((?:attack|gbt22239)\.\S+)$/gm)].map((match) => match[1] ?? '');
    const columns = toCoverage([rule({ tags })]).columns.filter((column) => column.cells.length > 0);
    const shown = columns.flatMap((column) => column.cells.map((cell) => cell.technique.id));
    expect(columns.map((column) => column.tactic.id)).toEqual(tacticsIn(tags));
    expect(new Set(shown)).toEqual(new Set(techniquesIn(tags).map(parentOf)));
    techniquesIn(tags).forEach((id) => {
      expect(techniqueOf(id).tactics, id).not.toEqual([]);
    });
    clausesIn(tags).forEach((clause) => {
      expect(clause.point, clause.id).not.toBeNull();
    });
  });
});

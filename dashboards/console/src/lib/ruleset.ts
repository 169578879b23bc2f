import type { ChangeForm, Fault, SetRule } from '../api/rulesets';

/** The rules whose titles, name, id or tags hold a text. */
export function toSetRows(rules: readonly SetRule[], text: string): SetRule[] {
  const wanted = text.trim().toLowerCase();
  return rules.filter((rule) => [rule.title.zh, rule.title.en, rule.name, rule.id, ...rule.tags].some((each) => each.toLowerCase().includes(wanted)));
}

/** The faults of one file by line; those of the whole file stand at line 1. */
export function marksOf(faults: readonly Fault[], path: string): Map<number, Fault[]> {
  const marks = new Map<number, Fault[]>();
  faults
    .filter((fault) => fault.path === path)
    .forEach((fault) => {
      const line = Math.max(1, fault.line);
      marks.set(line, [...(marks.get(line) ?? []), fault]);
    });
  return marks;
}

/** Where a line begins and ends in a text. */
export function lineSpan(text: string, line: number): [number, number] {
  const lines = text.split('\n');
  const from = lines.slice(0, Math.max(0, line - 1)).reduce((sum, each) => sum + each.length + 1, 0);
  return [Math.min(from, text.length), Math.min(from + (lines[line - 1]?.length ?? 0), text.length)];
}

const CASES = /\.cases\.yml$/;

/** Rule files as changes, each with the cases that stand beside it. */
export function toChanges(files: readonly { name: string; text: string }[]): ChangeForm[] {
  const cases = new Map(files.filter((file) => file.name.endsWith(".cases.yml")).map((file) => [file.name.replace(CASES, ''), file.text]));
  return files
    .filter((file) => /\.ya?ml$/.test(file.name) && !file.name.endsWith(".cases.yml"))
    .map((file) => ({ kind: 'put', path: file.name, text: file.text, cases: cases.get(file.name.replace(/\.ya?ml$/, '')) ?? '' }));
}

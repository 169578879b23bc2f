/** Sigma's value modifiers that have a word. */
export const OPERATORS = [
  'equals',
  'contains',
  'startswith',
  'endswith',
  're',
  'cidr',
  'gt',
  'gte',
  'lt',
  'lte',
  'exists',
  'fieldref',
  'keyword',
] as const;
export type Operator = (typeof OPERATORS)[number];

/** `contains|all` reads as `contains`; null for a modifier without a word, which is shown as it is. */
export function operatorOf(text: string): Operator | null {
  for (const modifier of text.split('|')) {
    const found = OPERATORS.find((operator) => operator === modifier);
    if (found !== undefined) {
      return found;
    }
  }
  return text === '' ? 'equals' : null;
}

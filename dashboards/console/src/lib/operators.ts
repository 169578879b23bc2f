import type { Key } from '../i18n/translate';

/** Sigma's value modifiers that have a word. */
const WORDS: Record<string, Key> = {
  equals: 'op.equals',
  contains: 'op.contains',
  startswith: 'op.startswith',
  endswith: 'op.endswith',
  re: 'op.re',
  cidr: 'op.cidr',
  gt: 'op.gt',
  gte: 'op.gte',
  lt: 'op.lt',
  lte: 'op.lte',
  exists: 'op.exists',
  fieldref: 'op.fieldref',
  keyword: 'op.keyword',
};

/** `contains|all` reads as `contains`; null for a modifier without a word, which is shown as it is. */
export function operatorKey(operator: string): Key | null {
  for (const modifier of operator.split('|')) {
    const key = WORDS[modifier];
    if (key !== undefined) {
      return key;
    }
  }
  return operator === '' ? 'op.equals' : null;
}

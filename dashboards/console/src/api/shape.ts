/**
 * Reads untrusted JSON into the types of the contract. Left-out members become the empty value of
 * their kind, so that no page has to ask; a state or severity outside the closed set throws.
 */

export class UnreadableAnswer extends Error {
  override readonly name = 'UnreadableAnswer';
}

export type Json = Record<string, unknown>;

export function object(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

export function required(value: unknown, what: string): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new UnreadableAnswer(`${what} is not an object`);
  }
  return value as Json;
}

export function text(value: unknown): string {
  if (typeof value === 'string') {
    return value;
  }
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

export function textOrNull(value: unknown): string | null {
  const read = text(value);
  return read === '' ? null : read;
}

export function numberOrNull(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

export function number(value: unknown): number {
  return numberOrNull(value) ?? 0;
}

export function list<T>(value: unknown, item: (each: unknown) => T): T[] {
  return Array.isArray(value) ? value.map(item) : [];
}

export function texts(value: unknown): Record<string, string> {
  return Object.fromEntries(Object.entries(object(value)).map(([key, each]) => [key, text(each)]));
}

export function counts(value: unknown): Record<string, number> {
  return Object.fromEntries(Object.entries(object(value)).map(([key, each]) => [key, number(each)]));
}

/** A member of a closed set. */
export function oneOf<T extends string>(value: unknown, allowed: readonly T[], what: string): T {
  const found = allowed.find((each) => each === value);
  if (found === undefined) {
    throw new UnreadableAnswer(`${what} ${JSON.stringify(value)} is not one of ${allowed.join(', ')}`);
  }
  return found;
}

export function bilingual(value: unknown): { zh: string; en: string } {
  if (typeof value === 'string') {
    return { zh: value, en: value };
  }
  const read = object(value);
  const zh = text(read.zh);
  const en = text(read.en);
  return { zh: zh === '' ? en : zh, en: en === '' ? zh : en };
}

export function page<T>(value: unknown, item: (each: unknown) => T): { items: T[]; next: string | null; total: number } {
  const read = required(value, 'a list');
  const items = list(read.items, item);
  return { items, next: textOrNull(read.next), total: numberOrNull(read.total) ?? items.length };
}

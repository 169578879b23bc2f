import type { Evidence } from '../api/filingtypes';
import type { Bilingual } from '../api/types';
import type { Language } from '../i18n/language';
import { evidenceText } from './evidencetexts';
import { fieldName, valueWords, type ValueWords } from './filingfields';
import { thingName } from './things';

/** A piece of evidence as people read it: a sentence where its type is known, and what is left. */
export interface EvidenceLine {
  /** Null where there is none, or a member that it needs is missing. */
  sentence: string | null;
  /** What the sentence did not say. */
  rest: { name: Bilingual; value: unknown }[];
  /** Two filings whose texts can be laid side by side. */
  pair: readonly [string, string] | null;
}

const PATENT_NUMBER = /^(?:CN)?20\d{10}[\dX]$/;
const MARK_NUMBER = /^\d{8,9}[A-Z]?$/;
const PAIR_FIELDS = [
  ['filing', 'other'],
  ['a', 'b'],
] as const;

/** Whether a text has the form of an application number, patent or trademark. */
export function isApplicationNumber(text: string): boolean {
  return PATENT_NUMBER.test(text) || MARK_NUMBER.test(text);
}

/** Texts in a value, in order, also those in lists and objects. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') {
    return [value];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** The first two filings that the evidence sets against each other; null where it names none. */
export function pairOf({ values }: Evidence): readonly [string, string] | null {
  for (const [first, second] of PAIR_FIELDS) {
    const a = values[first];
    const b = values[second];
    if (typeof a === 'string' && typeof b === 'string' && a !== b && isApplicationNumber(a) && isApplicationNumber(b)) {
      return [a, b];
    }
  }
  const [a, b] = [...new Set(textsIn(values).filter((value) => PATENT_NUMBER.test(value)))];
  return a === undefined || b === undefined ? null : [a, b];
}

/** Names for machines, which a sentence that says the rest need not repeat. */
const KEYS: readonly string[] = ['group', 'ownerKey'];

const PLACE = /\{(\w+)([%#]?)\}/g;
const OPTIONAL = /\[([^[\]]*)\]/g;

/** A member in words; null where it is missing or not of the kind that the place wants. */
function inPlace(value: unknown, form: string, language: Language, words: ValueWords): string | null {
  switch (form) {
    case '%':
      return typeof value === 'number' ? `${Math.round(value * 1_000) / 10}\u00a0%` : null;
    case '#':
      return Array.isArray(value) ? String(value.length) : typeof value === 'number' ? String(value) : null;
    default: {
      const text = valueWords(value, language, words);
      return text === '' ? null : text;
    }
  }
}

/** Fills the places of a text; null where a member is missing. */
function fill(text: string, values: Record<string, unknown>, language: Language, words: ValueWords, said: Set<string>): string | null {
  const read = new Map<string, string>();
  for (const [place, name = '', form = ''] of text.matchAll(PLACE)) {
    const value = inPlace(values[name], form, language, words);
    if (value === null) {
      return null;
    }
    read.set(place, value);
    said.add(name);
  }
  return text.replace(PLACE, (place) => read.get(place) ?? '');
}

/** A sentence without the optional parts that it cannot fill; null where it needs what is missing. */
function tell(template: string, values: Record<string, unknown>, language: Language, words: ValueWords, said: Set<string>): string | null {
  let sentence = '';
  for (const [index, part] of template.split(OPTIONAL).entries()) {
    const filled = fill(part, values, language, words, said);
    // What stood between brackets comes at the odd places.
    if (filled === null && index % 2 === 0) {
      return null;
    }
    sentence += filled ?? '';
  }
  return sentence.replaceAll('） ', '）');
}

/** Why two applicants are linked: what both have. */
function tellLink(values: Record<string, unknown>, language: Language, words: ValueWords, said: Set<string>): string | null {
  const { aName, bName, by } = values;
  if (typeof aName !== 'string' || typeof bName !== 'string' || !Array.isArray(by) || by.length === 0) {
    return null;
  }
  // The graph shows the weight as the width of its line.
  ['a', 'aName', 'b', 'bName', 'by', 'weight'].forEach((name) => said.add(name));
  const shared = by.map((each: unknown) => {
    const { key, masked, applicants } = (typeof each === 'object' && each !== null ? each : {}) as Record<string, unknown>;
    const thing = thingName(typeof key === 'string' ? (key.split(':')[0] ?? key) : '')[language];
    const value = valueWords(masked, language, words);
    const many = typeof applicants === 'number' ? (language === 'zh' ? `（共 ${String(applicants)} 家使用）` : ` (used by ${String(applicants)})`) : '';
    return `${language === 'zh' ? thing : thing.toLowerCase()} ${value}${many}`;
  });
  return language === 'zh' ? `${aName} 与 ${bName} 共用${shared.join('、')}` : `${aName} and ${bName} share the ${shared.join(', the ')}`;
}

export function toEvidenceLine(evidence: Evidence, language: Language, words: ValueWords): EvidenceLine {
  const said = new Set<string>();
  const template = evidenceText(evidence.type)?.sentence?.[language];
  const sentence =
    evidence.type === 'link' ? tellLink(evidence.values, language, words, said) : template === undefined ? null : tell(template, evidence.values, language, words, said);
  const rest = Object.entries(evidence.values).filter(([name]) => sentence === null || !(said.has(name) || KEYS.includes(name)));
  return { sentence, rest: rest.map(([name, value]) => ({ name: fieldName(name), value })), pair: pairOf(evidence) };
}

/** What a type of evidence is called; the type itself where nobody named it. */
export function evidenceName(type: string): Bilingual {
  return type === 'link' ? { zh: '关联', en: 'Link' } : (evidenceText(type)?.name ?? { zh: type, en: type });
}

/** Evidence of one type together, in the order in which the types first come. */
export function byType(evidence: readonly Evidence[]): { type: string; items: Evidence[] }[] {
  const groups = new Map<string, Evidence[]>();
  evidence.forEach((each) => {
    groups.set(each.type, [...(groups.get(each.type) ?? []), each]);
  });
  return [...groups].map(([type, items]) => ({ type, items }));
}

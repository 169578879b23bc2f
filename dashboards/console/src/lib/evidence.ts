import type { Evidence } from '../api/filingtypes';
import type { Bilingual } from '../api/types';
import { fieldName, PART_NAMES } from './filingfields';
import { thingName } from './things';

/** A piece of evidence as people read it: a sentence where its type is known, and what is left. */
export interface EvidenceLine {
  type: Bilingual;
  sentence: Bilingual | null;
  /** What the sentence did not say. */
  rest: { name: Bilingual; value: unknown }[];
  /** Two filings whose texts can be laid side by side. */
  pair: readonly [string, string] | null;
}

const PATENT_NUMBER = /^(?:CN)?20\d{10}[\dX]$/;
const MARK_NUMBER = /^\d{8,9}[A-Z]?$/;
const PAIR_FIELDS = [
  ['a', 'b'],
  ['filing', 'other'],
  ['first', 'second'],
  ['applicationNumber', 'other'],
  ['application', 'other'],
  ['filing', 'source'],
] as const;

/** Whether a text has the form of an application number, patent or trademark. */
export function isApplicationNumber(text: string): boolean {
  return PATENT_NUMBER.test(text) || MARK_NUMBER.test(text);
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
  const scalars = Object.values(values).filter((value): value is string => typeof value === 'string');
  const lists = Object.values(values).flatMap((value) => (Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : []));
  const numbers = [...new Set([...scalars, ...lists].filter((value) => PATENT_NUMBER.test(value)))];
  const [a, b] = numbers;
  return a === undefined || b === undefined ? null : [a, b];
}

/** Reads values by any of several names and remembers what was said. */
class Reader {
  readonly used = new Set<string>();
  readonly #values: Record<string, unknown>;

  constructor(values: Record<string, unknown>) {
    this.#values = values;
  }

  number(...names: string[]): number | null {
    for (const name of names) {
      const value = this.#values[name];
      const read = Array.isArray(value) ? value.length : value;
      if (typeof read === 'number' && Number.isFinite(read)) {
        this.used.add(name);
        return read;
      }
    }
    return null;
  }

  text(...names: string[]): string | null {
    for (const name of names) {
      const read = words(this.#values[name]);
      if (read !== '') {
        this.used.add(name);
        return read;
      }
    }
    return null;
  }

  objects(name: string): Record<string, unknown>[] {
    const value = this.#values[name];
    if (!Array.isArray(value)) {
      return [];
    }
    this.used.add(name);
    return value.filter((each): each is Record<string, unknown> => typeof each === 'object' && each !== null && !Array.isArray(each));
  }
}

/** A text, or what may be shown of a hashed one. */
function words(value: unknown): string {
  if (typeof value === 'string') {
    return value;
  }
  const masked = typeof value === 'object' && value !== null ? (value as Record<string, unknown>).masked : undefined;
  return typeof masked === 'string' ? masked : '';
}

const share = (value: number) => `${Math.round(value * 1000) / 10} %`;
const figure = (value: number) => (Number.isInteger(value) ? value.toLocaleString('en-US') : String(Math.round(value * 100) / 100));

/** Says the optional part only where it is known. */
const when = (value: number | string | null, text: string) => (value === null ? '' : text);

type Say = (read: Reader, evidence: Evidence) => Bilingual | null;

const nearDuplicate: Say = (read, evidence) => {
  const pair = pairOf(evidence);
  const similarity = read.number('similarity', 'jaccard', 'score');
  if (pair === null || similarity === null) {
    return null;
  }
  markNames(read, evidence, pair);
  const part = PART_NAMES[read.text('part', 'field') ?? ''] ?? { zh: '文本', en: 'texts' };
  const passages = read.number('shared', 'sharedPassages', 'passages');
  return {
    zh: `${pair[0]} 与 ${pair[1]} 的${part.zh}相似度 ${share(similarity)}${when(passages, `，共有片段 ${String(passages)} 处`)}`,
    en: `The ${part.en} of ${pair[0]} and ${pair[1]} are ${share(similarity)} alike${when(passages, `, with ${String(passages)} shared passages`)}`,
  };
};

const titleOnly: Say = (read, evidence) => {
  const pair = pairOf(evidence);
  const body = read.number('bodySimilarity', 'body', 'similarity');
  if (pair === null || body === null) {
    return null;
  }
  markNames(read, evidence, pair);
  const title = read.number('titleSimilarity', 'title');
  return {
    zh: `${pair[0]} 与 ${pair[1]} 仅名称不同${when(title, `（名称相似度 ${share(title ?? 0)}）`)}，正文相似度 ${share(body)}`,
    en: `${pair[0]} and ${pair[1]} differ in their titles only${when(title, ` (titles ${share(title ?? 0)} alike)`)}; their bodies are ${share(body)} alike`,
  };
};

const burst: Say = (read) => {
  const count = read.number('count', 'filings');
  if (count === null) {
    return null;
  }
  const hours = read.number('hours');
  const days = read.number('days');
  const mean = read.number('mean', 'ownMean', 'expected');
  const span = hours !== null ? { zh: `${String(hours)} 小时内`, en: ` within ${String(hours)} hours` } : days !== null ? { zh: `${String(days)} 天内`, en: ` within ${String(days)} days` } : { zh: '', en: '' };
  const percentile = read.number('percentile', 'peerPercentile');
  return {
    zh: `${span.zh}提交 ${figure(count)} 件${when(mean, `，自身平时为 ${figure(mean ?? 0)} 件`)}${when(percentile, `，处于同类第 ${figure(percentile ?? 0)} 百分位`)}`,
    en: `${figure(count)} filings${span.en}${when(mean, `; the usual is ${figure(mean ?? 0)}`)}${when(percentile, `; percentile ${figure(percentile ?? 0)} of its peers`)}`,
  };
};

const sharedThing: Say = (read, evidence) => {
  const thing = thingName(evidence.type.slice('shared-'.length));
  const value = read.text('value', 'masked', 'label', 'name', 'key');
  const applicants = read.number('applicants', 'members', 'count', 'sharers');
  if (value === null || applicants === null) {
    return null;
  }
  const filings = read.number('filings', 'filingCount');
  return {
    zh: `${figure(applicants)} 家申请人共用${thing.zh} ${value}${when(filings, `，涉及 ${figure(filings ?? 0)} 件申请`)}`,
    en: `${figure(applicants)} applicants share the ${thing.en.toLowerCase()} ${value}${when(filings, `, in ${figure(filings ?? 0)} filings`)}`,
  };
};

const link: Say = (read) => {
  const a = read.text('aName', 'a', 'from');
  const b = read.text('bName', 'b', 'to');
  const by = read.objects('by').map((each) => {
    const key = words(each.key);
    const type = words(each.type);
    const thing = thingName(type === '' ? (key.split(':')[0] ?? key) : type);
    return { thing, value: words(each.masked) || words(each.value), applicants: typeof each.applicants === 'number' ? each.applicants : null };
  });
  if (a === null || b === null || by.length === 0) {
    return null;
  }
  ['a', 'b'].forEach((name) => read.used.add(name));
  const zh = by.map(({ thing, value, applicants }) => `${thing.zh} ${value}${when(applicants, `（共 ${String(applicants)} 家使用）`)}`).join('、');
  const en = by.map(({ thing, value, applicants }) => `${thing.en.toLowerCase()} ${value}${when(applicants, ` (used by ${String(applicants)})`)}`).join(', ');
  return { zh: `${a} 与 ${b} 共用${zh}`, en: `${a} and ${b} share ${en}` };
};

function markNames(read: Reader, { values }: Evidence, pair: readonly [string, string]): void {
  Object.entries(values).forEach(([name, value]) => {
    if (value === pair[0] || value === pair[1]) {
      read.used.add(name);
    }
  });
}

const SENTENCES: Record<string, Say> = {
  'near-duplicate-pair': nearDuplicate,
  'near-duplicate': nearDuplicate,
  'near-duplicate-text': nearDuplicate,
  'skeleton-pair': nearDuplicate,
  resubmission: nearDuplicate,
  'resubmission-pair': nearDuplicate,
  'title-only-change': titleOnly,
  'title-only-pair': titleOnly,
  burst,
  'filing-burst': burst,
  link,
};

const TYPES: Record<string, Bilingual> = {
  'near-duplicate-pair': { zh: '文本相似', en: 'Similar texts' },
  'near-duplicate': { zh: '文本相似', en: 'Similar texts' },
  'near-duplicate-text': { zh: '文本相似', en: 'Similar texts' },
  'skeleton-pair': { zh: '骨架一致', en: 'Same skeleton' },
  resubmission: { zh: '撤回后再次提交', en: 'Filed again after withdrawal' },
  'resubmission-pair': { zh: '撤回后再次提交', en: 'Filed again after withdrawal' },
  'title-only-change': { zh: '仅名称不同', en: 'Title only' },
  'title-only-pair': { zh: '仅名称不同', en: 'Title only' },
  burst: { zh: '集中提交', en: 'Burst' },
  'filing-burst': { zh: '集中提交', en: 'Burst' },
  link: { zh: '关联', en: 'Link' },
  'mark-portfolio': { zh: '商标组合', en: 'Portfolio of marks' },
  'mark-likeness': { zh: '商标近似', en: 'Like a mark' },
  'form-times': { zh: '填写用时', en: 'Form times' },
  'sign-in': { zh: '登录', en: 'Sign-in' },
  transfer: { zh: '转让', en: 'Transfer' },
  filing: { zh: '申请', en: 'Filing' },
};


export function toEvidenceLine(evidence: Evidence): EvidenceLine {
  const read = new Reader(evidence.values);
  const say = SENTENCES[evidence.type] ?? (evidence.type.startsWith('shared-') ? sharedThing : undefined);
  const sentence = say?.(read, evidence) ?? null;
  const type = evidence.type.startsWith('shared-') ? sharedType(evidence.type.slice('shared-'.length)) : (TYPES[evidence.type] ?? { zh: evidence.type, en: evidence.type });
  const rest = Object.entries(evidence.values).filter(([name]) => sentence === null || !read.used.has(name));
  return { type, sentence, rest: rest.map(([name, value]) => ({ name: fieldName(name), value })), pair: pairOf(evidence) };
}

function sharedType(thing: string): Bilingual {
  const { zh, en } = thingName(thing);
  return { zh: `共用${zh}`, en: `Shared ${en.toLowerCase()}` };
}

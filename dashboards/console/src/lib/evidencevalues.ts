import type { Language } from '../i18n/language';
import { formatBytes } from './numbers';
import { ABSENT } from './time';

const UNITS: readonly { ending: RegExp; zh: string; en: string }[] = [
  { ending: /(?:Days|_days)$/, zh: '天', en: 'days' },
  { ending: /(?:Hours|_hours)$/, zh: '小时', en: 'hours' },
  { ending: /(?:Minutes|_minutes)$/, zh: '分钟', en: 'minutes' },
  { ending: /(?:Millis|_millis|Milliseconds)$/, zh: '毫秒', en: 'ms' },
  { ending: /(?:Seconds|_seconds)$/, zh: '秒', en: 'seconds' },
  { ending: /(?:Percent|_percent)$/, zh: '%', en: '%' },
];

/** A value's name ends with its unit: `oldestDays`, `lag_seconds`. */
export function unitOf(name: string, language: Language): string {
  return UNITS.find(({ ending }) => ending.test(name))?.[language] ?? '';
}

const precise = new Intl.NumberFormat('en-US', { maximumFractionDigits: 3 });

export interface SaidValue {
  /** One text, or each of a list. */
  texts: string[];
  unit: string;
}

/** A value as a person reads it. It is what a machine found out there: text, never markup. */
export function sayValue(name: string, value: unknown, language: Language): SaidValue {
  const unit = unitOf(name, language);
  if (typeof value === 'number' && Number.isFinite(value)) {
    return /(?:Bytes|_bytes)$/.test(name) ? { texts: [formatBytes(value)], unit: '' } : { texts: [precise.format(value)], unit };
  }
  if (typeof value === 'boolean') {
    const word = value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
    return { texts: [word[language]], unit: '' };
  }
  if (Array.isArray(value)) {
    return { texts: value.length === 0 ? [ABSENT] : value.map((each) => (typeof each === 'string' ? each : JSON.stringify(each))), unit: '' };
  }
  if (typeof value === 'string' && value !== '') {
    return { texts: [value], unit: '' };
  }
  return { texts: [typeof value === 'object' && value !== null ? JSON.stringify(value) : ABSENT], unit: '' };
}

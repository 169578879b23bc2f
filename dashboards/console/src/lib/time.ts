import type { Language } from '../i18n/language';

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** What stands where nothing is known. */
export const ABSENT = '—';

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      fractionalSecondDigits: 3,
    });
    formats.set(zone, format);
  }
  return format;
}

interface WallClock {
  date: string;
  clock: string;
  millis: string;
}

function wallClock(at: number, zone: string): WallClock {
  const parts: Record<string, string> = {};
  for (const part of formatOf(zone).formatToParts(at)) {
    parts[part.type] = part.value;
  }
  const get = (name: string) => parts[name] ?? '';
  return {
    date: `${get('year')}-${get('month')}-${get('day')}`,
    clock: `${get('hour')}:${get('minute')}:${get('second')}`,
    millis: get('fractionalSecond'),
  };
}

export function instant(iso: string): number | null {
  const at = Date.parse(iso);
  return Number.isNaN(at) ? null : at;
}

/** `2026-11-22 15:04:05` in the zone. */
export function formatTime(iso: string, zone: string): string {
  const at = instant(iso);
  if (at === null) {
    return ABSENT;
  }
  const { date, clock } = wallClock(at, zone);
  return `${date} ${clock}`;
}

/** `15:04:05.123`, for places where the day is known. */
export function formatClock(at: number, zone: string, millis = false): string {
  const wall = wallClock(at, zone);
  return millis ? `${wall.clock}.${wall.millis}` : wall.clock;
}

/** `11-22 15:04`, for axes. */
export function formatMinute(at: number, zone: string): string {
  const wall = wallClock(at, zone);
  return `${wall.date.slice(5)} ${wall.clock.slice(0, 5)}`;
}

/** How far the zone is from UTC at that moment. */
export function offsetMillis(at: number, zone: string): number {
  const { date, clock } = wallClock(at, zone);
  return Date.parse(`${date}T${clock}Z`) - Math.floor(at / SECOND) * SECOND;
}

/** `UTC+8`, `UTC-3:30`, `UTC`. */
export function zoneOffset(at: number, zone: string): string {
  const minutes = Math.round(offsetMillis(at, zone) / MINUTE);
  if (minutes === 0) {
    return 'UTC';
  }
  const hours = Math.floor(Math.abs(minutes) / 60);
  const rest = Math.abs(minutes) % 60;
  const tail = rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`;
  return `UTC${minutes < 0 ? '-' : '+'}${hours}${tail}`;
}

/** `2026-11-22 15:04[:05]` as somebody in the zone reads it; null when it is no time. */
export function parseInZone(text: string, zone: string): number | null {
  const match = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})(:\d{2})?$/.exec(text.trim());
  if (match === null) {
    return null;
  }
  const wall = Date.parse(`${match[1] ?? ''}T${match[2] ?? ''}${match[3] ?? ':00'}Z`);
  if (Number.isNaN(wall)) {
    return null;
  }
  // Twice, since the offset at the guess may be that of the other side of a clock change.
  const guess = wall - offsetMillis(wall, zone);
  return wall - offsetMillis(guess, zone);
}

const ISO_DURATION = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** Milliseconds of an ISO 8601 duration in days and smaller; null when it is none. */
export function parseDuration(iso: string): number | null {
  const match = ISO_DURATION.exec(iso);
  if (match === null || iso === 'P' || iso.endsWith('T')) {
    return null;
  }
  const part = (index: number) => Number(match[index] ?? 0);
  return part(1) * DAY + part(2) * HOUR + part(3) * MINUTE + part(4) * SECOND;
}

const UNITS: Record<Language, { size: number; word: string }[]> = {
  zh: [
    { size: DAY, word: ' 天' },
    { size: HOUR, word: ' 小时' },
    { size: MINUTE, word: ' 分' },
    { size: SECOND, word: ' 秒' },
  ],
  en: [
    { size: DAY, word: ' d' },
    { size: HOUR, word: ' h' },
    { size: MINUTE, word: ' min' },
    { size: SECOND, word: ' s' },
  ],
};

/** `3 分 20 秒`: the two largest units, or as many as asked for; below a second in milliseconds. */
export function formatDuration(millis: number, language: Language, units = 2): string {
  const whole = Math.max(0, Math.round(millis));
  if (whole < SECOND) {
    return language === 'zh' ? `${whole} 毫秒` : `${whole} ms`;
  }
  let rest = Math.round(whole / SECOND) * SECOND;
  const words: string[] = [];
  for (const { size, word } of UNITS[language]) {
    const times = Math.floor(rest / size);
    if (times > 0 && words.length < units) {
      words.push(`${times}${word}`);
      rest -= times * size;
    } else if (words.length > 0) {
      break;
    }
  }
  return words.join(' ');
}

/** `3 分 20 秒前`, `in 5 s`. */
export function formatRelative(iso: string, now: number, language: Language): string {
  const at = instant(iso);
  if (at === null) {
    return ABSENT;
  }
  const distance = now - at;
  if (Math.abs(distance) < SECOND) {
    return language === 'zh' ? '刚刚' : 'just now';
  }
  const words = formatDuration(Math.abs(distance), language);
  if (language === 'zh') {
    return distance > 0 ? `${words}前` : `${words}后`;
  }
  return distance > 0 ? `${words} ago` : `in ${words}`;
}

/** Milliseconds from one moment to another; null where one of them is not known. */
export function between(from: string | null, to: string | null): number | null {
  const [start, end] = [from, to].map((iso) => (iso === null ? null : instant(iso)));
  return start === null || start === undefined || end === null || end === undefined ? null : Math.max(0, end - start);
}

/** Months as `2026-11`. */
const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;

export function parseMonth(text: string | null, fallback: string): string {
  return text !== null && MONTH.test(text) ? text : fallback;
}

/** The month of a moment in a zone. */
export function monthOf(at: number, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit' }).formatToParts(at);
  const get = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return `${get('year')}-${get('month')}`;
}

export function addMonths(month: string, step: number): string {
  const [, year = '1970', number = '01'] = MONTH.exec(month) ?? [];
  const count = Number(year) * 12 + Number(number) - 1 + step;
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`;
}

const OFFERED = 24;

/** Two years back from a month, newest first, and the chosen one where it lies outside. */
export function monthsUntil(current: string, chosen: string): string[] {
  const offered = Array.from({ length: OFFERED }, (_, index) => addMonths(current, -index));
  return offered.includes(chosen) ? offered : [chosen, ...offered].sort().reverse();
}

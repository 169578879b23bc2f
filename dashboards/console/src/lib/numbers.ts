import { ABSENT } from './time';

const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const oneDigit = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });

/** `1,234,567`; a dash when it is not known. */
export function formatCount(value: number | null): string {
  return value === null ? ABSENT : grouped.format(value);
}

/** Events per second: below ten one digit after the point still says something. */
export function formatRate(value: number | null): string {
  if (value === null) {
    return ABSENT;
  }
  return value < 10 ? oneDigit.format(value) : grouped.format(value);
}

/** `12.3 %` of a share from 0 to 1; what is there and rounds to nothing is said to be less. */
export function formatShare(value: number | null): string {
  if (value === null) {
    return ABSENT;
  }
  return value > 0 && value < 0.001 ? '< 0.1 %' : `${oneDigit.format(value * 100)} %`;
}

export function formatBytes(value: number | null): string {
  if (value === null) {
    return ABSENT;
  }
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  let size = value;
  let unit = 0;
  while (size >= 1024 && unit < units.length - 1) {
    size /= 1024;
    unit += 1;
  }
  return `${size < 10 && unit > 0 ? oneDigit.format(size) : grouped.format(size)} ${units[unit] ?? ''}`;
}

/** Median and 99th percentile: `118 / 412 ms`. */
export function formatDelay(delay: { p50: number | null; p99: number | null }): string {
  const small = (value: number | null) => value === null || value < 1_000;
  if (small(delay.p50) && small(delay.p99)) {
    return `${formatCount(delay.p50)} / ${formatCount(delay.p99)} ms`;
  }
  return `${formatMillis(delay.p50)} / ${formatMillis(delay.p99)}`;
}

/** `123 ms`, `1.2 s`. */
export function formatMillis(value: number | null): string {
  if (value === null) {
    return ABSENT;
  }
  return value < 1_000 ? `${grouped.format(value)} ms` : `${oneDigit.format(value / 1_000)} s`;
}

import { describe, expect, it } from 'vitest';
import { Problem } from '../api/http';
import { UnreadableAnswer } from '../api/shape';
import type { Part } from '../api/types';
import { platform } from '../testing/fixtures';
import { failureOf } from './failure';
import { byTrouble, toHealth } from './health';
import { formatBytes, formatCount, formatDelay, formatMillis, formatRate } from './numbers';
import { passwordFault } from './password';
import { intervalFor, parseRange } from './range';
import { DAY, HOUR, MINUTE } from './time';
import { toOpenFigures, toTrend } from './trend';

describe('numbers', () => {
  it('are grouped, with a dash for what is not known', () => {
    expect(formatCount(1_234_567)).toBe('1,234,567');
    expect(formatCount(null)).toBe('—');
    expect(formatRate(0.25)).toBe('0.3');
    expect(formatRate(1_180.4)).toBe('1,180');
    expect(formatBytes(1_610_612_736)).toBe('1.5 GiB');
    expect(formatBytes(null)).toBe('—');
    expect(formatMillis(1_640)).toBe('1.6 s');
  });

  it('name the unit of a delay once where it is the same', () => {
    expect(formatDelay({ p50: 118, p99: 412 })).toBe('118 / 412 ms');
    expect(formatDelay({ p50: 118, p99: 1_640 })).toBe('118 ms / 1.6 s');
    expect(formatDelay({ p50: null, p99: null })).toBe('— / — ms');
  });
});

describe('alerts over time', () => {
  const bucket = { time: '2026-11-22T07:00:00Z', informational: 0, low: 1, medium: 2, high: 3, critical: 4 };

  it('are stacked with the most severe on top', () => {
    const trend = toTrend([bucket], 'PT5M');
    expect(trend.series.map(({ severity, counts }) => [severity, ...counts])).toEqual([['informational', 0], ['low', 1], ['medium', 2], ['high', 3], ['critical', 4]]);
    expect(trend).toMatchObject({ quiet: false, step: 5 * MINUTE });
  });

  it('are quiet where every bar is empty', () => {
    expect(toTrend([{ ...bucket, low: 0, medium: 0, high: 0, critical: 0 }], 'PT5M').quiet).toBe(true);
  });

  it.each([
    [HOUR, 'PT1M'],
    [6 * HOUR, 'PT5M'],
    [DAY, 'PT15M'],
    [7 * DAY, 'PT3H'],
    [30 * DAY, 'P1D'],
  ])('over %d ms come in bars of %s', (span, interval) => {
    expect(intervalFor(span)).toBe(interval);
  });

  it('that are open count zero where none is', () => {
    expect(toOpenFigures({ high: 3 }).map(({ severity, count }) => [severity, count])).toEqual([['critical', 0], ['high', 3], ['medium', 0], ['low', 0], ['informational', 0]]);
  });
});

describe('a range in the address', () => {
  const fallback = { type: 'all' } as const;

  it.each(['range=forever', 'range=PT0S', 'from=2026-11-22', 'range=-PT1H'])('that is %s is the default', (search) => {
    expect(parseRange(new URLSearchParams(search), fallback)).toBe(fallback);
  });
});

describe('the platform', () => {
  const part = (name: string, state: Part['state']): Part => ({ name, state, pid: null, port: null, memoryBytes: null, since: null, restarts: 0, detail: '' });

  it('is unknown until it has spoken', () => {
    expect(toHealth(undefined)).toMatchObject({ state: 'unknown', broken: [] });
  });

  it('names the parts in trouble, and puts them first', () => {
    const parts = [part('kafka', 'running'), part('stream', 'backoff'), part('agent', 'failed'), part('service', 'starting')];
    expect(toHealth(platform({ state: 'degraded', parts }))).toMatchObject({ running: 1, all: 4, broken: [{ name: 'stream' }, { name: 'agent' }] });
    expect(byTrouble(parts).map(({ name }) => name)).toEqual(['agent', 'stream', 'service', 'kafka']);
  });
});

describe('a failure', () => {
  it.each([
    [0, 'network'],
    [403, 'forbidden'],
    [404, 'missing'],
    [409, 'conflict'],
    [400, 'invalid'],
    [500, 'server'],
    [503, 'away'],
  ])('with status %d is %s', (status, kind) => {
    expect(failureOf(new Problem(status, 'x', 'why'))).toEqual({ kind, detail: kind === 'invalid' ? 'why' : '' });
  });

  it('is unreadable when the answer was', () => {
    expect(failureOf(new UnreadableAnswer('severity "x"')).kind).toBe('unreadable');
    expect(failureOf(new SyntaxError('Unexpected token')).detail).toBe('');
  });

  it('never shows the name of an exception', () => {
    expect(failureOf(new TypeError('undefined is not a function'))).toEqual({ kind: 'server', detail: '' });
  });
});

describe('a new password', () => {
  it.each([
    ['Short-1', { type: 'short', length: 7 }],
    [`Aa1${'x'.repeat(126)}`, { type: 'long', length: 129 }],
    ['only-lower-case', { type: 'plain' }],
    ['My-Operator-2026', { type: 'account' }],
    ['Old-password-1', { type: 'same' }],
    ['A-much-better-1', { type: 'none' }],
    ['知识产权保护-Shield', { type: 'none' }],
  ])('%s is %o', (next, fault) => {
    expect(passwordFault('operator', 'Old-password-1', next)).toEqual(fault);
  });
});

import { describe, expect, it } from 'vitest';
import { SIGNAL_CODES, signalName } from './signals';

/** The signals of this tree, which the pages must be able to name. */
const FILES = import.meta.glob<string>(
  '../../../../rules/catalog/src/main/resources/io/zhidun/catalog/filings/signals.yml',
  { query: '?raw', import: 'default', eager: true },
);
const SHIPPED = new Map(
  [...Object.values(FILES).join('').matchAll(/^ {2}([a-z-]+):\n(?: {4}.*\n)*? {4}name: \{zh: ([^,}]+),/gm)].map(
    (match) => [match[1] ?? '', match[2]],
  ),
);

describe('the names of signals', () => {
  it('can be compared with a catalogue', () => {
    expect(SHIPPED.size).toBeGreaterThan(30);
  });

  it.each([...SHIPPED])('have the shipped %s as %s', (code, zh) => {
    expect(signalName(code)?.zh).toBe(zh);
    expect(signalName(code)?.en).toMatch(/^[A-Z][^\p{Script=Han}]+$/u);
  });

  it('are for codes that are shipped', () => {
    expect(SIGNAL_CODES.filter((code) => !SHIPPED.has(code))).toEqual([]);
  });
});

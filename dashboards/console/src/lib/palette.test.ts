import { describe, expect, it } from 'vitest';
import { SEVERITIES } from '../api/types';
import { cssVariables, DARK, LIGHT, type Palette } from './palette';
import { TINTS } from './passages';

function channels(colour: string): [number, number, number] {
  const at = (from: number) => Number.parseInt(colour.slice(from, from + 2), 16) / 255;
  return [at(1), at(3), at(5)];
}

const linear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const [red, green, blue] = channels(colour).map(linear) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** What a deuteranope sees (Machado, Oliveira and Fernandes 2009, severity 1), in linear RGB. */
function deuteranope(colour: string): number[] {
  const [r, g, b] = channels(colour).map(linear) as [number, number, number];
  return [0.367322 * r + 0.860646 * g - 0.227968 * b, 0.280085 * r + 0.672501 * g + 0.047413 * b, -0.01182 * r + 0.04294 * g + 0.968881 * b];
}

function distance(a: string, b: string): number {
  const [x, y] = [deuteranope(a), deuteranope(b)];
  return Math.hypot(...x.map((value, index) => Math.cbrt(Math.max(0, value)) - Math.cbrt(Math.max(0, y[index] ?? 0))));
}

describe.each<[string, Palette]>([
  ['light', LIGHT],
  ['dark', DARK],
])('the %s palette', (_, palette) => {
  const grounds = [palette.surface, palette.background, palette.raised, palette.hover, palette.selected];

  it.each(['text', 'textSecond', 'textThird', 'accent', 'bad', 'good', 'warn'] as const)('reads %s on every ground (AA, 4.5)', (name) => {
    grounds.forEach((ground) => {
      expect(contrast(palette[name], ground), `${name} ${palette[name]} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    });
  });

  it.each(SEVERITIES)('reads the word of %s on every ground (AA, 4.5)', (severity) => {
    grounds.forEach((ground) => {
      expect(contrast(palette.severity[severity], ground), ground).toBeGreaterThanOrEqual(4.5);
    });
  });

  it.each(SEVERITIES)('shows the shape and bar of %s (AA, 3)', (severity) => {
    expect(contrast(palette.fill[severity], palette.surface)).toBeGreaterThanOrEqual(3);
  });

  it('reads text in marks and on warnings', () => {
    [palette.markMatch, palette.markEntity, palette.badSurface, palette.warnSurface].forEach((ground) => {
      expect(contrast(palette.text, ground), ground).toBeGreaterThanOrEqual(4.5);
    });
    expect(contrast(palette.bad, palette.badSurface)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.warn, palette.warnSurface)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.onAccent, palette.accent)).toBeGreaterThanOrEqual(4.5);
  });

  it('reads text on every tint of shared passages, also where it is pointed at', () => {
    expect(palette.tints).toHaveLength(TINTS);
    palette.tints.forEach(({ rest, on }) => {
      expect(contrast(palette.text, rest), rest).toBeGreaterThanOrEqual(4.5);
      expect(contrast(palette.text, on), on).toBeGreaterThanOrEqual(4.5);
    });
  });

  it('mixes its tints into its own ground', () => {
    expect(palette.tints.every(({ rest }) => contrast(rest, palette.surface) < contrast(rest, palette.text))).toBe(true);
  });

  it('keeps neighbours in a stack apart for deuteranopes', () => {
    SEVERITIES.slice(1).forEach((severity, index) => {
      const below = SEVERITIES[index] ?? 'low';
      expect(distance(palette.fill[severity], palette.fill[below]), `${below} – ${severity}`).toBeGreaterThan(0.12);
    });
  });
});

it('names a style variable for every colour', () => {
  expect(cssVariables(LIGHT)).toMatchObject({ '--text-second': LIGHT.textSecond, '--severity-high': LIGHT.severity.high, '--fill-low': LIGHT.fill.low });
});

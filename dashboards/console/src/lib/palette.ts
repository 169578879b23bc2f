import type { Severity } from '../api/types';

/** One neutral scale, one accent, five severities; every pair used for text passes WCAG AA. */
export interface Palette {
  background: string;
  surface: string;
  raised: string;
  hover: string;
  selected: string;
  border: string;
  borderStrong: string;
  text: string;
  textSecond: string;
  textThird: string;
  accent: string;
  onAccent: string;
  good: string;
  warn: string;
  bad: string;
  badSurface: string;
  warnSurface: string;
  markMatch: string;
  markEntity: string;
  /** For words. */
  severity: Record<Severity, string>;
  /** For shapes and bars, which need less contrast than words and differ more in lightness. */
  fill: Record<Severity, string>;
  /** Grounds of shared passages, in turn: at rest, and where one is pointed at. */
  tints: readonly { rest: string; on: string; edge: string }[];
}

/** Hues of shared passages; neighbours are far apart, and the edge tells them where colours do not. */
const HUES = ['#e0b000', '#3f8fe0', '#35a87a', '#d9762b', '#8d6ad6', '#c8558f'] as const;
const REST = 0.24;
const ON = 0.46;

function mixed(colour: string, part: number, ground: string): string {
  const channel = (text: string, at: number) => Number.parseInt(text.slice(at, at + 2), 16);
  const mix = (at: number) => Math.round(channel(colour, at) * part + channel(ground, at) * (1 - part));
  return `#${[1, 3, 5].map((at) => mix(at).toString(16).padStart(2, '0')).join('')}`;
}

function tintsOn(ground: string): Palette['tints'] {
  return HUES.map((hue) => ({ rest: mixed(hue, REST, ground), on: mixed(hue, ON, ground), edge: hue }));
}

export const LIGHT: Palette = {
  background: '#f4f5f7',
  surface: '#ffffff',
  raised: '#fafbfc',
  hover: '#f0f2f5',
  selected: '#e4eefa',
  border: '#e1e4e8',
  borderStrong: '#c5cad1',
  text: '#1b1f24',
  textSecond: '#4f5862',
  textThird: '#626b76',
  accent: '#0b5cad',
  onAccent: '#ffffff',
  good: '#1a7040',
  warn: '#8a5800',
  bad: '#b3132b',
  badSurface: '#fdecee',
  warnSurface: '#fff5e0',
  markMatch: '#ffe08a',
  markEntity: '#cfe3fb',
  severity: {
    critical: '#a4002f',
    high: '#b94700',
    medium: '#7d6100',
    low: '#1c6bb0',
    informational: '#5d6773',
  },
  fill: {
    critical: '#a8003a',
    high: '#dd5c00',
    medium: '#b88a00',
    low: '#3a8ad0',
    informational: '#8b95a1',
  },
  tints: tintsOn('#ffffff'),
};

export const DARK: Palette = {
  background: '#101316',
  surface: '#171b1f',
  raised: '#1c2126',
  hover: '#20262b',
  selected: '#1a2f47',
  border: '#2a3138',
  borderStrong: '#414b55',
  text: '#e2e6ea',
  textSecond: '#abb4be',
  textThird: '#929ca7',
  accent: '#6db1f7',
  onAccent: '#0b1a2a',
  good: '#63c98c',
  warn: '#e5b34d',
  bad: '#ff8a94',
  badSurface: '#3a181d',
  warnSurface: '#33280f',
  markMatch: '#6a5200',
  markEntity: '#1f4470',
  severity: {
    critical: '#ff7d93',
    high: '#ff9d57',
    medium: '#e0c04a',
    low: '#72b4f5',
    informational: '#9ba6b2',
  },
  fill: {
    critical: '#ff5c7c',
    high: '#e66a1f',
    medium: '#f0d060',
    low: '#4f97dd',
    informational: '#75808c',
  },
  tints: tintsOn('#171b1f'),
};

export function cssVariables(palette: Palette): Record<string, string> {
  const { severity, fill, tints, ...rest } = palette;
  const variables: Record<string, string> = {};
  for (const [name, value] of Object.entries(rest)) {
    variables[`--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`] = value;
  }
  for (const [name, value] of Object.entries(fill)) {
    variables[`--fill-${name}`] = value;
  }
  tints.forEach(({ rest: quiet, on, edge }, index) => {
    variables[`--tint-${index}`] = quiet;
    variables[`--tint-${index}-on`] = on;
    variables[`--tint-${index}-edge`] = edge;
  });
  for (const [name, value] of Object.entries(severity)) {
    variables[`--severity-${name}`] = value;
  }
  return variables;
}

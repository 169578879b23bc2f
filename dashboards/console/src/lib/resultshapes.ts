import type { Result } from '../api/compliancetypes';
import type { Palette } from './palette';

/** One path of a shape in a field of 12 × 12; filled where it has no stroke. */
export interface ShapePath {
  d: string;
  /** Width of the line. */
  stroke?: number;
  dash?: string;
}

/** A shape for each result: what nothing shows yet is hollow, never filled. */
export const RESULT_SHAPES: Record<Result, readonly ShapePath[]> = {
  met: [{ d: 'M1.8 6.4 4.8 9.4 10.2 3', stroke: 2 }],
  'partly-met': [{ d: 'M1.4 6a4.6 4.6 0 1 0 9.2 0a4.6 4.6 0 1 0-9.2 0z', stroke: 1.6 }, { d: 'M6 1.4a4.6 4.6 0 0 0 0 9.2z' }],
  'not-met': [{ d: 'M2 2l8 8M10 2l-8 8', stroke: 2.4 }],
  'no-evidence': [{ d: 'M2.6 1.2h4.4l2.6 2.6v7H2.6z M4.6 6.2h3 M4.6 8.4h3', stroke: 1.2, dash: '2 1' }],
  'not-assessed': [{ d: 'M1.8 6a4.2 4.2 0 1 0 8.4 0a4.2 4.2 0 1 0-8.4 0z', stroke: 1.4 }],
  'not-applicable': [{ d: 'M2.4 6h7.2', stroke: 1.8 }],
};

const COLOURS: Record<Result, (palette: Palette) => string> = {
  met: ({ good }) => good,
  'partly-met': ({ severity }) => severity.medium,
  'not-met': ({ bad }) => bad,
  'no-evidence': ({ severity }) => severity.low,
  'not-assessed': ({ textThird }) => textThird,
  'not-applicable': ({ textThird }) => textThird,
};

/** The shape as a picture for a background: thousands of cells share it, and none has an element for it. */
export function shapeImage(result: Result, palette: Palette): string {
  const colour = COLOURS[result](palette);
  const paths = RESULT_SHAPES[result].map(({ d, stroke, dash }) => (stroke === undefined ? `<path d="${d}" fill="${colour}"/>` : `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${stroke}"${dash === undefined ? '' : ` stroke-dasharray="${dash}"`}/>`));
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="12" height="12" viewBox="0 0 12 12">${paths.join('')}</svg>`;
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`;
}

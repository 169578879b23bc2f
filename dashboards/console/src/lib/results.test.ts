import { expect, it } from 'vitest';
import { RESULTS, type ItemCell } from '../api/compliancetypes';
import { resultCounts } from '../testing/compliance';
import { cellsInOrder } from './itemcells';
import { DARK, LIGHT } from './palette';
import { applicableOf, clauseName, decidedOf, segmentsOf } from './results';
import { shapeImage } from './resultshapes';

const counts = resultCounts({ met: 60, 'partly-met': 8, 'not-met': 12, 'no-evidence': 128, 'not-applicable': 3 });

it('does not count what does not apply', () => {
  expect(applicableOf(counts)).toBe(208);
});

it('counts no evidence and not assessed as undecided', () => {
  expect(decidedOf(counts)).toBe(80);
});

it('draws a part for each result that occurs, and all of them make the whole', () => {
  const segments = segmentsOf(counts);
  expect(segments.map(({ result }) => result)).toEqual(['met', 'partly-met', 'not-met', 'no-evidence', 'not-applicable']);
  expect(segments.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 10);
  expect(segmentsOf(resultCounts())).toEqual([]);
});

it('says a clause as an assessor does, and leaves what it does not know', () => {
  expect(clauseName('L3-8.1.10.6-g')).toBe('8.1.10.6 g');
  expect(clauseName('house-rule-1')).toBe('house-rule-1');
});

it('puts what needs somebody first', () => {
  const cell = (object: string, result: ItemCell['result'], stale = false): ItemCell => ({ object, objectName: object, result, stale, reason: { zh: '', en: '' }, judge: null, judgedAt: null, evidence: [], attestations: [], overruling: null, exemption: null });
  const cells = [cell('a', 'met'), cell('b', 'no-evidence'), cell('c', 'not-met'), cell('d', 'partly-met'), cell('e', 'no-evidence', true)];
  expect(cellsInOrder(cells).map(({ object }) => object)).toEqual(['c', 'd', 'e', 'b', 'a']);
});

it.each(RESULTS)('the picture of %s has the colour of the theme, and nothing that ends the address', (result) => {
  const [light, dark] = [shapeImage(result, LIGHT), shapeImage(result, DARK)];
  expect(light).toMatch(/^url\("data:image\/svg\+xml,[^"<>#\s]+"\)$/);
  expect(light).not.toBe(dark);
});

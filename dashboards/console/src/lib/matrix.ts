import { EVIDENCE_CLASSES, RESULTS, type EvidenceClass, type Matrix, type MatrixItem, type MatrixObject, type Result } from '../api/compliancetypes';
import type { Bilingual } from '../api/types';
import { withConditions } from './address';

/** What the matrix shows. Everything in it stands in the address bar. */
export interface MatrixFilter {
  categories: string[];
  results: Result[];
  classes: EvidenceClass[];
  /** Ids. */
  objects: string[];
  kinds: string[];
  stale: boolean;
  text: string;
}

export const NO_MATRIX_FILTER: MatrixFilter = { categories: [], results: [], classes: [], objects: [], kinds: [], stale: false, text: '' };

function known<T extends string>(values: string[], allowed: readonly T[]): T[] {
  return allowed.filter((each) => values.includes(each));
}

export function parseMatrixFilter(params: URLSearchParams): MatrixFilter {
  return {
    categories: params.getAll('category'),
    results: known(params.getAll('result'), RESULTS),
    classes: known(params.getAll('class'), EVIDENCE_CLASSES),
    objects: params.getAll('object'),
    kinds: params.getAll('kind'),
    stale: params.get('stale') === 'true',
    text: params.get('q') ?? '',
  };
}

/** The address for a filter; what is not the filter's is kept. */
export function writeMatrixFilter(filter: MatrixFilter, kept: URLSearchParams = new URLSearchParams()): URLSearchParams {
  return withConditions(kept, {
    category: filter.categories,
    result: filter.results,
    class: filter.classes,
    object: filter.objects,
    kind: filter.kinds,
    stale: filter.stale ? 'true' : '',
    q: filter.text,
  });
}

export function isMatrixNarrowed(filter: MatrixFilter): boolean {
  return writeMatrixFilter(filter).toString() !== '';
}

export function matrixLink(system: string, part: Partial<MatrixFilter> = {}): string {
  const search = writeMatrixFilter({ ...NO_MATRIX_FILTER, ...part }).toString();
  return `/compliance/${encodeURIComponent(system)}${search === '' ? '' : `?${search}`}`;
}

/** The columns: what was chosen by name or kind, else all. The whole system always stays where nothing is chosen. */
export function shownObjects(objects: readonly MatrixObject[], filter: MatrixFilter): MatrixObject[] {
  return objects.filter(({ id, kind }) => (filter.objects.length === 0 || filter.objects.includes(id)) && (filter.kinds.length === 0 || filter.kinds.includes(kind)));
}

function holds(wanted: readonly string[], actual: string): boolean {
  return wanted.length === 0 || wanted.includes(actual);
}

function mentions(item: MatrixItem, text: string): boolean {
  const needle = text.trim().toLowerCase();
  return needle === '' || [item.item, item.gloss.zh, item.gloss.en, item.controlPoint.zh, item.controlPoint.en].some((place) => place.toLowerCase().includes(needle));
}

/** Where columns are chosen, a row is judged by what it says on them. */
export function matchesMatrix(item: MatrixItem, filter: MatrixFilter, columns: readonly MatrixObject[]): boolean {
  const narrowed = filter.objects.length > 0 || filter.kinds.length > 0;
  const cells = narrowed ? columns.map(({ id }) => item.cells.get(id)).filter((cell) => cell !== undefined) : [];
  if (!holds(filter.categories, item.category.zh) || !holds(filter.classes, item.class) || !mentions(item, filter.text)) {
    return false;
  }
  if (narrowed) {
    return cells.some((cell) => holds(filter.results, cell.result) && (!filter.stale || cell.stale));
  }
  return holds(filter.results, item.result) && (!filter.stale || item.stale);
}

interface CategoryRow {
  type: 'category';
  key: string;
  name: Bilingual;
  items: number;
}

interface PointRow {
  type: 'point';
  key: string;
  name: Bilingual;
  clause: string;
  items: number;
}

export type MatrixRow =
  | CategoryRow
  | PointRow
  | { type: 'item'; key: string; item: MatrixItem; failing: number; cells: number };

/** `8.1.4.3` of `L3-8.1.4.3-a`. */
function pointOf(item: string): string {
  return item.replace(/^L\d-/, '').replace(/-[a-z]+$/, '');
}

/** Rows under the head of their category and control point, in the order of the catalogue. */
export function toMatrixRows(items: readonly MatrixItem[], columns: readonly MatrixObject[]): MatrixRow[] {
  const rows: MatrixRow[] = [];
  let category: CategoryRow | undefined;
  let point: PointRow | undefined;
  for (const item of items) {
    const clause = pointOf(item.item);
    if (category?.name.zh !== item.category.zh) {
      category = { type: 'category', key: `c-${item.category.zh}-${rows.length}`, name: item.category, items: 0 };
      point = undefined;
      rows.push(category);
    }
    if (point?.clause !== clause) {
      point = { type: 'point', key: `p-${item.item}`, name: item.controlPoint, clause, items: 0 };
      rows.push(point);
    }
    category.items += 1;
    point.items += 1;
    const cells = columns.map(({ id }) => item.cells.get(id)).filter((cell) => cell !== undefined);
    rows.push({ type: 'item', key: item.item, item, failing: cells.filter(({ result }) => result === 'not-met' || result === 'partly-met').length, cells: cells.length });
  }
  return rows;
}

export interface MatrixView {
  columns: MatrixObject[];
  rows: MatrixRow[];
  /** Of all items. */
  shown: number;
  bands: ObjectBand[];
  /** Short names, by column. */
  names: string[];
}

export interface ObjectBand {
  kind: string;
  /** Index of the first column and how many. */
  from: number;
  count: number;
}

/** Neighbouring columns of one kind. */
export function bandsOf(columns: readonly MatrixObject[]): ObjectBand[] {
  const bands: ObjectBand[] = [];
  columns.forEach((column, index) => {
    const last = bands.at(-1);
    if (last?.kind === column.kind) {
      last.count += 1;
    } else {
      bands.push({ kind: column.kind, from: index, count: 1 });
    }
  });
  return bands;
}

function sharedStart(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) {
    length += 1;
  }
  return a.slice(0, length);
}

/** What neighbours of a kind all begin with is said by the band above them; the rest tells them apart. */
export function columnNames(columns: readonly MatrixObject[]): string[] {
  return bandsOf(columns).flatMap(({ from, count }) => {
    const names = columns.slice(from, from + count).map(({ name }) => name);
    const start = count < 2 ? '' : names.reduce(sharedStart);
    // A number is never cut in two.
    const cut = start.replace(/\d+$/, '').length;
    return names.map((name) => name.slice(cut).trim() || name);
  });
}

const KIND_ORDER = ['organisation', 'room', 'network-device', 'security-device', 'host', 'database', 'application', 'data', 'terminal'];

/** Columns that nothing is measured on tell nothing; the rest stands by kind, the whole system first. */
export function viewOf(matrix: Matrix, filter: MatrixFilter): MatrixView {
  const rank = (kind: string) => (KIND_ORDER.includes(kind) ? KIND_ORDER.indexOf(kind) : KIND_ORDER.length);
  const chosen = shownObjects(matrix.objects, filter).toSorted((a, b) => Number(b.whole) - Number(a.whole) || rank(a.kind) - rank(b.kind));
  const items = matrix.items.filter((item) => matchesMatrix(item, filter, chosen));
  const measured = new Set(items.flatMap((item) => [...item.cells.keys()]));
  const columns = chosen.filter(({ id }) => measured.has(id));
  return { columns, rows: toMatrixRows(items, columns), shown: items.length, bands: bandsOf(columns), names: columnNames(columns) };
}

export interface MatrixFacets {
  category: { name: Bilingual; count: number }[];
  result: ReadonlyMap<Result, number>;
  class: ReadonlyMap<EvidenceClass, number>;
  kind: ReadonlyMap<string, number>;
  stale: number;
}

function tally<T>(values: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  values.forEach((value) => counts.set(value, (counts.get(value) ?? 0) + 1));
  return counts;
}

/** How many items each choice would show, the rest of the filter left as it is. */
export function facetsOf(matrix: Matrix, filter: MatrixFilter): MatrixFacets {
  const without = (part: Partial<MatrixFilter>) => {
    const rest = { ...filter, ...part };
    const columns = shownObjects(matrix.objects, rest);
    return matrix.items.filter((item) => matchesMatrix(item, rest, columns));
  };
  const names = new Map(matrix.items.map(({ category }) => [category.zh, category]));
  const counted = tally(without({ categories: [] }).map(({ category }) => category.zh));
  return {
    category: [...names.values()].map((name) => ({ name, count: counted.get(name.zh) ?? 0 })),
    result: tally(without({ results: [] }).map(({ result }) => result)),
    class: tally(without({ classes: [] }).map((item) => item.class)),
    kind: tally(matrix.objects.map(({ kind }) => kind)),
    stale: without({ stale: false }).filter(({ stale }) => stale).length,
  };
}

export interface Place {
  row: number;
  column: number;
}

const STEPS: Record<string, Place> = { ArrowUp: { row: -1, column: 0 }, ArrowDown: { row: 1, column: 0 }, ArrowLeft: { row: 0, column: -1 }, ArrowRight: { row: 0, column: 1 } };

/** Where a key leads from a place: over heads to the next item, never outside. Column -1 is the item itself. */
export function stepFrom(rows: readonly MatrixRow[], columns: number, at: Place, key: string): Place {
  const step = STEPS[key];
  if (key === 'Home' || key === 'End') {
    return { ...at, column: key === 'Home' ? -1 : columns - 1 };
  }
  if (step === undefined) {
    return at;
  }
  const column = Math.min(columns - 1, Math.max(-1, at.column + step.column));
  if (step.row === 0) {
    return { row: at.row, column };
  }
  let row = at.row + step.row;
  while (row >= 0 && row < rows.length && rows[row]?.type !== 'item') {
    row += step.row;
  }
  return rows[row]?.type === 'item' ? { row, column } : at;
}

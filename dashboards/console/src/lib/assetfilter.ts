import type { Query } from '../api/http';
import { ASSET_KINDS, type AssetKind } from '../api/assettypes';
import { withConditions } from './address';

export const ASSET_SORTS = ['id', '-id', 'name', '-name', '-importance'] as const;
export type AssetSort = (typeof ASSET_SORTS)[number];

/** What the inventory shows. Everything in it stands in the address bar. */
export interface AssetFilter {
  systems: string[];
  kinds: AssetKind[];
  zones: string[];
  importances: string[];
  dataClasses: string[];
  text: string;
  sort: AssetSort;
}

export const NO_ASSET_FILTER: AssetFilter = { systems: [], kinds: [], zones: [], importances: [], dataClasses: [], text: '', sort: 'id' };

const IMPORTANCES = ['1', '2', '3'];

export function parseAssetFilter(params: URLSearchParams): AssetFilter {
  return {
    systems: params.getAll('system'),
    kinds: ASSET_KINDS.filter((kind) => params.getAll('kind').includes(kind)),
    zones: params.getAll('zone'),
    importances: IMPORTANCES.filter((each) => params.getAll('importance').includes(each)),
    dataClasses: params.getAll('dataClass'),
    text: params.get('q') ?? '',
    sort: ASSET_SORTS.find((each) => each === params.get('sort')) ?? NO_ASSET_FILTER.sort,
  };
}

/** The address for a filter; what is not the filter's (the selection) is kept. */
export function writeAssetFilter(filter: AssetFilter, kept: URLSearchParams = new URLSearchParams()): URLSearchParams {
  return withConditions(kept, {
    system: filter.systems,
    kind: filter.kinds,
    zone: filter.zones,
    importance: filter.importances,
    dataClass: filter.dataClasses,
    q: filter.text,
    sort: filter.sort === NO_ASSET_FILTER.sort ? '' : filter.sort,
  });
}

export function isAssetNarrowed(filter: AssetFilter): boolean {
  return writeAssetFilter({ ...filter, sort: NO_ASSET_FILTER.sort }).toString() !== '';
}

export function toAssetQuery(filter: AssetFilter): Query {
  return { system: filter.systems, kind: filter.kinds, zone: filter.zones, importance: filter.importances, dataClass: filter.dataClasses, q: filter.text };
}

/** `10.0.0.1; host-1` as it is typed: separated by semicolons, commas, spaces or lines, each once. */
export function splitList(typed: string): string[] {
  return [...new Set(typed.split(/[;,；，\s]+/).filter((each) => each !== ''))];
}

const ID = /^[a-z0-9][a-z0-9._-]{0,63}$/;

/** Whether a text can be the id of a system or an asset. */
export function isInventoryId(text: string): boolean {
  return ID.test(text);
}

/** Level of `S3A2G3`: the higher of S and A; null where it is no notation. */
export function levelOfNotation(notation: string): number | null {
  const match = /^S([1-4])A([1-4])G([1-4])$/.exec(notation);
  return match === null ? null : Math.max(Number(match[1]), Number(match[2]));
}

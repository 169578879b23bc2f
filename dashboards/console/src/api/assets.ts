import { get, post, put, remove, upload, withQuery, type Query } from './http';
import { ASSET_KINDS, ROUTES, type Asset, type AssetFacets, type Discovery, type ImportDone, type ImportPreview, type ProtectedSystem } from './assettypes';
import { bilingual, list, number, object, oneOf, page, required, text, textOrNull } from './shape';
import type { Page } from './types';

export function readSystem(value: unknown): ProtectedSystem {
  const row = required(value, 'a system');
  return {
    id: text(row.id),
    name: text(row.name),
    level: number(row.level),
    notation: text(row.notation),
    extensions: list(row.extensions, text),
    owner: text(row.owner),
    filingNumber: text(row.filingNumber),
    filingValidUntil: text(row.filingValidUntil),
    zone: text(row.zone),
    critical: row.critical === true,
    reportingRoute: oneOf(row.reportingRoute, ROUTES, 'reporting route'),
    lastAssessedOn: text(row.lastAssessedOn),
    assets: number(row.assets),
    version: number(row.version),
    changedAt: textOrNull(row.changedAt),
    changedBy: text(row.changedBy),
  };
}

export function readAsset(value: unknown): Asset {
  const row = required(value, 'an asset');
  return {
    id: text(row.id),
    system: text(row.system),
    name: text(row.name),
    kind: oneOf(row.kind, ASSET_KINDS, 'asset kind'),
    zone: text(row.zone),
    addresses: list(row.addresses, text),
    importance: number(row.importance),
    dataClass: text(row.dataClass),
    owner: text(row.owner),
    location: text(row.location),
    backupTier: text(row.backupTier),
    endpoints: list(row.endpoints, text),
    lastSeen: textOrNull(row.lastSeen),
    version: number(row.version),
    changedAt: textOrNull(row.changedAt),
    changedBy: text(row.changedBy),
  };
}

const CHANGES = ['added', 'changed', 'same'] as const;

export function readImport(value: unknown): ImportPreview {
  const read = required(value, 'an import');
  return {
    id: text(read.id),
    fileName: text(read.fileName),
    sm3: text(read.sm3),
    rows: number(read.rows),
    good: number(read.good),
    added: number(read.added),
    changed: number(read.changed),
    same: number(read.same),
    faultRows: number(read.faultRows),
    unknownColumns: list(read.unknownColumns, text),
    faults: list(read.faults, (each) => {
      const fault = object(each);
      return { row: number(fault.row), column: text(fault.column), value: text(fault.value), message: bilingual(fault.message) };
    }),
    preview: list(read.preview, (each) => {
      const line = object(each);
      return { row: number(line.row), change: oneOf(line.change, CHANGES, 'change'), asset: readAsset(line.asset) };
    }),
    validUntil: text(read.validUntil),
  };
}

export function readDiscovery(value: unknown): Discovery {
  const read = required(value, 'a discovery');
  return {
    from: text(read.from),
    to: text(read.to),
    complete: read.complete === true,
    unknown: list(read.unknown, (each) => {
      const row = object(each);
      return { name: text(row.name), kind: text(row.kind), datasets: list(row.datasets, text), events: number(row.events), firstSeen: textOrNull(row.firstSeen), lastSeen: textOrNull(row.lastSeen), api: text(row.api ?? row.events_api) };
    }),
    silent: list(read.silent, (each) => {
      const row = object(each);
      return { id: text(row.id), system: text(row.system), name: text(row.name), kind: text(row.kind), lastSeen: textOrNull(row.lastSeen) };
    }),
  };
}

const ASSETS = '/api/v1/assets';
const SYSTEMS = '/api/v1/systems';
const one = (base: string, id: string) => `${base}/${encodeURIComponent(id)}`;

export async function fetchSystems(signal?: AbortSignal): Promise<ProtectedSystem[]> {
  return page(await get(SYSTEMS, {}, signal), readSystem).items;
}

export type SystemForm = Omit<ProtectedSystem, 'assets' | 'changedAt' | 'changedBy' | 'filingValidUntil' | 'lastAssessedOn'> & { filingValidUntil: string | null; lastAssessedOn: string | null };

export async function saveSystem(system: SystemForm): Promise<ProtectedSystem> {
  return readSystem(await put(one(SYSTEMS, system.id), system));
}

export async function deleteSystem(id: string, version: number): Promise<void> {
  await remove(withQuery(one(SYSTEMS, id), { version }));
}

export async function fetchAssets(query: Query, signal?: AbortSignal): Promise<Page<Asset>> {
  return page(await get(ASSETS, query, signal), readAsset);
}

function readCounts(value: unknown): { value: string; count: number }[] {
  return list(value, (each) => ({ value: text(object(each).value), count: number(object(each).count) }));
}

export async function fetchAssetFacets(query: Query, signal?: AbortSignal): Promise<AssetFacets> {
  const facets = required(await get(`${ASSETS}/facets`, query, signal), 'facets');
  return { system: readCounts(facets.system), kind: readCounts(facets.kind), zone: readCounts(facets.zone), importance: readCounts(facets.importance), dataClass: readCounts(facets.dataClass) };
}

export async function fetchAsset(id: string, signal?: AbortSignal): Promise<Asset> {
  return readAsset(await get(one(ASSETS, id), {}, signal));
}

export type AssetForm = Pick<Asset, 'id' | 'system' | 'name' | 'kind' | 'zone' | 'addresses' | 'importance' | 'dataClass' | 'owner' | 'location' | 'endpoints' | 'version'>;

export async function saveAsset({ id, ...form }: AssetForm): Promise<Asset> {
  return readAsset(await put(one(ASSETS, id), form));
}

export async function deleteAsset(id: string, version: number): Promise<void> {
  await remove(withQuery(one(ASSETS, id), { version }));
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Reads the file without taking anything over. */
export async function uploadAssets(file: File): Promise<ImportPreview> {
  const type = file.name.toLowerCase().endsWith('.xlsx') ? XLSX : 'text/csv';
  return readImport(await upload(withQuery(`${ASSETS}/import`, { fileName: file.name }), type, file));
}

export async function confirmImport(id: string, skipFaults: boolean): Promise<ImportDone> {
  const done = required(await post(`${one(`${ASSETS}/import`, id)}/confirm`, { skipFaults }), 'an import');
  return { added: number(done.added), changed: number(done.changed), same: number(done.same), skipped: number(done.skipped) };
}

export async function fetchDiscovery(days: number, signal?: AbortSignal): Promise<Discovery> {
  return readDiscovery(await get(`${ASSETS}/discovery`, { days }, signal));
}

import type { Bilingual } from './types';

export const ASSET_KINDS = ['host', 'database', 'network-device', 'security-device', 'application', 'data', 'terminal', 'room', 'organisation'] as const;
export type AssetKind = (typeof ASSET_KINDS)[number];

export const ROUTES = ['CII', 'CENTRAL_ORGAN', 'OTHER'] as const;
export type ReportingRoute = (typeof ROUTES)[number];

/** A system under classified protection (定级对象). */
export interface ProtectedSystem {
  id: string;
  name: string;
  level: number;
  notation: string;
  extensions: string[];
  owner: string;
  filingNumber: string;
  /** A day; empty where it is not known. */
  filingValidUntil: string;
  zone: string;
  critical: boolean;
  reportingRoute: ReportingRoute;
  lastAssessedOn: string;
  assets: number;
  version: number;
  changedAt: string | null;
  changedBy: string;
}

export interface Asset {
  id: string;
  system: string;
  name: string;
  kind: AssetKind;
  zone: string;
  addresses: string[];
  importance: number;
  dataClass: string;
  owner: string;
  location: string;
  /** Follows from importance; not set by hand. */
  backupTier: string;
  endpoints: string[];
  /** Null where no telemetry names it, or nobody knows. */
  lastSeen: string | null;
  version: number;
  changedAt: string | null;
  changedBy: string;
}

export type AssetFacets = Record<'system' | 'kind' | 'zone' | 'importance' | 'dataClass', { value: string; count: number }[]>;

export interface ImportPreview {
  id: string;
  fileName: string;
  sm3: string;
  rows: number;
  good: number;
  added: number;
  changed: number;
  same: number;
  faultRows: number;
  unknownColumns: string[];
  faults: { row: number; column: string; value: string; message: Bilingual }[];
  preview: { row: number; change: 'added' | 'changed' | 'same'; asset: Asset }[];
  validUntil: string;
}

export interface ImportDone {
  added: number;
  changed: number;
  same: number;
  skipped: number;
}

export interface Discovery {
  from: string;
  to: string;
  /** False where the search store answered in part. */
  complete: boolean;
  unknown: { name: string; kind: string; datasets: string[]; events: number; firstSeen: string | null; lastSeen: string | null; api: string }[];
  silent: { id: string; system: string; name: string; kind: string; lastSeen: string | null }[];
}

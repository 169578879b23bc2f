/** What the service answers, as REST contract v1 has it. Times are ISO 8601 in UTC. */
import type { CaseReference } from './filingtypes';

export const SEVERITIES = ['informational', 'low', 'medium', 'high', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const ALERT_STATES = ['firing', 'acknowledged', 'resolved', 'closed'] as const;
export type AlertState = (typeof ALERT_STATES)[number];

export const ROLES = ['operator', 'engineer', 'auditor', 'reviewer', 'system-admin', 'security-admin'] as const;
export type Role = (typeof ROLES)[number];

export interface Bilingual {
  zh: string;
  en: string;
}

export interface User {
  name: string;
  displayName: string;
  roles: Role[];
  mustChangePassword: boolean;
}

export interface Page<T> {
  items: T[];
  next: string | null;
  total: number;
}

export interface RuleReference {
  id: string;
  name: string;
  version: string;
  title: Bilingual;
}

export interface AlertRow {
  id: string;
  number: string;
  fingerprint: string;
  state: AlertState;
  severity: Severity;
  rule: RuleReference;
  summary: Bilingual;
  group: Record<string, string>;
  system: string;
  asset: string;
  category: string;
  team: string;
  count: number;
  firstSeen: string;
  lastSeen: string;
  createdAt: string;
  updatedAt: string;
  acknowledgedBy: string | null;
  closedBy: string | null;
}

export interface Reason {
  rule: string;
  text: Bilingual;
  facts: Record<string, string>;
}

export interface Decision {
  severity: Severity;
  category: string;
  team: string;
  runbook: string;
  asset: string;
  system: string;
  reasons: Reason[];
}

export interface Condition {
  rule: string;
  selection: string;
  field: string;
  operator: string;
  expected: string;
  actual: string;
  negated: boolean;
}

export interface CountedWindow {
  type: string;
  from: string;
  to: string;
  /** ISO 8601 duration. */
  timespan: string;
  /** Such as `gte 5`. */
  threshold: string;
  value: number;
}

export interface Explanation {
  summary: Bilingual;
  conditions: Condition[];
  window: CountedWindow | null;
}

export interface EvidenceEvent {
  id: string;
  time: string;
  rule: string;
  original: string;
  fields: Record<string, string>;
}

export interface DetectionMark {
  id: string;
  time: string;
  count: number;
}

export const TRAIL_ACTIONS = ['opened', 'acknowledged', 'closed', 'resolved', 'noted', 'reopened'] as const;
export type TrailAction = (typeof TRAIL_ACTIONS)[number];

export interface TrailEntry {
  at: string;
  actor: string;
  action: TrailAction;
  note: string;
}

export interface AlertDetail extends AlertRow {
  tags: string[];
  runbook: string;
  decision: Decision;
  explanation: Explanation;
  events: EvidenceEvent[];
  detections: DetectionMark[];
  trail: TrailEntry[];
  /** Filing cases of the same account, device or address. */
  filingCases: CaseReference[];
}

export interface Facets {
  state: Partial<Record<AlertState, number>>;
  severity: Partial<Record<Severity, number>>;
  system: Record<string, number>;
  rule: Record<string, { count: number; title: Bilingual }>;
}

export type Bucket = { time: string } & Record<Severity, number>;

export interface Histogram {
  interval: string;
  buckets: Bucket[];
}

export interface TopItem {
  value: string;
  count: number;
}

export const PLATFORM_STATES = ['ok', 'degraded', 'down'] as const;
export type PlatformState = (typeof PLATFORM_STATES)[number];

export const PART_STATES = ['running', 'starting', 'backoff', 'stopped', 'failed'] as const;
export type PartState = (typeof PART_STATES)[number];

export interface Part {
  name: string;
  state: PartState;
  pid: number | null;
  port: number | null;
  memoryBytes: number | null;
  since: string | null;
  restarts: number;
  detail: string;
}

export const HOPS = ['collect', 'stream', 'alerts', 'index'] as const;
export type HopName = (typeof HOPS)[number];

export interface Hop {
  name: HopName;
  in: number | null;
  out: number | null;
  rejected: number | null;
  lag: number | null;
}

export interface Platform {
  state: PlatformState;
  parts: Part[];
  eventsPerSecond: number | null;
  endToEndMillis: { p50: number | null; p99: number | null } | null;
  hops: Hop[];
  gaps: number | null;
  updatedAt: string;
}

export interface Rule {
  id: string;
  name: string;
  version: string;
  title: Bilingual;
  level: Severity;
  description: Bilingual;
  tags: string[];
  /** Folder of the catalogue, such as `linux`; empty where it stands in none. */
  family: string;
  /** `event`, or the Sigma correlation type. */
  type: string;
  /** False for a rule that only correlations refer to. */
  detects: boolean;
  runbook: string;
  category: string;
}

export interface RuleCase {
  name: string;
  /** How many detections its events must make; 0 for one that must stay silent. */
  detections: number;
  events: number;
}

export interface RuleDetail {
  rule: Rule;
  /** The sentence of its detections, with `{field}` places. */
  summary: Bilingual;
  falsePositives: Bilingual[];
  /** Quiet time that ends an alert's episode. */
  recoverySeconds: number;
  refersTo: string[];
  usedBy: string[];
  cases: RuleCase[];
  source: string;
}

/** A rule in one version, as the stream counted it since it began. */
export interface RuleVersionCount {
  version: string;
  hits: number;
  lastHit: string | null;
  /** Part of the match time of sampled events that its condition took, 0 to 1; null before the first sample. */
  matchShare: number | null;
}

export interface RuleActivity {
  /** False where the stream does not answer. */
  known: boolean;
  versions: RuleVersionCount[];
}

export const CANARY_STATES = ['none', 'unsent', 'waiting', 'fired', 'silent'] as const;
export type CanaryState = (typeof CANARY_STATES)[number];

/** A rule in force, and the events that it must fire on. */
export interface Canary {
  /** The rule's id. */
  id: string;
  name: string;
  title: Bilingual;
  state: CanaryState;
  sentAt: string | null;
  firedAt: string | null;
  /** From sending to firing, of the run that fired last. */
  latencyMillis: number | null;
}

/** An ECS document, nested or with dotted names; read it with `ecs`. */
export type EcsEvent = Record<string, unknown>;

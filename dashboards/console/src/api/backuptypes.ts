import type { Bilingual, Severity } from './types';

/** What a source can have wrong with it; a service of a later version may know more. */
export const BACKUP_PROBLEMS = [
  'never-backed-up',
  'backup-overdue',
  'backup-failed',
  'rpo-exceeded',
  'log-gap',
  'replication-missing',
  'replication-lag',
  'verify-overdue',
  'content-damaged',
  'drill-overdue',
  'drill-failed',
  'rto-exceeded',
  'too-few-copies',
  'no-immutable-copy',
  'target-away',
  'unusable',
] as const;
export type BackupProblemCode = (typeof BACKUP_PROBLEMS)[number];

export const JOB_KINDS = ['run', 'verify', 'drill'] as const;
export type JobKind = (typeof JOB_KINDS)[number];

export const JOB_STATES = ['waiting', 'running', 'done', 'failed', 'interrupted'] as const;
export type JobState = (typeof JOB_STATES)[number];

export const BACKUP_TASKS = ['backup', 'verify', 'drill', 'switch'] as const;
export type BackupTask = (typeof BACKUP_TASKS)[number];

export interface BackupProblem {
  code: string;
  severity: Severity;
  text: Bilingual;
}

export interface DrillLine {
  id: string;
  backup: string;
  finished: string | null;
  passed: boolean;
  /** Milliseconds, as all durations here; null where it was not measured. */
  rto: number | null;
  rpo: number | null;
  faults: string[];
}

export interface Backup {
  id: string;
  started: string | null;
  finished: string | null;
  /** Of what was backed up, and what it takes on a target. */
  bytes: number;
  stored: number;
  keys: string[];
  policyVersion: string;
  immutableUntil: string | null;
  notes: string[];
}

/** A target, and whether it has the newest backup. */
export interface BackupCopy {
  target: string;
  medium: string;
  offsite: boolean;
  /** Whether the target can keep anybody from deleting. */
  immutable: boolean;
  held: boolean;
  immutableUntil: string | null;
  verifiedAt: string | null;
  verifyFaults: string[];
}

export interface BackupSource {
  system: string;
  source: string;
  kind: string;
  level: number;
  tier: string;
  policyVersion: string;
  rpo: number | null;
  /** Null where the runbook says how long a restore may take. */
  rto: number | null;
  lastSuccess: string | null;
  lastVerify: string | null;
  verifyFaults: string[];
  lastDrill: DrillLine | null;
  firstRecoverable: string | null;
  lastRecoverable: string | null;
  replicationLag: number | null;
  /** Why the last backup failed, and why the targets could not be looked at. */
  failure: string | null;
  away: string | null;
  backup: Backup | null;
  copies: BackupCopy[];
  job: string | null;
  problems: BackupProblem[];
}

export interface BackupOverview {
  configured: boolean;
  installation: string;
  fault: string | null;
  lookedAt: string | null;
  sources: BackupSource[];
}

export interface DrillRecord {
  id: string;
  backup: string;
  by: string;
  started: string | null;
  finished: string | null;
  steps: { name: string; took: number | null }[];
  rto: number | null;
  rtoBound: number | null;
  rpo: number | null;
  rpoBound: number | null;
  /** `found` is -1 where there is no such table or tree. */
  comparisons: { name: string; expected: number; found: number; equal: boolean }[];
  checks: { sql: string; expected: string; found: string; holds: boolean }[];
  faults: string[];
}

export interface Verification {
  target: string;
  backup: string;
  at: string | null;
  chunks: number;
  bytes: number;
  faults: string[];
}

export interface JobProgress {
  step: number;
  steps: number;
  done: number;
  stored: number;
  total: number | null;
  /** Whether the total is that of the backup before. */
  estimated: boolean;
  bytesPerSecond: number;
  left: number | null;
}

export interface BackupJob {
  id: string;
  kind: JobKind;
  system: string;
  source: string;
  backup: string | null;
  target: string | null;
  state: JobState;
  by: string;
  resumes: string | null;
  askedAt: string | null;
  startedAt: string | null;
  endedAt: string | null;
  /** Null until it is done. */
  passed: boolean | null;
  words: string | null;
  progress: JobProgress | null;
}

export interface BackupSourceDetail {
  source: BackupSource;
  backups: Backup[];
  drills: DrillRecord[];
  verifications: Verification[];
  jobs: BackupJob[];
}

export interface BackupDue {
  at: string;
  task: BackupTask;
  system: string;
  source: string;
  tier: string;
  overdue: boolean;
  /** Whether the platform does it by itself. */
  scheduled: boolean;
}

export interface BackupPolicy {
  name: string;
  rpo: number | null;
  rto: number | null;
  backupEvery: number | null;
  copies: number;
  media: number;
  offsite: number;
  immutableCopies: number;
  realTimeOffsite: boolean;
  immutableFor: number | null;
  retention: { all: number | null; daily: number; weekly: number; monthly: number; yearly: number };
  encrypted: boolean;
  verifyEvery: number | null;
  drillEvery: number | null;
  switchEvery: number | null;
  drLevel: string;
  /** `system/source`. */
  sources: string[];
}

export interface BackupPolicies {
  version: string;
  tiers: BackupPolicy[];
}

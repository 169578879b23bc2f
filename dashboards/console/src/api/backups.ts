import { get, post, withQuery } from './http';
import { BACKUP_TASKS, JOB_KINDS, JOB_STATES, type Backup, type BackupCopy, type BackupDue, type BackupJob, type BackupOverview, type BackupPolicies, type BackupPolicy, type BackupProblem, type BackupSource, type BackupSourceDetail, type DrillLine, type DrillRecord, type JobKind, type JobProgress, type Verification } from './backuptypes';
import { bilingual, list, number, numberOrNull, object, oneOf, page, required, text, textOrNull } from './shape';
import { SEVERITIES } from './types';
import { parseDuration } from '../lib/time';

const BASE = '/api/v1/backups';
const sourcePath = (system: string, source: string) => `${BASE}/${encodeURIComponent(system)}/${encodeURIComponent(source)}`;

function duration(value: unknown): number | null {
  return typeof value === 'string' ? parseDuration(value) : null;
}

/** Null for null, so that "never" stays never. */
function maybe<T>(value: unknown, read: (each: unknown) => T): T | null {
  return value === null || value === undefined ? null : read(value);
}

function readProblem(value: unknown): BackupProblem {
  const row = required(value, 'a problem');
  return { code: text(row.code), severity: oneOf(row.severity, SEVERITIES, 'severity'), text: bilingual(row.text) };
}

function readDrillLine(value: unknown): DrillLine {
  const row = required(value, 'a drill');
  return { id: text(row.id), backup: text(row.backup), finished: textOrNull(row.finished), passed: row.passed === true, rto: duration(row.rto), rpo: duration(row.rpo), faults: list(row.faults, text) };
}

function readBackup(value: unknown): Backup {
  const row = required(value, 'a backup');
  return {
    id: text(row.id),
    started: textOrNull(row.started),
    finished: textOrNull(row.finished),
    bytes: number(row.bytes),
    stored: number(row.stored),
    keys: list(row.keys, text),
    policyVersion: text(row.policyVersion),
    immutableUntil: textOrNull(row.immutableUntil),
    notes: list(row.notes, text),
  };
}

function readCopy(value: unknown): BackupCopy {
  const row = required(value, 'a copy');
  return {
    target: text(row.target),
    medium: text(row.medium),
    offsite: row.offsite === true,
    immutable: row.immutable === true,
    held: row.held === true,
    immutableUntil: textOrNull(row.immutableUntil),
    verifiedAt: textOrNull(row.verifiedAt),
    verifyFaults: list(row.verifyFaults, text),
  };
}

export function readBackupSource(value: unknown): BackupSource {
  const row = required(value, 'a source');
  return {
    system: text(row.system),
    source: text(row.source),
    kind: text(row.kind),
    level: number(row.level),
    tier: text(row.tier),
    policyVersion: text(row.policyVersion),
    rpo: duration(row.rpo),
    rto: duration(row.rto),
    lastSuccess: textOrNull(row.lastSuccess),
    lastVerify: textOrNull(row.lastVerify),
    verifyFaults: list(row.verifyFaults, text),
    lastDrill: maybe(row.lastDrill, readDrillLine),
    firstRecoverable: textOrNull(row.firstRecoverable),
    lastRecoverable: textOrNull(row.lastRecoverable),
    replicationLag: duration(row.replicationLag),
    failure: textOrNull(row.failure),
    away: textOrNull(row.away),
    backup: maybe(row.backup, readBackup),
    copies: list(row.copies, readCopy),
    job: textOrNull(row.job),
    problems: list(row.problems, readProblem),
  };
}

export function readBackupOverview(value: unknown): BackupOverview {
  const read = required(value, 'the backups');
  return {
    configured: read.configured === true,
    installation: text(read.installation),
    fault: textOrNull(read.fault),
    lookedAt: textOrNull(read.lookedAt),
    sources: list(read.items, readBackupSource),
  };
}

function readDrill(value: unknown): DrillRecord {
  const row = required(value, 'a drill');
  return {
    id: text(row.id),
    backup: text(row.backup),
    by: text(row.by),
    started: textOrNull(row.started),
    finished: textOrNull(row.finished),
    steps: list(row.steps, (each) => ({ name: text(object(each).name), took: duration(object(each).took) })),
    rto: duration(row.rto),
    rtoBound: duration(row.rtoBound),
    rpo: duration(row.rpo),
    rpoBound: duration(row.rpoBound),
    comparisons: list(row.comparisons, (each) => {
      const one = object(each);
      return { name: text(one.name), expected: number(one.expected), found: number(one.found), equal: one.equal === true };
    }),
    checks: list(row.checks, (each) => {
      const one = object(each);
      return { sql: text(one.sql), expected: text(one.expected), found: text(one.found), holds: one.holds === true };
    }),
    faults: list(row.faults, text),
  };
}

function readVerification(value: unknown): Verification {
  const row = required(value, 'a verification');
  return { target: text(row.target), backup: text(row.backup), at: textOrNull(row.at), chunks: number(row.chunks), bytes: number(row.bytes), faults: list(row.faults, text) };
}

function readProgress(value: unknown): JobProgress {
  const row = required(value, 'a progress');
  return {
    step: number(row.step),
    steps: number(row.steps),
    done: number(row.done),
    stored: number(row.stored),
    total: numberOrNull(row.total),
    estimated: row.estimated === true,
    bytesPerSecond: number(row.bytesPerSecond),
    left: duration(row.left),
  };
}

export function readBackupJob(value: unknown): BackupJob {
  const row = required(value, 'a job');
  return {
    id: text(row.id),
    kind: oneOf(row.kind, JOB_KINDS, 'kind of job'),
    system: text(row.system),
    source: text(row.source),
    backup: textOrNull(row.backup),
    target: textOrNull(row.target),
    state: oneOf(row.state, JOB_STATES, 'state of a job'),
    by: text(row.by),
    resumes: textOrNull(row.resumes),
    askedAt: textOrNull(row.askedAt),
    startedAt: textOrNull(row.startedAt),
    endedAt: textOrNull(row.endedAt),
    passed: typeof row.passed === 'boolean' ? row.passed : null,
    words: textOrNull(row.words),
    progress: maybe(row.progress, readProgress),
  };
}

export function readBackupDetail(value: unknown): BackupSourceDetail {
  const read = required(value, 'a source');
  return {
    source: readBackupSource(value),
    backups: list(read.backups, readBackup),
    drills: list(read.drills, readDrill),
    verifications: list(read.verifications, readVerification),
    jobs: list(read.jobs, readBackupJob),
  };
}

function readDue(value: unknown): BackupDue {
  const row = required(value, 'a task');
  return {
    at: text(row.at),
    task: oneOf(row.task, BACKUP_TASKS, 'task'),
    system: text(row.system),
    source: text(row.source),
    tier: text(row.tier),
    overdue: row.overdue === true,
    scheduled: row.scheduled !== false,
  };
}

function readPolicy(value: unknown): BackupPolicy {
  const row = required(value, 'a tier');
  const retention = object(row.retention);
  return {
    name: text(row.name),
    rpo: duration(row.rpo),
    rto: duration(row.rto),
    backupEvery: duration(row.backupEvery),
    copies: number(row.copies),
    media: number(row.media),
    offsite: number(row.offsite),
    immutableCopies: number(row.immutableCopies),
    realTimeOffsite: row.realTimeOffsite === true,
    immutableFor: duration(row.immutableFor),
    retention: { all: duration(retention.all), daily: number(retention.daily), weekly: number(retention.weekly), monthly: number(retention.monthly), yearly: number(retention.yearly) },
    encrypted: row.encrypted === true,
    verifyEvery: duration(row.verifyEvery),
    drillEvery: duration(row.drillEvery),
    switchEvery: duration(row.switchEvery),
    drLevel: text(row.drLevel),
    sources: list(row.sources, text),
  };
}

export function readBackupPolicies(value: unknown): BackupPolicies {
  const read = required(value, 'the policies');
  return { version: text(read.version), tiers: list(read.items, readPolicy) };
}

export async function fetchBackups(signal?: AbortSignal): Promise<BackupOverview> {
  return readBackupOverview(await get(BASE, {}, signal));
}

/** Reads the targets themselves, so that it may take a moment. */
export async function fetchBackupSource(system: string, source: string, signal?: AbortSignal): Promise<BackupSourceDetail> {
  return readBackupDetail(await get(sourcePath(system, source), {}, signal));
}

export async function fetchBackupJobs(signal?: AbortSignal): Promise<BackupJob[]> {
  return page(await get(`${BASE}/jobs`, {}, signal), readBackupJob).items;
}

export async function fetchBackupCalendar(days: number, signal?: AbortSignal): Promise<BackupDue[]> {
  return list(required(await get(`${BASE}/calendar`, { days }, signal), 'the calendar').items, readDue);
}

export async function fetchBackupPolicies(signal?: AbortSignal): Promise<BackupPolicies> {
  return readBackupPolicies(await get(`${BASE}/policies`, {}, signal));
}

/** Newest backup and all targets where they are left out. */
export async function startBackupJob(kind: JobKind, of: { system: string; source: string }, choice: { backup?: string; target?: string } = {}): Promise<BackupJob> {
  return readBackupJob(await post(withQuery(`${sourcePath(of.system, of.source)}/${kind}`, choice)));
}

import { BACKUP_PROBLEMS, type BackupCopy, type BackupJob, type BackupProblem, type BackupProblemCode, type BackupSource, type JobProgress } from '../api/backuptypes';
import { SEVERITIES } from '../api/types';
import { instant } from './time';

/** `patent-review/review-db-01`: a source by name, as the command line takes it. */
export function titleOf({ system, source }: { system: string; source: string }): string {
  return `${system}/${source}`;
}

export function backupLink({ system, source }: { system: string; source: string }): string {
  return `/backups/${encodeURIComponent(system)}/${encodeURIComponent(source)}`;
}

/** The name of a problem's alerts in the queue. */
export function alertRuleOf(code: string): string {
  return `backup-${code.replace('backup-', '')}`;
}

/** A code that this version has words for; null for a later one's, which says itself in `text`. */
export function knownProblem(code: string): BackupProblemCode | null {
  return BACKUP_PROBLEMS.find((each) => each === code) ?? null;
}

/** The worst first; within a severity in the order of the service. */
export function worstFirst(problems: readonly BackupProblem[]): BackupProblem[] {
  return problems.toSorted((a, b) => SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity));
}

/** Sources with the worst problem first, then by name; so that what is to be done is on top. */
export function byNeed(rows: readonly BackupSource[]): BackupSource[] {
  const rank = ({ problems }: BackupSource) => Math.max(-1, ...problems.map(({ severity }) => SEVERITIES.indexOf(severity)));
  return rows.toSorted((a, b) => rank(b) - rank(a) || b.problems.length - a.problems.length || titleOf(a).localeCompare(titleOf(b)));
}

/** What was measured last, in milliseconds, beside what the tier asks; null where nothing is known. */
export interface Measured {
  value: number | null;
  bound: number | null;
  over: boolean;
}

function measured(value: number | null, bound: number | null): Measured {
  return { value, bound, over: value !== null && bound !== null && value > bound };
}

/** How much work a loss at `now` would cost. */
export function measuredRpo(row: Pick<BackupSource, 'lastRecoverable' | 'rpo'>, now: number): Measured {
  const until = row.lastRecoverable === null ? null : instant(row.lastRecoverable);
  return measured(until === null ? null : Math.max(0, now - until), row.rpo);
}

/** How long the last drill took until the data answered. */
export function measuredRto(row: Pick<BackupSource, 'lastDrill' | 'rto'>): Measured {
  return measured(row.lastDrill?.rto ?? null, row.rto);
}

/** The three things that must not be taken for each other. */
export const PROOFS = ['success', 'verify', 'drill'] as const;
export type Proof = (typeof PROOFS)[number];

export type ProofState = 'good' | 'late' | 'bad' | 'never';

export interface ProofOf {
  /** Null for never. */
  at: string | null;
  state: ProofState;
}

const LATE: Record<Proof, readonly BackupProblemCode[]> = { success: ['backup-overdue'], verify: ['verify-overdue'], drill: ['drill-overdue'] };
const BAD: Record<Proof, readonly BackupProblemCode[]> = { success: ['backup-failed', 'log-gap'], verify: ['content-damaged'], drill: ['drill-failed', 'rto-exceeded'] };

/** When it was last done and how it stands; what counts as late is the service's to say. */
export function proofOf(row: BackupSource, proof: Proof): ProofOf {
  const at = { success: row.lastSuccess, verify: row.lastVerify, drill: row.lastDrill?.finished ?? null }[proof];
  const has = (codes: readonly string[]) => row.problems.some(({ code }) => codes.includes(code));
  if (has(BAD[proof]) || (proof === 'drill' && row.lastDrill?.passed === false)) {
    return { at, state: 'bad' };
  }
  return { at, state: at === null ? 'never' : has(LATE[proof]) ? 'late' : 'good' };
}

export interface CopyCounts {
  held: number;
  all: number;
  offsite: number;
  immutable: number;
  damaged: number;
}

export function countCopies(copies: readonly BackupCopy[]): CopyCounts {
  const held = copies.filter((copy) => copy.held);
  return {
    held: held.length,
    all: copies.length,
    offsite: held.filter(({ offsite }) => offsite).length,
    immutable: held.filter(({ immutable }) => immutable).length,
    damaged: copies.filter(({ verifyFaults }) => verifyFaults.length > 0).length,
  };
}

export function isActive({ state }: BackupJob): boolean {
  return state === 'waiting' || state === 'running';
}

/** From 0 to 1; null where the total is not known. An estimate is never said to be complete. */
export function shareDone({ done, total, estimated }: JobProgress): number | null {
  if (total === null || total <= 0) {
    return null;
  }
  return Math.min(estimated ? 0.99 : 1, done / total);
}

const PLAIN = /^[A-Za-z0-9_./:=@%+-]+$/;

/** A word of a command line as a POSIX shell takes it. */
export function shellWord(text: string): string {
  return PLAIN.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/** What restores a backup at the machine; `until` brings a database to a moment. */
export function restoreCommand(of: { system: string; source: string }, backup: string, until: string | null = null): string {
  const into = `restored-${of.source}-${backup}`;
  const words = ['restore', titleOf(of), '--id', backup, '--into', into, ...(until === null ? [] : ['--to-time', until])];
  return `./zhidun backup --config "$ZHIDUN_BACKUP_CONFIG" ${words.map(shellWord).join(' ')}`;
}

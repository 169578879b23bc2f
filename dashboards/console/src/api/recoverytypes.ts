/** What `src/service/docs/continuity-api.md` has. Durations are milliseconds. */
import type { Bilingual } from './types';

export const EXERCISE_KINDS = ['switch-over', 'rehearsal'] as const;
export type ExerciseKind = (typeof EXERCISE_KINDS)[number];

export const EXERCISE_STATES = ['running', 'done', 'aborted'] as const;
export type ExerciseState = (typeof EXERCISE_STATES)[number];

export const STEP_CHECKS = ['none', 'recoverable', 'offsite', 'drilled', 'standby'] as const;
export type StepCheck = (typeof STEP_CHECKS)[number];

export const STEP_OUTCOMES = ['running', 'done', 'failed', 'skipped'] as const;
export type StepOutcome = (typeof STEP_OUTCOMES)[number];

export const DECLARED = ['equipment', 'network', 'site', 'support', 'operations'] as const;
export type Declared = Record<(typeof DECLARED)[number], number>;

export const REPORT_LANGUAGES = ['zh', 'en'] as const;
export const EXERCISE_FORMS = ['docx', 'pdf', 'json', 'signature'] as const;
export type ExerciseForm = (typeof EXERCISE_FORMS)[number];

export interface PlanRole {
  role: string;
  name: string;
  contact: string;
}

export interface PlanStep {
  title: string;
  detail: string;
  responsible: string;
  minutes: number;
  check: StepCheck;
  /** The service is back after it. */
  service: boolean;
}

export interface Plan {
  title: string;
  level: number;
  rtoMinutes: number;
  rpoMinutes: number;
  exerciseEveryDays: number;
  declared: Declared;
  roles: PlanRole[];
  steps: PlanStep[];
  rollback: PlanStep[];
}

export interface PlanVersion {
  version: number;
  plan: Plan;
  sm3: string;
  note: string;
  by: string;
  madeAt: string | null;
}

/** A version in a list. */
export interface PlanLine {
  version: number;
  note: string;
  by: string;
  madeAt: string | null;
  level: number;
  steps: number;
}

/** What somebody sends: a version that replaces another. */
export interface PlanForm extends Plan {
  basedOn: number;
  note: string;
}

export interface ExerciseLine {
  id: string;
  kind: ExerciseKind;
  state: ExerciseState;
  /** Null while it runs. */
  passed: boolean | null;
  startedAt: string | null;
  endedAt: string | null;
  by: string;
  planVersion: number;
  rto: number | null;
  rpo: number | null;
}

export interface RecoverySystem {
  system: string;
  name: string;
  planVersion: number | null;
  aimed: number | null;
  /** Null where the backups do not answer. */
  reached: number | null;
  /** What keeps the weakest elements from their next level. */
  missing: Bilingual[];
  away: string | null;
  due: string | null;
  overdue: boolean;
  last: ExerciseLine | null;
  /** The exercise that runs. */
  running: string | null;
}

export interface LevelElement {
  code: string;
  name: Bilingual;
  level: number;
  /** Nobody can see it from here: the plan's word counts. */
  declared: boolean;
  missing: Bilingual[];
}

export interface ReachedLevel {
  level: number;
  figures: string;
  elements: LevelElement[];
}

export interface RecoveryDetail {
  summary: RecoverySystem;
  level: ReachedLevel | null;
  plan: PlanVersion | null;
  versions: PlanLine[];
  exercises: ExerciseLine[];
}

export interface RecordedStep {
  position: number;
  title: string;
  responsible: string;
  check: StepCheck;
  service: boolean;
  plannedMinutes: number;
  actualMinutes: number | null;
  /** Null before it was begun. */
  outcome: StepOutcome | null;
  by: string;
  startedAt: string | null;
  endedAt: string | null;
  note: string;
  /** What the platform saw, where it looked. */
  seen: Bilingual | null;
}

export interface ExerciseRecord {
  id: string;
  system: string;
  plan: string;
  planVersion: number;
  planSm3: string;
  kind: ExerciseKind;
  scenario: string;
  state: ExerciseState;
  passed: boolean;
  startedBy: string;
  startedAt: string | null;
  endedBy: string;
  endedAt: string | null;
  words: string;
  rto: number | null;
  rtoBound: number | null;
  rpo: number | null;
  rpoBound: number | null;
  findings: string[];
  /** Why it did not pass. */
  faults: Bilingual[];
  /** As it was at the end; only in what was signed. */
  reached: ReachedLevel | null;
  steps: RecordedStep[];
}

export interface Exercise {
  record: ExerciseRecord;
  elapsed: number;
  plannedMinutes: number;
  next: number | null;
  rollback: PlanStep[];
}

/** What was signed at the end. */
export interface SealedExercise {
  record: ExerciseRecord;
  key: string;
  signedAt: string | null;
  intact: boolean;
}

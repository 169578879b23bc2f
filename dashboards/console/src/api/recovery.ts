import { parseDuration } from '../lib/time';
import type { Language } from '../i18n/language';
import { get, post, withQuery } from './http';
import { DECLARED, EXERCISE_KINDS, EXERCISE_STATES, STEP_CHECKS, STEP_OUTCOMES, type Declared, type Exercise, type ExerciseForm, type ExerciseKind, type ExerciseLine, type ExerciseRecord, type LevelElement, type Plan, type PlanForm, type PlanLine, type PlanStep, type PlanVersion, type ReachedLevel, type RecordedStep, type RecoveryDetail, type RecoverySystem, type SealedExercise } from './recoverytypes';
import { bilingual, list, number, numberOrNull, object, oneOf, page, required, text, textOrNull } from './shape';

const BASE = '/api/v1/continuity';
const systemPath = (system: string) => `${BASE}/systems/${encodeURIComponent(system)}`;
const exercisePath = (id: string) => `${BASE}/exercises/${encodeURIComponent(id)}`;

function duration(value: unknown): number | null {
  return typeof value === 'string' ? parseDuration(value) : null;
}

function maybe<T>(value: unknown, read: (each: unknown) => T): T | null {
  return value === null || value === undefined ? null : read(value);
}

function readLine(value: unknown): ExerciseLine {
  const row = required(value, 'an exercise');
  return {
    id: text(row.id),
    kind: oneOf(row.kind, EXERCISE_KINDS, 'kind of exercise'),
    state: oneOf(row.state, EXERCISE_STATES, 'state of an exercise'),
    passed: typeof row.passed === 'boolean' ? row.passed : null,
    startedAt: textOrNull(row.startedAt),
    endedAt: textOrNull(row.endedAt),
    by: text(row.by),
    planVersion: number(row.planVersion),
    rto: duration(row.rto),
    rpo: duration(row.rpo),
  };
}

function readSystem(value: unknown): RecoverySystem {
  const row = required(value, 'a system');
  return {
    system: text(row.system),
    name: text(row.name),
    planVersion: numberOrNull(row.planVersion),
    aimed: numberOrNull(row.aimed),
    reached: numberOrNull(row.reached),
    missing: list(row.missing, bilingual),
    away: textOrNull(row.away),
    due: textOrNull(row.due),
    overdue: row.overdue === true,
    last: maybe(row.last, readLine),
    running: textOrNull(row.running),
  };
}

function readElement(value: unknown): LevelElement {
  const row = required(value, 'an element');
  return { code: text(row.code), name: bilingual(row.name), level: number(row.level), declared: row.declared === true, missing: list(row.missing, bilingual) };
}

function readLevel(value: unknown): ReachedLevel {
  const row = required(value, 'a level');
  return { level: number(row.level), figures: text(row.figures), elements: list(row.elements, readElement) };
}

function readStep(value: unknown): PlanStep {
  const row = required(value, 'a step');
  return { title: text(row.title), detail: text(row.detail), responsible: text(row.responsible), minutes: number(row.minutes), check: oneOf(row.check, STEP_CHECKS, 'check'), service: row.service === true };
}

function readPlan(value: unknown): Plan {
  const row = required(value, 'a plan');
  const declared = object(row.declared);
  return {
    title: text(row.title),
    level: number(row.level),
    rtoMinutes: number(row.rtoMinutes),
    rpoMinutes: number(row.rpoMinutes),
    exerciseEveryDays: number(row.exerciseEveryDays),
    declared: Object.fromEntries(DECLARED.map((name) => [name, number(declared[name])])) as Declared,
    roles: list(row.roles, (each) => ({ role: text(object(each).role), name: text(object(each).name), contact: text(object(each).contact) })),
    steps: list(row.steps, readStep),
    rollback: list(row.rollback, readStep),
  };
}

export function readPlanVersion(value: unknown): PlanVersion {
  const row = required(value, 'a version');
  return { version: number(row.version), plan: readPlan(row.plan), sm3: text(row.sm3), note: text(row.note), by: text(row.by), madeAt: textOrNull(row.madeAt) };
}

function readPlanLine(value: unknown): PlanLine {
  const row = required(value, 'a version');
  return { version: number(row.version), note: text(row.note), by: text(row.by), madeAt: textOrNull(row.madeAt), level: number(row.level), steps: number(row.steps) };
}

export function readRecoveryDetail(value: unknown): RecoveryDetail {
  const read = required(value, 'a system');
  return {
    summary: readSystem(read.summary),
    level: maybe(read.level, readLevel),
    plan: maybe(read.plan, readPlanVersion),
    versions: list(read.versions, readPlanLine),
    exercises: list(read.exercises, readLine),
  };
}

function readRecordedStep(value: unknown): RecordedStep {
  const row = required(value, 'a step');
  return {
    position: number(row.position),
    title: text(row.title),
    responsible: text(row.responsible),
    check: oneOf(row.check, STEP_CHECKS, 'check'),
    service: row.service === true,
    plannedMinutes: number(row.plannedMinutes),
    actualMinutes: numberOrNull(row.actualMinutes),
    outcome: maybe(row.outcome, (each) => oneOf(each, STEP_OUTCOMES, 'outcome')),
    by: text(row.by),
    startedAt: textOrNull(row.startedAt),
    endedAt: textOrNull(row.endedAt),
    note: text(row.note),
    seen: maybe(row.seen, bilingual),
  };
}

function readRecord(value: unknown): ExerciseRecord {
  const row = required(value, 'the minutes');
  return {
    id: text(row.id),
    system: text(row.system),
    plan: text(row.plan),
    planVersion: number(row.planVersion),
    planSm3: text(row.planSm3),
    kind: oneOf(row.kind, EXERCISE_KINDS, 'kind of exercise'),
    scenario: text(row.scenario),
    state: oneOf(row.state, EXERCISE_STATES, 'state of an exercise'),
    passed: row.passed === true,
    startedBy: text(row.startedBy),
    startedAt: textOrNull(row.startedAt),
    endedBy: text(row.endedBy),
    endedAt: textOrNull(row.endedAt),
    words: text(row.words),
    rto: duration(row.rto),
    rtoBound: duration(row.rtoBound),
    rpo: duration(row.rpo),
    rpoBound: duration(row.rpoBound),
    findings: list(row.findings, text),
    faults: list(row.faults, bilingual),
    reached: maybe(row.reached, readLevel),
    steps: list(row.steps, readRecordedStep),
  };
}

export function readExercise(value: unknown): Exercise {
  const read = required(value, 'an exercise');
  return { record: readRecord(read.record), elapsed: duration(read.elapsed) ?? 0, plannedMinutes: number(read.plannedMinutes), next: numberOrNull(read.next), rollback: list(read.rollback, readStep) };
}

export function readSealed(value: unknown): SealedExercise {
  const read = required(value, 'what was signed');
  const signature = object(read.signature);
  return { record: readRecord(read.record), key: text(signature.keyId), signedAt: textOrNull(signature.signedAt), intact: read.intact === true };
}

export async function fetchRecoverySystems(signal?: AbortSignal): Promise<RecoverySystem[]> {
  return page(await get(`${BASE}/systems`, {}, signal), readSystem).items;
}

export async function fetchRecovery(system: string, signal?: AbortSignal): Promise<RecoveryDetail> {
  return readRecoveryDetail(await get(systemPath(system), {}, signal));
}

export async function fetchPlan(system: string, version: number, signal?: AbortSignal): Promise<PlanVersion> {
  return readPlanVersion(await get(`${systemPath(system)}/plans/${version}`, {}, signal));
}

export async function addPlan(system: string, form: PlanForm): Promise<PlanVersion> {
  return readPlanVersion(await post(`${systemPath(system)}/plans`, form));
}

export async function fetchExercise(id: string, signal?: AbortSignal): Promise<Exercise> {
  return readExercise(await get(exercisePath(id), {}, signal));
}

export async function fetchSealed(id: string, signal?: AbortSignal): Promise<SealedExercise> {
  return readSealed(await get(`${exercisePath(id)}/record`, {}, signal));
}

export async function startExercise(system: string, kind: ExerciseKind, scenario: string): Promise<Exercise> {
  return readExercise(await post(`${systemPath(system)}/exercises`, { kind, scenario }));
}

export async function beginStep(id: string, position: number): Promise<Exercise> {
  return readExercise(await post(`${exercisePath(id)}/steps/${position}/begin`));
}

export async function endStep(id: string, position: number, outcome: 'done' | 'failed' | 'skipped', note: string): Promise<Exercise> {
  return readExercise(await post(`${exercisePath(id)}/steps/${position}/end`, { outcome, note }));
}

export async function completeExercise(id: string, end: { summary: string; lostSeconds: number | null; findings: readonly string[] }): Promise<Exercise> {
  return readExercise(await post(`${exercisePath(id)}/complete`, end));
}

export async function abortExercise(id: string, reason: string): Promise<Exercise> {
  return readExercise(await post(`${exercisePath(id)}/abort`, { reason }));
}

/** Where the signed minutes are downloaded; the signed bytes themselves have no language. */
export function exerciseReport(id: string, form: ExerciseForm, language: Language): string {
  return withQuery(`${exercisePath(id)}/report`, form === 'docx' || form === 'pdf' ? { form, language } : { form });
}

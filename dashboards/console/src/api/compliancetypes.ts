import type { Bilingual } from './types';

/** Worst last: the order in which counts are told. */
export const RESULTS = ['met', 'partly-met', 'not-met', 'no-evidence', 'not-assessed', 'not-applicable'] as const;
export type Result = (typeof RESULTS)[number];
export type ResultCounts = Record<Result, number>;

/** Who can show that a requirement is met: telemetry, telemetry and a person, a document. */
export const EVIDENCE_CLASSES = ['automatic', 'assisted', 'document'] as const;
export type EvidenceClass = (typeof EVIDENCE_CLASSES)[number];

export const EXTENSIONS = ['cloud', 'mobile', 'iot', 'ics'] as const;
export type Extension = (typeof EXTENSIONS)[number];

export interface Judge {
  kind: 'rule' | 'person';
  name: string;
  version: string;
}

export interface Conclusion {
  template: string;
  formula: string;
  /** Share of requirements met, from 0 to 1, for the template of 2025. */
  score: number | null;
  value: Bilingual;
  highRisks: number;
  /** Before rectification. */
  majorRisks: number;
  majorRisksRectified: number;
  /** Where the template leaves a gap and configuration decided. */
  doubts: Bilingual[];
}

export interface SystemState {
  id: string;
  name: string;
  level: number;
  notation: string;
  assets: number;
  /** Null: nothing judged yet. */
  judgedAt: string | null;
  rules: string;
  items: ResultCounts;
  /** Share of applicable items with a result on fresh evidence; null before anything was judged. */
  coverage: number | null;
  freshness: { fresh: number; stale: number; oldest: string | null };
  /** Items whose result rests on a check, not on a document or a person. */
  decidedLive: number;
  conclusion: Conclusion | null;
  duties: { overdue: number; soon: number };
  lastAssessment: { id: string; madeAt: string } | null;
}

export interface Finding {
  code: string;
  kind: 'major-risk' | 'high-risk';
  name: Bilingual;
  items: string[];
  objects: string[];
  reason: Bilingual;
  rectified: boolean;
}

export interface SystemDetail extends SystemState {
  findings: Finding[];
  categories: { category: Bilingual; items: ResultCounts }[];
}

export interface Requirement {
  id: string;
  clause: string;
  letter: string;
  category: Bilingual;
  controlPoint: Bilingual;
  gloss: Bilingual;
  class: EvidenceClass;
  hint: Bilingual;
  extension: Extension | null;
  checks: string[];
  /** The standard's wording as the customer imported it; empty where nobody did. */
  fullText: string;
}

export interface MatrixObject {
  id: string;
  name: string;
  kind: string;
  /** The system or its organisation, not one asset. */
  whole: boolean;
}

export interface MatrixItem {
  item: string;
  category: Bilingual;
  controlPoint: Bilingual;
  gloss: Bilingual;
  class: EvidenceClass;
  result: Result;
  waived: boolean;
  stale: boolean;
  highRisk: boolean;
  majorRisks: string[];
  cells: ReadonlyMap<string, { result: Result; stale: boolean }>;
}

export interface Matrix {
  objects: MatrixObject[];
  items: MatrixItem[];
}

export interface EvidenceReference {
  id: string;
  check: string;
  collector: string;
  collectedAt: string;
  expiresAt: string | null;
  fresh: boolean;
}

export interface Attestation {
  id: string;
  items: string[];
  object: string;
  title: string;
  signer: string;
  signedOn: string;
  expiresAt: string | null;
  result: Result;
  fileName: string;
  bytes: number;
  sm3: string;
  evidence: string[];
  by: string;
  at: string;
  withdrawn: Withdrawal | null;
}

export interface Withdrawal {
  by: string;
  at: string;
  reason: string;
}

export interface Overruling {
  id: string;
  result: Result;
  reason: string;
  by: string;
  at: string;
  expiresOn: string | null;
  withdrawn: Withdrawal | null;
}

export const DECISION_STATES = ['proposed', 'approved', 'refused', 'withdrawn', 'expired'] as const;
export type DecisionState = (typeof DECISION_STATES)[number];

/** 不适用 or a waiver, from proposal to decision. */
export interface Proposal {
  id: string;
  system: string;
  item: string;
  object: string;
  reason: string;
  state: DecisionState;
  by: string;
  at: string;
  decidedBy: string | null;
  decidedAt: string | null;
  note: string;
}

export interface Waiver extends Proposal {
  owner: string;
  compensatingMeasure: string;
  expiresOn: string | null;
}

export const RECTIFICATION_STATES = ['open', 'done', 'verified'] as const;
export type RectificationState = (typeof RECTIFICATION_STATES)[number];

export interface Rectification {
  id: string;
  system: string;
  item: string;
  object: string;
  measure: string;
  owner: string;
  due: string;
  state: RectificationState;
  overdue: boolean;
  by: string;
  at: string;
  doneBy: string | null;
  doneAt: string | null;
  verifiedAt: string | null;
  verifiedIn: string | null;
}

export interface ItemCell {
  object: string;
  objectName: string;
  result: Result;
  reason: Bilingual;
  judge: Judge | null;
  judgedAt: string | null;
  stale: boolean;
  evidence: EvidenceReference[];
  attestations: Attestation[];
  overruling: Overruling | null;
  exemption: Proposal | null;
}

export interface Turn {
  at: string;
  object: string;
  from: Result | null;
  to: Result;
  reason: Bilingual;
  judge: Judge | null;
  evidence: string[];
}

export interface ItemCheck {
  code: string;
  title: Bilingual;
  interval: string;
  /** False where nothing in this installation collects for it. */
  answered: boolean;
  lastRun: string | null;
  lastError: string | null;
}

export interface ItemDetail {
  item: Requirement;
  result: Result;
  waived: boolean;
  cells: ItemCell[];
  checks: ItemCheck[];
  waivers: Waiver[];
  rectifications: Rectification[];
  history: Turn[];
}

/** Where the raw material of evidence is. */
export interface DownLink {
  kind: string;
  label: Bilingual;
  api: string;
}

export interface EvidenceDetail {
  id: string;
  check: string;
  collector: string;
  system: string;
  object: string;
  collectedAt: string;
  from: string | null;
  to: string | null;
  query: string;
  values: Record<string, unknown>;
  expiresAt: string | null;
  fresh: boolean;
  sm3: string;
  /** The stored content still has its hash. */
  intact: boolean;
  supports: { item: string; object: string; result: Result }[];
  down: DownLink[];
}

export interface Check {
  code: string;
  title: Bilingual;
  interval: string;
  items: number;
  lastRun: string | null;
  lastError: string | null;
  running: boolean;
}

export const SIGNATURE_PARTS = ['assessor', 'approver'] as const;
export type SignaturePart = (typeof SIGNATURE_PARTS)[number];

export interface AssessmentSummary {
  id: string;
  system: string;
  systemName: string;
  madeAt: string;
  madeBy: string;
  note: string;
  catalogue: string;
  rules: string;
  items: ResultCounts;
  conclusion: Conclusion | null;
  sm3: string;
  signatures: { part: SignaturePart; account: string; name: string; at: string }[];
}

export interface AssessmentDetail extends AssessmentSummary {
  requirements: number;
  findings: Finding[];
  waivers: number;
  rectifications: number;
  /** The stored record still has its hash. */
  intact: boolean;
}

export const TURNS = ['better', 'worse', 'other', 'added', 'removed'] as const;
export type TurnKind = (typeof TURNS)[number];

export interface ComparedItem {
  item: string;
  gloss: Bilingual;
  from: Result | null;
  to: Result | null;
  turn: TurnKind;
}

export interface AssessmentComparison {
  from: AssessmentSummary;
  to: AssessmentSummary;
  better: number;
  worse: number;
  same: number;
  added: number;
  removed: number;
  items: ComparedItem[];
  findings: { gone: Finding[]; new: Finding[]; stay: Finding[] };
}

export const REPORT_FORMS = ['docx', 'pdf', 'json', 'csv', 'oscal', 'pack'] as const;
export type ReportForm = (typeof REPORT_FORMS)[number];

export const DUTY_STATES = ['overdue', 'soon', 'ok'] as const;
export type DutyState = (typeof DUTY_STATES)[number];

export interface Duty {
  system: string;
  kind: string;
  title: Bilingual;
  /** A day. */
  due: string;
  state: DutyState;
  daysLeft: number;
  warnFrom: string | null;
  basis: Bilingual;
}

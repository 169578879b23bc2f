/** What the service answers about filing cases, as REST contract v1 has it. Times are ISO 8601 in UTC. */
import type { AlertState, Bilingual, Severity } from './types';

export const CASE_STATES = ['pending', 'preliminary', 'notified', 'answered', 'withdrawn', 'confirmed', 'dismissed'] as const;
export type CaseState = (typeof CASE_STATES)[number];

export const TIERS = ['hint', 'warning', 'high-risk'] as const;
export type Tier = (typeof TIERS)[number];

export const REGISTERS = ['patent', 'trademark'] as const;
export type Register = (typeof REGISTERS)[number];

export const SUBJECT_TYPES = ['group', 'applicant', 'agency', 'agent', 'account'] as const;
export type SubjectType = (typeof SUBJECT_TYPES)[number];

export interface Subject {
  type: SubjectType;
  key: string;
  name: string;
}

export interface Assignee {
  username: string;
  name: string;
}

export interface FilingCase {
  id: string;
  number: string;
  subject: Subject;
  register: Register;
  state: CaseState;
  /** Null for a case of the random sample: nothing was indicated. */
  tier: Tier | null;
  score: number | null;
  kinds: string[];
  filingCount: number;
  memberCount: number;
  openedAt: string;
  updatedAt: string;
  lastSignalAt: string | null;
  dueAt: string | null;
  assignee: Assignee | null;
  origin: 'indication' | 'sample';
}

export interface CaseFacets {
  state: Partial<Record<CaseState, number>>;
  tier: Partial<Record<Tier, number>>;
  kind: Record<string, number>;
  register: Partial<Record<Register, number>>;
}

/** What one signal gives to the score: `part` is weight times score. */
export interface SignalPart {
  code: string;
  family: string;
  window: string;
  score: number;
  weight: number;
  part: number;
}

export interface Evidence {
  type: string;
  /** By name, in the order to show; numbers, texts, lists, objects. */
  values: Record<string, unknown>;
}

export interface LegalBasis {
  code: string;
  law: Bilingual;
  article: string;
  /** First day in force, and first day no longer; null while it holds. */
  from: string;
  until: string | null;
}

export interface Member {
  key: string;
  name: string;
}

export interface Indication {
  id: string;
  kind: string;
  kindName: Bilingual;
  tier: Tier;
  score: number;
  first: string;
  last: string;
  filings: string[];
  filingCount: number;
  members: Member[];
  signals: SignalPart[];
  evidence: Evidence[];
  legalBases: LegalBasis[];
  explanation: Bilingual;
  version: string;
}

export interface CaseFiling {
  applicationNumber: string;
  title: string;
  applicant: string;
  filingDate: string;
  submittedAt: string;
  status: string;
  signals: string[];
}

export interface CaseTrailEntry {
  at: string;
  by: string;
  act: string;
  from: CaseState | null;
  to: CaseState | null;
  note: string;
  /** What the act carries: the reply term, the kinds indicated, who was assigned. */
  details: { replyDays: number | null; kinds: string[]; assignee: string | null };
}

export interface CaseAlert {
  id: string;
  ruleTitle: Bilingual;
  severity: Severity;
  state: AlertState;
  lastSeen: string;
  /** What the alert and the case have in common. */
  by: { field: string; value: string };
}

export interface Outcome {
  kind: string;
  confirmed: boolean;
  by: string;
  at: string;
}

export interface FilingCaseDetail extends FilingCase {
  indications: Indication[];
  members: Member[];
  filings: CaseFiling[];
  trail: CaseTrailEntry[];
  allowed: CaseState[];
  alerts: CaseAlert[];
  outcomes: Outcome[];
  /** Cases of groups that the applicant of this case belongs to. */
  groups: CaseReference[];
}

export interface Move {
  to: CaseState;
  note: string;
  replyDays?: number;
  outcomes?: { kind: string; confirmed: boolean }[];
}

export interface BatchAnswer {
  moved: string[];
  refused: { id: string; reason: string }[];
}

export interface LinkNode {
  id: string;
  type: string;
  label: string;
  masked: boolean;
  filings: number;
}

export interface LinkEdge {
  from: string;
  to: string;
  weight: number;
  /** Shared by too many to say anything: shown, not counted. */
  hub: boolean;
  why: Bilingual;
}

export interface LinkGraph {
  nodes: LinkNode[];
  edges: LinkEdge[];
}

export const TIMELINE_TYPES = ['filing', 'change', 'action', 'indication', 'move', 'alert'] as const;
export type TimelineType = (typeof TIMELINE_TYPES)[number];

export interface TimelineItem {
  at: string;
  type: TimelineType;
  title: Bilingual;
  filing: string | null;
  account: string | null;
}

export const PARTS = ['title', 'abstract', 'claims', 'description'] as const;
export type TextPart = (typeof PARTS)[number];

/** Offsets in UTF-16 units, the end excluded. */
export type Span = readonly [start: number, end: number];

export interface SharedPassage {
  a: Span;
  b: Span;
}

export interface ComparedPart {
  part: TextPart;
  /** Null where one side lacks the part. */
  similarity: number | null;
  a: string;
  b: string;
  /** Characters that were not compared and are not in the text. */
  aRest: number;
  bRest: number;
  shared: SharedPassage[];
}

export interface ComparedFiling {
  applicationNumber: string;
  title: string;
  applicant: string;
  filingDate: string;
}

export interface Comparison {
  a: ComparedFiling;
  b: ComparedFiling;
  parts: ComparedPart[];
}

/** A filing as the service shows it: known texts apart, the rest as it came. */
export interface FilingDocument {
  applicationNumber: string;
  applType: string;
  title: string;
  texts: { part: TextPart; text: string }[];
  /** Everything else, in the order of the answer. */
  fields: Record<string, unknown>;
}

export interface Interval {
  value: number | null;
  low: number | null;
  high: number | null;
}

export interface MonthReport {
  month: string;
  filings: number;
  cases: number;
  byKind: { kind: string; name: Bilingual; opened: number; confirmed: number; dismissed: number; withdrawn: number; open: number }[];
  bySignal: { code: string; confirmed: number; dismissed: number; precision: Interval }[];
  sample: { drawn: number; reviewed: number; confirmed: number; missRate: Interval };
}

export interface AccessEntry {
  at: string;
  by: string;
  caseId: string | null;
  applicationNumber: string;
  what: string;
}

/** A case as an alert's page names it. */
export interface CaseReference {
  id: string;
  number: string;
  state: CaseState;
  tier: Tier | null;
  subject: string;
}

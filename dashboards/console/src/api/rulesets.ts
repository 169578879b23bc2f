import { get, post, remove, upload } from './http';
import { bilingual, list, number, object, oneOf, page, required, text, textOrNull, texts } from './shape';
import { SEVERITIES, type Bilingual, type Page, type Severity } from './types';

export const PROPOSAL_STATES = ['draft', 'proposed', 'approved', 'rejected', 'withdrawn'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];
export const CHANGE_KINDS = ['put', 'remove', 'disable', 'enable'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];
export const ORIGINS = ['shipped', 'site', 'replaced'] as const;
export const ACTIONS = ['created', 'imported', 'edited', 'proposed', 'withdrawn', 'approved', 'rejected', 'rollback', 'dry-run'] as const;
export const RUN_STATES = ['waiting', 'running', 'done', 'cancelled', 'failed'] as const;
export const CHECK_STATES = ['ok', 'unsupported', 'error'] as const;

export interface Proposal {
  id: string;
  revision: number;
  state: ProposalState;
  title: string;
  note: string;
  author: string;
  createdAt: string;
  updatedAt: string;
  base: number;
  rollbackTo: string | null;
  decidedBy: string | null;
  decidedAt: string | null;
  decision: string;
  setNumber: string | null;
}

export interface RuleText {
  path: string;
  text: string;
  cases: string;
}

export interface ChangeRow {
  position: number;
  kind: ChangeKind;
  ruleId: string;
  path: string;
  title: Bilingual;
  status: (typeof CHECK_STATES)[number] | null;
  reasons: string[];
  hasCases: boolean;
}

export interface ProposalDetail {
  proposal: Proposal;
  changes: ChangeRow[];
  trail: { at: string; actor: string; action: (typeof ACTIONS)[number]; note: string }[];
}

/** What became of a rule, with its texts. */
export interface Difference {
  kind: ChangeKind;
  ruleId: string;
  before: RuleText | null;
  after: RuleText | null;
}

export interface SetRow {
  number: number;
  at: string | null;
  author: string;
  approver: string;
  proposal: string | null;
  texts: number;
  disabled: number;
  current: boolean;
  published: boolean;
}

export interface SetRule {
  id: string;
  textId: string;
  name: string;
  title: Bilingual;
  level: Severity;
  type: string;
  tags: string[];
  detects: boolean;
  origin: (typeof ORIGINS)[number];
  enabled: boolean;
  alerts: number;
  detections: number;
  lastHit: string | null;
}

export interface Fault {
  path: string;
  line: number;
  rule: string;
  message: string;
  unsupported: boolean;
}

export interface Verdict {
  faults: Fault[];
  rules: { id: string; name: string; title: Bilingual; level: Severity; type: string; path: string }[];
}

export interface CaseRun {
  path: string;
  name: string;
  expected: number;
  actual: number;
  passed: boolean;
  message: string;
}

export interface Coverage {
  answered: boolean;
  rules: { id: string; name: string; logSource: string; formats: string[]; seen: boolean; missing: string[] }[];
}

export interface DryRunResult {
  events: number;
  from: string | null;
  to: string | null;
  detections: number;
  held: number;
  alerts: number;
  severities: Record<string, number>;
  buckets: { time: string; detections: number; alerts: number }[];
  entities: { field: string; values: { value: string; count: number }[] }[];
  difference: { running: number; same: number; added: number; gone: number } | null;
  examples: { id: string; time: string; summary: Bilingual; originals: string[]; conditions: { field: string; operator: string; expected: string; actual: string }[] }[];
  whole: boolean;
}

export interface DryRun {
  id: string;
  state: (typeof RUN_STATES)[number];
  proposal: string | null;
  from: string;
  to: string;
  events: number;
  total: number;
  detections: number;
  reached: string | null;
  message: string;
  result: DryRunResult | null;
}

/** A change as it is sent; a text says itself which rule it is. */
export interface ChangeForm {
  kind: ChangeKind;
  ruleId?: string;
  path?: string;
  text?: string;
  cases?: string;
}

function readProposal(value: unknown): Proposal {
  const read = required(value, 'a proposal');
  return {
    id: text(read.id),
    revision: number(read.revision),
    state: oneOf(read.state, PROPOSAL_STATES, 'proposal state'),
    title: text(read.title),
    note: text(read.note),
    author: text(read.author),
    createdAt: text(read.createdAt),
    updatedAt: text(read.updatedAt),
    base: number(read.base),
    rollbackTo: textOrNull(read.rollbackTo),
    decidedBy: textOrNull(read.decidedBy),
    decidedAt: textOrNull(read.decidedAt),
    decision: text(read.decision),
    setNumber: textOrNull(read.setNumber),
  };
}

function readText(value: unknown): RuleText | null {
  if (value === null || value === undefined) {
    return null;
  }
  const read = object(value);
  return { path: text(read.path), text: text(read.text), cases: text(read.cases) };
}

function readDifference(value: unknown): Difference {
  const read = required(value, 'a change');
  return {
    kind: oneOf(read.kind, CHANGE_KINDS, 'kind'),
    ruleId: text(read.ruleId),
    before: readText(read.before),
    after: readText(read.after),
  };
}

function readDetail(value: unknown): ProposalDetail {
  const detail = required(value, 'a proposal');
  return {
    proposal: readProposal(detail.proposal),
    changes: list(detail.changes, (each) => {
      const change = object(each);
      return {
        position: number(change.position),
        kind: oneOf(change.kind, CHANGE_KINDS, 'kind'),
        ruleId: text(change.ruleId),
        path: text(change.path),
        title: bilingual({ zh: change.titleZh, en: change.titleEn }),
        status: change.status === null || change.status === undefined ? null : oneOf(change.status, CHECK_STATES, 'status'),
        reasons: list(change.reasons, text),
        hasCases: change.hasCases === true,
      };
    }),
    trail: list(detail.trail, (each) => {
      const entry = object(each);
      return { at: text(entry.at), actor: text(entry.actor), action: oneOf(entry.action, ACTIONS, 'action'), note: text(entry.note) };
    }),
  };
}

function readSet(value: unknown): SetRow {
  const set = required(value, 'a rule set');
  return {
    number: number(set.number),
    at: textOrNull(set.at),
    author: text(set.author),
    approver: text(set.approver),
    proposal: textOrNull(set.proposal),
    texts: number(set.texts),
    disabled: number(set.disabled),
    current: set.current === true,
    published: set.published === true,
  };
}

function readRule(value: unknown): SetRule {
  const rule = required(value, 'a rule');
  return {
    id: text(rule.id),
    textId: text(rule.textId),
    name: text(rule.name),
    title: bilingual(rule.title),
    level: oneOf(rule.level, SEVERITIES, 'level'),
    type: text(rule.type),
    tags: list(rule.tags, text),
    detects: rule.detects !== false,
    origin: oneOf(rule.origin, ORIGINS, 'origin'),
    enabled: rule.enabled !== false,
    alerts: number(rule.alerts),
    detections: number(rule.detections),
    lastHit: textOrNull(rule.lastHit),
  };
}

function readResult(value: unknown): DryRunResult | null {
  if (value === null || value === undefined) {
    return null;
  }
  const result = required(value, 'a result');
  const difference = object(result.difference);
  return {
    events: number(result.events),
    from: textOrNull(result.from),
    to: textOrNull(result.to),
    detections: number(result.detections),
    held: number(result.held),
    alerts: number(result.alerts),
    severities: Object.fromEntries(Object.entries(object(result.severities)).map(([level, count]) => [level, number(count)])),
    buckets: list(result.buckets, (each) => {
      const bucket = object(each);
      return { time: text(bucket.time), detections: number(bucket.detections), alerts: number(bucket.alerts) };
    }),
    entities: Object.entries(object(result.entities)).map(([field, values]) => ({
      field,
      values: list(values, (each) => ({ value: text(object(each).value), count: number(object(each).count) })),
    })),
    difference:
      'running' in difference
        ? { running: number(difference.running), same: number(difference.same), added: number(difference.added), gone: number(difference.gone) }
        : null,
    examples: list(result.examples, (each) => {
      const detection = object(object(each).detection);
      const explanation = object(detection.explanation);
      return {
        id: text(detection.id),
        time: text(detection.time),
        summary: bilingual(explanation.summary),
        originals: list(detection.events, (event) => text(object(event).original)).filter((line) => line !== ''),
        conditions: list(explanation.conditions, (one) => {
          const condition = object(one);
          return { field: text(condition.field), operator: text(condition.operator), expected: text(condition.expected), actual: text(condition.actual) };
        }),
      };
    }),
    whole: result.whole !== false,
  };
}

function readRun(value: unknown): DryRun {
  const run = required(value, 'a dry run');
  return {
    id: text(run.id),
    state: oneOf(run.state, RUN_STATES, 'state'),
    proposal: textOrNull(run.proposal),
    from: text(run.from),
    to: text(run.to),
    events: number(run.events),
    total: number(run.total),
    detections: number(run.detections),
    reached: textOrNull(run.reached),
    message: text(run.message),
    result: readResult(run.result),
  };
}

const PROPOSALS = '/api/v1/proposals';
const SETS = '/api/v1/rulesets';
const RUNS = '/api/v1/dryruns';

export async function fetchProposals(states: readonly string[], signal?: AbortSignal): Promise<Page<Proposal>> {
  return page(await get(PROPOSALS, { state: states, limit: 200 }, signal), readProposal);
}

export async function fetchProposal(id: string, signal?: AbortSignal): Promise<ProposalDetail> {
  return readDetail(await get(`${PROPOSALS}/${encodeURIComponent(id)}`, {}, signal));
}

export async function fetchChange(id: string, position: number, signal?: AbortSignal): Promise<Difference> {
  return readDifference(await get(`${PROPOSALS}/${encodeURIComponent(id)}/changes/${position}`, {}, signal));
}

export interface ProposalForm {
  title: string;
  note: string;
  changes: ChangeForm[];
}

/** Writes a draft, or writes one anew. */
export async function saveProposal(id: string | null, form: ProposalForm): Promise<ProposalDetail> {
  return readDetail(await post(id === null ? PROPOSALS : `${PROPOSALS}/${encodeURIComponent(id)}`, form));
}

export async function importZip(title: string, zip: Blob): Promise<{ detail: ProposalDetail; leftOut: Record<string, string> }> {
  const answer = required(await upload(`${PROPOSALS}/import?title=${encodeURIComponent(title)}`, 'application/zip', zip), 'an import');
  return { detail: readDetail(answer.draft), leftOut: texts(answer.leftOut) };
}

export type ProposalAct = { type: 'propose' } | { type: 'withdraw' } | { type: 'approve' | 'reject'; revision: number; note: string };

export async function actOnProposal(id: string, act: ProposalAct): Promise<ProposalDetail> {
  const body = 'revision' in act ? { revision: act.revision, note: act.note } : {};
  return readDetail(await post(`${PROPOSALS}/${encodeURIComponent(id)}/${act.type}`, body));
}

export async function fetchSets(signal?: AbortSignal): Promise<Page<SetRow>> {
  return page(await get(SETS, { limit: 200 }, signal), readSet);
}

export async function fetchCurrentSet(signal?: AbortSignal): Promise<SetRow> {
  return readSet(await get(`${SETS}/current`, {}, signal));
}

export async function fetchSetRules(signal?: AbortSignal): Promise<Page<SetRule>> {
  return page(await get(`${SETS}/current/rules`, {}, signal), readRule);
}

export async function fetchRuleText(id: string, signal?: AbortSignal): Promise<RuleText> {
  return readText(await get(`${SETS}/current/rules/${encodeURIComponent(id)}`, {}, signal)) ?? { path: '', text: '', cases: '' };
}

export async function fetchSet(value: number, signal?: AbortSignal): Promise<{ set: SetRow; differences: Difference[] }> {
  const read = required(await get(`${SETS}/${value}`, {}, signal), 'a rule set');
  return { set: readSet(read.set), differences: list(read.differences, readDifference) };
}

export async function rollBack(value: number, title: string): Promise<ProposalDetail> {
  return readDetail(await post(`${SETS}/${value}/rollback`, { title }));
}

export async function checkRules(changes: ChangeForm[]): Promise<Verdict> {
  const verdict = required(await post(`${SETS}/check`, { changes }), 'a verdict');
  return {
    faults: list(verdict.faults, (each) => {
      const fault = object(each);
      return {
        path: text(fault.path),
        line: number(fault.line),
        rule: text(fault.rule),
        message: text(fault.message),
        unsupported: fault.unsupported === true,
      };
    }),
    rules: list(verdict.rules, (each) => {
      const rule = object(each);
      return {
        id: text(rule.id),
        name: text(rule.name),
        title: bilingual(rule.title),
        level: oneOf(rule.level, SEVERITIES, 'level'),
        type: text(rule.type),
        path: text(rule.path),
      };
    }),
  };
}

export async function runCases(changes: ChangeForm[]): Promise<CaseRun[]> {
  const answer = required(await post(`${SETS}/cases`, { changes }), 'results');
  return list(answer.results, (each) => {
    const one = object(each);
    return {
      path: text(one.path),
      name: text(one.name),
      expected: number(one.expected),
      actual: number(one.actual),
      passed: one.passed === true,
      message: text(one.message),
    };
  });
}

export async function fetchCoverage(changes: ChangeForm[]): Promise<Coverage> {
  const answer = required(await post(`${SETS}/coverage`, { changes }), 'coverage');
  return {
    answered: answer.answered === true,
    rules: list(answer.rules, (each) => {
      const rule = object(each);
      const source = object(rule.logSource);
      return {
        id: text(rule.id),
        name: text(rule.name),
        logSource: [source.category, source.product, source.service].map(text).filter((part) => part !== '').join(' / '),
        formats: list(rule.formats, text),
        seen: rule.logSourceSeen === true,
        missing: list(rule.missingFields, text),
      };
    }),
  };
}

export async function startRun(what: { proposal: string } | { changes: ChangeForm[] }, days: number): Promise<DryRun> {
  return readRun(await post(RUNS, 'proposal' in what ? { proposal: Number(what.proposal), days } : { changes: what.changes, days }));
}

export async function fetchRun(id: string, signal?: AbortSignal): Promise<DryRun> {
  return readRun(await get(`${RUNS}/${encodeURIComponent(id)}`, {}, signal));
}

export async function fetchRuns(signal?: AbortSignal): Promise<Page<DryRun>> {
  return page(await get(RUNS, {}, signal), readRun);
}

export async function cancelRun(id: string): Promise<void> {
  await remove(`${RUNS}/${encodeURIComponent(id)}`);
}

import { get, post, type Query } from './http';
import { bilingual, counts, list, number, numberOrNull, object, oneOf, page, required, text, textOrNull, type Json } from './shape';
import { ALERT_STATES, SEVERITIES, type Page } from './types';
import {
  CASE_STATES,
  PARTS,
  REGISTERS,
  SUBJECT_TYPES,
  TIERS,
  TIMELINE_TYPES,
  type AccessEntry,
  type Assignee,
  type BatchAnswer,
  type CaseFacets,
  type CaseReference,
  type CaseState,
  type ComparedFiling,
  type Comparison,
  type Evidence,
  type FilingCase,
  type FilingCaseDetail,
  type FilingDocument,
  type Indication,
  type Interval,
  type LegalBasis,
  type LinkGraph,
  type Member,
  type MonthReport,
  type Move,
  type Span,
  type Tier,
  type TimelineItem,
} from './filingtypes';

function readTier(value: unknown): Tier | null {
  return value === null || value === undefined || value === '' ? null : oneOf(value, TIERS, 'tier');
}

function readState(value: unknown): CaseState {
  return oneOf(value, CASE_STATES, 'case state');
}

function readStateOrNull(value: unknown): CaseState | null {
  return CASE_STATES.find((state) => state === value) ?? null;
}

function readAssignee(value: unknown): Assignee | null {
  const username = text(object(value).username);
  if (username === '') {
    return null;
  }
  const name = text(object(value).name);
  return { username, name: name === '' ? username : name };
}

export function readCase(value: unknown): FilingCase {
  const row = required(value, 'a filing case');
  const subject = required(row.subject, 'a subject');
  const key = text(subject.key);
  const name = text(subject.name);
  return {
    id: text(row.id),
    number: text(row.number),
    subject: { type: oneOf(subject.type, SUBJECT_TYPES, 'subject type'), key, name: name === '' ? key : name },
    register: oneOf(row.register, REGISTERS, 'register'),
    state: readState(row.state),
    tier: readTier(row.tier),
    score: numberOrNull(row.score),
    kinds: list(row.kinds, text),
    filingCount: number(row.filingCount),
    memberCount: number(row.memberCount),
    openedAt: text(row.openedAt),
    updatedAt: text(row.updatedAt),
    lastSignalAt: textOrNull(row.lastSignalAt),
    dueAt: textOrNull(row.dueAt),
    assignee: readAssignee(row.assignee),
    origin: row.origin === 'sample' ? 'sample' : 'indication',
  };
}

function readMember(value: unknown): Member {
  const key = text(object(value).key);
  const name = text(object(value).name);
  return { key, name: name === '' ? key : name };
}

function readEvidence(value: unknown): Evidence {
  const { type, ...values } = object(value);
  return { type: text(type), values };
}

function readBasis(value: unknown): LegalBasis {
  const basis = object(value);
  return {
    code: text(basis.code),
    law: bilingual({ zh: basis.law, en: basis.lawEn }),
    article: text(basis.article),
    from: text(basis.from),
    until: textOrNull(basis.until),
  };
}

export function readIndication(value: unknown): Indication {
  const indication = required(value, 'an indication');
  return {
    id: text(indication.id),
    kind: text(indication.kind),
    kindName: bilingual(indication.kindName),
    // `tier` is the Chinese word, for people who read the topic.
    tier: oneOf(indication.tierCode, TIERS, 'tier'),
    score: number(indication.score),
    first: text(indication.first),
    last: text(indication.last),
    filings: list(indication.filings, text),
    filingCount: number(indication.filingCount),
    members: list(indication.members, readMember),
    signals: list(indication.signals, (each) => {
      const part = object(each);
      return {
        code: text(part.code),
        family: text(part.family),
        window: text(part.window),
        score: number(part.score),
        weight: number(part.weight),
        part: number(part.part),
      };
    }),
    evidence: list(indication.evidence, readEvidence),
    legalBases: list(indication.legalBasis, readBasis),
    explanation: bilingual(indication.explanation),
    version: text(indication.version),
  };
}

export function readCaseDetail(value: unknown): FilingCaseDetail {
  const detail = required(value, 'a filing case');
  return {
    ...readCase(value),
    indications: list(detail.indications, readIndication),
    members: list(detail.members, readMember),
    filings: list(detail.filings, (each) => {
      const filing = object(each);
      return {
        applicationNumber: text(filing.applicationNumber),
        title: text(filing.title),
        applicant: text(filing.applicant),
        filingDate: text(filing.filingDate),
        submittedAt: text(filing.submittedAt),
        status: text(filing.status),
        signals: list(filing.signals, text),
      };
    }),
    trail: list(detail.trail, (each) => {
      const entry = object(each);
      return {
        at: text(entry.at),
        by: text(entry.by),
        act: text(entry.act),
        from: readStateOrNull(entry.from),
        to: readStateOrNull(entry.to),
        note: text(entry.note),
        details: {
          replyDays: numberOrNull(object(entry.details).replyDays),
          kinds: list(object(entry.details).kinds, text),
          assignee: textOrNull(object(entry.details).assignee),
        },
      };
    }),
    // A state of a later version cannot be asked for here.
    allowed: list(detail.allowed, readStateOrNull).filter((state) => state !== null),
    alerts: list(detail.alerts, (each) => {
      const alert = object(each);
      const by = object(alert.by);
      return {
        id: text(alert.id),
        ruleTitle: bilingual(alert.ruleTitle),
        severity: oneOf(alert.severity, SEVERITIES, 'severity'),
        state: oneOf(alert.state, ALERT_STATES, 'alert state'),
        lastSeen: text(alert.lastSeen),
        by: { field: text(by.field), value: text(by.value) },
      };
    }),
    outcomes: list(detail.outcomes, (each) => {
      const outcome = object(each);
      return {
        kind: text(outcome.kind),
        confirmed: outcome.outcome === 'confirmed',
        by: text(outcome.by),
        at: text(outcome.at),
      };
    }),
    groups: list(detail.groups, readCaseReference),
  };
}

export function readCaseReference(value: unknown): CaseReference {
  const reference = object(value);
  const subject = reference.subject;
  return {
    id: text(reference.id),
    number: text(reference.number),
    state: readState(reference.state),
    tier: readTier(reference.tier),
    subject: typeof subject === 'string' ? subject : text(object(subject).name),
  };
}

export function readGraph(value: unknown): LinkGraph {
  const graph = required(value, 'a graph');
  const nodes = list(graph.nodes, (each) => {
    const node = object(each);
    return { id: text(node.id), type: text(node.type), label: text(node.label), masked: node.masked === true, filings: number(node.filings) };
  });
  const known = new Set(nodes.map(({ id }) => id));
  const edges = list(graph.edges, (each) => {
    const edge = object(each);
    return { from: text(edge.from), to: text(edge.to), weight: number(edge.weight), hub: edge.hub === true, why: bilingual(edge.why) };
  });
  return { nodes, edges: edges.filter(({ from, to }) => known.has(from) && known.has(to)) };
}

export function readTimeline(value: unknown): TimelineItem[] {
  return list(required(value, 'a timeline').items, (each) => {
    const item = object(each);
    return {
      at: text(item.at),
      type: oneOf(item.type, TIMELINE_TYPES, 'timeline type'),
      title: bilingual(item.title),
      filing: textOrNull(item.filing),
      account: textOrNull(item.account),
    };
  });
}

function readSpan(value: unknown): Span {
  const [start, end] = list(value, number);
  return [start ?? 0, end ?? 0];
}

function readComparedFiling(value: unknown): ComparedFiling {
  const filing = required(value, 'a filing');
  return {
    applicationNumber: text(filing.applicationNumber),
    title: text(filing.title),
    applicant: text(filing.applicant),
    filingDate: text(filing.filingDate),
  };
}

export function readComparison(value: unknown): Comparison {
  const comparison = required(value, 'a comparison');
  return {
    a: readComparedFiling(comparison.a),
    b: readComparedFiling(comparison.b),
    parts: list(comparison.parts, (each) => {
      const part = object(each);
      return {
        part: oneOf(part.part, PARTS, 'part'),
        similarity: numberOrNull(part.similarity),
        a: text(part.a),
        b: text(part.b),
        aRest: number(part.aRest),
        bRest: number(part.bRest),
        shared: list(part.shared, (passage) => ({ a: readSpan(object(passage).a), b: readSpan(object(passage).b) })),
      };
    }),
  };
}

const TEXT_FIELDS: Record<string, (typeof PARTS)[number]> = { abstract: 'abstract', claims: 'claims', description: 'description' };

export function readFilingDocument(value: unknown): FilingDocument {
  // The filing stands alone or under `filing`, beside what the service adds.
  const outer = required(value, 'a filing');
  const filing = outer.filing === undefined ? outer : required(outer.filing, 'a filing');
  const texts: FilingDocument['texts'] = [];
  const fields: Json = {};
  for (const [name, member] of Object.entries(filing)) {
    const part = TEXT_FIELDS[name];
    if (part === undefined) {
      fields[name] = member;
    } else {
      const words = Array.isArray(member) ? list(member, text).join('\n') : text(member);
      texts.push({ part, text: words });
    }
  }
  const { applicationNumber, applType, inventionTitle, markText, title, ...rest } = fields;
  return {
    applicationNumber: text(applicationNumber),
    applType: text(applType),
    title: text(inventionTitle) || text(markText) || text(title),
    texts: texts.filter((each) => each.text !== ''),
    fields: rest,
  };
}

function readInterval(value: unknown, low: unknown, high: unknown): Interval {
  return { value: numberOrNull(value), low: numberOrNull(low), high: numberOrNull(high) };
}

export function readReport(value: unknown): MonthReport {
  const report = required(value, 'a report');
  const sample = object(report.sample);
  return {
    month: text(report.month),
    filings: number(report.filings),
    cases: number(report.cases),
    byKind: list(report.byKind, (each) => {
      const row = object(each);
      return {
        kind: text(row.kind),
        name: bilingual(row.name),
        opened: number(row.opened),
        confirmed: number(row.confirmed),
        dismissed: number(row.dismissed),
        withdrawn: number(row.withdrawn),
        open: number(row.open),
      };
    }),
    bySignal: list(report.bySignal, (each) => {
      const row = object(each);
      return {
        code: text(row.code),
        confirmed: number(row.confirmed),
        dismissed: number(row.dismissed),
        precision: readInterval(row.precision, row.low, row.high),
      };
    }),
    sample: {
      drawn: number(sample.drawn),
      reviewed: number(sample.reviewed),
      confirmed: number(sample.confirmed),
      missRate: readInterval(sample.missRate, sample.low, sample.high),
    },
  };
}

const CASES = '/api/v1/filing-cases';
const FILINGS = '/api/v1/filings';
const one = (id: string) => `${CASES}/${encodeURIComponent(id)}`;

export async function fetchCases(query: Query, signal?: AbortSignal): Promise<Page<FilingCase>> {
  return page(await get(CASES, query, signal), readCase);
}

export async function fetchCaseFacets(query: Query, signal?: AbortSignal): Promise<CaseFacets> {
  const facets = required(await get(`${CASES}/facets`, query, signal), 'facets');
  return { state: counts(facets.state), tier: counts(facets.tier), kind: counts(facets.kind), register: counts(facets.register) };
}

export async function fetchCase(id: string, signal?: AbortSignal): Promise<FilingCaseDetail> {
  return readCaseDetail(await get(one(id), {}, signal));
}

export async function fetchGraph(id: string, signal?: AbortSignal): Promise<LinkGraph> {
  return readGraph(await get(`${one(id)}/graph`, {}, signal));
}

export async function fetchTimeline(id: string, signal?: AbortSignal): Promise<TimelineItem[]> {
  return readTimeline(await get(`${one(id)}/timeline`, {}, signal));
}

export async function moveCase(id: string, move: Move): Promise<FilingCaseDetail> {
  return readCaseDetail(await post(`${one(id)}/moves`, move));
}

/** Null gives the case back to nobody. */
export async function assignCase(id: string, username: string | null): Promise<void> {
  await post(`${one(id)}/assignee`, { username });
}

export async function noteCase(id: string, note: string): Promise<void> {
  await post(`${one(id)}/notes`, { note });
}

export async function moveCases(ids: readonly string[], to: CaseState, note: string): Promise<BatchAnswer> {
  const numeric = ids.map((id) => (/^\d+$/.test(id) ? Number(id) : id));
  const answer = required(await post(`${CASES}/moves`, { ids: numeric, to, note }), 'a batch answer');
  return {
    moved: list(answer.moved, text),
    refused: list(answer.refused, (each) => ({ id: text(object(each).id), reason: text(object(each).reason) })),
  };
}

export async function fetchFiling(applicationNumber: string, signal?: AbortSignal): Promise<FilingDocument> {
  return readFilingDocument(await get(`${FILINGS}/${encodeURIComponent(applicationNumber)}`, {}, signal));
}

/** With personal data. Each call is written to the access log, with the case that it was made for. */
export async function revealFiling(applicationNumber: string, caseId: string | null): Promise<FilingDocument> {
  return readFilingDocument(await get(`${FILINGS}/${encodeURIComponent(applicationNumber)}`, { reveal: 'true', caseId }));
}

export async function fetchComparison(a: string, b: string, signal?: AbortSignal): Promise<Comparison> {
  return readComparison(await get(`${FILINGS}/compare`, { a, b }, signal));
}

export async function fetchReport(month: string, signal?: AbortSignal): Promise<MonthReport> {
  return readReport(await get(`${CASES}/report`, { month }, signal));
}

export async function fetchAccessLog(query: Query, signal?: AbortSignal): Promise<Page<AccessEntry>> {
  return page(await get(`${CASES}/access-log`, query, signal), (each) => {
    const entry = required(each, 'an access');
    return {
      at: text(entry.at),
      by: text(entry.by),
      caseId: textOrNull(entry.caseId),
      applicationNumber: text(entry.applicationNumber),
      what: text(entry.what),
    };
  });
}

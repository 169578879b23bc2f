import { readCaseReference } from './filingcases';
import { get, post, type Query } from './http';
import { bilingual, counts, list, number, object, oneOf, page, required, text, textOrNull, texts } from './shape';
import {
  ALERT_STATES,
  SEVERITIES,
  TRAIL_ACTIONS,
  type AlertDetail,
  type AlertRow,
  type Bucket,
  type Condition,
  type CountedWindow,
  type Decision,
  type EvidenceEvent,
  type Facets,
  type Histogram,
  type Page,
  type RuleReference,
  type TopItem,
} from './types';

export function readRule(value: unknown): RuleReference {
  const rule = object(value);
  const name = text(rule.name);
  const title = bilingual(rule.title);
  return {
    id: text(rule.id),
    name,
    version: text(rule.version),
    title: title.zh === '' ? { zh: name, en: name } : title,
  };
}

export function readAlertRow(value: unknown): AlertRow {
  const row = required(value, 'an alert');
  return {
    id: text(row.id),
    number: text(row.number),
    fingerprint: text(row.fingerprint),
    state: oneOf(row.state, ALERT_STATES, 'alert state'),
    severity: oneOf(row.severity, SEVERITIES, 'severity'),
    rule: readRule(row.rule),
    summary: bilingual(row.summary),
    group: texts(row.group),
    system: text(row.system),
    asset: text(row.asset),
    category: text(row.category),
    team: text(row.team),
    count: number(row.count),
    firstSeen: text(row.firstSeen),
    lastSeen: text(row.lastSeen),
    createdAt: text(row.createdAt),
    updatedAt: text(row.updatedAt),
    acknowledgedBy: textOrNull(row.acknowledgedBy),
    closedBy: textOrNull(row.closedBy),
  };
}

function readCondition(value: unknown): Condition {
  const condition = object(value);
  return {
    rule: text(condition.rule),
    selection: text(condition.selection),
    field: text(condition.field),
    operator: text(condition.operator),
    expected: text(condition.expected),
    actual: text(condition.actual),
    negated: condition.negated === true,
  };
}

function readWindow(value: unknown): CountedWindow | null {
  if (value === null || value === undefined) {
    return null;
  }
  const window = required(value, 'a window');
  return {
    type: text(window.type),
    from: text(window.from),
    to: text(window.to),
    timespan: text(window.timespan),
    threshold: text(window.threshold),
    value: number(window.value),
  };
}

function readEvidence(value: unknown): EvidenceEvent {
  const event = object(value);
  return {
    id: text(event.id),
    time: text(event.time),
    rule: text(event.rule),
    original: text(event.original),
    fields: texts(event.fields),
  };
}

function readDecision(value: unknown): Decision {
  const decision = required(value, 'a decision');
  return {
    severity: oneOf(decision.severity, SEVERITIES, 'severity'),
    category: text(decision.category),
    team: text(decision.team),
    runbook: text(decision.runbook),
    asset: text(decision.asset),
    system: text(decision.system),
    reasons: list(decision.reasons, (each) => {
      const reason = object(each);
      return { rule: text(reason.rule), text: bilingual(reason.text), facts: texts(reason.facts) };
    }),
  };
}

export function readAlertDetail(value: unknown): AlertDetail {
  const detail = required(value, 'an alert');
  const explanation = required(detail.explanation, 'an explanation');
  return {
    ...readAlertRow(value),
    tags: list(detail.tags, text),
    runbook: text(detail.runbook),
    decision: readDecision(detail.decision),
    explanation: {
      summary: bilingual(explanation.summary),
      conditions: list(explanation.conditions, readCondition),
      window: readWindow(explanation.window),
    },
    events: list(detail.events, readEvidence),
    detections: list(detail.detections, (each) => {
      const detection = object(each);
      return { id: text(detection.id), time: text(detection.time), count: number(detection.count) };
    }),
    trail: list(detail.trail, (each) => {
      const entry = object(each);
      return {
        at: text(entry.at),
        actor: text(entry.actor),
        action: oneOf(entry.action, TRAIL_ACTIONS, 'trail action'),
        note: text(entry.note),
      };
    }),
    filingCases: list(detail.filingCases, readCaseReference),
  };
}

export function readFacets(value: unknown): Facets {
  const facets = object(value);
  const rules = Object.entries(object(facets.rule)).map(([name, each]) => {
    const rule = object(each);
    const title = bilingual(rule.title);
    return [name, { count: number(rule.count), title: title.zh === '' ? { zh: name, en: name } : title }] as const;
  });
  return {
    state: counts(facets.state),
    severity: counts(facets.severity),
    system: counts(facets.system),
    rule: Object.fromEntries(rules),
  };
}

export function readHistogram(value: unknown): Histogram {
  const histogram = required(value, 'a histogram');
  return {
    interval: text(histogram.interval),
    buckets: list(histogram.buckets, (each): Bucket => {
      const bucket = object(each);
      return {
        time: text(bucket.time),
        informational: number(bucket.informational),
        low: number(bucket.low),
        medium: number(bucket.medium),
        high: number(bucket.high),
        critical: number(bucket.critical),
      };
    }),
  };
}

const ALERTS = '/api/v1/alerts';

export async function fetchAlerts(query: Query, signal?: AbortSignal): Promise<Page<AlertRow>> {
  return page(await get(ALERTS, query, signal), readAlertRow);
}

export async function fetchFacets(query: Query, signal?: AbortSignal): Promise<Facets> {
  return readFacets(await get(`${ALERTS}/facets`, query, signal));
}

export async function fetchAlert(id: string, signal?: AbortSignal): Promise<AlertDetail> {
  return readAlertDetail(await get(`${ALERTS}/${encodeURIComponent(id)}`, {}, signal));
}

export async function fetchHistogram(query: Query, signal?: AbortSignal): Promise<Histogram> {
  return readHistogram(await get(`${ALERTS}/histogram`, query, signal));
}

export async function fetchTop(query: Query, signal?: AbortSignal): Promise<TopItem[]> {
  const answer = required(await get(`${ALERTS}/top`, query, signal), 'a list');
  return list(answer.items, (each) => {
    const item = object(each);
    return { value: text(item.value), count: number(item.count) };
  });
}

/** What a person does to an alert. `close` is the contract's `/resolve`. */
export type AlertAct =
  | { type: 'acknowledge'; note: string }
  | { type: 'close'; note: string }
  | { type: 'note'; note: string };

const ACT_PATHS: Record<AlertAct['type'], string> = { acknowledge: 'acknowledge', close: 'resolve', note: 'notes' };

export async function actOnAlert(id: string, act: AlertAct): Promise<AlertRow> {
  const body = act.note === '' ? {} : { note: act.note };
  return readAlertRow(await post(`${ALERTS}/${encodeURIComponent(id)}/${ACT_PATHS[act.type]}`, body));
}

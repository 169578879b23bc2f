import type { AlertDetail, AlertRow, EvidenceEvent, Platform, Rule } from '../api/types';

/** An alert like those of the first rule; a test names only what it is about. */
export function alertRow(part: Partial<AlertRow> = {}): AlertRow {
  return {
    id: 'a1',
    number: 'AL-000001',
    fingerprint: 'f1',
    state: 'firing',
    severity: 'high',
    rule: { id: 'r1', name: 'ssh-password-guessing', version: 'v1', title: { zh: 'SSH 口令猜测', en: 'SSH password guessing' } },
    summary: { zh: '203.0.113.7 登录失败 5 次', en: '203.0.113.7 failed to log in 5 times' },
    group: { 'source.ip': '203.0.113.7' },
    system: '专利审查系统',
    asset: 'review-web-01',
    category: '',
    team: '',
    count: 1,
    firstSeen: '2026-11-22T07:00:00Z',
    lastSeen: '2026-11-22T07:04:05Z',
    createdAt: '2026-11-22T07:00:00Z',
    updatedAt: '2026-11-22T07:04:05Z',
    acknowledgedBy: null,
    closedBy: null,
    ...part,
  };
}

export function evidence(part: Partial<EvidenceEvent> = {}): EvidenceEvent {
  return { id: 's:0:0', time: '2026-11-22T07:00:00Z', rule: 'sshd-failed-login', original: '', fields: {}, ...part };
}

export function alertDetail(part: Partial<AlertDetail> = {}): AlertDetail {
  return {
    ...alertRow(),
    tags: [],
    runbook: '',
    decision: { severity: 'high', category: '', team: '', runbook: '', asset: '', system: '', reasons: [] },
    explanation: { summary: { zh: '', en: '' }, conditions: [], window: null },
    events: [],
    detections: [],
    trail: [],
    filingCases: [],
    ...part,
  };
}

export function platform(part: Partial<Platform> = {}): Platform {
  return { state: 'ok', parts: [], eventsPerSecond: 0, endToEndMillis: null, hops: [], gaps: 0, updatedAt: '2026-11-22T07:00:00Z', ...part };
}

/** A rule of the catalogue that raises alerts; a test names only what it is about. */
export function rule(part: Partial<Rule> = {}): Rule {
  return {
    id: part.name ?? 'r1',
    name: 'web-scan',
    version: '',
    title: { zh: 'Web 扫描', en: 'Web scan' },
    level: 'medium',
    description: { zh: '', en: '' },
    tags: [],
    family: 'web',
    type: 'event',
    detects: true,
    runbook: '',
    category: '',
    ...part,
  };
}

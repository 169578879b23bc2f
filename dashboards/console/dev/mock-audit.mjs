// A made-up audit trail: enough lines to page through, one of them with a name that must stay text.
import { createHash } from 'node:crypto';
import { random } from './mock-data.mjs';

const ACTIONS = [
  ['session.opened', 'session', 'success'],
  ['session.refused', 'session', 'failure'],
  ['evidence.viewed', 'evidence', 'success'],
  ['report.exported', 'assessment', 'success'],
  ['asset.changed', 'asset', 'success'],
  ['alert.closed', 'alert', 'success'],
  ['exemption.approved', 'exemption', 'success'],
  ['filing.revealed', 'filing', 'success'],
  ['document.downloaded', 'attestation', 'success'],
  ['ruleset.approved', 'ruleset', 'success'],
  ['account.changed', 'account', 'denied'],
];
const ACTORS = [['operator', 'operator'], ['engineer', 'engineer'], ['auditor', 'auditor'], ['reviewer', 'reviewer'], ['<b>root</b>', '']];
const LINES = 1_874;
const digest = (text) => createHash('sha256').update(text).digest('hex');

export function makeTrail(now, empty) {
  const next = random(77);
  const lines = [];
  let previousHash = '0'.repeat(64);
  for (let sequence = 1; sequence <= (empty ? 0 : LINES); sequence += 1) {
    const [action, objectType, outcome] = ACTIONS[Math.floor(next() ** 1.4 * ACTIONS.length)];
    const [account, role] = outcome === 'failure' ? ACTORS[4] : ACTORS[Math.floor(next() * 4)];
    const hash = digest(`${previousHash}${sequence}`);
    lines.push({
      sequence,
      time: new Date(now - (LINES - sequence) * 211_000).toISOString(),
      actor: { account, role, address: `10.9.0.${11 + Math.floor(next() * 40)}` },
      action,
      objectType,
      objectId: { evidence: `e${hash.slice(0, 31)}`, assessment: 'A-2026-0001', asset: 'patent-web-04', alert: 'AL-000123', exemption: 'X-8', filing: '2026104810848', attestation: '12', ruleset: '3' }[objectType] ?? account,
      outcome,
      detail: action === 'asset.changed' ? { importance: { from: 2, to: 3 }, note: '按定级报告调整' } : action === 'report.exported' ? { form: 'docx' } : {},
      previousHash,
      hash,
    });
    previousHash = hash;
  }
  return lines.reverse();
}

export function trailRoutes(lines, path, query, user) {
  if (!user.roles.includes('auditor')) {
    return [403, { type: 'urn:zhidun:problem:forbidden', title: 'Forbidden', status: 403 }];
  }
  if (path === 'audit/verification') {
    return [200, { verifiedAt: new Date(Date.now() - 1_260_000).toISOString(), records: lines.length, from: 1, to: lines.length, intact: true, firstBad: null }];
  }
  const any = (name, value) => query.getAll(name).length === 0 || query.getAll(name).includes(value);
  const found = lines.filter((line) => any('actor', line.actor.account) && any('action', line.action) && any('objectType', line.objectType) && any('objectId', line.objectId) && (query.get('from') === null || line.time >= query.get('from')) && (query.get('to') === null || line.time < query.get('to')));
  if (path === 'audit/export') {
    return [200, found.map((line) => JSON.stringify(line)).join('\n'), { 'Content-Type': 'application/x-ndjson', 'Content-Disposition': 'attachment; filename="audit.ndjson"' }];
  }
  const [, sequence] = /^audit\/(\d+)$/.exec(path) ?? [];
  if (sequence !== undefined) {
    const line = lines.find((each) => each.sequence === Number(sequence));
    return line === undefined ? [404, { title: 'Not Found', status: 404 }] : [200, line];
  }
  const limit = Math.min(500, Number(query.get('limit') ?? 100));
  const from = Number(query.get('cursor') || 0);
  return [200, { items: found.slice(from, from + limit), next: from + limit < found.length ? String(from + limit) : null, total: found.length }];
}

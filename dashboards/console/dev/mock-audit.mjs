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
  ['account.changed', 'account', 'failure'],
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
    const type = objectType;
    const id = { evidence: `e${hash.slice(0, 31)}`, assessment: 'A-2026-0001', asset: 'patent-web-04', alert: 'AL-000123', exemption: 'X-8', filing: '2026104810848', attestation: '12', ruleset: '3' }[type] ?? account;
    const detail = action === 'asset.changed' ? { from: '2', to: '3', note: '按定级报告调整 <b>重要性</b>' } : action === 'report.exported' ? { form: 'docx' } : {};
    const content = { actor: { account, role, address: `10.9.0.${11 + Math.floor(next() * 40)}` }, action, object: { type, id }, outcome, detail };
    const at = new Date(now - (LINES - sequence) * 211_000).toISOString();
    lines.push({ sequence, at, kind: 'entry', content, previous: previousHash, hash });
    previousHash = hash;
  }
  return lines.reverse();
}

const shown = ({ previous, ...line }) => (void previous, line);

export function trailRoutes(lines, path, query, user) {
  if (!user.roles.includes('auditor')) {
    return [403, { type: 'urn:zhidun:problem:forbidden', title: 'Forbidden', status: 403 }];
  }
  if (path === 'audit/verification') {
    const last = { at: new Date(Date.now() - 1_260_000).toISOString(), intact: true, trail: 'mock', records: lines.length, seals: 1, sealed: 1_000, fault: null };
    return [200, { size: lines.length, sealed: Math.min(1_000, lines.length), last: lines.length === 0 ? null : last, keys: [] }];
  }
  if (path === 'audit/export') {
    return [200, lines.map((line) => JSON.stringify(line)).join('\n'), { 'Content-Type': 'application/x-ndjson', 'Content-Disposition': 'attachment; filename="audit.ndjson"' }];
  }
  const [, sequence] = /^audit\/(\d+)$/.exec(path) ?? [];
  if (sequence !== undefined) {
    const line = lines.find((each) => each.sequence === Number(sequence));
    return line === undefined ? [404, { title: 'Not Found', status: 404 }] : [200, { ...line, line: JSON.stringify(line) }];
  }
  const is = (name, value) => query.get(name) === null || query.get(name) === value;
  const action = query.get('action') ?? '';
  const found = lines.filter(({ at, content }) => is('actor', content.actor.account) && (action.endsWith('.') ? content.action.startsWith(action) : is('action', content.action)) && is('objectType', content.object.type) && is('objectId', content.object.id) && (query.get('from') === null || at >= query.get('from')) && (query.get('to') === null || at < query.get('to')));
  const limit = Math.min(500, Number(query.get('limit') ?? 100));
  const from = Number(query.get('cursor') || 0);
  return [200, { items: found.slice(from, from + limit).map(shown), next: from + limit < found.length ? String(from + limit) : null, total: found.length }];
}

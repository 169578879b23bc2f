// Routes of systems, assets, classified protection and the audit trail on the made-up data.
import { createHash } from 'node:crypto';
import { CHECKS, requirementsOf } from './mock-catalogue.mjs';
import { brief, Protection } from './mock-compliance.mjs';
import { makeInventory } from './mock-inventory.mjs';
import { makeTrail, trailRoutes } from './mock-audit.mjs';

const DAY = 86_400_000;
const bad = (name, value, message) => [400, { type: 'urn:zhidun:problem:invalid-parameter', title: 'Bad Request', status: 400, detail: `${name}: ${message}`, errors: [{ name, value, message }] }];
const problem = (status, name, detail = '') => [status, { type: `urn:zhidun:problem:${name}`, title: name, status, detail }];
const page = (items) => [200, { items, next: null, total: items.length }];

export function protection(now, empty) {
  const inventory = empty ? { systems: [], assets: [] } : makeInventory(now);
  return { inventory, compliance: new Protection(inventory, now), trail: makeTrail(now, empty), imports: new Map() };
}

function is(user, ...roles) {
  return user.roles.some((role) => roles.includes(role));
}

/** [status, body, headers?] or undefined where the path is not of these features. */
export async function protectionRoutes(state, request, path, query, user, read) {
  const { compliance, inventory } = state;
  if (path.startsWith('audit')) {
    return trailRoutes(state.trail, path, query, user);
  }
  if (path === 'systems' || path.startsWith('systems/')) {
    return systemRoutes(inventory, request, path, query, user, read);
  }
  if (path === 'assets' || path.startsWith('assets/')) {
    return assetRoutes(state, request, path, query, user, read);
  }
  if (!path.startsWith('compliance/')) {
    return undefined;
  }
  if (requirementsOf(3).length === 0) {
    return problem(503, 'not-ready', 'the catalogue is not there yet');
  }
  const rest = path.slice('compliance/'.length);
  return request.method === 'GET' ? lookUp(compliance, rest, query) : change(compliance, rest, query, user, read);
}

function lookUp(compliance, rest, query) {
  const parts = rest.split('/').map(decodeURIComponent);
  const [what, id, member, item] = parts;
  const of = (list) => page(list.filter((each) => ['system', 'state'].every((name) => query.get(name) === null || query.get(name) === each[name]) && (query.get('item') === null || each.item === query.get('item') || each.items?.includes(query.get('item')))));
  switch (what) {
    case 'systems':
      if (id === undefined) {
        return page([...compliance.systems.keys()].map((each) => compliance.summaryOf(each)));
      }
      if (!compliance.systems.has(id)) {
        return problem(404, 'not-found');
      }
      if (member === undefined) {
        return [200, compliance.detailOf(id)];
      }
      if (member === 'matrix') {
        return [200, compliance.matrix(compliance.systems.get(id).objects, compliance.systems.get(id).items, query)];
      }
      if (member === 'assessments') {
        return page(compliance.assessments.filter(({ system }) => system === id).map(brief).reverse());
      }
      return compliance.itemOf(id, item) === undefined ? problem(404, 'not-found') : [200, compliance.itemOf(id, item)];
    case 'evidence': {
      const detail = compliance.evidenceDetail(id);
      return detail === undefined ? problem(404, 'not-found') : [200, detail];
    }
    case 'checks':
      return page(CHECKS.map((check) => ({ ...check, lastRun: new Date(compliance.now - 240_000).toISOString(), lastDurationMillis: 40, lastEvidence: 4, lastError: null, runs: 12, failures: 0, running: false })));
    case 'calendar':
      return page(compliance.calendar(query.get('system')));
    case 'attestations':
      return member === 'document' ? [200, '%PDF-1.4 made-up document', { 'Content-Type': 'application/octet-stream', 'Content-Disposition': 'attachment; filename="document.pdf"', 'Content-Security-Policy': 'sandbox' }] : of(compliance.attestations);
    case 'exemptions':
      return of(compliance.exemptions);
    case 'waivers':
      return of(compliance.waivers);
    case 'rectifications':
      return of(compliance.rectifications);
    case 'assessments': {
      const find = (each) => compliance.assessments.find((assessment) => assessment.id === each);
      if (id === 'compare') {
        const [a, b] = [find(query.get('from')), find(query.get('to'))];
        return a === undefined || b === undefined ? problem(404, 'not-found') : [200, compliance.compare(a, b)];
      }
      const found = find(id);
      if (found === undefined) {
        return problem(404, 'not-found');
      }
      if (member === 'matrix') {
        return [200, compliance.matrix(found.objects, found.taken, query)];
      }
      if (member === 'report') {
        return [200, `made-up report of ${id}`, { 'Content-Type': 'application/octet-stream', 'Content-Disposition': `attachment; filename="${id}.${query.get('form')}"` }];
      }
      return [200, { ...brief(found), requirements: found.taken.length, itemResults: [], findings: found.findings, waivers: compliance.waivers, rectifications: compliance.rectifications, intact: true }];
    }
    default:
      return problem(404, 'not-found');
  }
}

async function change(compliance, rest, query, user, read) {
  const now = new Date().toISOString();
  const parts = rest.split('/').map(decodeURIComponent);
  const [what, id, member, item, act] = parts;
  if (what === 'checks' && member === 'run') {
    return is(user, 'engineer') ? [200, { ...CHECKS.find(({ code }) => code === id), lastRun: now, lastError: null, running: false }] : problem(403, 'forbidden');
  }
  if (what === 'attestations' && id === undefined) {
    const body = await read(20_971_520);
    if (!is(user, 'auditor')) {
      return problem(403, 'forbidden');
    }
    if (query.get('signer') === '') {
      return bad('signer', '', 'must not be empty');
    }
    const items = query.getAll('item');
    const row = { id: 100 + compliance.attestations.length, system: query.get('system'), items, object: query.get('object') ?? query.get('system'), title: query.get('title'), signer: query.get('signer'), signedOn: query.get('signedOn'), expiresAt: `${query.get('expires')}T00:00:00Z`, result: query.get('result') ?? 'met', fileName: query.get('fileName'), bytes: body.length, sm3: createHash('sha256').update(body).digest('hex'), evidence: [], by: user.name, at: now, withdrawn: null };
    compliance.attestations.push(row);
    items.forEach((each) => setResult(compliance, row.system, each, row.object, row.result));
    return [201, row];
  }
  const body = JSON.parse((await read(65_536)).toString() || '{}');
  const text = ['reason', 'measure'].map((name) => body[name]).find((value) => value !== undefined);
  if (member === 'withdraw') {
    const list = { attestations: compliance.attestations, exemptions: compliance.exemptions, waivers: compliance.waivers }[what];
    const row = list?.find((each) => String(each.id) === id);
    if (row === undefined) {
      return problem(404, 'not-found');
    }
    Object.assign(row, what === 'attestations' ? { withdrawn: { by: user.name, at: now, reason: body.reason } } : { state: 'withdrawn' });
    return [200, row];
  }
  if (member === 'decision') {
    const row = { exemptions: compliance.exemptions, waivers: compliance.waivers }[what]?.find((each) => each.id === id);
    if (row === undefined) {
      return problem(404, 'not-found');
    }
    if (row.by === user.name) {
      return problem(409, 'same-person', 'the proposer cannot decide');
    }
    if (row.state !== 'proposed') {
      return problem(409, 'decided');
    }
    Object.assign(row, { state: body.approve ? 'approved' : 'refused', decidedBy: user.name, decidedAt: now, note: body.note });
    return [200, row];
  }
  if (what === 'rectifications' && member === 'done') {
    const row = compliance.rectifications.find((each) => each.id === id);
    Object.assign(row, { state: 'done', overdue: false, doneBy: user.name, doneAt: now });
    return [200, row];
  }
  if (what === 'systems' && member === 'assessments') {
    if (!is(user, 'engineer')) {
      return problem(403, 'forbidden');
    }
    return [201, brief(compliance.assess(id, body.note ?? '', user.name, Date.now()))];
  }
  if (what === 'assessments' && member === 'signatures') {
    const found = compliance.assessments.find((each) => each.id === id);
    if (!is(user, 'auditor')) {
      return problem(403, 'forbidden');
    }
    if (found.madeBy === user.name || found.signatures.some(({ account }) => account === user.name)) {
      return problem(409, 'same-person');
    }
    found.signatures.push({ part: body.part, account: user.name, name: body.name, at: now });
    return [200, brief(found)];
  }
  if (what === 'systems' && member === 'items') {
    if ((text ?? '').length < 4) {
      return bad('reason', text ?? '', 'must have at least 10 characters');
    }
    const base = { system: id, item, object: body.object, by: user.name, at: now };
    if (act === 'overrulings') {
      if (parts[6] === 'withdraw') {
        compliance.overrulings.find((each) => String(each.id) === parts[5]).withdrawn = { by: user.name, at: now, reason: body.reason };
        return [200, {}];
      }
      const row = { ...base, id: compliance.overrulings.length + 1, result: body.result, reason: body.reason, expiresOn: body.expiresOn, withdrawn: null };
      compliance.overrulings.push(row);
      setResult(compliance, id, item, body.object, body.result);
      return [200, row];
    }
    if (act === 'rectifications') {
      const row = { ...base, id: `R-${30 + compliance.rectifications.length}`, measure: body.measure, owner: body.owner, due: body.due, state: 'open', overdue: Date.parse(body.due) < Date.now() - DAY, doneBy: null, doneAt: null, verifiedAt: null, verifiedIn: null };
      compliance.rectifications.push(row);
      return [200, row];
    }
    const list = act === 'exemptions' ? compliance.exemptions : compliance.waivers;
    const row = { ...base, ...body, id: `${act === 'exemptions' ? 'X' : 'W'}-${20 + list.length}`, state: 'proposed', decidedBy: null, decidedAt: null, note: '' };
    list.push(row);
    return [200, row];
  }
  return problem(404, 'not-found');
}

function setResult(compliance, system, item, object, result) {
  const row = compliance.systems.get(system)?.items.find((each) => each.item.id === item);
  const cell = row?.cells.find((each) => each.object === object);
  if (cell !== undefined) {
    cell.result = result;
    row.result = row.cells.every((each) => each.result === result) ? result : 'partly-met';
  }
}

async function systemRoutes(inventory, request, path, query, user, read) {
  const id = path.split('/')[1];
  if (request.method === 'GET') {
    const found = inventory.systems.find((each) => each.id === id);
    return id === undefined ? page(inventory.systems) : found === undefined ? problem(404, 'not-found') : [200, found];
  }
  if (!is(user, 'engineer')) {
    return problem(403, 'forbidden');
  }
  const found = inventory.systems.find((each) => each.id === id);
  if (request.method === 'DELETE') {
    if (found.assets > 0) {
      return problem(409, 'in-use');
    }
    inventory.systems.splice(inventory.systems.indexOf(found), 1);
    return [204];
  }
  const body = JSON.parse((await read(65_536)).toString());
  if (!/^S[1-4]A[1-4]G[1-4]$/.test(body.notation)) {
    return bad('notation', body.notation, 'must read S{1-4}A{1-4}G{1-4}');
  }
  if (found !== undefined && found.version !== body.version) {
    return problem(409, 'changed-meanwhile');
  }
  const row = { ...body, id, version: (body.version ?? 0) + 1, assets: found?.assets ?? 0, changedAt: new Date().toISOString(), changedBy: user.name, origin: 'manual' };
  if (found === undefined) {
    inventory.systems.push(row);
  } else {
    Object.assign(found, row);
  }
  return [200, row];
}

const FACETS = ['system', 'kind', 'zone', 'importance', 'dataClass'];

function matching(assets, query) {
  const text = (query.get('q') ?? '').toLowerCase();
  return assets.filter((asset) => FACETS.every((name) => query.getAll(name).length === 0 || query.getAll(name).includes(String(asset[name]))) && (text === '' || [asset.id, asset.name, ...asset.addresses].some((place) => place.toLowerCase().includes(text))));
}

async function assetRoutes(state, request, path, query, user, read) {
  const { inventory, imports } = state;
  const now = Date.now();
  const [, id, act] = path.split('/').map(decodeURIComponent);
  if (request.method === 'GET' && id === undefined) {
    const sort = query.get('sort') ?? 'id';
    const by = sort.replace('-', '');
    const found = matching(inventory.assets, query).sort((a, b) => String(a[by]).localeCompare(String(b[by]), 'zh') * (sort.startsWith('-') ? -1 : 1));
    const limit = Math.min(500, Number(query.get('limit') ?? 100));
    const from = Number(query.get('cursor') || 0);
    return [200, { items: found.slice(from, from + limit), next: from + limit < found.length ? String(from + limit) : null, total: found.length }];
  }
  if (request.method === 'GET' && id === 'facets') {
    const found = matching(inventory.assets, query);
    const tally = (name) => [...found.reduce((counts, asset) => counts.set(String(asset[name]), (counts.get(String(asset[name])) ?? 0) + 1), new Map())].filter(([value]) => value !== '').map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
    return [200, Object.fromEntries([...FACETS, 'backupTier'].map((name) => [name, tally(name)]))];
  }
  if (request.method === 'GET' && id === 'discovery') {
    const at = (minutes) => new Date(now - minutes * 60_000).toISOString();
    const unknown = ['203.0.113.9', 'old-print-server', '10.20.9.77', 'dev-jenkins-02', '<svg/onload=alert(1)>', '198.51.100.23'].map((name, index) => ({ name, kind: index % 2 === 0 ? 'host.ip' : 'host.name', datasets: [['sshd'], ['syslog', 'cups'], ['nginx-access'], ['auditd', 'sshd'], ['http'], ['netflow']][index], events: [18_200, 9_411, 1_200, 640, 12, 3][index], firstSeen: at(8_000 - index * 900), lastSeen: at(index * 37), events_api: `/api/v1/events?host.name=${encodeURIComponent(name)}` }));
    const silent = inventory.assets.filter((asset) => asset.lastSeen === null && !['room', 'data', 'terminal'].includes(asset.kind)).map(({ id: silentId, system, name, kind }, index) => ({ id: silentId, system, name, kind, lastSeen: index % 3 === 0 ? null : at(12_000 + index * 700) }));
    return inventory.assets.length === 0 ? [200, { from: at(10_080), to: at(0), complete: true, unknown: [], silent: [] }] : [200, { from: at(10_080), to: at(0), complete: false, unknown, silent }];
  }
  const found = inventory.assets.find((each) => each.id === id);
  if (request.method === 'GET') {
    return found === undefined ? problem(404, 'not-found') : [200, found];
  }
  if (!is(user, 'engineer')) {
    return problem(403, 'forbidden');
  }
  if (id === 'import' && act === undefined) {
    const body = await read(33_554_432);
    const key = createHash('sha256').update(body).digest('hex');
    const preview = inventory.assets.slice(0, 24).map((asset, index) => ({ row: index + 2, change: ['added', 'changed', 'same'][index % 3], asset: { ...asset, id: `${asset.id}-new` } }));
    const answer = { id: key.slice(0, 16), fileName: query.get('fileName'), sm3: key, rows: 120, good: 118, added: 100, changed: 10, same: 8, faultRows: 2, unknownColumns: ['备注'], faults: [{ row: 17, column: '类型', value: '主机房?', message: { zh: '类型不在清单中：主机、数据库、网络设备……', en: 'not one of host, database, network-device …' } }, { row: 44, column: '地址', value: '=HYPERLINK("http://203.0.113.9")', message: { zh: '单元格是公式，不计算', en: 'the cell is a formula and is never computed' } }], preview, validUntil: new Date(now + 3_600_000).toISOString() };
    imports.set(answer.id, answer);
    return [200, answer];
  }
  if (id === 'import') {
    const { skipFaults } = JSON.parse((await read(65_536)).toString());
    const answer = imports.get(act);
    if (answer === undefined) {
      return problem(409, 'import-changed');
    }
    return skipFaults ? [200, { added: 100, changed: 10, same: 8, skipped: 2 }] : problem(422, 'import-faults');
  }
  if (request.method === 'DELETE') {
    inventory.assets.splice(inventory.assets.indexOf(found), 1);
    return [204];
  }
  const body = JSON.parse((await read(65_536)).toString());
  if (found !== undefined && found.version !== body.version) {
    return problem(409, 'changed-meanwhile');
  }
  if (body.name === '') {
    return bad('name', '', 'must not be empty');
  }
  const row = { lastSeen: null, ...found, ...body, id, backupTier: body.importance === 3 ? 'T1' : body.importance === 2 ? 'T2' : 'T3', version: (body.version ?? 0) + 1, changedAt: new Date().toISOString(), changedBy: user.name, origin: 'manual' };
  if (found === undefined) {
    inventory.assets.push(row);
  } else {
    Object.assign(found, row);
  }
  return [200, row];
}

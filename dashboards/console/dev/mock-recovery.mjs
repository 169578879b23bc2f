// Made-up disaster recovery: systems at every distance from their aim, a plan with versions, an
// exercise that runs, and exercises that are really conducted here step by step.
import { createHash, randomUUID } from 'node:crypto';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const iso = (at) => (at === null ? null : new Date(Math.round(at / 1_000) * 1_000).toISOString());
const span = (millis) => (millis === null ? null : `PT${Math.round(millis / 1_000)}S`);
const problem = (status, name, detail = '', more = {}) => [status, { type: `urn:zhidun:problem:${name}`, title: name, status, detail, ...more }];
const hash = (value) => createHash('sha256').update(JSON.stringify(value)).digest('hex');

const ELEMENTS = [
  ['data-backup', '数据备份系统', 'data backup system', false],
  ['processing', '备用数据处理系统', 'standby processing system', false],
  ['network', '备用网络系统', 'standby network', true],
  ['infrastructure', '备用基础设施', 'standby infrastructure', true],
  ['support', '专业技术支持能力', 'technical support', true],
  ['operations', '运行维护管理能力', 'operation and maintenance', true],
  ['plan', '灾难恢复预案', 'recovery plan', false],
];

const REASONS = {
  'data-backup': ['没有异地实时复制', 'nothing is copied elsewhere in real time'],
  processing: ['备用服务器只有 1 台就绪，要 2 台', 'one standby server is ready, two are wanted'],
  network: ['备用网络：已预留，尚未就绪', 'standby network: reserved, not ready'],
  infrastructure: ['备用场地：已预留，尚未就绪', 'standby site: reserved, not ready'],
  support: ['技术支持：不是全天', 'support: not around the clock'],
  operations: ['运维值守：不是全天', 'operations: not around the clock'],
  plan: ['切换演练逾期 12 天', 'the switch-over exercise is 12 days overdue'],
};

function level(levels) {
  const elements = ELEMENTS.map(([code, zh, en, declared], index) => ({ code, name: { zh, en }, level: levels[index], declared, missing: levels[index] === 6 ? [] : [{ zh: REASONS[code][0], en: REASONS[code][1] }] }));
  return { level: Math.min(...levels), figures: '2026.1', elements };
}

const step = (title, detail, responsible, minutes, check = 'none', service = false) => ({ title, detail, responsible, minutes, check, service });

const PLAN = {
  title: '专利审查系统切换预案', level: 5, rtoMinutes: 240, rpoMinutes: 15, exerciseEveryDays: 183,
  declared: { equipment: 2, network: 2, site: 2, support: 2, operations: 1 },
  roles: [
    { role: '总指挥', name: '信息中心主任', contact: '8000' },
    { role: '值班长', name: '值班操作员', contact: '8001 / 139****0001' },
    { role: '数据库管理员', name: '数据库值班', contact: '8012' },
    { role: '网络管理员', name: '网络值班', contact: '8023' },
    { role: '业务代表', name: '审查业务部值班', contact: '8100' },
  ],
  steps: [
    step('确认灾情，宣布切换', '核实主机房状态，向分管领导报告并取得授权。', '总指挥', 10),
    step('检查备份可恢复', '由平台核对每个来源可恢复到 RPO 之内。', '值班长', 5, 'recoverable'),
    step('停止主库写入', '在主库执行 alter system set default_transaction_read_only = on；重载配置；确认审查客户端提示只读。', '数据库管理员', 10),
    step('确认异地副本', '由平台核对每个来源都有异地副本。', '值班长', 5, 'offsite'),
    step('提升备库', 'pg_promote()；确认时间线增加，pg_is_in_recovery() 为 f。', '数据库管理员', 15),
    step('切换网络', '把 review.example.cn 的解析指向备用中心，TTL 60 秒；边界防火墙启用备用策略组。', '网络管理员', 20),
    step('恢复审查业务', '启动备用中心的应用；业务代表用测试申请走一遍收文、审查、发文。', '业务代表', 30, 'none', true),
    step('恢复检索业务', '启动检索服务，抽查 20 件。', '业务代表', 20, 'none', true),
    step('比较数据', '以切换前最后一份计数核对申请、文件、费用三张表，算出丢失的数据。', '数据库管理员', 25),
    step('报告', '向总指挥报告结果，记录发现的问题。', '值班长', 10),
  ],
  rollback: [
    step('停止备用中心写入', '', '数据库管理员', 10),
    step('把解析指回主中心', 'TTL 60 秒；确认两侧不同时写入。', '网络管理员', 20),
    step('恢复主库写入', '', '数据库管理员', 10),
  ],
};

export class Recovery {
  constructor(now, mode) {
    this.degraded = mode === 'degraded';
    this.systems = mode === 'empty' ? [] : [
      { system: 'patent-review', name: '专利审查系统', levels: [5, 5, 5, 5, 6, 3, 5] },
      { system: 'trademark', name: '商标注册与管理系统', levels: [3, 2, 4, 4, 4, 4, 2] },
      { system: 'public-service', name: '公共服务平台', levels: [0, 1, 1, 1, 2, 2, 0] },
      { system: 'zhidun', name: '智盾安全监测平台', levels: [6, 6, 6, 6, 6, 6, 6] },
      { system: 'design', name: '外观设计检索系统', levels: [4, 4, 4, 4, 4, 4, 4], away: 'sftp://b.example.org: connection refused' },
    ].map((one) => ({ ...one, versions: [], exercises: [] }));
    if (this.systems.length > 0) {
      this.fill(now);
    }
  }

  fill(now) {
    const [review, trademark, , own, design] = this.systems;
    this.add(review, { ...PLAN, level: 4, steps: PLAN.steps.slice(0, 8), rollback: [] }, '首版', 'engineer', now - 400 * DAY);
    this.add(review, { ...PLAN, level: 5 }, '补回退步骤，目标提高到第 5 级', 'engineer', now - 190 * DAY);
    this.add(review, PLAN, '年度修订：网络切换改为 20 分钟', 'engineer', now - 60 * DAY);
    this.add(trademark, { ...PLAN, title: '商标系统切换预案', level: 4, rtoMinutes: 480, rpoMinutes: 60, steps: PLAN.steps.slice(0, 7) }, '首版', 'engineer', now - 195 * DAY);
    this.add(own, { ...PLAN, title: '平台自身恢复预案', level: 5, rtoMinutes: 60, steps: PLAN.steps.slice(2, 8) }, '首版', 'engineer', now - 90 * DAY);
    this.add(design, { ...PLAN, title: '检索系统恢复预案', level: 3, steps: PLAN.steps.slice(1, 7) }, '首版', 'engineer', now - 30 * DAY);
    this.past(review, 'switch-over', '年度演练：主机房断电', now - 240 * DAY, 3, 'done', [1, 1, 0.8, 1, 1.2, 0.9, 1, 1.1, 1, 0.6]);
    this.past(review, 'switch-over', '主库存储故障', now - 58 * DAY, 2, 'failed', [1, 1, 0.9, 1, 2.4, 3.1, 4.2, 2.2, 1, 0.8]);
    this.past(review, 'rehearsal', '桌面推演：光缆中断', now - 20 * DAY, 3, 'done', [0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2]);
    this.past(trademark, 'switch-over', '主机房断电', now - 196 * DAY, 1, 'aborted', [1, 1, 1.4]);
    this.past(own, 'switch-over', '主节点断电', now - 11 * DAY, 1, 'done', [0.5, 1, 0.7, 0.6, 0.5, 0.4]);
    const running = this.begin(design, 'switch-over', '检索节点全部失联', 'engineer', now - 23 * MINUTE);
    this.stepAt(running, 'done', now - 23 * MINUTE + 20_000, 4 * MINUTE, '');
    this.stepAt(running, 'done', now - 18 * MINUTE, 9 * MINUTE, '两个会话由人工结束');
    this.stepAt(running, 'running', now - 7 * MINUTE, null, '');
  }

  add(row, plan, note, by, at) {
    row.versions.unshift({ system: row.system, version: row.versions.length + 1, plan, sm3: hash(plan), note, by, madeAt: iso(at) });
    return row.versions[0];
  }

  planOf(exercise) {
    return exercise.row.versions.find(({ version }) => version === exercise.planVersion).plan;
  }

  begin(row, kind, scenario, by, at, version = row.versions[0].version) {
    const one = { id: randomUUID(), row, planVersion: version, kind, scenario, state: 'running', by, startedAt: at, endedBy: null, endedAt: null, words: null, rpo: null, passed: null, findings: [], done: [] };
    row.exercises.unshift(one);
    return one;
  }

  stepAt(one, outcome, at, took, note) {
    const planned = this.planOf(one).steps[one.done.length];
    const seen = planned.check === 'none' || outcome === 'running' || outcome === 'skipped' ? null : { zh: '来源 2 个，均可恢复到 4 秒前，RPO 15 分钟', en: '2 sources, each recoverable to 4 s ago, RPO 15 min' };
    one.done.push({ outcome, by: one.by, startedAt: at, endedAt: took === null ? null : at + took, note, seen });
  }

  past(row, kind, scenario, at, version, state, paces) {
    const one = this.begin(row, kind, scenario, 'engineer', at, version);
    let clock = at + 30_000;
    paces.forEach((pace, index) => {
      const took = (this.planOf(one).steps[index]?.minutes ?? 0) * pace * MINUTE;
      if (this.planOf(one).steps[index] !== undefined) {
        const failed = state === 'failed' && index === 5;
        this.stepAt(one, failed ? 'failed' : 'done', clock, took, failed ? '备用防火墙策略组未同步，手工补了 3 条' : index === 4 && pace > 1 ? '备库追日志比预计慢' : '');
        clock += took + 20_000;
      }
    });
    this.finish(one, state === 'aborted' ? 'aborted' : 'done', state === 'aborted' ? '上级通知当日不得中断业务' : '切换完成，业务代表确认可用。', state === 'failed' ? 90_000 : 3_000, state === 'failed' ? ['备用防火墙的策略没有随主用同步', '<b>解析</b>缓存超过 TTL'] : [], 'engineer', clock);
  }

  finish(one, state, words, rpo, findings, by, at) {
    Object.assign(one, { state, words, rpo: state === 'aborted' ? null : rpo, findings, endedBy: by, endedAt: at });
    one.passed = state === 'done' && this.faults(one).length === 0;
    one.sealed = { record: this.record(one), signature: { version: 1, algorithm: 'SM3withSM2', keyId: hash('key').slice(0, 32), sm3: hash(one.words), signedAt: iso(at), signature: '', publicKey: '' }, intact: true };
  }

  rto(one) {
    const plan = this.planOf(one);
    const ends = plan.steps.flatMap(({ service }, index) => (service ? [one.done[index]?.outcome === 'done' ? one.done[index].endedAt : null] : []));
    return ends.some((end) => end === null) ? null : Math.max(...ends) - one.startedAt;
  }

  faults(one) {
    if (one.state === 'running' || one.state === 'aborted') {
      return [];
    }
    const plan = this.planOf(one);
    const rto = this.rto(one);
    return [
      ...one.done.flatMap(({ outcome }, index) => (outcome === 'failed' ? [{ zh: `第 ${index + 1} 步失败：${plan.steps[index].title}`, en: `step ${index + 1} failed: ${plan.steps[index].title}` }] : [])),
      ...(rto === null ? [{ zh: '业务始终没有恢复', en: 'the service never came back' }] : rto > plan.rtoMinutes * MINUTE ? [{ zh: `业务用时 ${Math.round(rto / MINUTE)} 分钟恢复，目标 ${plan.rtoMinutes} 分钟`, en: `the service was back after ${Math.round(rto / MINUTE)} min, the aim is ${plan.rtoMinutes} min` }] : []),
      ...(one.rpo === null ? [{ zh: '没有测量丢失的数据', en: 'how much work was lost was not measured' }] : []),
    ];
  }

  record(one) {
    const plan = this.planOf(one);
    const ended = one.state !== 'running';
    return {
      format: 2, id: one.id, system: one.row.system, plan: plan.title, planVersion: one.planVersion, planSm3: hash(plan), kind: one.kind, scenario: one.scenario, state: one.state, passed: one.passed === true,
      startedBy: one.by, startedAt: iso(one.startedAt), endedBy: one.endedBy, endedAt: iso(one.endedAt), words: one.words, rto: ended ? span(this.rto(one)) : null, rtoBound: span(plan.rtoMinutes * MINUTE), rpo: span(one.rpo), rpoBound: span(plan.rpoMinutes * MINUTE),
      findings: one.findings, faults: this.faults(one), reached: ended ? level(one.row.levels) : null,
      steps: plan.steps.map((each, index) => {
        const done = one.done[index];
        return { position: index + 1, title: each.title, responsible: each.responsible, check: each.check, service: each.service, plannedMinutes: each.minutes, actualMinutes: done?.endedAt == null ? null : Math.round((done.endedAt - done.startedAt) / 6_000) / 10, outcome: done?.outcome ?? null, by: done?.by ?? null, startedAt: iso(done?.startedAt ?? null), endedAt: iso(done?.endedAt ?? null), note: done?.note ?? null, seen: done?.seen ?? null };
      }),
    };
  }

  view(one, now) {
    const plan = this.planOf(one);
    const more = one.state === 'running' && one.done.at(-1)?.outcome !== 'running' && one.done.length < plan.steps.length;
    return { record: this.record(one), elapsed: span((one.endedAt ?? now) - one.startedAt), plannedMinutes: plan.steps.reduce((sum, { minutes }) => sum + minutes, 0), next: more ? one.done.length + 1 : null, rollback: plan.rollback };
  }

  line(one) {
    return { id: one.id, kind: one.kind, state: one.state, passed: one.passed, startedAt: iso(one.startedAt), endedAt: iso(one.endedAt), by: one.by, planVersion: one.planVersion, rto: one.state === 'running' ? null : span(this.rto(one)), rpo: span(one.rpo) };
  }

  summary(row, now) {
    const away = this.degraded ? 'sftp://b.example.org: connection refused' : (row.away ?? null);
    const reached = away === null ? level(row.levels) : null;
    const plan = row.versions[0];
    const passed = row.exercises.find((one) => one.kind === 'switch-over' && one.passed);
    const due = plan === undefined ? null : (passed?.endedAt ?? Date.parse(row.versions.at(-1).madeAt)) + plan.plan.exerciseEveryDays * DAY;
    const ended = row.exercises.find(({ state }) => state !== 'running');
    return {
      system: row.system, name: row.name, planVersion: plan?.version ?? null, aimed: plan?.plan.level ?? null, reached: reached?.level ?? null, away,
      missing: reached === null ? [] : reached.elements.filter((each) => each.level === reached.level).flatMap(({ missing }) => missing),
      due: iso(due), overdue: due !== null && due < now, last: ended === undefined ? null : this.line(ended), running: row.exercises.find(({ state }) => state === 'running')?.id ?? null,
    };
  }

  detail(row, now) {
    const summary = this.summary(row, now);
    return { summary, level: summary.away === null ? level(row.levels) : null, plan: row.versions[0] ?? null, versions: row.versions.map(({ version, note, by, madeAt, plan }) => ({ version, note, by, madeAt, level: plan.level, steps: plan.steps.length })), exercises: row.exercises.map((one) => this.line(one)) };
  }
}

/** [status, body] or undefined where the path is not of disaster recovery. */
export async function recoveryRoutes(state, request, path, query, user, bodyOf) {
  if (!path.startsWith('continuity/')) {
    return undefined;
  }
  const now = Date.now();
  const [, kind, id, part, place, act] = path.split('/').map(decodeURIComponent);
  const body = request.method === 'POST' ? await bodyOf() : {};
  if (request.method === 'POST' && !user.roles.includes('engineer')) {
    return problem(403, 'forbidden');
  }
  if (kind === 'systems' && id === undefined) {
    return [200, { items: state.systems.map((row) => state.summary(row, now)), next: null, total: state.systems.length }];
  }
  if (kind === 'systems') {
    const row = state.systems.find(({ system }) => system === id);
    return row === undefined ? problem(404, 'not-found') : ofSystem(state, row, part, place, body, request.method, user, now);
  }
  const one = state.systems.flatMap(({ exercises }) => exercises).find((each) => each.id === id);
  if (one === undefined) {
    return problem(404, 'not-found');
  }
  return request.method === 'GET' ? ofExercise(state, one, part, query, now) : conduct(state, one, part, Number(place), act, body, user, now);
}

function ofSystem(state, row, part, place, body, method, user, now) {
  if (part === undefined) {
    return [200, state.detail(row, now)];
  }
  if (part === 'plans' && method === 'GET') {
    const found = row.versions.find(({ version }) => version === Number(place));
    return found === undefined ? problem(404, 'not-found') : [200, found];
  }
  if (part === 'plans') {
    const { basedOn, note, ...plan } = body;
    return basedOn === row.versions.length ? [201, state.add(row, plan, note, user.name, now)] : problem(409, 'changed-meanwhile', '', { version: row.versions.length });
  }
  if (row.versions.length === 0) {
    return problem(409, 'no-plan');
  }
  if (row.exercises.some((one) => one.state === 'running')) {
    return problem(409, 'exercise-runs');
  }
  return [201, state.view(state.begin(row, body.kind, body.scenario, user.name, now), now)];
}

function ofExercise(state, one, part, query, now) {
  if (part === undefined) {
    return [200, state.view(one, now)];
  }
  if (one.sealed === undefined) {
    return problem(409, 'exercise-state');
  }
  if (part === 'record') {
    return [200, one.sealed];
  }
  const form = query.get('form');
  return [200, JSON.stringify(form === 'signature' ? one.sealed.signature : one.sealed.record), { 'Content-Type': 'application/octet-stream', 'Content-Disposition': `attachment; filename="exercise-${one.id}.${form === 'signature' ? 'json.sm2sig' : form}"` }];
}

function conduct(state, one, part, position, act, body, user, now) {
  const running = one.done.at(-1)?.outcome === 'running';
  if (one.state !== 'running') {
    return problem(409, 'exercise-state', 'the exercise has ended');
  }
  if (part === 'steps' && act === 'begin') {
    if (running || position !== one.done.length + 1) {
      return problem(409, 'exercise-state');
    }
    state.stepAt(one, 'running', now, null, '');
    one.done.at(-1).by = user.name;
  } else if (part === 'steps') {
    if (!running || position !== one.done.length) {
      return problem(409, 'exercise-state');
    }
    const { startedAt } = one.done.pop();
    state.stepAt(one, body.outcome, startedAt, now - startedAt, body.note ?? '');
    one.done.at(-1).by = user.name;
  } else if (part === 'complete') {
    if (running || one.done.length < state.planOf(one).steps.length) {
      return problem(409, 'exercise-state');
    }
    state.finish(one, 'done', body.summary, body.lostSeconds === null ? null : body.lostSeconds * 1_000, body.findings ?? [], user.name, now);
  } else {
    state.finish(one, 'aborted', body.reason, null, [], user.name, now);
  }
  return [200, state.view(one, now)];
}

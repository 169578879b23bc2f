// Made-up verdicts on the requirements of the tree's catalogue, and what people add to them.
import { createHash } from 'node:crypto';
import { CHECKS, RISKS, requirementsOf } from './mock-catalogue.mjs';
import { random } from './mock-data.mjs';

const DAY = 86_400_000;
const MINUTE = 60_000;
const RESULTS = ['met', 'partly-met', 'not-met', 'not-applicable', 'not-assessed', 'no-evidence'];
const day = (at) => new Date(at).toISOString().slice(0, 10);
const iso = (at) => new Date(at).toISOString();
const sm3Like = (text) => createHash('sha256').update(text).digest('hex');
const numberOf = (text) => Number.parseInt(createHash('sha1').update(text).digest('hex').slice(0, 8), 16);

function counted(results) {
  const counts = Object.fromEntries(RESULTS.map((result) => [result, 0]));
  results.forEach((result) => {
    counts[result] += 1;
  });
  return counts;
}

/** One item over its objects, as the service aggregates: some failing is partly met. */
function aggregate(cells) {
  const results = cells.map(({ result }) => result).filter((result) => result !== 'not-applicable');
  if (results.length === 0) {
    return 'not-applicable';
  }
  for (const whole of ['met', 'not-met', 'no-evidence', 'not-assessed']) {
    if (results.every((result) => result === whole)) {
      return whole;
    }
  }
  if (results.some((result) => result === 'not-met' || result === 'partly-met')) {
    return results.some((result) => result === 'met' || result === 'partly-met') ? 'partly-met' : 'not-met';
  }
  return results.includes('no-evidence') ? 'no-evidence' : 'not-assessed';
}

/** How well a requirement does in this story: 0 fails everywhere, 1 holds everywhere. */
function character(item, system) {
  const roll = numberOf(`${system}${item.id}`) % 100;
  if (item.class === 'document') {
    return roll < 62 ? 'no-evidence' : roll < 66 ? 'not-applicable' : roll < 69 ? 'not-met' : 'met';
  }
  if (item.class === 'assisted') {
    return roll < 38 ? 'no-evidence' : roll < 46 ? 'not-assessed' : roll < 78 ? 'met' : roll < 92 ? 'mixed' : 'not-met';
  }
  return roll < 50 ? 'met' : roll < 76 ? 'mixed' : roll < 84 ? 'not-met' : roll < 88 ? 'not-applicable' : 'no-evidence';
}

const VALUES = {
  'not-met': { oldestDays: 12.4, requiredDays: 184, missingSources: ['review-db-01', 'patent-fw-02'], forwarded: false },
  'partly-met': { oldestDays: 171.2, requiredDays: 184, missingSources: [], forwarded: true },
  met: { oldestDays: 214, requiredDays: 184, replicationLagSeconds: 0.8, missingSources: [], forwarded: true },
};
const REASONS = {
  met: { zh: '最早日志距今 214 天，不少于 184 天', en: 'Oldest log is 214 days old, at least 184' },
  'partly-met': { zh: '最早日志距今 171.2 天，少于 184 天；转发正常', en: 'Oldest log is 171.2 days old, less than 184; forwarding works' },
  'not-met': { zh: '最早日志距今 12.4 天，少于 184 天；2 个来源没有日志', en: 'Oldest log is 12.4 days old, less than 184; 2 sources send none' },
  'no-evidence': { zh: '没有仍在有效期内的证据', en: 'No evidence that is still valid' },
  'not-assessed': { zh: '检查已就绪，尚未测评', en: 'The check is ready, not assessed yet' },
  'not-applicable': { zh: '经批准不适用', en: 'Not applicable, approved' },
};

export class Protection {
  constructor(inventory, now) {
    this.now = now;
    this.inventory = inventory;
    this.evidence = new Map();
    this.systems = new Map(inventory.systems.map((system) => [system.id, this.judge(system)]));
    this.attestations = [];
    this.exemptions = [];
    this.waivers = [];
    this.rectifications = [];
    this.overrulings = [];
    this.assessments = [];
    this.documents = new Map();
    this.seed();
  }

  judge(system) {
    const assets = this.inventory.assets.filter((asset) => asset.system === system.id);
    const whole = { id: system.id, name: system.name, kind: 'organisation', whole: true };
    const objects = [whole, ...assets.map(({ id, name, kind }) => ({ id, name, kind, whole: false }))];
    const items = requirementsOf(system.level).map((item) => this.judgeItem(system, item, objects));
    return { system, objects, items, findings: this.findings(system, items) };
  }

  judgeItem(system, item, objects) {
    const asked = objects.filter(({ kind, whole }) => !whole && item.scopes.includes(kind));
    const on = asked.length > 0 ? asked : objects.slice(0, 1);
    const kind = character(item, system.id);
    const next = random(numberOf(`${item.id}/${system.id}`));
    const cells = on.map(({ id }) => {
      const roll = next();
      const result = kind === 'mixed' ? (roll < 0.8 || on.length === 1 ? 'met' : roll < 0.88 ? 'partly-met' : roll < 0.97 ? 'not-met' : 'no-evidence') : kind === 'met' && on.length > 1 && roll > 0.995 ? 'not-met' : kind;
      const stale = result === 'no-evidence' ? item.class !== 'document' && roll < 0.5 : false;
      return { object: id, result, stale };
    });
    if (kind === 'mixed' && on.length === 1) {
      cells[0].result = 'partly-met';
    }
    const result = aggregate(cells);
    const bad = result === 'not-met' || result === 'partly-met';
    const codes = bad && item.class === 'automatic' ? [...RISKS.keys()].filter((code) => code.startsWith('A-')) : [];
    const risk = numberOf(item.id) % 9 === 0 && codes.length > 0 ? [codes[numberOf(item.id) % codes.length]] : [];
    return { item, result, waived: false, stale: cells.some((cell) => cell.stale), highRisk: risk.length > 0, majorRisks: risk, cells };
  }

  findings(system, items) {
    const found = items.flatMap((row) =>
      row.majorRisks.map((code) => ({
        code,
        kind: 'major-risk',
        name: RISKS.get(code)?.name ?? { zh: code, en: code },
        items: [row.item.id],
        objects: row.cells.filter(({ result }) => result === 'not-met').map(({ object }) => object).slice(0, 12),
        reason: { zh: `${row.item.gloss.zh}：${row.cells.filter(({ result }) => result === 'not-met').length} 个对象不符合`, en: `${row.item.gloss.en}: not met on ${row.cells.filter(({ result }) => result === 'not-met').length} objects` },
        rectified: false,
      })),
    );
    const rectified = RISKS.get('A-18');
    if (rectified !== undefined && system.id === 'patent-review') {
      found.push({ code: 'A-18', kind: 'major-risk', name: rectified.name, items: ['L3-8.1.4.1-a'], objects: ['patent-db-03'], reason: { zh: '2 个数据库账号为弱口令，已更换并复测', en: '2 database accounts had weak passwords; changed and tested again' }, rectified: true });
    }
    const high = [...RISKS.values()].find(({ kind }) => kind === 'high-risk');
    if (high !== undefined && system.level >= 3) {
      found.push({ ...high, items: ['L3-8.1.1.2-a'], objects: [system.id], reason: { zh: '两台读卡器离线 3 天', en: 'Two card readers were off line for 3 days' }, rectified: false });
    }
    return found;
  }

  /** Evidence of a cell, the same id each time. */
  evidenceOf(systemId, row, cell) {
    if (cell.result === 'not-applicable' || cell.result === 'not-assessed' || (cell.result === 'no-evidence' && !cell.stale)) {
      return [];
    }
    const seed = `${systemId}|${row.item.id}|${cell.object}`;
    const id = `e${sm3Like(seed).slice(0, 31)}`;
    const collectedAt = cell.stale ? this.now - 9 * DAY : this.now - (numberOf(seed) % 600) * 1_000;
    const entry = { id, systemId, row, cell, check: row.item.checks[0] ?? 'document', collectedAt, expiresAt: collectedAt + (row.item.class === 'document' ? 200 * DAY : cell.stale ? DAY : 3 * DAY) };
    this.evidence.set(id, entry);
    return [{ id, check: entry.check, collector: 'zhidun-service/events', collectedAt: iso(collectedAt), expiresAt: iso(entry.expiresAt), fresh: entry.expiresAt > this.now }];
  }

  seed() {
    const review = this.systems.get('patent-review');
    if (review === undefined || review.items.length === 0) {
      return;
    }
    const documents = review.items.filter(({ item, result }) => item.class === 'document' && result === 'met');
    documents.slice(0, 6).forEach((row, index) => {
      this.attestations.push({
        id: 12 + index, system: 'patent-review', items: [row.item.id], object: 'patent-review',
        title: ['网络安全总体方针 2026 版', '机房验收证明', '<b>外包人员保密协议</b>', '安全培训记录 2026 年三季度', '应急预案演练报告', '产品采购审批单'][index],
        signer: '审查员甲', signedOn: day(this.now - 250 * DAY), expiresAt: iso(this.now + (index === 1 ? 21 : 160 + index * 30) * DAY), result: 'met',
        fileName: ['policy-2026.pdf', 'room-acceptance.pdf', '"><script>alert(1)</script>.docx', 'training-q3.xlsx', 'drill.pdf', 'purchase.pdf'][index],
        bytes: 182_233 + index * 91_000, sm3: sm3Like(`doc${index}`), evidence: [], by: 'auditor', at: iso(this.now - 30 * DAY), withdrawn: null,
      });
    });
    const open = review.items.filter(({ result }) => result === 'not-met' || result === 'partly-met');
    open.slice(0, 7).forEach((row, index) => {
      const due = this.now + [-6, 4, 12, 30, 45, 90, -20][index] * DAY;
      const state = index === 6 ? 'verified' : index === 3 ? 'done' : 'open';
      this.rectifications.push({
        id: `R-${11 + index}`, system: 'patent-review', item: row.item.id, object: row.cells.find(({ result }) => result !== 'met')?.object ?? 'patent-review',
        measure: ['补齐数据库审计日志转发', '启用两步验证', '关闭多余端口 23、445', '更新防火墙规则库', '修补高危漏洞', '加密备份介质', '清理共享账号'][index],
        owner: '值班工程师', due: day(due), state, overdue: state === 'open' && due < this.now, by: 'engineer', at: iso(this.now - 40 * DAY),
        doneBy: state === 'open' ? null : 'engineer', doneAt: state === 'open' ? null : iso(this.now - 3 * DAY), verifiedAt: state === 'verified' ? iso(this.now - DAY) : null, verifiedIn: state === 'verified' ? 'A-2026-0002' : null,
      });
    });
    const base = (id, row, state) => ({ id, system: 'patent-review', item: row.item.id, object: '*', state, by: 'engineer', at: iso(this.now - 5 * DAY), decidedBy: state === 'proposed' ? null : 'operator', decidedAt: state === 'proposed' ? null : iso(this.now - 2 * DAY), note: state === 'refused' ? '室外有两处控制箱，适用' : '' });
    const gone = review.items.filter(({ result }) => result === 'not-applicable');
    this.exemptions.push(
      ...gone.slice(0, 3).map((row, index) => ({ ...base(`X-${3 + index}`, row, 'approved'), reason: '系统不使用无线网络，机房内无无线接入点' })),
      { ...base('X-8', review.items[3], 'proposed'), object: 'patent-room-01', reason: '该机房由托管方管理，门禁不在本单位职责内' },
      { ...base('X-9', review.items[5], 'refused'), reason: '没有室外控制设备' },
    );
    this.waivers.push(
      { ...base('W-2', open[0], 'approved'), owner: '值班工程师', reason: '老旧中间件不支持，计划 2027 年一季度替换', compensatingMeasure: '前置代理限制来源地址，逐条记录访问', expiresOn: day(this.now + 19 * DAY) },
      { ...base('W-3', open[1], 'proposed'), owner: '值班工程师', reason: '供应商补丁未发布', compensatingMeasure: '关闭外部访问，增加检测规则', expiresOn: day(this.now + 80 * DAY) },
    );
    open[0].waived = true;
    this.overrulings.push({ id: 1, system: 'patent-review', item: open[2].item.id, object: open[2].cells[0].object, result: 'met', reason: '现场核查：策略已启用，采集代理读取不到配置文件', by: 'auditor', at: iso(this.now - 8 * DAY), expiresOn: day(this.now + 90 * DAY), withdrawn: null });
    this.assess('patent-review', '第三季度自查', 'engineer', this.now - 95 * DAY, 0.55);
    this.assess('patent-review', '整改后复测', 'engineer', this.now - 2 * DAY, 1);
    this.assessments[0].signatures.push({ part: 'assessor', account: 'auditor', name: '测评员甲', at: iso(this.now - 94 * DAY) }, { part: 'approver', account: 'li.wen', name: '审计员乙', at: iso(this.now - 93 * DAY) });
    this.assess('trademark', '年度自查', 'engineer', this.now - 40 * DAY, 1);
  }

  /** Takes the state as it is; `share` below 1 makes an older and worse one. */
  assess(systemId, note, by, at, share = 1) {
    const { system, objects, items, findings } = this.systems.get(systemId);
    const taken = items.map((row) => {
      const worse = share < 1 && row.result === 'met' && (numberOf(`old${row.item.id}`) % 100) / 100 > share;
      const better = share < 1 && row.result === 'not-met' && numberOf(`was${row.item.id}`) % 6 === 0;
      const result = worse ? 'not-met' : better ? 'met' : row.result;
      return { ...row, result, cells: row.cells.map((cell) => (worse || better ? { ...cell, result } : cell)) };
    });
    const id = `A-2026-${String(this.assessments.length + 1).padStart(4, '0')}`;
    const assessment = {
      id, system: systemId, systemName: system.name, madeAt: iso(at), madeBy: by, note, catalogue: 'GB/T 22239-2019 2026.11', rules: '2026.11', from: iso(at - DAY), to: iso(at),
      items: counted(taken.map(({ result }) => result)), conclusion: this.conclusion(taken, findings), sm3: sm3Like(id), signatures: [], taken, objects, findings: share < 1 ? findings.map((each) => ({ ...each, rectified: false })) : findings,
    };
    this.assessments.push(assessment);
    return assessment;
  }

  conclusion(items, findings) {
    const counts = counted(items.map(({ result }) => result));
    const applicable = items.length - counts['not-applicable'];
    const score = applicable === 0 ? 0 : counts.met / applicable;
    const major = findings.filter(({ kind }) => kind === 'major-risk');
    const value = score > 0.9 && major.length === 0 ? { zh: '符合', en: 'Conforming' } : score >= 0.6 ? { zh: '基本符合', en: 'Largely conforming' } : { zh: '不符合', en: 'Not conforming' };
    return {
      template: '2025', formula: '2025.1', score, value, highRisks: findings.filter(({ kind }) => kind === 'high-risk').length, majorRisks: major.length, majorRisksRectified: major.filter(({ rectified }) => rectified).length,
      doubts: [{ zh: '符合率的公式没有写在公函里，按符合项数除以适用项数计算', en: 'The circular does not give the formula; computed as items met over applicable items' }],
    };
  }

  summaryOf(id) {
    const { system, items, findings } = this.systems.get(id);
    const counts = counted(items.map(({ result }) => result));
    const applicable = items.length - counts['not-applicable'];
    const live = counts.met + counts['partly-met'] + counts['not-met'];
    const duties = this.calendar(id);
    const last = this.assessments.filter((each) => each.system === id).at(-1);
    const unjudged = id === 'zhidun';
    const cells = items.flatMap((row) => row.cells);
    return {
      id, name: system.name, level: system.level, notation: system.notation, assets: system.assets,
      judgedAt: unjudged ? null : iso(this.now - 40_000), rules: '2026.11', items: unjudged ? counted([]) : counts, coverage: unjudged ? null : live / applicable,
      freshness: unjudged ? { fresh: 0, stale: 0, oldest: null } : { fresh: cells.filter(({ result }) => result === 'met' || result === 'not-met').length, stale: cells.filter(({ stale }) => stale).length, oldest: iso(this.now - 9 * DAY) },
      decidedLive: unjudged ? 0 : items.filter(({ item, result }) => item.class === 'automatic' && ['met', 'partly-met', 'not-met'].includes(result)).length,
      conclusion: unjudged ? null : this.conclusion(items, findings),
      duties: { overdue: duties.filter(({ state }) => state === 'overdue').length, soon: duties.filter(({ state }) => state === 'soon').length },
      lastAssessment: last === undefined ? null : { id: last.id, madeAt: last.madeAt },
    };
  }

  detailOf(id) {
    const { items, findings } = this.systems.get(id);
    const categories = [...new Map(items.map(({ item }) => [item.category.zh, item.category])).values()];
    return { ...this.summaryOf(id), findings, categories: categories.map((category) => ({ category, items: counted(items.filter(({ item }) => item.category.zh === category.zh).map(({ result }) => result)) })) };
  }

  matrix(objects, items, query) {
    const any = (name, value) => query.getAll(name).length === 0 || query.getAll(name).includes(value);
    const found = items.filter((row) => any('category', row.item.category.zh) && any('result', row.result) && any('class', row.item.class));
    const limit = Math.min(500, Number(query.get('limit') ?? 100));
    const from = Number(query.get('cursor') || 0);
    return {
      objects,
      items: found.slice(from, from + limit).map(({ item, ...row }) => ({ item: item.id, category: item.category, controlPoint: item.controlPoint, gloss: item.gloss, class: item.class, ...row })),
      next: from + limit < found.length ? String(from + limit) : null,
      total: found.length,
    };
  }

  itemOf(systemId, itemId) {
    const state = this.systems.get(systemId);
    const row = state?.items.find(({ item }) => item.id === itemId);
    if (row === undefined) {
      return undefined;
    }
    const { scopes, ...item } = row.item;
    void scopes;
    const of = (list) => list.filter((each) => each.system === systemId && each.item === itemId);
    const cells = row.cells.map((cell) => {
      const overruling = of(this.overrulings).findLast((each) => each.object === cell.object) ?? null;
      const attestations = this.attestations.filter((each) => each.system === systemId && each.items.includes(itemId) && each.object === cell.object);
      const person = overruling !== null && overruling.withdrawn === null;
      const none = cell.result === 'no-evidence' || cell.result === 'not-assessed';
      return {
        object: cell.object, objectName: state.objects.find(({ id }) => id === cell.object)?.name ?? cell.object, result: person ? overruling.result : cell.result,
        reason: person ? { zh: overruling.reason, en: overruling.reason } : attestations.length > 0 ? { zh: `文件《${attestations[0].title}》有效`, en: `The document “${attestations[0].title}” is valid` } : REASONS[cell.result],
        judge: person ? { kind: 'person', name: overruling.by, version: '' } : none ? null : { kind: 'rule', name: item.checks[0] ?? 'document', version: '2026.11' },
        judgedAt: none ? null : iso(this.now - 40_000), stale: cell.stale, evidence: this.evidenceOf(systemId, row, cell), attestations, overruling,
        exemption: of(this.exemptions).find((each) => each.object === '*' || each.object === cell.object) ?? null,
      };
    });
    const first = cells[0];
    const history = [
      { at: iso(this.now - 3 * DAY), object: first.object, from: 'not-met', to: first.result, reason: first.reason, judge: first.judge, evidence: first.evidence.map(({ id }) => id) },
      { at: iso(this.now - 30 * DAY), object: first.object, from: 'no-evidence', to: 'not-met', reason: REASONS['not-met'], judge: { kind: 'rule', name: item.checks[0] ?? 'document', version: '2026.10' }, evidence: [] },
      { at: iso(this.now - 60 * DAY), object: first.object, from: null, to: 'no-evidence', reason: REASONS['no-evidence'], judge: null, evidence: [] },
    ];
    return {
      item: itemId.endsWith('-a') ? { ...item, fullText: '（此处显示客户导入的标准原文；产品本身不附带。）' } : item,
      result: row.result, waived: row.waived, cells,
      checks: item.checks.map((code, index) => ({ code, title: CHECKS.find((each) => each.code === code)?.title, answered: index !== 2, interval: CHECKS.find((each) => each.code === code)?.interval ?? 'PT1H', lastRun: iso(this.now - 4 * MINUTE), lastError: null })),
      waivers: of(this.waivers), rectifications: of(this.rectifications), history,
    };
  }

  evidenceDetail(id) {
    for (const [systemId, { items }] of this.evidence.has(id) ? [] : this.systems) {
      items.forEach((row) => row.cells.forEach((cell) => this.evidenceOf(systemId, row, cell)));
    }
    const entry = this.evidence.get(id);
    if (entry === undefined) {
      return undefined;
    }
    const { systemId, row, cell, check, collectedAt, expiresAt } = entry;
    const asset = this.inventory.assets.find((each) => each.id === cell.object);
    return {
      id, check, collector: 'zhidun-service/events', system: systemId, object: cell.object, collectedAt: iso(collectedAt), from: iso(collectedAt - 7 * DAY), to: iso(collectedAt),
      query: `dataset:(sshd OR auditd) AND host.name:"${cell.object}"`, values: { ...(VALUES[cell.result] ?? VALUES.met), account: '<script>alert(1)</script>' }, expiresAt: iso(expiresAt), fresh: expiresAt > this.now, sm3: sm3Like(id), intact: numberOf(id) % 40 !== 0,
      supports: [{ item: row.item.id, object: cell.object, result: cell.result }],
      down: [
        { kind: 'events', label: { zh: '这段时间的原始日志', en: 'Raw records of this time' }, api: `/api/v1/events?from=${iso(collectedAt - 7 * DAY)}&to=${iso(collectedAt)}&host.name=${cell.object}` },
        { kind: 'platform', label: { zh: '规则探针', en: 'Rule canaries' }, api: '/api/v1/canaries' },
        ...(asset === undefined ? [] : [{ kind: 'asset', label: { zh: `资产 ${asset.id}`, en: `Asset ${asset.id}` }, api: `/api/v1/assets/${asset.id}` }]),
        ...(this.attestations.length === 0 || row.item.class !== 'document' ? [] : [{ kind: 'document', label: { zh: '证明文件', en: 'Document' }, api: '/api/v1/compliance/attestations/12/document' }]),
      ],
    };
  }

  calendar(systemId) {
    const duties = this.inventory.systems.flatMap((system) => {
      const rows = [{ kind: 'filing-validity', title: { zh: '备案证明有效期', en: 'Filing certificate' }, due: system.filingValidUntil, warn: 90, basis: { zh: '公网安〔2025〕1846 号 问 6', en: 'MPS letter 2025-1846, Q6' } }];
      if (system.level >= 3) {
        const last = system.lastAssessedOn === null ? this.now - 340 * DAY : Date.parse(system.lastAssessedOn);
        rows.push({ kind: 'yearly-assessment', title: { zh: '年度等级测评', en: 'Yearly assessment' }, due: day(last + 365 * DAY), warn: 90, basis: { zh: '三级及以上每年一次', en: 'Yearly from level 3' } });
      }
      return rows.map((row) => ({ ...row, system: system.id }));
    });
    const add = (system, kind, zh, en, due) => duties.push({ system, kind, title: { zh, en }, due, warn: 30, basis: { zh: '', en: '' } });
    this.rectifications.filter(({ state }) => state === 'open').forEach((row) => add(row.system, 'rectification', `整改 ${row.id}：${row.measure}`, `Rectification ${row.id}: ${row.measure}`, row.due));
    this.waivers.filter(({ state }) => state === 'approved').forEach((row) => add(row.system, 'waiver', `豁免 ${row.id} 到期`, `Waiver ${row.id} ends`, row.expiresOn));
    this.attestations.filter(({ withdrawn }) => withdrawn === null).forEach((row) => add(row.system, 'attestation', `证明文件到期：${row.title}`, `Document ends: ${row.title}`, row.expiresAt.slice(0, 10)));
    return duties
      .filter(({ system }) => systemId === null || system === systemId)
      .map(({ warn, ...duty }) => {
        const daysLeft = Math.floor((Date.parse(duty.due) - Date.parse(day(this.now))) / DAY);
        return { ...duty, daysLeft, state: daysLeft < 0 ? 'overdue' : daysLeft <= warn ? 'soon' : 'ok', warnFrom: day(Date.parse(duty.due) - warn * DAY) };
      })
      .sort((a, b) => a.due.localeCompare(b.due));
  }

  compare(a, b) {
    const rank = { met: 3, 'partly-met': 2, 'not-met': 1 };
    const items = b.taken.flatMap((row) => {
      const from = a.taken.find(({ item }) => item.id === row.item.id)?.result;
      if (from === row.result) {
        return [];
      }
      const known = rank[from] !== undefined && rank[row.result] !== undefined;
      return [{ item: row.item.id, gloss: row.item.gloss, from, to: row.result, turn: !known ? 'other' : rank[row.result] > rank[from] ? 'better' : 'worse' }];
    });
    const turned = (turn) => items.filter((each) => each.turn === turn).length;
    return { from: brief(a), to: brief(b), better: turned('better'), worse: turned('worse'), same: b.taken.length - items.length, added: 0, removed: 0, items, findings: { gone: b.findings.filter(({ rectified }) => rectified), new: [], stay: b.findings.filter(({ rectified }) => !rectified) } };
  }
}

export function brief({ taken, objects, findings, ...summary }) {
  void [taken, objects, findings];
  return summary;
}

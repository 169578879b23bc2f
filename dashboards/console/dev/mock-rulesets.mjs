// Rule sets and proposals of the mock, for reading: what a page needs to be looked at.
import { RULE_LIST } from './mock-data.mjs';

const HOUR = 3_600_000;
const ago = (hours) => new Date(Date.now() - hours * HOUR).toISOString();
const RULE = (threshold) => `title: SSH password guessing
id: ${RULE_LIST[0].id}
name: ${RULE_LIST[0].name}
correlation:
    type: event_count
    rules:
        - sshd-failed-login
    group-by:
        - source.ip
    timespan: 60s
    condition:
        gte: ${threshold}
level: high
`;
const text = (threshold) => ({ path: 'ssh-password-guessing.yml', text: RULE(threshold), cases: '' });

function proposal(id, state, title, rest = {}) {
  return {
    id, revision: 1, state, title, note: '内网跳板机误报较多，先在试运行中确认', author: 'engineer', createdAt: ago(30 - id), updatedAt: ago(20 - id),
    base: 1, rollbackTo: null, decidedBy: null, decidedAt: null, decision: null, setNumber: null, ...rest,
  };
}

const PROPOSALS = [
  proposal(4, 'draft', '夜间批量导出专利摘要'),
  proposal(3, 'proposed', 'SSH 口令猜测：阈值提高到 8 次'),
  proposal(2, 'rejected', '停用网页扫描', { decidedBy: 'operator', decidedAt: ago(16), decision: '公共服务平台上周刚被扫描过' }),
  proposal(1, 'approved', '新增：审查员账号异地登录', { decidedBy: 'operator', decidedAt: ago(17), decision: '试运行结果可接受', setNumber: 1 }),
];
const set = { number: 1, at: ago(17), author: 'engineer', approver: 'operator', proposal: 1, texts: 1, disabled: 0, current: true, published: true };
const shipped = { number: 0, at: null, author: '', approver: '', proposal: null, texts: 0, disabled: 0, current: false, published: false };
const change = { kind: 'put', ruleId: RULE_LIST[0].id, before: text(5), after: text(8) };

function rules() {
  return RULE_LIST.map((rule, at) => ({
    ...rule, textId: rule.id, origin: at === 1 ? 'replaced' : 'shipped', enabled: at !== 2,
    alerts: at % 3 === 0 ? 12 * (at + 1) : 0, detections: at % 3 === 0 ? 480 * (at + 1) : 0, lastHit: at % 3 === 0 ? ago(at + 1) : null,
  }));
}

function detail(found) {
  const row = { position: 0, kind: 'put', ruleId: change.ruleId, path: change.after.path, titleZh: 'SSH 口令猜测', titleEn: 'SSH password guessing', status: 'ok', reasons: [], hasCases: false };
  const trail = [{ at: found.createdAt, actor: found.author, action: 'created', proposal: found.id, set: null, note: '' }];
  if (found.decidedBy !== null) {
    trail.push({ at: found.decidedAt, actor: found.decidedBy, action: found.state, proposal: found.id, set: found.setNumber, note: found.decision });
  }
  return { proposal: found, changes: [row], trail };
}

const page = (items) => ({ items, next: null, total: items.length });

/** The answer to a path below /api/v1/, or undefined where there is none. */
export function ruleSets(path, query, empty) {
  const states = query.getAll('state');
  switch (path) {
    case 'rulesets':
      return page(empty ? [{ ...shipped, current: true }] : [set, shipped]);
    case 'rulesets/current':
      return empty ? { ...shipped, current: true } : set;
    case 'rulesets/current/rules':
      return page(empty ? [] : rules());
    case 'rulesets/check':
      return { checks: [], faults: [], rules: [{ ...RULE_LIST[0], path: 'ssh-password-guessing.yml' }] };
    case 'rulesets/cases':
      return { results: [] };
    case 'rulesets/coverage':
      return { answered: true, since: ago(168), rules: [{ id: RULE_LIST[0].id, name: RULE_LIST[0].name, logSource: {}, formats: ['sshd'], logSourceSeen: true, missingFields: ['process.parent.name'] }] };
    case 'proposals':
      return page(empty ? [] : PROPOSALS.filter((each) => states.length === 0 || states.includes(each.state)));
    case 'dryruns':
      return page([]);
  }
  if (path.startsWith('rulesets/current/rules/')) {
    return text(5);
  }
  if (/^rulesets\/\d+$/.test(path)) {
    return { set, differences: [change] };
  }
  const [, id, position] = /^proposals\/(\d+)(\/changes\/\d+)?$/.exec(path) ?? [];
  const found = PROPOSALS.find((each) => String(each.id) === id);
  return found === undefined ? undefined : position === undefined ? detail(found) : change;
}

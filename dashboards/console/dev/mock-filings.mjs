// Believable filing cases from a seed, for development only: the REST contract of filing review on
// made-up applicants, texts and people. The first case is the scheme of fifty linked applicants.
import { random } from './mock-data.mjs';

const DAY = 86_400_000;
const pick = (next, list) => list[Math.floor(next() * list.length)];
const iso = (at) => new Date(at).toISOString();
const day = (at) => iso(at).slice(0, 10);
const pad = (n, width) => String(n).padStart(width, '0');

const KIND_NAMES = {
  P1: ['内容明显相同或简单组合', 'Same content or simple recombination'],
  P2: ['编造、抄袭或拼凑', 'Fabricated, copied or patched together'],
  P3: ['随机生成', 'Randomly generated'],
  P4: ['变劣、堆砌或不当限缩', 'Degraded, stacked or needlessly narrowed'],
  P5: ['无实际研发活动', 'No actual R&D'],
  P6: ['关联申请分散提交', 'Linked filings, dispersed'],
  P7: ['不当转让或变更发明人', 'Improper transfer or change of inventors'],
  P9: ['代理、诱导或帮助', 'Acting for, inducing or assisting'],
  T1: ['囤积商标', 'Hoarding of marks'],
  T3: ['与知名或在先商标近似', 'Like known or earlier marks'],
  T7: ['申请后售卖', 'Filing to sell'],
};
const CITIES = ['杭州', '合肥', '武汉', '郑州', '南昌', '济南', '成都', '西安', '长沙', '苏州'];
const BRANDS = ['启帆', '云棠', '朗越', '恒茂', '迅诺', '佰川', '众沐', '锦砚', '泓远', '百穗', '森禾', '鼎岚'];
const TRADES = ['智能科技', '新材料', '机电设备', '环保工程', '信息技术', '农业科技'];
const STATES = ['pending', 'pending', 'pending', 'preliminary', 'notified', 'answered', 'withdrawn', 'confirmed', 'dismissed'];
const NEXT = { pending: ['preliminary', 'dismissed'], preliminary: ['notified', 'dismissed'], notified: ['answered', 'withdrawn'], answered: ['confirmed', 'dismissed'], withdrawn: ['confirmed', 'dismissed'], confirmed: [], dismissed: [] };
const PEOPLE = [{ username: 'reviewer', name: '审查员甲' }, { username: 'li.wen', name: '审计员乙' }, null, null];

function company(next) {
  return `${pick(next, CITIES)}${pick(next, BRANDS)}${pick(next, TRADES)}有限公司`;
}

const WEIGHTS = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];

/** With its check digit. */
function applicationNumber(serial) {
  const digits = `20261${pad(serial, 7)}`;
  const check = [...digits].reduce((sum, digit, index) => sum + Number(digit) * WEIGHTS[index], 0) % 11;
  return `${digits}${check === 10 ? 'X' : check}`;
}

const THINGS = ['仓储货架', '灌溉阀门', '电机外壳', '检测夹具', '输送辊道', '除尘滤筒'];
const FEATURES = ['两侧对称设置有导向滑槽', '顶部通过螺栓可拆卸连接有防护罩', '内壁固定安装有缓冲垫片', '底部均匀分布有若干减震弹簧', '外侧套设有密封橡胶圈', '一端铰接有便于开合的盖板', '中部开设有用于散热的通孔', '侧面嵌入有显示工作状态的指示灯'];
const EFFECTS = ['从而避免长期使用后连接处松动', '使得装拆时不需要专用工具', '进而降低了运行过程中产生的噪声', '因此在潮湿环境下仍可稳定工作'];

function sentences(seed, count) {
  const next = random(seed);
  return Array.from({ length: count }, () => `所述本体的${pick(next, FEATURES)}，${pick(next, EFFECTS)}。`);
}

/** One template and its copies: another noun, another title, a few sentences of their own. */
function textsOf(index) {
  const thing = THINGS[index % THINGS.length];
  const own = sentences(900 + index, 2);
  const shared = sentences(7, 60);
  return {
    title: `一种便于维护的${thing}及其使用方法`,
    abstract: `本发明公开了一种${thing}，包括本体，${shared.slice(0, 3).join('')}${own[0]}本装置结构简单，使用方便，适于推广。`,
    claims: [`1. 一种${thing}，其特征在于，包括本体；${shared.slice(0, 4).join('')}`, `2. 根据权利要求1所述的装置，其特征在于，${shared[5]}`, `3. 根据权利要求2所述的装置，其特征在于，${own[1]}`].join('\n'),
    description: [`技术领域\n本发明涉及${thing}技术领域。`, `背景技术\n现有的装置在使用中存在装拆不便的问题，${own[0]}`, `发明内容\n${shared.slice(0, 20).join('')}`, `具体实施方式\n${shared.slice(20).join('\n')}${own[1]}`].join('\n'),
  };
}

/** Common passages of at least eight characters, longest first, without overlap on either side. */
function sharedPassages(a, b) {
  const found = [];
  const takenA = new Uint8Array(a.length);
  const takenB = new Uint8Array(b.length);
  const starts = new Map();
  for (let at = 0; at + 8 <= b.length; at += 1) {
    const key = b.slice(at, at + 8);
    starts.set(key, [...(starts.get(key) ?? []), at]);
  }
  const matches = [];
  for (let at = 0; at + 8 <= a.length; at += 1) {
    for (const other of (starts.get(a.slice(at, at + 8)) ?? []).slice(0, 8)) {
      if (at > 0 && other > 0 && a[at - 1] === b[other - 1]) {
        continue;
      }
      let length = 8;
      while (at + length < a.length && other + length < b.length && a[at + length] === b[other + length]) {
        length += 1;
      }
      matches.push([at, other, length]);
    }
  }
  matches.sort((x, y) => y[2] - x[2] || x[0] - y[0]);
  for (const [at, other, length] of matches) {
    if (!takenA.subarray(at, at + length).some(Boolean) && !takenB.subarray(other, other + length).some(Boolean)) {
      takenA.fill(1, at, at + length);
      takenB.fill(1, other, other + length);
      found.push({ a: [at, at + length], b: [other, other + length] });
    }
  }
  return found.sort((x, y) => x.a[0] - y.a[0]);
}

function compare(a, b) {
  const left = textsOf(a.index);
  const right = textsOf(b.index);
  const head = ({ applicationNumber: number, title, applicant, filingDate }) => ({ applicationNumber: number, title, applicant, filingDate });
  const parts = ['title', 'abstract', 'claims', 'description'].map((part) => {
    const shared = sharedPassages(left[part], right[part]);
    const common = shared.reduce((sum, { a: [from, to] }) => sum + to - from, 0);
    return { part, similarity: Math.round((200 * common) / (left[part].length + right[part].length)) / 100, a: left[part], b: right[part], shared };
  });
  return { a: head(a), b: head(b), parts };
}

const ORDER77 = { code: 'cnipa-order-77', law: '规范申请专利行为的规定（国家知识产权局令第77号）', lawEn: 'Provisions on Regulating Patent Application Acts (CNIPA Order No. 77)', from: '2024-01-20' };
const RULES11 = { code: 'patent-rules', law: '中华人民共和国专利法实施细则', lawEn: 'Implementing Regulations of the Patent Law', article: '第十一条', from: '2024-01-20' };
const MARK_LAW = { code: 'trademark-law-2019', law: '中华人民共和国商标法（2019 年修正）', lawEn: 'Trademark Law (2019)', article: '第四条', from: '2019-11-01', until: '2027-01-01' };
const ARTICLES = { P1: '第三条第一项', P2: '第三条第二项', P3: '第三条第三项', P4: '第三条第四项', P5: '第三条第五项', P6: '第三条第六项', P7: '第三条第七项', P9: '第四条' };

function pairOf(type, a, b, part, similarity) {
  return a === undefined || b === undefined
    ? { type, part, similarity }
    : { type, filing: a.applicationNumber, other: b.applicationNumber, applicant: a.applicant, otherApplicant: b.applicant, part, similarity, abstracts: 0.91, claims: 0.93, descriptions: 0.964, titles: 0.18, days: 2, agency: '33200' };
}

function links(members) {
  const keys = [['phone', '138****0417', 31], ['payer', '****7731', 34], ['device', 'dev-3f21c8', 50]];
  return members.slice(1, 40).map((member, index) => ({
    type: 'link', a: members[0].key, aName: members[0].name, b: member.key, bName: member.name,
    by: keys.filter((_, order) => order === 2 || (index + order) % 3 !== 0).map(([key, masked, applicants]) => ({ key, masked, weight: 0.5, applicants })), weight: 1.5,
  }));
}

function indicationOf(row, kind, filings, members) {
  const [zh, en] = KIND_NAMES[kind];
  const trademark = row.register === 'trademark';
  const part = (code, family, window, score, weight) => ({ code, family, window, score, weight, part: Math.round(score * weight * 1000) / 1000 });
  const group = row.subject.type === 'group';
  const numbers = filings.map((filing) => filing.applicationNumber);
  const signals = trademark
    ? [part('mark-hoarding', 'mark', '90d', 0.9, 0.4), part('arbitrary-combination', 'mark', '90d', 0.7, 0.15), part('filing-burst', 'rate', day(Date.parse(row.lastSignalAt)), 0.8, 0.2)]
    : [
        part('near-duplicate-text', 'text', numbers[0] ?? '', 0.94, 0.35),
        part('title-only-change', 'text', numbers[1] ?? '', 0.9, 0.1),
        ...(group ? [part('dispersed-filing', 'linkage', 'group', 0.92, 0.3)] : []),
        part('filing-burst', 'rate', day(Date.parse(row.lastSignalAt)), 0.74, 0.15),
        part('account-farm', 'conduct', '30d', 0.64, 0.1),
      ];
  const evidence = trademark
    ? [
        { type: 'mark-portfolio', tier: 'quarter', marks: 63, limit: 20, classes: 17, different: 58, unrelated: 55, diversity: 0.94, lookedAt: 63, examples: ['朗越方舟', '青禾序', '岚川'] },
        { type: 'protected-mark-likeness', application: '78123456', mark: '云棠', protectedMark: '云唐', owner: '某食品股份有限公司', ownerKey: '91330100MA00000000', fame: 'known', likeness: 0.91, reading: 1, shape: 0.62, meaning: 0.1, classesInCommon: [30, 32] },
        { type: 'burst', by: 'applicant', count: 41, expected: 0.3 },
      ]
    : [
        pairOf('near-duplicate-pair', filings[0], filings[1], 'description', 0.964),
        pairOf('near-duplicate-pair', filings[4], filings[9], 'claims', 0.91),
        pairOf('title-only-change', filings[2], filings[3], 'description', 0.94),
        ...(group ? [{ type: 'group-members', group: 'g-3f21', members, declared: false }, ...links(members)] : []),
        { type: 'burst', by: 'device', count: 50, expected: 0.03 },
        { type: 'registrations', by: 'device', key: 'dev-3f21c8', accounts: ['ACC210400', 'ACC210401', 'ACC210402'], count: 12 },
        { type: 'form-times', seconds: 11.4, variation: 0.06, filings: 188, client: { name: 'web', version: '5.2' } },
      ];
  const explanation =
    row.id === 17
      ? { zh: '50 家关联申请人在 30 天内提交 213 件发明专利申请，共用 3 个电话、2 个缴费账户、1 台设备', en: '50 linked applicants filed 213 invention applications within 30 days, sharing 3 phones, 2 payers and 1 device' }
      : trademark
        ? { zh: `${row.subject.name} 近 90 日申请 ${row.filingCount} 件商标，涉及 17 个类别、58 个互不关联的标识`, en: `${row.subject.name} filed ${row.filingCount} marks in 90 days, in 17 classes, 58 of them unrelated` }
        : { zh: `${row.subject.name} 的 ${row.filingCount} 件申请中有 ${Math.ceil(row.filingCount / 2)} 件说明书高度相似，申请人不同`, en: `${Math.ceil(row.filingCount / 2)} of ${row.filingCount} filings of ${row.subject.name} have near-identical descriptions under different applicants` };
  const tierZh = { hint: '提示', warning: '预警', 'high-risk': '高风险' };
  return {
    id: `${row.subject.key}|${kind}`, subject: row.subject, kind, kindName: { zh, en }, register: row.register,
    tier: tierZh[row.tier], tierCode: row.tier, score: Math.round(signals.reduce((sum, signal) => sum + signal.part, 0) * 100) / 100, first: row.openedAt, last: row.lastSignalAt, filings: numbers, filingCount: row.filingCount, members, signals, evidence,
    legalBasis: trademark ? [MARK_LAW] : [{ ...ORDER77, article: ARTICLES[kind] }, RULES11], explanation, version: '2026.11-1',
  };
}

export function makeCases(count, now) {
  const next = random(41);
  const cases = Array.from({ length: count }, (_, index) => {
    const id = count - index + 17;
    const trademark = next() < 0.3;
    const type = pick(next, trademark ? ['applicant', 'applicant', 'group', 'agency'] : ['group', 'applicant', 'applicant', 'agency', 'agent', 'account']);
    const sample = next() < 0.06;
    const tier = sample ? null : pick(next, ['hint', 'hint', 'warning', 'warning', 'high-risk']);
    const name = type === 'account' ? `ACC${pad(Math.floor(next() * 90_000), 6)}` : type === 'agent' ? `${pick(next, ['张', '王', '刘', '赵'])}**（代理师 11${pad(Math.floor(next() * 9_000), 5)}）` : type === 'agency' ? `${pick(next, CITIES)}${pick(next, BRANDS)}专利代理事务所` : company(next);
    const members = type === 'group' ? 3 + Math.floor(next() * 40) : 0;
    const opened = now - Math.floor(next() * 60) * DAY - Math.floor(next() * DAY);
    const updated = Math.min(now - 60_000, opened + Math.floor(next() * 9 * DAY));
    const state = pick(next, STATES);
    return {
      id, number: `FC-2026-${pad(id, 6)}`,
      subject: { type: sample ? 'applicant' : type, key: `k${id}`, name: members > 0 && !sample ? `${name}等 ${members} 家` : name },
      register: trademark ? 'trademark' : 'patent', state, tier,
      score: sample ? null : Math.round((tier === 'hint' ? 0.2 + next() * 0.2 : tier === 'warning' ? 0.42 + next() * 0.25 : 0.7 + next() * 0.28) * 100) / 100,
      kinds: sample ? [] : trademark ? ['T1', ...(next() < 0.4 ? ['T3'] : [])] : [pick(next, ['P1', 'P2', 'P4', 'P5', 'P7', 'P9']), ...(next() < 0.3 ? ['P6'] : [])],
      filingCount: sample ? 1 : 3 + Math.floor(next() * 180), memberCount: sample ? 0 : members,
      openedAt: iso(opened), updatedAt: iso(updated), lastSignalAt: iso(updated),
      dueAt: state === 'notified' ? iso(now + Math.floor(next() * 16 - 2) * DAY + 40_000_000) : null,
      assignee: pick(next, PEOPLE), origin: sample ? 'sample' : 'indication',
    };
  });
  cases.push({
    id: 17, number: 'FC-2026-000017', subject: { type: 'group', key: 'g-3f21', name: '杭州启帆智能科技有限公司等 50 家' }, register: 'patent', state: 'pending', tier: 'high-risk', score: 0.87,
    kinds: ['P6', 'P1'], filingCount: 213, memberCount: 50, openedAt: iso(now - 3 * DAY), updatedAt: iso(now - 240_000), lastSignalAt: iso(now - 240_000), dueAt: null, assignee: null, origin: 'indication',
  });
  return cases;
}

/** What the mock keeps of cases while it runs. */
export class FilingReview {
  constructor(cases, now, degraded) {
    this.cases = cases;
    this.now = now;
    this.degraded = degraded;
    this.trails = new Map();
    this.outcomes = new Map();
    this.log = [];
    const next = random(3);
    this.companies = [...new Set(Array.from({ length: 120 }, () => company(next)))].slice(0, 50);
    this.filings = Array.from({ length: 213 }, (_, index) => {
      const at = now - 30 * DAY + Math.floor((index / 213) * 29.7 * DAY) + Math.floor(next() * 3_000_000);
      return {
        index, applicationNumber: applicationNumber(479_600 + index * 7), title: textsOf(index).title, applicant: this.companies[index % 50], filingDate: day(at), submittedAt: iso(at),
        status: index % 29 === 3 ? 'withdrawn' : 'filed', signals: ['near-duplicate-text', ...(index % 3 === 0 ? ['title-only-change'] : []), ...(index % 5 === 0 ? ['filing-burst'] : [])],
      };
    });
  }

  find(id) {
    return this.cases.find((row) => String(row.id) === id || row.number === id);
  }

  trailOf(row) {
    if (!this.trails.has(row.id)) {
      const order = { pending: [], preliminary: ['preliminary'], notified: ['preliminary', 'notified'], answered: ['preliminary', 'notified', 'answered'], withdrawn: ['preliminary', 'notified', 'withdrawn'], confirmed: ['preliminary', 'notified', 'answered', 'confirmed'], dismissed: ['dismissed'] }[row.state];
      const trail = [{ at: row.openedAt, by: 'system', act: 'opened', from: null, to: 'pending', note: '', details: {} }];
      order.forEach((to, index) => trail.push({ at: iso(Date.parse(row.openedAt) + (index + 1) * 3_600_000), by: 'reviewer', act: 'moved', from: trail.at(-1).to, to, note: '已核对文本与提交记录。', details: {} }));
      this.trails.set(row.id, trail);
    }
    return this.trails.get(row.id);
  }

  detail(row) {
    const group = row.subject.type === 'group';
    const filings = this.filings.slice(-Math.min(200, row.filingCount)).toReversed();
    const members = group ? this.companies.slice(0, row.memberCount).map((name, index) => ({ key: `9133${pad(index * 7919, 14)}`, name })) : [];
    return {
      ...row, members, indications: row.kinds.map((kind) => indicationOf(row, kind, filings, members)), filings: filings.map(({ index, ...rest }) => (void index, rest)),
      trail: this.trailOf(row), allowed: NEXT[row.state], outcomes: this.outcomes.get(row.id) ?? [],
      alerts: row.id === 17 ? [{ id: 'a10', ruleTitle: { zh: '一台设备登录多个账号', en: 'One device, many accounts' }, severity: 'high', state: 'firing', lastSeen: iso(this.now - 900_000), by: { field: 'device.id', value: 'dev-3f21c8' } }, { id: 'a11', ruleTitle: { zh: 'SSH 口令猜测', en: 'SSH password guessing' }, severity: 'medium', state: 'resolved', lastSeen: iso(this.now - 90_000_000), by: { field: 'source.ip', value: '203.0.113.7' } }] : [],
    };
  }

  graph(row) {
    if (row.subject.type !== 'group') {
      return { nodes: [], edges: [] };
    }
    const members = this.companies.slice(0, row.memberCount);
    const nodes = members.map((name, index) => ({ id: `c${index}`, type: 'applicant', label: name, masked: false, filings: 3 + (index % 4) }));
    const shared = [['p1', 'phone', '138****0417', 31], ['p2', 'phone', '159****8830', 22], ['p3', 'phone', '186****2205', 9], ['y1', 'payer', '****7731', 34], ['y2', 'payer', '****0946', 18], ['d1', 'device', 'dev-3f21c8', 50]];
    const edges = [];
    const next = random(8);
    shared.forEach(([id, type, label, share], order) => {
      nodes.push({ id, type, label, masked: type !== 'device', filings: share * 4 });
      members.forEach((name, index) => {
        const wanted = id === 'p1' ? index < 31 : id === 'p2' ? index >= 28 : id === 'p3' ? index % 6 === 0 : id === 'y1' ? index < 34 : id === 'y2' ? index >= 32 : true;
        if (wanted) {
          edges.push({ from: `c${index}`, to: id, weight: Math.round((0.9 - order * 0.08 - next() * 0.1) * 100) / 100, hub: false, why: { zh: `${name} 与 ${label} 共同出现在 ${3 + (index % 4)} 件申请中`, en: `${name} and ${label} occur together in ${3 + (index % 4)} filings` } });
        }
      });
    });
    nodes.push({ id: 'h1', type: 'address', label: '浙江省杭州市余杭区某孵化器', masked: false, filings: 4120 }, { id: 'h2', type: 'agency', label: '杭州某专利代理事务所', masked: false, filings: 21_800 });
    members.slice(0, 18).forEach((name, index) => edges.push({ from: `c${index}`, to: index % 3 === 0 ? 'h2' : 'h1', weight: 0, hub: true, why: { zh: '该地址或机构另有 400 多个申请人使用', en: 'More than 400 other applicants use it' } }));
    return { nodes, edges };
  }

  timeline(row) {
    const items = [];
    const put = (at, type, zh, en, filing = null, account = null) => items.push({ at: iso(at), type, title: { zh, en }, filing, account });
    this.filings.slice(0, row.filingCount).forEach((filing, index) => {
      const at = Date.parse(filing.submittedAt);
      const account = `ACC${pad(210_400 + (index % 12), 6)}`;
      put(at - 240_000, 'action', `${account} 从设备 dev-3f21c8 登录专利申请系统（203.0.113.7）`, `${account} signed in to patent filing from device dev-3f21c8 (203.0.113.7)`, null, account);
      put(at, 'filing', `${filing.applicant} 提交“${filing.title}”`, `${filing.applicant} filed “${filing.title}”`, filing.applicationNumber, account);
      if (index % 29 === 3) {
        put(at + 2 * DAY, 'change', '撤回申请', 'Application withdrawn', filing.applicationNumber);
      }
    });
    put(Date.parse(row.openedAt), 'indication', `${KIND_NAMES[row.kinds[0]]?.[0] ?? ''}：${row.number} 立案`, `${KIND_NAMES[row.kinds[0]]?.[1] ?? ''}: ${row.number} opened`);
    put(this.now - 900_000, 'alert', '一台设备登录多个账号', 'One device, many accounts', null, null);
    this.trailOf(row).slice(1).forEach((entry) => put(Date.parse(entry.at), 'move', `${entry.by}：${entry.note}`, `${entry.by}: ${entry.note}`));
    return { items: items.sort((a, b) => a.at.localeCompare(b.at)).slice(-1000) };
  }

  document(filing, revealed) {
    const texts = textsOf(filing.index);
    return {
      applicationNumber: filing.applicationNumber, applType: 'invention', filingDate: filing.filingDate, submittedAt: filing.submittedAt, inventionTitle: texts.title, abstract: texts.abstract, claims: texts.claims.split('\n'), description: texts.description, ipcCodes: ['B65G1/02', 'B65G1/14'],
      applicants: [{ name: filing.applicant, code: `9133${pad(filing.index * 7919, 14)}`, kind: 'company', country: 'CN', address: { text: '浙江省杭州市余杭区某路 18 号 3 幢 512 室' } }],
      inventors: [{ name: revealed ? '沈若溪' : '沈**', idNumber: { hash: 'a91f…', masked: '3301**********2217' } }, { name: revealed ? '陆一鸣' : '陆**', idNumber: { hash: '77c0…', masked: '3408**********0913' } }],
      contact: { name: revealed ? '方晓' : '方*', phone: { hash: '18ce…', masked: '138****0417' } }, agency: { code: '33200', name: '杭州某专利代理事务所' },
      accountId: `ACC${pad(210_400 + (filing.index % 12), 6)}`, deviceFingerprint: 'dev-3f21c8', ip: '203.0.113.7', masked: !revealed,
    };
  }

  move(row, body, user) {
    const { to, note, replyDays, outcomes } = body;
    if (!user.roles.includes('reviewer')) {
      return [403, 'only reviewers act'];
    }
    if (typeof note !== 'string' || note.trim() === '' || note.length > 2_000) {
      return [400, 'note must have 1 to 2000 characters'];
    }
    if (!NEXT[row.state].includes(to)) {
      return [409, `${row.number} cannot go from ${row.state} to ${to}`];
    }
    this.trailOf(row).push({ at: iso(Date.now()), by: user.name, act: 'moved', from: row.state, to, note, details: to === 'notified' ? { replyDays: replyDays ?? 15 } : {} });
    row.state = to;
    row.updatedAt = iso(Date.now());
    row.dueAt = to === 'notified' ? iso(Date.now() + (replyDays ?? 15) * DAY) : null;
    this.outcomes.set(row.id, (outcomes ?? []).map(({ kind, confirmed }) => ({ kind, outcome: confirmed ? 'confirmed' : 'dismissed', by: user.name, at: row.updatedAt })));
    return null;
  }

  report(month) {
    const of = this.cases.filter((row) => row.openedAt.startsWith(month));
    const count = (kind, states) => of.filter((row) => row.kinds.includes(kind) && states.includes(row.state)).length;
    const wilson = (k, n) => {
      const z = 1.96;
      const p = k / n;
      const centre = (p + (z * z) / (2 * n)) / (1 + (z * z) / n);
      const half = (z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))) / (1 + (z * z) / n);
      return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
    };
    const kinds = Object.keys(KIND_NAMES).filter((kind) => of.some((row) => row.kinds.includes(kind)));
    const signals = [['near-duplicate-text', 61, 3], ['dispersed-filing', 40, 2], ['filing-burst', 33, 14], ['no-rnd-capacity', 6, 2], ['odd-text', 1, 7]];
    return {
      month, filings: of.length === 0 ? 0 : 1_154_230, cases: of.length,
      byKind: kinds.map((kind) => ({ kind, name: { zh: KIND_NAMES[kind][0], en: KIND_NAMES[kind][1] }, opened: of.filter((row) => row.kinds.includes(kind)).length, confirmed: count(kind, ['confirmed']), dismissed: count(kind, ['dismissed']), withdrawn: count(kind, ['withdrawn']), open: count(kind, ['pending', 'preliminary', 'notified', 'answered']) })),
      bySignal: of.length === 0 ? [] : signals.map(([code, confirmed, dismissed]) => ({ code, confirmed, dismissed, precision: confirmed / (confirmed + dismissed), ...wilson(confirmed, confirmed + dismissed) })),
      sample: of.length === 0 ? { drawn: 0, reviewed: 0, confirmed: 0, missRate: null, low: null, high: null } : { drawn: 50, reviewed: 38, confirmed: 1, missRate: 1 / 38, ...wilson(1, 38) },
    };
  }
}

function matches(row, query) {
  const any = (name, value) => query.getAll(name).length === 0 || query.getAll(name).includes(value);
  const text = (query.get('q') ?? '').toLowerCase();
  return (
    any('state', row.state) && any('tier', row.tier ?? '') && any('register', row.register) && any('subjectType', row.subject.type) && any('assignee', row.assignee?.username ?? 'none') &&
    (query.getAll('kind').length === 0 || row.kinds.some((kind) => query.getAll('kind').includes(kind))) &&
    (text === '' || [row.number, row.subject.name].some((place) => place.toLowerCase().includes(text))) &&
    (query.get('from') === null || row.openedAt >= query.get('from')) && (query.get('to') === null || row.openedAt < query.get('to'))
  );
}

const TIER_ORDER = [null, 'hint', 'warning', 'high-risk'];
const ORDER = {
  '-updatedAt': (a, b) => b.updatedAt.localeCompare(a.updatedAt),
  '-openedAt': (a, b) => b.openedAt.localeCompare(a.openedAt),
  '-score': (a, b) => (b.score ?? -1) - (a.score ?? -1),
  '-filingCount': (a, b) => b.filingCount - a.filingCount,
  '-tier': (a, b) => TIER_ORDER.indexOf(b.tier) - TIER_ORDER.indexOf(a.tier),
};

function tally(values) {
  const counts = {};
  values.forEach((value) => {
    counts[value] = (counts[value] ?? 0) + 1;
  });
  return counts;
}

function list(review, query) {
  const found = review.cases.filter((row) => matches(row, query)).sort(ORDER[query.get('sort')] ?? ORDER['-updatedAt']);
  const limit = Number(query.get('limit') ?? 100);
  const from = Number(query.get('cursor') ?? 0);
  return { items: found.slice(from, from + limit), next: from + limit < found.length ? String(from + limit) : null, total: found.length };
}

/** Answers `[status, body]` for the paths of filing review; undefined for others. `emit` tells the live stream. */
export async function filingReview(review, request, path, query, user, readBody, emit) {
  const post = request.method === 'POST';
  const refuse = ([status, detail]) => [status, { title: status === 403 ? 'Forbidden' : status === 409 ? 'Conflict' : 'Bad Request', status, detail }];
  const missing = [404, { title: 'Not Found', status: 404 }];
  if (path === 'filing-cases') {
    return [200, list(review, query)];
  }
  if (path === 'filing-cases/facets') {
    const found = review.cases.filter((row) => matches(row, query));
    return [200, { state: tally(found.map((row) => row.state)), tier: tally(found.map((row) => row.tier).filter(Boolean)), kind: tally(found.flatMap((row) => row.kinds)), register: tally(found.map((row) => row.register)) }];
  }
  if (path === 'filing-cases/report') {
    return [200, review.report(query.get('month'))];
  }
  if (path === 'filing-cases/access-log') {
    if (!user.roles.some((role) => role === 'auditor' || role === 'reviewer')) {
      return refuse([403, '']);
    }
    return [200, { items: review.log.filter((entry) => user.roles.includes('auditor') || entry.by === user.name).toReversed(), next: null }];
  }
  if (path === 'filing-cases/moves' && post) {
    const { ids, to, note } = await readBody();
    const answer = { moved: [], refused: [] };
    ids.forEach((id) => {
      const row = review.find(String(id));
      const refused = row === undefined ? [404, 'no such case'] : review.move(row, { to, note }, user);
      if (refused === null) {
        answer.moved.push(id);
        emit('filing-case', row);
      } else {
        answer.refused.push({ id, reason: refused[1] });
      }
    });
    return [200, answer];
  }
  if (path === 'filings/compare') {
    const [a, b] = ['a', 'b'].map((side) => review.filings.find((filing) => filing.applicationNumber === query.get(side)));
    return a === undefined || b === undefined ? missing : [200, compare(a, b)];
  }
  const [, number] = /^filings\/([^/]+)$/.exec(path) ?? [];
  if (number !== undefined) {
    const filing = review.filings.find((each) => each.applicationNumber === decodeURIComponent(number));
    const reveal = query.get('reveal') === 'true';
    if (filing === undefined) {
      return missing;
    }
    if (reveal && !user.roles.includes('reviewer')) {
      return refuse([403, '']);
    }
    if (reveal) {
      review.log.push({ at: iso(Date.now()), by: user.name, caseId: query.get('caseId') === null ? null : Number(query.get('caseId')), applicationNumber: filing.applicationNumber, what: 'filing' });
    }
    return [200, review.document(filing, reveal)];
  }
  const [, id, what] = /^filing-cases\/([^/]+)(?:\/(\w+))?$/.exec(path) ?? [];
  if (id === undefined) {
    return undefined;
  }
  const row = review.find(decodeURIComponent(id));
  if (row === undefined) {
    return missing;
  }
  if (post) {
    const body = await readBody();
    if (!user.roles.includes('reviewer')) {
      return refuse([403, '']);
    }
    if (what === 'moves') {
      const refused = review.move(row, body, user);
      if (refused !== null) {
        return refuse(refused);
      }
    } else if (what === 'assignee') {
      row.assignee = body.username === null ? null : { username: user.name, name: user.displayName };
      review.trailOf(row).push({ at: iso(Date.now()), by: user.name, act: 'assigned', from: null, to: null, note: '', details: { assignee: body.username } });
    } else if (what === 'notes') {
      review.trailOf(row).push({ at: iso(Date.now()), by: user.name, act: 'noted', from: null, to: null, note: body.note, details: {} });
    }
    row.updatedAt = iso(Date.now());
    emit('filing-case', row);
    return [200, review.detail(row)];
  }
  switch (what) {
    case undefined:
      return [200, review.detail(row)];
    case 'graph':
      return review.degraded ? [503, { title: 'Service Unavailable', status: 503 }] : [200, review.graph(row)];
    case 'timeline':
      return [200, review.timeline(row)];
    default:
      return missing;
  }
}

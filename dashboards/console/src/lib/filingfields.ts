import type { Bilingual } from '../api/types';
import type { Language } from '../i18n/language';
import { thingName } from './things';

/** Parts of a filing's text. */
export const PART_NAMES: Record<string, Bilingual> = {
  title: { zh: '名称', en: 'title' },
  abstract: { zh: '摘要', en: 'abstract' },
  claims: { zh: '权利要求', en: 'claims' },
  description: { zh: '说明书', en: 'description' },
};

/** What people call the members of evidence and of a filing. */
const FIELDS: Record<string, Bilingual> = {
  similarity: { zh: '相似度', en: 'similarity' },
  score: { zh: '强度', en: 'strength' },
  weight: { zh: '关联强度', en: 'strength of the link' },
  accounts: { zh: '账号', en: 'accounts' },
  filings: { zh: '申请', en: 'filings' },
  filingCount: { zh: '申请件数', en: 'filings' },
  applicationNumber: { zh: '申请号', en: 'application' },
  applicant: { zh: '申请人', en: 'applicant' },
  differentApplicants: { zh: '申请人不同', en: 'different applicants' },
  count: { zh: '件数', en: 'count' },
  mean: { zh: '自身平均', en: 'own mean' },
  sigma: { zh: '偏离（倍标准差）', en: 'deviation (σ)' },
  percentile: { zh: '同类百分位', en: 'percentile of peers' },
  days: { zh: '天数', en: 'days' },
  hours: { zh: '小时', en: 'hours' },
  seconds: { zh: '秒', en: 'seconds' },
  variation: { zh: '间隔变异系数', en: 'coefficient of variation' },
  part: { zh: '部分', en: 'part' },
  shared: { zh: '共有片段', en: 'shared passages' },
  marks: { zh: '商标件数', en: 'marks' },
  distinctMarks: { zh: '互不关联的标识', en: 'unrelated marks' },
  classes: { zh: '国际分类数', en: 'Nice classes' },
  niceClasses: { zh: '国际分类', en: 'Nice classes' },
  mark: { zh: '商标', en: 'mark' },
  markText: { zh: '商标', en: 'mark' },
  owner: { zh: '权利人', en: 'owner' },
  title: { zh: '名称', en: 'title' },
  name: { zh: '名称', en: 'name' },
  value: { zh: '值', en: 'value' },
  date: { zh: '日期', en: 'date' },
  time: { zh: '时间', en: 'time' },
  at: { zh: '时间', en: 'time' },
  from: { zh: '从', en: 'from' },
  to: { zh: '到', en: 'to' },
  agency: { zh: '代理机构', en: 'agency' },
  agent: { zh: '代理师', en: 'agent' },
  device: { zh: '设备', en: 'device' },
  devices: { zh: '设备数', en: 'devices' },
  account: { zh: '账号', en: 'account' },
  phone: { zh: '电话', en: 'phone' },
  ip: { zh: '网络地址', en: 'network address' },
  client: { zh: '客户端', en: 'client' },
  version: { zh: '版本', en: 'version' },
  insuredHeadcount: { zh: '参保人数', en: 'insured employees' },
  headcount: { zh: '参保人数', en: 'insured employees' },
  reading: { zh: '读音', en: 'reading' },
  shape: { zh: '字形', en: 'shape' },
  meaning: { zh: '含义', en: 'meaning' },
  sections: { zh: 'IPC 部', en: 'IPC sections' },
  inventors: { zh: '发明人', en: 'inventors' },
  inventor: { zh: '发明人', en: 'inventor' },
  applType: { zh: '类型', en: 'type' },
  filingDate: { zh: '申请日', en: 'filed on' },
  submittedAt: { zh: '提交时间', en: 'submitted' },
  applicants: { zh: '申请人', en: 'applicants' },
  contact: { zh: '联系人', en: 'contact' },
  agents: { zh: '代理师', en: 'agents' },
  priorities: { zh: '优先权', en: 'priorities' },
  parentApplication: { zh: '母案（分案申请）', en: 'parent (division)' },
  declaredPair: { zh: '同日声明的另一申请', en: 'declared pair of the same day' },
  pctNumber: { zh: 'PCT 申请号', en: 'PCT number' },
  ipcCodes: { zh: 'IPC 分类', en: 'IPC codes' },
  accountId: { zh: '账号', en: 'account' },
  sessionId: { zh: '会话', en: 'session' },
  clientId: { zh: '客户端', en: 'client' },
  deviceFingerprint: { zh: '设备', en: 'device' },
  certSerial: { zh: '数字证书序列号', en: 'certificate serial' },
  payerAccount: { zh: '缴费账户', en: 'payer account' },
  invoiceTitle: { zh: '发票抬头', en: 'invoice title' },
  formOpenedAt: { zh: '打开表单', en: 'form opened' },
  signTime: { zh: '签名时间', en: 'signed' },
  uploadSha256: { zh: '附件摘要值', en: 'digests of attachments' },
  drawingSha256: { zh: '附图摘要值', en: 'digests of drawings' },
  markCategory: { zh: '商标类型', en: 'kind of mark' },
  markImageSha256: { zh: '图样摘要值', en: 'digest of the image' },
  similarGroups: { zh: '类似群', en: 'similar groups' },
  goods: { zh: '商品或服务', en: 'goods or services' },
  status: { zh: '状态', en: 'status' },
  country: { zh: '国家', en: 'country' },
  kind: { zh: '种类', en: 'kind' },
  code: { zh: '代码', en: 'code' },
  number: { zh: '号码', en: 'number' },
  idNumber: { zh: '身份证件号', en: 'identity number' },
  identity: { zh: '身份证件号', en: 'identity number' },
  email: { zh: '邮箱', en: 'e-mail' },
  address: { zh: '地址', en: 'address' },
  text: { zh: '全文', en: 'text' },
  postCode: { zh: '邮编', en: 'post code' },
  filing: { zh: '申请', en: 'filing' },
  other: { zh: '另一申请', en: 'other filing' },
  otherApplicant: { zh: '另一申请人', en: 'other applicant' },
  application: { zh: '申请号', en: 'application' },
  abstracts: { zh: '摘要相似度', en: 'abstracts' },
  descriptions: { zh: '说明书相似度', en: 'descriptions' },
  titles: { zh: '名称相似度', en: 'titles' },
  sentences: { zh: '句数', en: 'sentences' },
  share: { zh: '比例', en: 'share' },
  usualShare: { zh: '通常比例', en: 'usual share' },
  members: { zh: '成员', en: 'members' },
  group: { zh: '关联组', en: 'group' },
  declared: { zh: '已申报关联', en: 'declared' },
  by: { zh: '依据', en: 'by' },
  key: { zh: '标识', en: 'key' },
  expected: { zh: '预期', en: 'expected' },
  insured: { zh: '参保人数', en: 'insured' },
  inventorsReplaced: { zh: '发明人全部变更', en: 'inventors replaced' },
  agencies: { zh: '代理机构', en: 'agencies' },
  certificate: { zh: '数字证书', en: 'certificate' },
  until: { zh: '至', en: 'until' },
  since: { zh: '首次出现', en: 'first seen' },
  change: { zh: '变更', en: 'change' },
  changedAt: { zh: '变更时间', en: 'changed at' },
  addresses: { zh: '网络地址数', en: 'network addresses' },
  limit: { zh: '对照值', en: 'limit' },
  tier: { zh: '判据', en: 'measure' },
  different: { zh: '不同标识', en: 'different' },
  unrelated: { zh: '互不关联', en: 'unrelated' },
  diversity: { zh: '差异度', en: 'diversity' },
  lookedAt: { zh: '查看件数', en: 'looked at' },
  examples: { zh: '例', en: 'examples' },
  shortMarks: { zh: '短标识', en: 'short marks' },
  arbitrary: { zh: '无含义', en: 'arbitrary' },
  protectedMark: { zh: '在先商标', en: 'earlier mark' },
  ownerKey: { zh: '权利人代码', en: "owner's code" },
  fame: { zh: '知名程度', en: 'fame' },
  likeness: { zh: '近似度', en: 'likeness' },
  classesInCommon: { zh: '共同类别', en: 'classes in common' },
  sold: { zh: '转让时间', en: 'sold' },
  offered: { zh: '挂牌时间', en: 'offered' },
  assignee: { zh: '受让人', en: 'assignee' },
  decided: { zh: '裁定时间', en: 'decided' },
  target: { zh: '涉及权利人', en: 'owner named' },
  party: { zh: '当事人', en: 'party' },
  itself: { zh: '机构自身', en: 'the agency itself' },
  list: { zh: '词表', en: 'list' },
  word: { zh: '词', en: 'word' },
  filed: { zh: '申请时间', en: 'filed' },
  lost: { zh: '未获支持', en: 'lost' },
  outcome: { zh: '结果', en: 'outcome' },
  register: { zh: '类别', en: 'register' },
  payer: { zh: '缴费账户', en: 'payer' },
};

/** Words of the wire format that stand as values. */
const VALUES: Record<string, Bilingual> = {
  invention: { zh: '发明', en: 'invention' },
  'utility-model': { zh: '实用新型', en: 'utility model' },
  design: { zh: '外观设计', en: 'design' },
  'pct-invention': { zh: 'PCT 发明', en: 'PCT invention' },
  'pct-utility-model': { zh: 'PCT 实用新型', en: 'PCT utility model' },
  trademark: { zh: '商标', en: 'trademark' },
  company: { zh: '企业', en: 'company' },
  person: { zh: '个人', en: 'person' },
  university: { zh: '高校', en: 'university' },
  institute: { zh: '科研机构', en: 'institute' },
  government: { zh: '机关', en: 'government' },
  patent: { zh: '专利', en: 'patent' },
  filed: { zh: '受理', en: 'filed' },
  withdrawn: { zh: '撤回', en: 'withdrawn' },
  'deemed-withdrawn': { zh: '视为撤回', en: 'deemed withdrawn' },
  notified: { zh: '已通知', en: 'notified' },
  granted: { zh: '授权', en: 'granted' },
  refused: { zh: '驳回', en: 'refused' },
  invalidated: { zh: '无效', en: 'invalidated' },
  cancelled: { zh: '撤销', en: 'cancelled' },
  word: { zh: '文字', en: 'word' },
  figurative: { zh: '图形', en: 'figurative' },
  combined: { zh: '组合', en: 'combined' },
  'well-known': { zh: '驰名', en: 'well-known' },
  known: { zh: '知名', en: 'known' },
  registered: { zh: '已注册', en: 'registered' },
};

/** The name of a member; the member itself where nobody named it. */
export function fieldName(name: string): Bilingual {
  return FIELDS[name] ?? { zh: name, en: name };
}

/** Where a filing stands. */
export function statusWord(status: string, language: Language): string {
  return VALUES[status]?.[language] ?? status;
}

/** A kind of thing by its name; any other text as it is. */
function thingWord(value: string, language: Language): string {
  const name = thingName(value)[language];
  return language === 'en' && name !== value ? name.toLowerCase() : name;
}

/** Lists longer than this are cut with the number of all. */
const LISTED = 6;

/** Words of the dictionary that values need. */
export interface ValueWords {
  yes: string;
  no: string;
  others: (count: number) => string;
}

/** Any value in words: numbers grouped, lists in one line, objects by their members. */
export function valueWords(value: unknown, language: Language, words: ValueWords): string {
  if (typeof value === 'number') {
    return Number.isInteger(value) ? value.toLocaleString('en-US') : String(Math.round(value * 1000) / 1000);
  }
  if (typeof value === 'boolean') {
    return value ? words.yes : words.no;
  }
  if (typeof value === 'string') {
    return (PART_NAMES[value] ?? VALUES[value])?.[language] ?? thingWord(value, language);
  }
  const between = language === 'zh' ? '、' : ', ';
  if (Array.isArray(value)) {
    const shown = value.slice(0, LISTED).map((each) => valueWords(each, language, words)).join(between);
    return value.length > LISTED ? `${shown} ${words.others(value.length)}` : shown;
  }
  if (typeof value === 'object' && value !== null) {
    const { masked, hash, ...members } = value as Record<string, unknown>;
    if (typeof masked === 'string' && hash !== undefined) {
      return masked;
    }
    // An address: its parts repeat what the whole says.
    if (typeof members.text === 'string') {
      return members.text;
    }
    return Object.entries(masked === undefined ? members : { ...members, masked })
      .map(([name, each]) => `${fieldName(name)[language]} ${valueWords(each, language, words)}`)
      .join(language === 'zh' ? '，' : ', ');
  }
  return '';
}

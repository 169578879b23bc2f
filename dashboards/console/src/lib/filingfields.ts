import type { Bilingual } from '../api/types';
import type { Language } from '../i18n/language';

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
  accounts: { zh: '账号数', en: 'accounts' },
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
};

/** The name of a member; the member itself where nobody named it. */
export function fieldName(name: string): Bilingual {
  return FIELDS[name] ?? { zh: name, en: name };
}

/** Lists longer than this are cut with the number of all. */
const LISTED = 6;

/** Any value in words: numbers grouped, lists in one line, objects by their members. */
export function valueWords(value: unknown, language: Language, words: { yes: string; no: string; others: (count: number) => string }): string {
  if (typeof value === 'number') {
    return Number.isInteger(value) ? value.toLocaleString('en-US') : String(Math.round(value * 1000) / 1000);
  }
  if (typeof value === 'boolean') {
    return value ? words.yes : words.no;
  }
  if (typeof value === 'string') {
    return (PART_NAMES[value] ?? VALUES[value])?.[language] ?? value;
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
    return Object.entries(masked === undefined ? members : { ...members, masked })
      .map(([name, each]) => `${fieldName(name)[language]} ${valueWords(each, language, words)}`)
      .join(language === 'zh' ? '，' : ', ');
  }
  return '';
}

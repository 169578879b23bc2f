import type { Bilingual } from '../api/types';

/** Names of signals by their code, as the shipped catalogue of filings has them. */
const SIGNALS: Record<string, Bilingual> = {
  'near-duplicate-text': { zh: '文本近似', en: 'Near-duplicate text' },
  'same-text-by-many': { zh: '多个申请人提交同一文本', en: 'One text by many applicants' },
  'title-only-change': { zh: '仅改名称', en: 'Only the title changed' },
  'copied-by-same-hand': { zh: '同一来源提交近似文本', en: 'Like texts from one hand' },
  'repeated-own-text': { zh: '自身重复提交', en: 'Own text repeated' },
  'resubmitted-text': { zh: '撤回后重新提交', en: 'Resubmitted after withdrawal' },
  'spliced-text': { zh: '多案拼接', en: 'Spliced from many' },
  'replaced-nouns': { zh: '同一模板替换', en: 'Nouns replaced in one template' },
  'odd-text': { zh: '文本统计异常', en: 'Odd text' },
  'heavy-claims': { zh: '权利要求堆砌', en: 'Heavy claims' },
  'identical-drawing': { zh: '附图相同', en: 'Identical drawings' },
  'dispersed-filing': { zh: '关联分散提交', en: 'Dispersed filing' },
  'filing-burst': { zh: '提交量突增', en: 'Burst of filings' },
  'no-rnd-capacity': { zh: '申请量与研发能力不符', en: 'More filings than capacity' },
  'implausible-inventor': { zh: '发明人异常', en: 'Implausible inventor' },
  'quick-transfer': { zh: '申请后快速转让', en: 'Quick transfer' },
  'invalid-contact': { zh: '联系方式存疑', en: 'Doubtful contact' },
  'agency-overload': { zh: '代理师超负荷', en: 'Agents overloaded' },
  'shared-signing-device': { zh: '一台设备为多名代理师签名', en: 'One device signs for many agents' },
  'unlicensed-agency': { zh: '机构无有效执业许可', en: 'Agency without licence' },
  'account-farm': { zh: '批量注册账号', en: 'Account farm' },
  'account-takeover': { zh: '账号疑似被冒用', en: 'Account possibly taken over' },
  'robot-filing': { zh: '机器提交', en: 'Filing by robot' },
  'mark-hoarding': { zh: '大量囤积', en: 'Hoarding' },
  'arbitrary-combination': { zh: '任意组合标识', en: 'Arbitrary combinations' },
  'mark-likeness': { zh: '与知名商标近似', en: 'Like a known mark' },
  'many-owners-imitated': { zh: '涉及多个权利人', en: 'Many owners' },
  'repeated-against-owner': { zh: '反复针对同一权利人', en: 'Again against one owner' },
  'public-resource-word': { zh: '公共资源词汇', en: 'Public word' },
  'file-and-sell': { zh: '分散转让', en: 'Sold to many' },
  'bad-faith-history': { zh: '既往恶意认定', en: 'Earlier decisions' },
  'agency-own-filing': { zh: '代理机构自行申请', en: 'Agency files for itself' },
  'shell-applicant': { zh: '空壳申请人', en: 'Shell applicants' },
};

/** Null for a code that nobody named; it is then shown as it is. */
export function signalName(code: string): Bilingual | null {
  return SIGNALS[code] ?? null;
}

export const SIGNAL_CODES: readonly string[] = Object.keys(SIGNALS);

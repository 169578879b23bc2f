import type { Bilingual } from '../api/types';

/** Names of signals by their code. */
const SIGNALS: Record<string, Bilingual> = {
  'near-duplicate-text': { zh: '文本高度相似', en: 'Near-identical text' },
  'title-only-change': { zh: '仅名称不同', en: 'Title-only change' },
  'spliced-text': { zh: '多篇拼接', en: 'Spliced from others' },
  splicing: { zh: '多篇拼接', en: 'Spliced from others' },
  'parameter-substitution': { zh: '替换名词后骨架一致', en: 'Same skeleton, other terms' },
  'machine-text': { zh: '疑似机器生成文本（仅供参考）', en: 'Text may be machine-made (supporting only)' },
  'repetitive-text': { zh: '文本重复度（仅供参考）', en: 'Repetitive text (supporting only)' },
  'stacked-features': { zh: '特征堆砌或限缩', en: 'Stacked or narrowed features' },
  stacking: { zh: '特征堆砌或限缩', en: 'Stacked or narrowed features' },
  resubmission: { zh: '撤回后再次提交', en: 'Filed again after withdrawal' },
  'identical-drawing': { zh: '附图相同', en: 'Identical drawings' },
  'identical-drawings': { zh: '附图相同', en: 'Identical drawings' },
  'identical-upload': { zh: '附件相同', en: 'Identical attachments' },
  'identical-attachment': { zh: '附件相同', en: 'Identical attachments' },
  'filing-burst': { zh: '集中提交', en: 'Burst of filings' },
  'linked-applicants': { zh: '关联申请人', en: 'Linked applicants' },
  'dispersed-filing': { zh: '关联申请分散提交', en: 'Linked filings, dispersed' },
  'no-rnd-capacity': { zh: '研发能力与申请量不符', en: 'Filings beyond R&D capacity' },
  'no-capacity': { zh: '研发能力与申请量不符', en: 'Filings beyond R&D capacity' },
  'implausible-inventor': { zh: '发明人跨领域过多', en: 'Implausible inventor' },
  'quick-transfer': { zh: '申请后很快转让', en: 'Quick transfer' },
  'inventor-change': { zh: '发明人全部变更', en: 'Inventors replaced' },
  'invalid-contact': { zh: '联系方式无效', en: 'Invalid contact' },
  'agency-licence': { zh: '代理机构资质', en: 'Agency licence' },
  'agency-unlicensed': { zh: '代理机构无有效资质', en: 'Agency without licence' },
  'agent-load': { zh: '代理师签名量', en: 'Load of an agent' },
  'hanging-agent': { zh: '疑似挂证', en: 'Agent in name only (suspected)' },
  'account-farm': { zh: '批量注册账号', en: 'Account farm' },
  'account-takeover': { zh: '疑似账号被他人使用', en: 'Account used by others (suspected)' },
  'one-device-many-accounts': { zh: '一台设备多个账号', en: 'One device, many accounts' },
  'robot-filing': { zh: '疑似程序提交', en: 'Filed by a program (suspected)' },
  'mark-hoarding': { zh: '囤积商标', en: 'Hoarding of marks' },
  hoarding: { zh: '囤积商标', en: 'Hoarding of marks' },
  'arbitrary-combinations': { zh: '无含义的短组合', en: 'Arbitrary short combinations' },
  'similar-mark': { zh: '与在先商标近似', en: 'Like an earlier mark' },
  'many-owners': { zh: '涉及多个权利人', en: 'Many owners' },
  'repeated-owner': { zh: '对同一权利人反复申请', en: 'Repeated against one owner' },
  'public-resource': { zh: '公共资源词语', en: 'Words of public resources' },
  'file-and-sell': { zh: '申请后售卖', en: 'Filing to sell' },
  'bad-faith-history': { zh: '在先决定记录', en: 'Earlier decisions' },
  'agency-own-filing': { zh: '代理机构自行申请', en: 'Filed by the agency itself' },
  'shell-applicants': { zh: '空壳申请人', en: 'Shell applicants' },
};

/** Null for a code that nobody named; it is then shown as it is. */
export function signalName(code: string): Bilingual | null {
  return SIGNALS[code] ?? null;
}

export const SIGNAL_CODES: readonly string[] = Object.keys(SIGNALS);

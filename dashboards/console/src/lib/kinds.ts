import type { Bilingual } from '../api/types';

/**
 * Short names of the kinds: P1–P9 follow the items of Order 77 (Articles 3 and 4), T1–T10 the
 * situations of the trademark provisions. Names of what is to be checked, never of a finding.
 */
const KINDS: Record<string, Bilingual> = {
  P1: { zh: '内容明显相同或简单组合', en: 'Same content or simple recombination' },
  P2: { zh: '编造、抄袭或拼凑', en: 'Fabricated, copied or patched together' },
  P3: { zh: '随机生成', en: 'Randomly generated' },
  P4: { zh: '变劣、堆砌或不当限缩', en: 'Degraded, stacked or needlessly narrowed' },
  P5: { zh: '无实际研发活动', en: 'No actual R&D' },
  P6: { zh: '关联申请分散提交', en: 'Linked filings, dispersed' },
  P7: { zh: '不当转让或变更发明人', en: 'Improper transfer or change of inventors' },
  P8: { zh: '其他违反诚信原则', en: 'Other breach of good faith' },
  P9: { zh: '代理、诱导或帮助', en: 'Acting for, inducing or assisting' },
  T1: { zh: '囤积商标', en: 'Hoarding of marks' },
  T2: { zh: '无含义的短组合', en: 'Arbitrary short combinations' },
  T3: { zh: '与知名或在先商标近似', en: 'Like known or earlier marks' },
  T4: { zh: '涉及多个权利人', en: 'Many owners imitated' },
  T5: { zh: '对同一权利人反复申请', en: 'Repeated filing against one owner' },
  T6: { zh: '公共资源词语', en: 'Words of public resources' },
  T7: { zh: '申请后售卖', en: 'Filing to sell' },
  T8: { zh: '在先决定记录', en: 'Earlier decisions' },
  T9: { zh: '代理机构自行申请', en: 'Filed by agencies themselves' },
  T10: { zh: '空壳申请人', en: 'Shell applicants' },
};

/** All kinds, patents first, for choices. */
export const KIND_CODES: readonly string[] = Object.keys(KINDS);

/** The code itself for a kind of a later version. */
export function kindName(code: string): Bilingual {
  return KINDS[code] ?? { zh: code, en: code };
}

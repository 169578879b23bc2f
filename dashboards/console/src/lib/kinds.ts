import type { Bilingual } from '../api/types';

/**
 * Short names of the kinds: P1–P9 follow the items of Order 77 (Articles 3 and 4), T1–T10 the
 * situations of the trademark provisions. Names of what is to be checked, never of a finding.
 */
const KINDS: Record<string, Bilingual> = {
  P1: { zh: '内容明显相同或简单组合', en: 'Obviously the same or merely combined content' },
  P2: { zh: '抄袭、简单替换或拼凑', en: 'Copied, substituted or patched content' },
  P3: { zh: '计算机随机生成', en: 'Content generated at random by computer' },
  P4: { zh: '堆砌特征或非必要缩限', en: 'Stacked features or needless narrowing' },
  P5: { zh: '无实际研发活动', en: 'No actual research and development' },
  P6: { zh: '关联申请人分散提交', en: 'Filings dispersed among linked applicants' },
  P7: { zh: '不正当转让或虚假变更发明人', en: 'Improper transfer or false change of inventors' },
  P8: { zh: '其他违反诚实信用的行为', en: 'Other conduct against good faith' },
  P9: { zh: '代理或帮助实施', en: 'Assisting such filings' },
  T1: { zh: '囤积商标', en: 'Hoarding of marks' },
  T2: { zh: '任意组合标识', en: 'Arbitrary combinations of characters' },
  T3: { zh: '摹仿他人知名商标', en: 'Imitation of another\'s known mark' },
  T4: { zh: '摹仿多个权利人', en: 'Imitation of many owners' },
  T5: { zh: '针对同一权利人反复申请', en: 'Repeated filing against one owner' },
  T6: { zh: '占用公共资源词汇', en: 'Words that are everybody\'s' },
  T7: { zh: '申请后分散转让', en: 'Filed to be sold' },
  T8: { zh: '既往恶意记录', en: 'Earlier bad-faith decisions' },
  T9: { zh: '代理机构自行申请', en: 'An agency\'s own filings' },
  T10: { zh: '空壳申请人', en: 'Shell applicants' },
};

/** All kinds, patents first, for choices. */
export const KIND_CODES: readonly string[] = Object.keys(KINDS);

/** The code itself for a kind of a later version. */
export function kindName(code: string): Bilingual {
  return KINDS[code] ?? { zh: code, en: code };
}

import type { Bilingual } from '../api/types';

/** Control points of GB/T 22239-2019, level 3, that rules serve. The wording of the standard is not ours to ship. */
const POINTS: Record<string, Bilingual> = {
  '8.1.2.1': { zh: '网络架构', en: 'Network architecture' },
  '8.1.2.2': { zh: '通信传输', en: 'Communication' },
  '8.1.3.1': { zh: '边界防护', en: 'Border protection' },
  '8.1.3.2': { zh: '边界访问控制', en: 'Border access control' },
  '8.1.3.3': { zh: '边界入侵防范', en: 'Border intrusion prevention' },
  '8.1.3.4': { zh: '恶意代码和垃圾邮件防范', en: 'Malware and spam' },
  '8.1.3.5': { zh: '边界安全审计', en: 'Border audit' },
  '8.1.4.1': { zh: '身份鉴别', en: 'Identification' },
  '8.1.4.2': { zh: '访问控制', en: 'Access control' },
  '8.1.4.3': { zh: '安全审计', en: 'Audit' },
  '8.1.4.4': { zh: '入侵防范', en: 'Intrusion prevention' },
  '8.1.4.5': { zh: '恶意代码防范', en: 'Malware prevention' },
  '8.1.4.7': { zh: '数据完整性', en: 'Data integrity' },
  '8.1.4.8': { zh: '数据保密性', en: 'Data confidentiality' },
  '8.1.4.9': { zh: '数据备份恢复', en: 'Backup and recovery' },
  '8.1.5.1': { zh: '系统管理', en: 'System administration' },
  '8.1.5.2': { zh: '审计管理', en: 'Audit administration' },
  '8.1.5.3': { zh: '安全管理', en: 'Security administration' },
  '8.1.5.4': { zh: '集中管控', en: 'Central control' },
  '8.1.10.6': { zh: '网络和系统安全管理', en: 'Network and system operation' },
};

export interface Clause {
  /** Such as `8.1.4.3 a`. */
  id: string;
  /** Null for a control point that is not listed. */
  point: Bilingual | null;
}

const TAG = /^gbt22239\.([\d.]+)-([a-z])$/;

/** The clauses that a rule's tags name. */
export function clausesIn(tags: readonly string[]): Clause[] {
  return tags.flatMap((tag) => {
    const [, point, item] = TAG.exec(tag) ?? [];
    return point === undefined || item === undefined ? [] : [{ id: `${point} ${item}`, point: POINTS[point] ?? null }];
  });
}

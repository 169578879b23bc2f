import type { Bilingual } from '../api/types';

/** What applicants may share, and what stands in the graph of links. */
const THINGS: Record<string, Bilingual> = {
  applicant: { zh: '申请人', en: 'Applicant' },
  phone: { zh: '电话', en: 'Phone' },
  email: { zh: '邮箱', en: 'E-mail' },
  contact: { zh: '联系人', en: 'Contact' },
  address: { zh: '地址', en: 'Address' },
  device: { zh: '设备', en: 'Device' },
  ip: { zh: '网络地址', en: 'Network address' },
  source: { zh: '网络地址', en: 'Network address' },
  certificate: { zh: '数字证书', en: 'Certificate' },
  payer: { zh: '缴费账户', en: 'Payer' },
  agency: { zh: '代理机构', en: 'Agency' },
  agent: { zh: '代理师', en: 'Agent' },
  account: { zh: '账号', en: 'Account' },
  representative: { zh: '法定代表人', en: 'Legal representative' },
  'legal-representative': { zh: '法定代表人', en: 'Legal representative' },
  'mark-owner': { zh: '商标权利人', en: 'Owner of marks' },
  inventor: { zh: '发明人', en: 'Inventor' },
  drawing: { zh: '附图', en: 'Drawing' },
  upload: { zh: '附件', en: 'Attachment' },
};

/** The name of a kind of thing; the word itself for one of a later version. */
export function thingName(type: string): Bilingual {
  return THINGS[type] ?? { zh: type, en: type };
}

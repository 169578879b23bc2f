import type { Bilingual } from '../api/types';

/** How a type of evidence is called and told. */
export interface EvidenceText {
  name: Bilingual;
  /** Null where its members, named, say enough. */
  sentence: Bilingual | null;
}

const both = (zh: string, en: string): Bilingual => ({ zh, en });

/** How alike the parts of two texts are; what is not known is left out. */
const PARTS = both(
  '[，名称 {titles%}][，摘要 {abstracts%}][，权利要求 {claims%}][，说明书 {descriptions%}]',
  '[; titles {titles%}][; abstracts {abstracts%}][; claims {claims%}][; descriptions {descriptions%}]',
);
const PAIR = both(
  `{filing}[（{applicant}）] 与 {other}[（{otherApplicant}）] 的{part}相似度 {similarity%}${PARTS.zh}[；相隔 {days} 天][；同一代理机构 {agency}]`,
  `{filing}[ ({applicant})] and {other}[ ({otherApplicant})] are {similarity%} alike in the {part}${PARTS.en}[; {days} days apart][; same agency {agency}]`,
);

/**
 * Evidence by type. `{name}` is a member, `{name%}` a share, `{name#}` how many a list holds; what
 * stands between brackets is left out where one of its members is missing; without one of the
 * others there is no sentence.
 */
const TEXTS: Record<string, EvidenceText> = {
  'near-duplicate-pair': { name: both('文本近似', 'Similar texts'), sentence: PAIR },
  'same-hand-pair': { name: both('同一来源的近似文本', 'Similar texts from one hand'), sentence: PAIR },
  'own-pair': { name: both('自身重复', 'Own text repeated'), sentence: PAIR },
  'same-shape-pair': { name: both('替换后结构相同', 'Same shape, other nouns'), sentence: PAIR },
  'resubmitted-pair': { name: both('撤回后重新提交', 'Filed again after withdrawal'), sentence: PAIR },
  'title-only-change': {
    name: both('仅名称不同', 'Title only'),
    sentence: both(
      `{filing}[（{applicant}）] 与 {other}[（{otherApplicant}）] 仅名称不同：{part}相似度 {similarity%}${PARTS.zh}[；相隔 {days} 天][；同一代理机构 {agency}]`,
      `{filing}[ ({applicant})] and {other}[ ({otherApplicant})] differ in their titles only: {similarity%} alike in the {part}${PARTS.en}[; {days} days apart][; same agency {agency}]`,
    ),
  },
  'spliced-sources': { name: both('多案拼接', 'Spliced from others'), sentence: both('{filing} 有 {share%} 的语句见于他案：{sources}', '{share%} of the sentences of {filing} stand in others: {sources}') },
  'heavy-claim': {
    name: both('权利要求过长', 'Heavy claim'),
    sentence: both('{filing} 的权利要求 1 有 {letters} 字[、{features} 个特征][，超过 {section} 部同类的 {percentile} %]', 'Claim 1 of {filing} has {letters} characters[ and {features} features][, more than {percentile} % in section {section}]'),
  },
  'odd-text': {
    name: both('文本统计（仅供参考）', 'Statistics of the text (for reference)'),
    sentence: both('{filing} 的说明书处于第 {percentile} 百分位（重复度 {repetition}，用词偏离 {strangeness}；仅供参考）', 'The description of {filing} is at percentile {percentile} (repetition {repetition}, words {strangeness}; for reference only)'),
  },
  'identical-drawing': { name: both('附图相同', 'Identical drawings'), sentence: both('{filing} 的附图与 {other}[（{otherApplicant}）] 完全相同', 'The drawings of {filing} are the same as those of {other}[ ({otherApplicant})]') },
  'group-members': { name: both('关联组', 'Linked group'), sentence: both('共 {members#} 个成员', '{members#} members') },
  burst: {
    name: both('集中提交', 'Burst'),
    sentence: both('[按{by}统计，]提交 {count} 件[，平时预期 {expected} 件]', '{count} filings[ by {by}][; {expected} would be usual]'),
  },
  headcount: { name: both('参保人数', 'Insured employees'), sentence: both('参保 {insured} 人，近一年提交 {filings} 件', '{insured} insured employees, {filings} filings within a year') },
  inventor: { name: both('发明人', 'Inventor'), sentence: both('{name}[（{identity}）] 出现在 {applicants#} 个申请人的申请中：{applicants}', '{name}[ ({identity})] appears in filings of {applicants#} applicants: {applicants}') },
  transfer: {
    name: both('转让', 'Transfer'),
    sentence: both('{filing} 提交后 {days} 天[，转让给 {to}][，自 {from} 受让]', '{filing} changed hands after {days} days[, to {to}][, from {from}]'),
  },
  contact: { name: both('联系方式', 'Contact'), sentence: null },
  'returned-letters': { name: both('退信', 'Returned letters'), sentence: both('{days} 天内退回通知书 {count} 件', '{count} notices came back within {days} days') },
  load: { name: both('代理师署名量', 'Load of agents'), sentence: both('{agents} 名代理师 {days} 天内人均署名 {filingsPerAgent} 件', '{agents} agents signed {filingsPerAgent} filings each within {days} days') },
  signatures: {
    name: both('签名', 'Signatures'),
    sentence: both('[设备 {device} ][证书 {certificate} ]为 {agents#} 名代理师签名 {count} 次', '[Device {device}][Certificate {certificate}] signed {count} times for {agents#} agents'),
  },
  licence: { name: both('执业许可', 'Licence'), sentence: null },
  registrations: { name: both('批量注册', 'Registrations'), sentence: both('同一{by} {key} 注册 {count} 个账号', 'The {by} {key} registered {count} accounts') },
  'new-device': { name: both('新设备', 'New device'), sentence: null },
  submissions: { name: both('提交来源', 'Where submissions came from'), sentence: null },
  'mark-portfolio': {
    name: both('商标组合', 'Portfolio of marks'),
    sentence: both('{marks} 件商标，{classes} 个类别，{different} 个不同标识，其中 {unrelated} 个互不关联[；例如 {examples}]', '{marks} marks in {classes} classes, {different} different, {unrelated} of them unrelated[; such as {examples}]'),
  },
  'arbitrary-marks': {
    name: both('无含义短组合', 'Arbitrary combinations'),
    sentence: both('{different} 个标识中 {arbitrary} 个（{share%}）为无含义的短组合[，同类通常 {usualShare%}][；例如 {examples}]', '{arbitrary} of {different} marks ({share%}) are short combinations without meaning[; {usualShare%} is usual][; such as {examples}]'),
  },
  'protected-mark-likeness': {
    name: both('与知名商标近似', 'Like a known mark'),
    sentence: both('{application}「{mark}」与「{protectedMark}」（{owner}）近似：读音 {reading%}、字形 {shape%}、含义 {meaning%}', '{application} “{mark}” is like “{protectedMark}” ({owner}): reading {reading%}, shape {shape%}, meaning {meaning%}'),
  },
  'filing-against-owner': { name: both('再次申请', 'Filed again'), sentence: null },
  'mark-sale': {
    name: both('商标转让', 'Sale of a mark'),
    sentence: both('{application} 申请后 {days} 天转让或者挂牌[，受让人 {assignee}]', '{application} was sold or offered after {days} days[, to {assignee}]'),
  },
  'bad-faith-decision': { name: both('生效裁定', 'Effective decision'), sentence: null },
  'agency-as-applicant': { name: both('代理机构自行申请', 'Filed by the agency'), sentence: null },
  'young-applicant': { name: both('新设主体', 'Young applicant'), sentence: both('{applicant} 申请 {application}「{mark}」', '{applicant} filed {application} “{mark}”') },
  'public-word': { name: both('公共资源词汇', 'Public word'), sentence: both('{application}「{mark}」含词表 {list} 中的“{word}”', '{application} “{mark}” has “{word}” of the list {list}') },
};

export function evidenceText(type: string): EvidenceText | null {
  return TEXTS[type] ?? null;
}

export const EVIDENCE_TYPES: readonly string[] = Object.keys(TEXTS);

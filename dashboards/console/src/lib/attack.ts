import type { Bilingual } from '../api/types';

/**
 * Names of MITRE ATT&CK (Enterprise, version 16): tactics in the order of an attack, and the
 * techniques that the shipped rules name. A technique that is not listed is shown by its id, under
 * the tactics of its rule.
 */
export interface Tactic {
  id: string;
  name: Bilingual;
}

export const TACTICS: readonly Tactic[] = [
  { id: 'reconnaissance', name: { zh: '侦察', en: 'Reconnaissance' } },
  { id: 'resource-development', name: { zh: '资源开发', en: 'Resource Development' } },
  { id: 'initial-access', name: { zh: '初始访问', en: 'Initial Access' } },
  { id: 'execution', name: { zh: '执行', en: 'Execution' } },
  { id: 'persistence', name: { zh: '持久化', en: 'Persistence' } },
  { id: 'privilege-escalation', name: { zh: '权限提升', en: 'Privilege Escalation' } },
  { id: 'defense-evasion', name: { zh: '防御规避', en: 'Defense Evasion' } },
  { id: 'credential-access', name: { zh: '凭据访问', en: 'Credential Access' } },
  { id: 'discovery', name: { zh: '发现', en: 'Discovery' } },
  { id: 'lateral-movement', name: { zh: '横向移动', en: 'Lateral Movement' } },
  { id: 'collection', name: { zh: '收集', en: 'Collection' } },
  { id: 'command-and-control', name: { zh: '命令与控制', en: 'Command and Control' } },
  { id: 'exfiltration', name: { zh: '数据外传', en: 'Exfiltration' } },
  { id: 'impact', name: { zh: '影响', en: 'Impact' } },
];

export interface Technique {
  id: string;
  name: Bilingual;
  tactics: readonly string[];
}

const RC = 'reconnaissance';
const IA = 'initial-access';
const EX = 'execution';
const PE = 'persistence';
const PR = 'privilege-escalation';
const DE = 'defense-evasion';
const CA = 'credential-access';
const DI = 'discovery';
const LM = 'lateral-movement';
const CO = 'collection';
const CC = 'command-and-control';
const EF = 'exfiltration';
const IM = 'impact';

const TECHNIQUES: Record<string, [zh: string, en: string, tactics: readonly string[]]> = {
  t1003: ['操作系统凭据转储', 'OS Credential Dumping', [CA]],
  t1005: ['本地系统数据', 'Data from Local System', [CO]],
  t1018: ['远程系统发现', 'Remote System Discovery', [DI]],
  t1021: ['远程服务', 'Remote Services', [LM]],
  t1027: ['混淆文件或信息', 'Obfuscated Files or Information', [DE]],
  t1040: ['网络嗅探', 'Network Sniffing', [CA, DI]],
  t1046: ['网络服务发现', 'Network Service Discovery', [DI]],
  t1048: ['经其他协议外传', 'Exfiltration Over Alternative Protocol', [EF]],
  t1052: ['经物理介质外传', 'Exfiltration Over Physical Medium', [EF]],
  t1053: ['计划任务', 'Scheduled Task/Job', [EX, PE, PR]],
  t1059: ['命令与脚本解释器', 'Command and Scripting Interpreter', [EX]],
  t1069: ['权限组发现', 'Permission Groups Discovery', [DI]],
  t1070: ['清除痕迹', 'Indicator Removal', [DE]],
  t1071: ['应用层协议', 'Application Layer Protocol', [CC]],
  t1074: ['数据暂存', 'Data Staged', [CO]],
  t1078: ['有效账号', 'Valid Accounts', [IA, PE, PR, DE]],
  t1082: ['系统信息发现', 'System Information Discovery', [DI]],
  t1098: ['账号操纵', 'Account Manipulation', [PE, PR]],
  t1105: ['工具传入', 'Ingress Tool Transfer', [CC]],
  t1110: ['暴力破解', 'Brute Force', [CA]],
  t1119: ['自动收集', 'Automated Collection', [CO]],
  t1133: ['外部远程服务', 'External Remote Services', [IA, PE]],
  t1136: ['创建账号', 'Create Account', [PE]],
  t1187: ['强制认证', 'Forced Authentication', [CA]],
  t1190: ['利用面向公众的应用', 'Exploit Public-Facing Application', [IA]],
  t1203: ['利用客户端漏洞执行', 'Exploitation for Client Execution', [EX]],
  t1204: ['用户执行', 'User Execution', [EX]],
  t1213: ['信息库数据', 'Data from Information Repositories', [CO]],
  t1218: ['系统程序代理执行', 'System Binary Proxy Execution', [DE]],
  t1485: ['数据销毁', 'Data Destruction', [IM]],
  t1490: ['阻止系统恢复', 'Inhibit System Recovery', [IM]],
  t1496: ['资源劫持', 'Resource Hijacking', [IM]],
  t1505: ['服务器软件组件', 'Server Software Component', [PE]],
  t1530: ['云存储数据', 'Data from Cloud Storage', [CO]],
  t1531: ['移除账号访问权', 'Account Access Removal', [IM]],
  t1539: ['窃取会话凭据', 'Steal Web Session Cookie', [CA]],
  t1543: ['创建或修改系统进程', 'Create or Modify System Process', [PE, PR]],
  t1547: ['开机或登录自启动', 'Boot or Logon Autostart Execution', [PE, PR]],
  t1548: ['滥用提权控制机制', 'Abuse Elevation Control Mechanism', [PR, DE]],
  t1550: ['使用替代认证材料', 'Use Alternate Authentication Material', [DE, LM]],
  t1552: ['未保护的凭据', 'Unsecured Credentials', [CA]],
  t1556: ['修改认证过程', 'Modify Authentication Process', [CA, DE, PE]],
  t1558: ['窃取或伪造 Kerberos 票据', 'Steal or Forge Kerberos Tickets', [CA]],
  t1562: ['削弱防御', 'Impair Defenses', [DE]],
  t1565: ['数据篡改', 'Data Manipulation', [IM]],
  t1566: ['钓鱼', 'Phishing', [IA]],
  t1567: ['经网络服务外传', 'Exfiltration Over Web Service', [EF]],
  t1569: ['系统服务', 'System Services', [EX]],
  t1572: ['协议隧道', 'Protocol Tunneling', [CC]],
  t1574: ['劫持执行流程', 'Hijack Execution Flow', [PE, PR, DE]],
  t1590: ['收集受害者网络信息', 'Gather Victim Network Information', [RC]],
  t1594: ['搜索受害者网站', 'Search Victim-Owned Websites', [RC]],
  t1595: ['主动扫描', 'Active Scanning', [RC]],
  t1609: ['容器管理命令', 'Container Administration Command', [EX]],
  t1610: ['部署容器', 'Deploy Container', [EX, DE]],
  t1611: ['逃逸到主机', 'Escape to Host', [PR]],
  t1613: ['容器与资源发现', 'Container and Resource Discovery', [DI]],
  t1621: ['多因素认证请求轰炸', 'Multi-Factor Authentication Request Generation', [CA]],
  t1657: ['财务盗窃', 'Financial Theft', [IM]],
};

/** A technique by its id, `t1110` or `t1110.003`; the id alone where its name is not known. */
export function techniqueOf(id: string): Technique {
  const parent = parentOf(id);
  const known = TECHNIQUES[parent];
  return known === undefined
    ? { id: parent, name: { zh: parent.toUpperCase(), en: parent.toUpperCase() }, tactics: [] }
    : { id: parent, name: { zh: known[0], en: known[1] }, tactics: known[2] };
}

export function parentOf(id: string): string {
  return id.split('.')[0] ?? id;
}

export function tacticOf(id: string): Tactic | null {
  return TACTICS.find((tactic) => tactic.id === id) ?? null;
}

const PREFIX = 'attack.';
const TECHNIQUE = /^t\d{4}(\.\d{3})?$/;

/** Tactics named by a rule's tags, in the order of the matrix; SigmaHQ writes them with `_` or `-`. */
export function tacticsIn(tags: readonly string[]): string[] {
  const named = tags.filter((tag) => tag.startsWith(PREFIX)).map((tag) => tag.slice(PREFIX.length).replaceAll('_', '-'));
  return TACTICS.map((tactic) => tactic.id).filter((id) => named.includes(id));
}

/** Techniques and sub-techniques named by a rule's tags. */
export function techniquesIn(tags: readonly string[]): string[] {
  return tags
    .filter((tag) => tag.startsWith(PREFIX))
    .map((tag) => tag.slice(PREFIX.length))
    .filter((id) => TECHNIQUE.test(id));
}

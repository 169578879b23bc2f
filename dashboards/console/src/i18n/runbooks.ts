import type { Bilingual } from '../api/types';

/** Steps of the runbooks that the shipped rules name; a runbook of another name is shown by name. */
const RUNBOOKS: Record<string, Bilingual[]> = {
  'ssh-password-guessing': [
    { zh: '看“同一地址”的相关事件：有没有登录成功。有，立即按“猜测后登录成功”处置。', en: 'Look at the related events of the same address: did a login succeed? If so, go on as for a login after guessing.' },
    { zh: '来源在外网：在边界封禁该地址。来源在内网：找到这台主机的负责人，它可能已被控制。', en: 'Source outside: block the address at the border. Source inside: find who runs that host, it may be taken over.' },
    { zh: '核对被猜测的账号是否真实存在；存在的，要求改用密钥登录或更换口令。', en: 'Check which of the guessed accounts exist; have those use keys or change their passwords.' },
    { zh: '确认目标主机的 SSH 只对运维网段开放。', en: 'Make sure that SSH on the target is open to the operations network only.' },
  ],
  'ssh-success-after-guessing': [
    { zh: '联系账号所有者：刚才登录的是不是本人。不能确认的，按已失陷处理。', en: 'Ask the owner of the account: was it you? Where that cannot be confirmed, treat it as taken over.' },
    { zh: '断开该会话，停用账号，在边界封禁来源地址。', en: 'End the session, disable the account, block the source address at the border.' },
    { zh: '查看“同一用户”和“同一主机”的相关事件：登录之后执行了什么，是否提权、是否连向其他主机。', en: 'Look at the related events of the same user and host: what was run, any privilege gained, any other host reached?' },
    { zh: '保全原始日志，上报负责人；重要系统注意法定报告时限。', en: 'Keep the raw lines, report to whoever is in charge; for important systems mind the statutory deadlines.' },
  ],
  'web-scan': [
    { zh: '看被请求的路径：是漫无目的，还是针对本系统的组件。', en: 'Look at the paths asked for: at random, or aimed at what this system runs?' },
    { zh: '看同一地址有没有得到 200 的敏感路径；有，核对该文件是否不该公开。', en: 'Did the same address get a 200 for a sensitive path? If so, check whether that file should be public.' },
    { zh: '确认不是授权的漏洞扫描或监测服务；不是，则在边界限速或封禁。', en: 'Make sure that it is no authorised scan or monitoring; if it is not, limit or block the address at the border.' },
  ],
  'web-attack-strings': [
    { zh: '看响应码与响应大小：被拒绝、报错，还是成功返回了数据。', en: 'Look at response code and size: refused, failed, or answered with data?' },
    { zh: '返回成功的，请应用负责人用同样的请求在测试环境核实是否存在漏洞。', en: 'Where it succeeded, have the owner of the application repeat the request in a test environment.' },
    { zh: '看同一地址前后的请求，确认是否有登录、上传或导出。', en: 'Look at the requests of the same address before and after: any login, upload or export?' },
    { zh: '在 WAF 或边界封禁来源；确有漏洞的，转故障处置并修复。', en: 'Block the source at the WAF or the border; where there is a hole, hand it over to be fixed.' },
  ],
  'sudo-privilege-escalation': [
    { zh: '联系该用户，核对有没有对应的变更单或授权。', en: 'Ask the user, and look for a change request or an authorisation.' },
    { zh: '没有授权的，结束会话，停用账号，看同一主机此后执行的命令。', en: 'Without one, end the session, disable the account, and see what was run on the host afterwards.' },
    { zh: '检查 sudoers：该用户为什么能执行这条命令，收回不必要的权限。', en: 'Check sudoers: why may this user run the command? Take back what is not needed.' },
  ],
  'bulk-reading-unpublished': [
    { zh: '联系该审查员的主管：今天的任务是否需要查阅这些申请。', en: 'Ask the examiner\'s superior whether today\'s work needs these applications.' },
    { zh: '核对来源地址是不是本人常用的终端；不是，立即停用账号。', en: 'Is the source address the examiner\'s usual terminal? If not, disable the account at once.' },
    { zh: '列出被查阅的申请号，交数据安全负责人评估影响；未公开申请依法保密。', en: 'List the application numbers for the data security officer: unpublished applications are secret by law.' },
    { zh: '保全审计日志；涉嫌泄露的，按数据安全事件上报。', en: 'Keep the audit log; where a leak is suspected, report it as a data security incident.' },
  ],
  'review-login-outside-duty-hours': [
    { zh: '核对值班表和加班申请。', en: 'Check the duty roster and overtime requests.' },
    { zh: '不在其中的，联系本人确认；联系不上且在查阅案卷的，先停用账号。', en: 'If it is in neither, ask the person; if nobody answers while files are being read, disable the account first.' },
    { zh: '看同一用户此后查阅、导出了什么。', en: 'See what the same user read or exported afterwards.' },
  ],
  'trademark-bulk-export': [
    { zh: '核对有没有批准的数据提取申请，范围是否一致。', en: 'Look for an approved data request, and whether its extent fits.' },
    { zh: '没有批准的，停用账号的导出权限，联系本人和主管。', en: 'Without one, take the account\'s export right away, and ask the person and the superior.' },
    { zh: '查明导出文件的去向，保全审计日志，交数据安全负责人评估。', en: 'Find out where the file went, keep the audit log, hand over to the data security officer.' },
  ],
};

/** Null for a runbook that only its name is known of. */
export function runbookSteps(name: string): readonly Bilingual[] | null {
  return RUNBOOKS[name] ?? null;
}

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
  'account-change': [
    { zh: '核对变更单或授权：谁申请、谁批准、谁执行，三者不应是同一人。', en: 'Look for the change request: who asked, who approved, who did it. They must not be one person.' },
    { zh: '没有批准的，立即收回权限或停用新账号，保留原账号记录备查。', en: 'Without an approval, take the right back or disable the new account at once, and keep its record.' },
    { zh: '看执行变更的账号此前的登录来源，确认它本身没有被盗用。', en: 'See from where the account that made the change had signed in: it may be stolen itself.' },
    { zh: '看被授权账号此后的操作；有查阅、导出或再授权的，按账号滥用处置。', en: 'See what the favoured account did afterwards; reading, exports or more grants are misuse of an account.' },
    { zh: '补记变更，更新账号清单；三员角色不得互兼。', en: 'Record the change, update the list of accounts; the three administrator roles stay apart.' },
  ],
  'logging-stopped': [
    { zh: '先恢复：启动审计、日志或防护，并确认平台重新收到该主机的日志。', en: 'Restore first: start auditing, logging or protection, and see that lines of the host arrive again.' },
    { zh: '在“来源”中查看缺了多久的日志，记录起止时间。', en: 'Look at the sources for how long lines are missing; note begin and end.' },
    { zh: '核对维护计划；不在计划内的，联系执行人，按入侵排查该主机。', en: 'Check the maintenance plan; if it is not in there, ask whoever did it and examine the host for an intrusion.' },
    { zh: '从其他来源（边界、堡垒机、数据库）补看这段时间发生了什么。', en: 'Use other sources (border, bastion, database) to see what happened in the gap.' },
    { zh: '涉及日志被删的，保全备份中的副本，按网络安全法的留存要求上报。', en: 'Where logs were deleted, secure the copies in the backup and report: the law demands their retention.' },
  ],
  'suspicious-execution': [
    { zh: '隔离主机：只保留取证通道，不要关机，不要先删文件。', en: 'Isolate the host: leave one way in for the investigation, do not switch it off, delete nothing yet.' },
    { zh: '记录进程、父进程、命令行、网络连接和启动项；保全内存和可疑文件。', en: 'Record processes, parents, command lines, connections and start-up entries; keep memory and the files.' },
    { zh: '查来源：此前的登录、Web 请求、邮件附件；找到入口并封堵。', en: 'Look for the way in: logins, web requests, attachments before. Close it.' },
    { zh: '用相同的文件名、地址和命令在全网查找其他主机。', en: 'Search all other hosts for the same files, addresses and commands.' },
    { zh: '更换该主机上用过的全部口令和密钥，重装后再投用。', en: 'Change all passwords and keys used on that host; reinstall it before it serves again.' },
    { zh: '确认为入侵的，立为安全事件，注意法定报告时限。', en: 'If it is an intrusion, open an incident and mind the statutory deadlines.' },
  ],
  'password-guessing': [
    { zh: '看有没有一次成功：同一来源、被试的账号。有，按账号滥用处置。', en: 'Did one attempt succeed, of that source or for those accounts? If so, go on as for misuse of an account.' },
    { zh: '来源在外网，在边界封禁；在内网，找到主机负责人并检查该主机。', en: 'Source outside: block it at the border. Source inside: find who runs the host and examine it.' },
    { zh: '是改过口令的服务在重试的，通知负责人改配置。', en: 'If a service retries with an old password, have its owner correct it.' },
    { zh: '确认锁定策略与双因素已启用；被试的账号更换口令。', en: 'See that lock-out and second factor are on; have the accounts tried change their passwords.' },
  ],
  'account-misuse': [
    { zh: '电话联系账号本人：刚才是不是您、在哪里、用什么设备。', en: 'Call the owner of the account: was it you, where, on which device?' },
    { zh: '不能确认的，停用账号，结束全部会话，更换口令和第二因素。', en: 'Where that is not confirmed, disable the account, end all sessions, change password and second factor.' },
    { zh: '列出该账号今天的登录、查阅、导出、变更，评估影响。', en: 'List what the account did today: sign-ins, readings, exports, changes. Judge the damage.' },
    { zh: '账号共用的，通知双方主管，各自开通账号。', en: 'If the account was shared, tell both superiors and give each person an account.' },
    { zh: '涉及权属或数据的，恢复原状并通知当事人，按数据安全事件上报。', en: 'Where titles or data are concerned, restore them, tell the parties, report it as a data security incident.' },
  ],
  'data-collection': [
    { zh: '确认数量和内容：多少条、是否含未公开或个人信息。', en: 'Find out how much and what: number of records, unpublished or personal data among them?' },
    { zh: '核对是否有批准的数据提取、合作协议或备份任务。', en: 'Look for an approved extraction, a contract or a backup job.' },
    { zh: '没有的，限速或停用来源的账号、密钥或地址。', en: 'Without one, limit or stop the account, key or address.' },
    { zh: '查明数据去向；已出单位的，交数据安全负责人评估并上报。', en: 'Find out where the data went; if they left the house, the data security officer judges and reports.' },
    { zh: '把合法的大量获取引到批量数据接口，登记其地址。', en: 'Lead lawful bulk readers to the bulk data service and list their addresses.' },
  ],
  'web-exposure': [
    { zh: '自己请求一次该地址，确认内容是否真的可以取到。', en: 'Ask for that address yourself: is the content really handed out?' },
    { zh: '可以取到的，立即在网关封住该路径，再由应用负责人删除或限制。', en: 'If so, block the path at the gateway at once; the owner of the application then removes or restricts it.' },
    { zh: '文件中的口令、密钥一律视为已泄露，全部更换。', en: 'Treat passwords and keys in it as leaked: change all of them.' },
    { zh: '查访问日志：还有哪些地址取过，最早是什么时候。', en: 'Search the access log: who else took it, and since when?' },
    { zh: '发现上传脚本的，按可疑执行处置该主机。', en: 'Where a script was uploaded, go on with the host as for suspicious execution.' },
  ],
  'network-activity': [
    { zh: '确认来源是谁：资产、负责人、所在区域；外网地址查情报。', en: 'Who is the source: asset, owner, zone? For an outside address, ask the indicators.' },
    { zh: '核对是否为授权的扫描、监测或盘点。', en: 'Is it an authorised scan, monitoring or inventory?' },
    { zh: '内网来源不能解释的，隔离该主机并按可疑执行排查。', en: 'If an inside source cannot be explained, isolate the host and examine it as for suspicious execution.' },
    { zh: '外网来源，在边界封禁；已连上服务的，查该服务的登录日志。', en: 'Block an outside source at the border; where it reached a service, search that service\'s logins.' },
    { zh: '收紧策略：默认拒绝，去掉不需要的端口和明文协议。', en: 'Tighten the rules: deny by default, remove ports and clear-text protocols that nobody needs.' },
  ],
  'cluster-change': [
    { zh: '核对变更单和发布流水线：是否由流水线发起，是否有人批准。', en: 'Look at change request and pipeline: was it the pipeline, was it approved?' },
    { zh: '没有批准的，撤回绑定、规则或工作负载，停用相应账号或密钥。', en: 'Without an approval, take back the binding, rule or workload; disable the account or key.' },
    { zh: '特权容器、主机目录：把所在节点视为失陷，排空、取证、重建。', en: 'Privileged pod or host folder: treat the node as taken over; drain, examine, rebuild it.' },
    { zh: '密钥被列出的，轮换该命名空间的全部密钥。', en: 'Where secrets were listed, rotate all secrets of the namespace.' },
    { zh: '用准入策略禁止同类配置，主账号只保留应急用途。', en: 'Forbid the like by an admission policy; keep the owner of the account for emergencies.' },
  ],
  'data-tampering': [
    { zh: '冻结：暂停相关账号的写权限，保全审计日志和数据库日志。', en: 'Freeze: suspend the account\'s right to write; secure audit log and database log.' },
    { zh: '对照备份或版本记录，列出被改、被删的内容和原值。', en: 'Compare with backup or history: list what was changed or deleted, and the former values.' },
    { zh: '核对批准文号；没有的，联系经办人和业务主管确认。', en: 'Look for the number of the approval; without one, ask the clerk and the superior.' },
    { zh: '经业务部门书面确认后恢复原值，恢复过程双人在场。', en: 'Restore former values after written confirmation by the department, with two persons present.' },
    { zh: '快照、备份被删的，立即检查其余副本并加锁，提防后续勒索。', en: 'Where snapshots or backups were deleted, check and lock the other copies at once: extortion may follow.' },
    { zh: '影响权利的，通知当事人；按数据安全事件上报。', en: 'Where rights are affected, tell the parties; report it as a data security incident.' },
  ],
  'filing-anomaly': [
    { zh: '这是线索，不是结论：先收集证据，不联系当事人。', en: 'This is an indication, not a verdict: gather evidence before anybody is asked.' },
    { zh: '列出涉及的账号、机构、证书、密钥、付款人和申请号。', en: 'List accounts, agencies, certificates, keys, payers and application numbers concerned.' },
    { zh: '核对登记：同一集团、共同申请人、受托代缴等合理原因。', en: 'Check the registers for a good reason: one group, co-applicants, payment on behalf.' },
    { zh: '密钥或证书共用的，通知持有机构，限期更换。', en: 'Where a key or certificate is shared, tell its holder and set a date for the change.' },
    { zh: '费用异常的，交财务复核，暂停未付的退费。', en: 'Where fees are odd, have finance check and hold refunds that are not paid yet.' },
    { zh: '疑似非正常申请的，移交申请审查人员建立案件。', en: 'Where abnormal applications are suspected, hand over to the filing reviewer for a case.' },
  ],
  'service-slow': [
    { zh: '看系统的请求量、错误率和主机负载，是变多了还是变慢了。', en: 'Look at load, errors and hosts: is there more work, or is it slower?' },
    { zh: '有集中来源的，按大量获取处置并限速。', en: 'If it comes from a few sources, limit them as for bulk reading.' },
    { zh: '没有的，通知系统运维，检查数据库、检索集群和最近变更。', en: 'If not, call operations: database, search cluster, recent changes.' },
    { zh: '影响审查业务超过半小时的，立为故障并通知业务部门。', en: 'If examiners are held up for half an hour, open an incident and tell the departments.' },
  ],
};

/** Null for a runbook that only its name is known of. */
export function runbookSteps(name: string): readonly Bilingual[] | null {
  return RUNBOOKS[name] ?? null;
}

/** Names of the runbooks that have steps. */
export function runbookNames(): readonly string[] {
  return Object.keys(RUNBOOKS);
}

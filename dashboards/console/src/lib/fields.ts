import type { Bilingual } from '../api/types';
import type { Language } from '../i18n/language';

/** What people call the fields that rules look at; others keep their ECS name. */
const LABELS: Record<string, Bilingual> = {
  'source.ip': { zh: '来源地址', en: 'source address' },
  'source.port': { zh: '来源端口', en: 'source port' },
  'destination.ip': { zh: '目标地址', en: 'destination address' },
  'destination.port': { zh: '目标端口', en: 'destination port' },
  'user.name': { zh: '用户', en: 'user' },
  'device.id': { zh: '设备', en: 'device' },
  device: { zh: '设备', en: 'device' },
  'user.roles': { zh: '角色', en: 'roles' },
  'user.effective.name': { zh: '切换后的用户', en: 'effective user' },
  'user.target.name': { zh: '目标用户', en: 'target user' },
  'host.name': { zh: '主机', en: 'host' },
  'host.hostname': { zh: '主机', en: 'host' },
  'event.action': { zh: '动作', en: 'action' },
  'event.category': { zh: '类别', en: 'category' },
  'event.type': { zh: '类型', en: 'type' },
  'event.outcome': { zh: '结果', en: 'outcome' },
  'event.dataset': { zh: '数据集', en: 'dataset' },
  'event.reason': { zh: '原因', en: 'reason' },
  'event.original': { zh: '原始日志', en: 'raw line' },
  'process.name': { zh: '进程', en: 'process' },
  'process.command_line': { zh: '命令行', en: 'command line' },
  'http.request.method': { zh: '请求方法', en: 'request method' },
  'http.response.status_code': { zh: '响应码', en: 'response code' },
  'url.original': { zh: '请求地址', en: 'requested URL' },
  'url.path': { zh: '请求路径', en: 'URL path' },
  'url.query': { zh: '请求参数', en: 'URL query' },
  'user_agent.original': { zh: '客户端', en: 'user agent' },
  'service.name': { zh: '系统', en: 'system' },
  message: { zh: '消息', en: 'message' },
};

/** Null where the field has no name but its own. */
export function fieldLabel(field: string, language: Language): string | null {
  return LABELS[field]?.[language] ?? null;
}

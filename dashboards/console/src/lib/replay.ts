import type { AlertDetail } from '../api/types';

/** A word of the house's own naming needs no quotes in a shell. */
const PLAIN = /^[\w.-]+$/;

/** The command that makes the same detection from the downloaded lines. */
export function replayCommand(alert: AlertDetail): string {
  const dataset = alert.events.map((event) => event.fields['event.dataset'] ?? '').find((each) => PLAIN.test(each));
  const file = PLAIN.test(alert.number) ? `${alert.number}.log` : 'alert.log';
  return `./zhidun replay --input ${file} --format ${dataset ?? 'syslog'} --detections`;
}

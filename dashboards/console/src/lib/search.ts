import { queueLink } from './filter';

const ALERT_NUMBER = /^AL-\d{1,12}$/i;
const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)$/;
const IPV6 = /^(?=.*:.*:)[0-9a-f:]{2,39}(?:\.\d{1,3}){0,3}$/i;

/** What somebody typed into the search box. */
export type SearchTarget =
  | { type: 'nothing' }
  | { type: 'number'; number: string }
  | { type: 'list'; link: string };

export function isAddress(text: string): boolean {
  return IPV4.test(text) || IPV6.test(text);
}

/** An alert number goes to its page; an address or `field:value` to the alerts that name it. */
export function toSearchTarget(typed: string): SearchTarget {
  const text = typed.trim();
  if (text === '') {
    return { type: 'nothing' };
  }
  if (ALERT_NUMBER.test(text)) {
    return { type: 'number', number: text.toUpperCase() };
  }
  if (isAddress(text)) {
    return { type: 'list', link: queueLink({ fields: [`source.ip:${text.toLowerCase()}`] }) };
  }
  if (/^[a-z_@]+(\.[a-z_]+)+:\S/i.test(text)) {
    return { type: 'list', link: queueLink({ fields: [text] }) };
  }
  return { type: 'list', link: queueLink({ text }) };
}

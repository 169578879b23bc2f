import { isApplicationNumber } from './evidence';
import { filingLink } from './filinglinks';
import { queueLink } from './filter';

const ALERT_NUMBER = /^AL-\d{1,12}$/i;
const CASE_NUMBER = /^FC-\d{4}-\d{1,12}$/i;
/** As people write it: with CN in front or a dot before the check digit. */
const WRITTEN_APPLICATION = /^(?:CN|ZL)?(\d{8,12})\.?([\dX])$/i;
const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)$/;
const IPV6 = /^(?=.*:.*:)[0-9a-f:]{2,39}(?:\.\d{1,3}){0,3}$/i;

/** What somebody typed into the search box. */
export type SearchTarget =
  | { type: 'nothing' }
  | { type: 'number'; number: string }
  | { type: 'case'; number: string }
  /** A page that the address names itself. */
  | { type: 'list'; link: string };

export function isAddress(text: string): boolean {
  return IPV4.test(text) || IPV6.test(text);
}

/** An application number in the form that the service keeps; null for any other text. */
function toApplicationNumber(text: string): string | null {
  const [, digits, check] = WRITTEN_APPLICATION.exec(text) ?? [];
  if (digits === undefined || check === undefined) {
    return isApplicationNumber(text.toUpperCase()) ? text.toUpperCase() : null;
  }
  const number = `${digits}${check.toUpperCase()}`;
  return isApplicationNumber(number) ? number : null;
}

/** The number of an alert, case or application goes to its page; an address or `field:value` to the alerts that name it. */
export function toSearchTarget(typed: string): SearchTarget {
  const text = typed.trim();
  if (text === '') {
    return { type: 'nothing' };
  }
  if (ALERT_NUMBER.test(text)) {
    return { type: 'number', number: text.toUpperCase() };
  }
  if (CASE_NUMBER.test(text)) {
    return { type: 'case', number: text.toUpperCase() };
  }
  const application = toApplicationNumber(text);
  if (application !== null) {
    return { type: 'list', link: filingLink(application) };
  }
  if (isAddress(text)) {
    return { type: 'list', link: queueLink({ fields: [`source.ip:${text.toLowerCase()}`] }) };
  }
  if (/^[a-z_@]+(\.[a-z_]+)+:\S/i.test(text)) {
    return { type: 'list', link: queueLink({ fields: [text] }) };
  }
  return { type: 'list', link: queueLink({ text }) };
}

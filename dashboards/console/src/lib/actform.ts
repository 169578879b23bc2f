import { isDay } from './duties';

/** One field of a dialog; texts are keys of the dialog's own dictionary entries. */
export interface ActField {
  name: string;
  label: string;
  kind: 'line' | 'text' | 'day' | 'choice' | 'file';
  required?: boolean;
  hint?: string;
  /** Characters of a text. */
  min?: number;
  max?: number;
  /** Days between which a day must lie, both included. */
  from?: string;
  until?: string;
  options?: readonly { value: string; label: string }[];
  initial?: string;
  /** Whether the text has the form that its hint asks for. */
  check?: (text: string) => boolean;
  /** Takes the whole width of the dialog. */
  wide?: boolean;
  /** Bytes of a file. */
  maxBytes?: number;
}

export type ActFault = { type: 'missing' } | { type: 'short'; min: number } | { type: 'form' } | { type: 'day' } | { type: 'outside'; from: string; until: string } | { type: 'big'; maxBytes: number };

function textFault(field: ActField, value: string): ActFault | null {
  const text = value.trim();
  if (text === '') {
    return field.required === true ? { type: 'missing' } : null;
  }
  if (field.min !== undefined && text.length < field.min) {
    return { type: 'short', min: field.min };
  }
  if (field.check?.(text) === false) {
    return { type: 'form' };
  }
  if (field.kind !== 'day') {
    return null;
  }
  if (!isDay(text)) {
    return { type: 'day' };
  }
  const { from, until } = field;
  const outside = (from !== undefined && text < from) || (until !== undefined && text > until);
  return outside ? { type: 'outside', from: from ?? '…', until: until ?? '…' } : null;
}

/** What is wrong with what was entered, by field, all at once. */
export function actFaults(fields: readonly ActField[], values: Readonly<Record<string, string>>, file: { size: number } | null): Record<string, ActFault> {
  const faults: Record<string, ActFault> = {};
  for (const field of fields) {
    let fault: ActFault | null;
    if (field.kind === 'file') {
      const big = file !== null && field.maxBytes !== undefined && file.size > field.maxBytes;
      fault = file === null || file.size === 0 ? (field.required === true ? { type: 'missing' } : null) : big ? { type: 'big', maxBytes: field.maxBytes ?? 0 } : null;
    } else {
      fault = textFault(field, values[field.name] ?? '');
    }
    if (fault !== null) {
      faults[field.name] = fault;
    }
  }
  return faults;
}

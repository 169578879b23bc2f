import type { EcsEvent } from '../api/types';

/** Reads `source.ip` from `{"source.ip":…}` and from `{"source":{"ip":…}}`; lists are joined. */
export function ecs(event: EcsEvent, field: string): string {
  const flat = event[field];
  if (flat !== undefined && flat !== null) {
    return words(flat);
  }
  let value: unknown = event;
  for (const part of field.split('.')) {
    if (typeof value !== 'object' || value === null) {
      return '';
    }
    value = (value as Record<string, unknown>)[part];
  }
  return words(value);
}

function words(value: unknown): string {
  if (Array.isArray(value)) {
    return value.map(words).join(', ');
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

export interface EventRow {
  key: string;
  time: string;
  action: string;
  outcome: string;
  source: string;
  user: string;
  host: string;
  original: string;
}

export function toEventRow(event: EcsEvent, index: number): EventRow {
  const id = ecs(event, 'event.id');
  return {
    key: id === '' ? String(index) : id,
    time: ecs(event, '@timestamp'),
    action: ecs(event, 'event.action'),
    outcome: ecs(event, 'event.outcome'),
    source: ecs(event, 'source.ip'),
    user: ecs(event, 'user.name'),
    host: ecs(event, 'host.name'),
    original: ecs(event, 'event.original') || ecs(event, 'message'),
  };
}

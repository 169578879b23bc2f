import type { AlertDetail } from '../api/types';

export type EntityKind = 'source' | 'user' | 'host' | 'destination' | 'other';

/** One value that an alert is about, and how often its evidence names it. */
export interface Entity {
  kind: EntityKind;
  field: string;
  value: string;
  /** Events of the evidence that carry it. */
  events: number;
  /** Whether the rule counted by it. */
  grouped: boolean;
}

const KINDS: Record<string, EntityKind> = {
  'source.ip': 'source',
  'source.address': 'source',
  'client.ip': 'source',
  'user.name': 'user',
  'user.id': 'user',
  'host.name': 'host',
  'host.hostname': 'host',
  'destination.ip': 'destination',
  'url.domain': 'destination',
};

const ORDER: readonly EntityKind[] = ['source', 'user', 'host', 'destination', 'other'];
const PER_KIND = 5;

export function kindOf(field: string): EntityKind {
  return KINDS[field] ?? 'other';
}

function countValues(alert: AlertDetail): Map<string, Entity> {
  const entities = new Map<string, Entity>();
  const add = (field: string, value: string, events: number, grouped: boolean) => {
    if (value === '') {
      return;
    }
    const key = `${field}\u0000${value}`;
    const found = entities.get(key);
    if (found === undefined) {
      entities.set(key, { kind: kindOf(field), field, value, events, grouped });
    } else {
      found.events += events;
      found.grouped ||= grouped;
    }
  };
  for (const [field, value] of Object.entries(alert.group)) {
    add(field, value, 0, true);
  }
  for (const event of alert.events) {
    for (const [field, value] of Object.entries(event.fields)) {
      if (kindOf(field) !== 'other') {
        add(field, value, 1, false);
      }
    }
  }
  return entities;
}

/** Who and what: grouped values first, then the most frequent; at most five of a kind. */
export function toEntities(alert: AlertDetail): { kind: EntityKind; items: Entity[]; more: number }[] {
  const all = [...countValues(alert).values()];
  return ORDER.map((kind) => {
    const items = all
      .filter((entity) => entity.kind === kind)
      .sort((a, b) => Number(b.grouped) - Number(a.grouped) || b.events - a.events || a.value.localeCompare(b.value));
    return { kind, items: items.slice(0, PER_KIND), more: Math.max(0, items.length - PER_KIND) };
  }).filter((group) => group.items.length > 0);
}

/** The first value of a kind: what "the same address" means for this alert. */
export function entityOf(alert: AlertDetail, kind: EntityKind): Entity | null {
  return toEntities(alert).find((group) => group.kind === kind)?.items[0] ?? null;
}

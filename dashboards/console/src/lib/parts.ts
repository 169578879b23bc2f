import type { Key } from '../i18n/translate';

const NAMES: Record<string, Extract<Key, `part.${string}`>> = {
  kafka: 'part.kafka',
  broker: 'part.kafka',
  elasticsearch: 'part.elasticsearch',
  search: 'part.elasticsearch',
  stream: 'part.stream',
  flink: 'part.stream',
  service: 'part.service',
  agent: 'part.agent',
  simulator: 'part.simulator',
};

/** Null for a part that has only its own name. */
export function partKey(name: string): Extract<Key, `part.${string}`> | null {
  return NAMES[name.toLowerCase()] ?? null;
}

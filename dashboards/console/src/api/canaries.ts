import { get, post } from './http';
import { bilingual, numberOrNull, oneOf, page, required, text, textOrNull } from './shape';
import { CANARY_STATES, type Canary, type Page } from './types';

function readCanary(value: unknown): Canary {
  const canary = required(value, 'a canary');
  const name = text(canary.name);
  const title = bilingual(canary.title);
  return {
    id: text(canary.id),
    name,
    title: title.zh === '' ? { zh: name, en: name } : title,
    state: oneOf(canary.state, CANARY_STATES, 'canary state'),
    sentAt: textOrNull(canary.sentAt),
    firedAt: textOrNull(canary.firedAt),
    latencyMillis: numberOrNull(canary.latencyMillis),
  };
}

export async function fetchCanaries(signal?: AbortSignal): Promise<Page<Canary>> {
  return page(await get('/api/v1/canaries', {}, signal), readCanary);
}

export async function runCanary(ruleId: string): Promise<Canary> {
  return readCanary(await post(`/api/v1/canaries/${encodeURIComponent(ruleId)}/run`));
}

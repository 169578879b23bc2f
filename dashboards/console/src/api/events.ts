import { get, type Query } from './http';
import { object, page } from './shape';
import type { EcsEvent, Page } from './types';

export async function fetchEvents(query: Query, signal?: AbortSignal): Promise<Page<EcsEvent>> {
  return page(await get('/api/v1/events', query, signal), object);
}

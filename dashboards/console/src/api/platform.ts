import { get } from './http';
import { list, number, numberOrNull, object, oneOf, required, text, textOrNull } from './shape';
import { HOPS, PART_STATES, PLATFORM_STATES, type Hop, type Part, type Platform } from './types';

function readPart(value: unknown): Part {
  const part = required(value, 'a part');
  return {
    name: text(part.name),
    state: oneOf(part.state, PART_STATES, 'part state'),
    pid: numberOrNull(part.pid),
    port: numberOrNull(part.port),
    memoryBytes: numberOrNull(part.memoryBytes),
    since: textOrNull(part.since),
    restarts: number(part.restarts),
    detail: text(part.detail),
  };
}

function readHop(value: unknown): Hop {
  const hop = required(value, 'a hop');
  return {
    name: oneOf(hop.name, HOPS, 'hop'),
    in: numberOrNull(hop.in),
    out: numberOrNull(hop.out),
    rejected: numberOrNull(hop.rejected),
    lag: numberOrNull(hop.lag),
  };
}

export function readPlatform(value: unknown): Platform {
  const platform = required(value, 'the platform');
  const delay = platform.endToEndMillis;
  return {
    state: oneOf(platform.state, PLATFORM_STATES, 'platform state'),
    parts: list(platform.parts, readPart),
    eventsPerSecond: numberOrNull(platform.eventsPerSecond),
    endToEndMillis:
      delay === null || delay === undefined
        ? null
        : { p50: numberOrNull(object(delay).p50), p99: numberOrNull(object(delay).p99) },
    hops: list(platform.hops, readHop),
    gaps: numberOrNull(platform.gaps),
    updatedAt: text(platform.updatedAt),
  };
}

export async function fetchPlatform(signal?: AbortSignal): Promise<Platform> {
  return readPlatform(await get('/api/v1/platform', {}, signal));
}

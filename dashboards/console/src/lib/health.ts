import type { Part, Platform, PlatformState } from '../api/types';

/** What the strip at the top says of the platform itself. */
export interface Health {
  state: PlatformState | 'unknown';
  running: number;
  all: number;
  broken: Part[];
}

export function toHealth(platform: Platform | undefined): Health {
  if (platform === undefined) {
    return { state: 'unknown', running: 0, all: 0, broken: [] };
  }
  const broken = platform.parts.filter((part) => part.state !== 'running' && part.state !== 'starting');
  return {
    state: platform.state,
    running: platform.parts.filter((part) => part.state === 'running').length,
    all: platform.parts.length,
    broken,
  };
}

/** Delay above which people would see an alert late: the product promises one second. */
export const SLOW_MILLIS = 1_000;

/** Parts that need a look come first; otherwise as they are reported. */
export function byTrouble(parts: readonly Part[]): Part[] {
  const rank = (part: Part) => ['failed', 'backoff', 'stopped', 'starting', 'running'].indexOf(part.state);
  return [...parts].sort((a, b) => rank(a) - rank(b));
}

import { CANARY_STATES, type Canary, type CanaryState } from '../api/types';

/** What needs somebody stands first. */
const BY_TROUBLE: readonly CanaryState[] = ['silent', 'none', 'unsent', 'waiting', 'fired'];

/** Rules whose name or title holds the text and that are in the state, the silent ones first. */
export function toCanaryRows(canaries: readonly Canary[], text: string, state: CanaryState | null): Canary[] {
  const wanted = text.trim().toLowerCase();
  return canaries
    .filter((canary) => state === null || canary.state === state)
    .filter((canary) => [canary.name, canary.id, canary.title.zh, canary.title.en].some((place) => place.toLowerCase().includes(wanted)))
    .sort((a, b) => BY_TROUBLE.indexOf(a.state) - BY_TROUBLE.indexOf(b.state) || a.name.localeCompare(b.name));
}

/** How many rules are in each state that any is in, trouble first. */
export function countStates(canaries: readonly Canary[]): { state: CanaryState; count: number }[] {
  return BY_TROUBLE.map((state) => ({ state, count: canaries.filter((canary) => canary.state === state).length })).filter(
    ({ count }) => count > 0,
  );
}

/** A state as an address names it; null where it names none. */
export function canaryState(text: string | null): CanaryState | null {
  return CANARY_STATES.find((state) => state === text) ?? null;
}

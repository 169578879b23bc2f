import type { PartState } from '../api/types';
import { partKey } from '../lib/parts';
import { usePreferences } from '../state/preferences';

export function usePartName(): (name: string) => string {
  const { t } = usePreferences();
  return (name) => {
    const key = partKey(name);
    return key === null ? name : t(key);
  };
}

export function PartStateLabel({ state }: { state: PartState }) {
  const { t } = usePreferences();
  return (
    <span className={`part-state part-${state}`}>
      <PartShape state={state} />
      {t(`part.${state}`)}
    </span>
  );
}

/** A shape beside the colour, as for severities. */
export function PartShape({ state }: { state: PartState }) {
  const { t } = usePreferences();
  return (
    <svg className={`part-${state}`} viewBox="0 0 10 10" width="10" height="10" role="img" aria-label={t(`part.${state}`)}>
      <ShapePath state={state} />
    </svg>
  );
}

function ShapePath({ state }: { state: PartState }) {
  switch (state) {
    case 'running':
      return <circle cx="5" cy="5" r="4" fill="currentColor" />;
    case 'starting':
    case 'backoff':
      return <path d="M5 .5 9.6 9.2H.4z" fill="currentColor" />;
    case 'stopped':
    case 'failed':
      return <path d="M1 1l8 8M9 1 1 9" stroke="currentColor" strokeWidth="2.2" />;
  }
}

import type { AlertState, Severity } from '../api/types';
import { usePreferences } from '../state/preferences';

/** A shape for each level beside its colour: told apart without colour, too. */
export function SeverityShape({ severity }: { severity: Severity }) {
  return (
    <svg className={`shape severity-${severity}`} viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
      <ShapePath severity={severity} />
    </svg>
  );
}

function ShapePath({ severity }: { severity: Severity }) {
  switch (severity) {
    case 'critical':
      return <path d="M6 0 12 6 6 12 0 6z" fill="currentColor" />;
    case 'high':
      return <path d="M6 .8 11.8 11H.2z" fill="currentColor" />;
    case 'medium':
      return <path d="M1.2 1.2h9.6v9.6H1.2z" fill="currentColor" />;
    case 'low':
      return <circle cx="6" cy="6" r="4.6" fill="currentColor" />;
    case 'informational':
      return <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="1.8" />;
  }
}

export function SeverityLabel({ severity }: { severity: Severity }) {
  const { t } = usePreferences();
  return (
    <span className={`severity severity-${severity}`}>
      <SeverityShape severity={severity} />
      {t(`severity.${severity}`)}
    </span>
  );
}

export function StateLabel({ state }: { state: AlertState }) {
  const { t } = usePreferences();
  return (
    <span className={`state state-${state}`} title={t(`state.${state}.hint`)}>
      {t(`state.${state}`)}
    </span>
  );
}

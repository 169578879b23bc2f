import { usePreferences } from '../../state/preferences';

export function Brand({ folded = false }: { folded?: boolean }) {
  const { t } = usePreferences();
  return (
    <span className="brand">
      <svg viewBox="0 0 32 32" width="22" height="22" aria-hidden="true">
        <path d="M16 2 4 6.5v8.2C4 22 9 27.6 16 30c7-2.4 12-8 12-15.3V6.5z" fill="var(--accent)" />
        <path d="M10 16.2 14.4 20.6 22.4 12" fill="none" stroke="var(--on-accent)" strokeWidth="3" />
      </svg>
      {!folded && <span className="brand-name">{t('brand.name')}</span>}
    </span>
  );
}

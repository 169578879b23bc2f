import { NavLink } from 'react-router';
import { usePreferences } from '../../state/preferences';

const TABS = [
  { to: '/backups', name: 'sources' },
  { to: '/backups/calendar', name: 'calendar' },
  { to: '/backups/policies', name: 'policies' },
] as const;

/** The ways to look at the backups. */
export function BackupTabs() {
  const { t } = usePreferences();
  return (
    <nav className="tabs" aria-label={t('backup.tabs')}>
      {TABS.map(({ to, name }) => (
        <NavLink key={to} to={to} end className="tab">
          {t(`backup.tab.${name}`)}
        </NavLink>
      ))}
    </nav>
  );
}

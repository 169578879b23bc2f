import { AimOutlined, AlertOutlined, ApartmentOutlined, AuditOutlined, BranchesOutlined, DashboardOutlined, DeploymentUnitOutlined, FileProtectOutlined, FileSearchOutlined, FileTextOutlined, HddOutlined, LineChartOutlined, MenuFoldOutlined, MenuUnfoldOutlined, SafetyCertificateOutlined, SaveOutlined, SyncOutlined, TableOutlined, TeamOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import type { Key } from '../../i18n/translate';
import { ADMINISTRATORS } from '../../lib/accounts';
import { OPEN_CASES } from '../../lib/casefilter';
import { OPEN_QUEUE } from '../../lib/filter';
import type { Role } from '../../api/types';
import { usePreferences } from '../../state/preferences';
import { useSession } from '../../state/session';
import { Brand } from './Brand';

interface Entry {
  to: string;
  label: 'nav.overview' | 'nav.alerts' | 'nav.platform' | 'nav.catalogue' | 'nav.coverage' | 'ruleset.nav' | 'canary.title' | 'filing.nav' | 'filing.nav.report' | 'filing.nav.access' | 'compliance.nav' | 'system.title' | 'asset.title' | 'backup.title' | 'audit.title' | 'recovery.title' | 'account.title';
  icon: ReactNode;
  end?: boolean;
  /** Who has something to see there; everybody where it is left out. */
  roles?: readonly Role[];
}

interface Group {
  label: Extract<Key, 'nav.watch' | 'nav.operate' | 'nav.review' | 'nav.compliance' | 'nav.rules' | 'nav.system'>;
  entries: Entry[];
}

/** Grouped by who works; only what exists stands here. */
const GROUPS: Group[] = [
  {
    label: 'nav.watch',
    entries: [
      { to: '/', label: 'nav.overview', icon: <DashboardOutlined />, end: true },
      { to: OPEN_QUEUE, label: 'nav.alerts', icon: <AlertOutlined /> },
    ],
  },
  { label: 'nav.operate', entries: [{ to: '/platform', label: 'nav.platform', icon: <ApartmentOutlined /> }] },
  {
    label: 'nav.review',
    entries: [
      { to: OPEN_CASES, label: 'filing.nav', icon: <FileTextOutlined /> },
      { to: '/filing-report', label: 'filing.nav.report', icon: <LineChartOutlined /> },
      { to: '/filing-access', label: 'filing.nav.access', icon: <AuditOutlined />, roles: ['auditor', 'reviewer'] },
    ],
  },
  {
    label: 'nav.compliance',
    entries: [
      { to: '/compliance', label: 'compliance.nav', icon: <SafetyCertificateOutlined /> },
      { to: '/systems', label: 'system.title', icon: <DeploymentUnitOutlined /> },
      { to: '/assets', label: 'asset.title', icon: <HddOutlined /> },
      { to: '/backups', label: 'backup.title', icon: <SaveOutlined /> },
      { to: '/recovery', label: 'recovery.title', icon: <SyncOutlined /> },
      { to: '/audit', label: 'audit.title', icon: <FileProtectOutlined />, roles: ['auditor'] },
    ],
  },
  {
    label: 'nav.rules',
    entries: [
      { to: '/rules', label: 'nav.catalogue', icon: <FileSearchOutlined /> },
      { to: '/coverage', label: 'nav.coverage', icon: <TableOutlined /> },
      { to: '/rulesets', label: 'ruleset.nav', icon: <BranchesOutlined /> },
      { to: '/canaries', label: 'canary.title', icon: <AimOutlined /> },
    ],
  },
  { label: 'nav.system', entries: [{ to: '/accounts', label: 'account.title', icon: <TeamOutlined />, roles: ADMINISTRATORS }] },
];

export function Navigation() {
  const { t, navFolded, change } = usePreferences();
  const { user } = useSession();
  const fold = navFolded ? t('nav.unfold') : t('nav.fold');
  return (
    <nav className={navFolded ? 'nav nav-folded' : 'nav'} aria-label={t('nav.label')}>
      <Brand folded={navFolded} />
      {GROUPS.map(({ label, entries }) => ({ label, entries: entries.filter(({ roles }) => roles === undefined || roles.some((role) => user.roles.includes(role))) })).filter(({ entries }) => entries.length > 0).map((group) => (
        <div key={group.label} className="nav-group">
          {!navFolded && <div className="nav-group-name">{t(group.label)}</div>}
          {group.entries.map((entry) => (
            <Tooltip key={entry.to} title={navFolded ? t(entry.label) : ''} placement="right">
              <NavLink to={entry.to} end={entry.end ?? false} className="nav-link" aria-label={t(entry.label)}>
                {entry.icon}
                {!navFolded && <span>{t(entry.label)}</span>}
              </NavLink>
            </Tooltip>
          ))}
        </div>
      ))}
      <Button
        className="nav-fold"
        type="text"
        icon={navFolded ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
        aria-label={fold}
        title={fold}
        onClick={() => {
          change({ navFolded: !navFolded });
        }}
      />
    </nav>
  );
}

import { Suspense } from 'react';
import { Outlet, useLocation } from 'react-router';
import { usePreferences } from '../../state/preferences';
import { ErrorBoundary } from '../ErrorBoundary';
import { HealthStrip } from './HealthStrip';
import { Navigation } from './Navigation';
import { TopBar } from './TopBar';

export function Frame() {
  const { t } = usePreferences();
  const { pathname } = useLocation();
  return (
    <div className="frame">
      <a className="skip" href="#content">
        {t('nav.skip')}
      </a>
      <Navigation />
      <div className="frame-main">
        <TopBar />
        <HealthStrip />
        <main id="content" className="content" tabIndex={-1}>
          <ErrorBoundary key={pathname}>
            <Suspense fallback={null}>
              <Outlet />
            </Suspense>
          </ErrorBoundary>
        </main>
      </div>
    </div>
  );
}

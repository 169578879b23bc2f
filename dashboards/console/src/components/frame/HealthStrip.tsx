import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { SLOW_MILLIS, toHealth, type Health } from '../../lib/health';
import { formatCount, formatDelay, formatRate } from '../../lib/numbers';
import { ABSENT, formatClock } from '../../lib/time';
import { useLive } from '../../state/live';
import { usePlatform } from '../../state/platform';
import { usePreferences } from '../../state/preferences';
import { usePartName } from '../PartName';

/** The platform's own health, on every page; red here is never hidden. */
export function HealthStrip() {
  const { t } = usePreferences();
  const { data } = usePlatform();
  const health = toHealth(data);
  const delay = data?.endToEndMillis ?? null;
  const slow = (delay?.p99 ?? 0) > SLOW_MILLIS;
  const gaps = data?.gaps ?? null;
  return (
    <div className={`strip strip-${health.state}`} role="status" aria-label={t('strip.label')}>
      <LiveMark />
      <Link to="/platform" className="strip-state">
        <StateWords health={health} />
      </Link>
      <Figure name={t('strip.events')}>
        {data?.eventsPerSecond == null ? ABSENT : t('strip.perSecond', { n: formatRate(data.eventsPerSecond) })}
      </Figure>
      <Figure name={t('strip.delay')} bad={slow}>
        {delay === null ? ABSENT : formatDelay(delay)}
      </Figure>
      <Figure name={t('strip.gaps')} bad={(gaps ?? 0) > 0} hint={t('strip.gaps.hint')}>
        {formatCount(gaps)}
      </Figure>
      <Figure name={t('strip.parts')} bad={health.broken.length > 0}>
        {health.state === 'unknown' ? ABSENT : t('strip.parts.of', { running: health.running, all: health.all })}
      </Figure>
    </div>
  );
}

function Figure({ name, children, bad = false, hint }: { name: string; children: ReactNode; bad?: boolean; hint?: string }) {
  return (
    <span className={bad ? 'strip-figure strip-bad' : 'strip-figure'} title={hint}>
      <span className="strip-name">{name}</span> <b>{children}</b>
    </span>
  );
}

function StateWords({ health }: { health: Health }) {
  const { t, language } = usePreferences();
  const partName = usePartName();
  if (health.broken.length > 0) {
    const parts = health.broken.map((part) => partName(part.name)).join(language === 'zh' ? '、' : ', ');
    return <>{`${t(`strip.${health.state}`)} · ${t('strip.broken', { parts })}`}</>;
  }
  return <>{t(`strip.${health.state}`)}</>;
}

function LiveMark() {
  const { t, zone } = usePreferences();
  const { state, heardAt } = useLive();
  const hint = state === 'reconnecting' ? t('strip.reconnecting.hint', { time: formatClock(heardAt, zone) }) : '';
  return (
    <span className={`live live-${state}`} title={hint} data-live={state}>
      <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
        {state === 'live' ? (
          <circle cx="5" cy="5" r="4" fill="currentColor" />
        ) : (
          <circle cx="5" cy="5" r="3.6" fill="none" stroke="currentColor" strokeWidth="1.6" strokeDasharray="3 2" />
        )}
      </svg>
      {t(`strip.${state}`)}
      {hint !== '' && <span className="live-hint">{hint}</span>}
    </span>
  );
}

import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { fetchFacets } from '../../api/alerts';
import type { Platform } from '../../api/types';
import { Loaded } from '../../components/Panel';
import { SeverityLabel } from '../../components/Severity';
import { SLOW_MILLIS } from '../../lib/health';
import { queueLink } from '../../lib/filter';
import { formatCount, formatDelay, formatRate } from '../../lib/numbers';
import { toOpenFigures } from '../../lib/trend';
import { keys } from '../../state/keys';
import { usePreferences } from '../../state/preferences';

const OPEN = { state: ['firing', 'acknowledged'] };

export function useOpen() {
  return useQuery({ queryKey: keys.facets(OPEN), queryFn: ({ signal }) => fetchFacets(OPEN, signal), refetchInterval: 5_000 });
}

/** What is open now, by severity; each number opens its list. */
export function OpenFigures({ query }: { query: ReturnType<typeof useOpen> }) {
  const { t } = usePreferences();
  return (
    <section className="figures-open">
      <h2>{t('overview.open')}</h2>
      <Loaded query={query} rows={1}>
        {(facets) => (
          <div className="figures-row">
            {toOpenFigures(facets.severity).map(({ severity, count }) => (
              <Link key={severity} className={count === 0 ? 'figure figure-zero' : 'figure'} to={queueLink({ states: ['firing', 'acknowledged'], severities: [severity] })}>
                <SeverityLabel severity={severity} />
                <b>{formatCount(count)}</b>
              </Link>
            ))}
          </div>
        )}
      </Loaded>
    </section>
  );
}

export function PlatformFigures({ platform }: { platform: Platform | undefined }) {
  const { t } = usePreferences();
  const delay = platform?.endToEndMillis ?? null;
  const gaps = platform?.gaps ?? null;
  const rate = platform?.eventsPerSecond ?? null;
  return (
    <section className="figures-platform">
      <Figure name={t('overview.rate')} note={rate === null ? t('overview.unknown') : ''}>
        {rate === null ? null : t('strip.perSecond', { n: formatRate(rate) })}
      </Figure>
      <Figure name={t('overview.delay')} bad={(delay?.p99 ?? 0) > SLOW_MILLIS} note={delay === null ? t('overview.unknown') : t('overview.delay.hint')}>
        {delay === null ? null : formatDelay(delay)}
      </Figure>
      <Figure name={t('overview.gaps')} bad={(gaps ?? 0) > 0} note={gaps === null ? t('overview.unknown') : gaps === 0 ? t('overview.gaps.none') : t('overview.gaps.some')}>
        {gaps === null ? null : formatCount(gaps)}
      </Figure>
    </section>
  );
}

function Figure({ name, note, bad = false, children }: { name: string; note: string; bad?: boolean; children: ReactNode }) {
  return (
    <Link to="/platform" className={bad ? 'figure figure-bad' : 'figure'}>
      <span className="figure-name">{name}</span>
      <b>{children ?? '—'}</b>
      {note !== '' && <span className="figure-note">{note}</span>}
    </Link>
  );
}

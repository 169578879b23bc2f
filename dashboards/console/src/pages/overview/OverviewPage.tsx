import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { OVERVIEW_RANGE } from '../../lib/pages';
import { queueLink } from '../../lib/filter';
import { boundsOf, intervalFor, parseRange } from '../../lib/range';
import { DAY, MINUTE } from '../../lib/time';
import { usePlatform } from '../../state/platform';
import { usePreferences } from '../../state/preferences';
import { useNow } from '../../state/time';
import { OpenFigures, PlatformFigures, useOpen } from './Figures';
import { PartsPanel } from './PartsPanel';
import { RatePanel } from './RatePanel';
import { TopPanel, useTop } from './TopPanel';
import { useRuleTitles } from './useRuleTitles';
import { TrendPanel, useTrend } from './TrendPanel';

const TOP = 8;

export default function OverviewPage() {
  const { t } = usePreferences();
  const [params] = useSearchParams();
  const minute = Math.floor(useNow(10_000) / MINUTE) * MINUTE;
  const range = useMemo(() => parseRange(params, OVERVIEW_RANGE), [params]);
  const bounds = boundsOf(range, minute);
  const from = bounds.from ?? new Date(minute - 30 * DAY).toISOString();
  const to = bounds.to ?? new Date(minute + MINUTE).toISOString();
  const span = { from, to };

  const open = useOpen();
  const trend = useTrend({ ...span, interval: intervalFor(Date.parse(to) - Date.parse(from)) });
  const sources = useTop({ ...span, by: 'source.ip', limit: TOP });
  const systems = useTop({ ...span, by: 'system', limit: TOP });
  const rules = useTop({ ...span, by: 'rule', limit: TOP });
  const platform = usePlatform();
  const titleOf = useRuleTitles();
  const all = [open, trend, sources, systems, rules, platform];
  const answered = all.filter((query) => query.error === null).length;

  return (
    <div className="overview">
      <h1 className="page-title">{t('overview.title')}</h1>
      {answered < all.length && answered > 0 && (
        <p className="partial" role="status">
          {t('overview.partial', { answered, all: all.length })}
        </p>
      )}
      <div className="figures">
        <OpenFigures query={open} />
        <PlatformFigures platform={platform.data} />
      </div>
      <TrendPanel query={trend} />
      <div className="overview-row">
        <TopPanel title={t('overview.topSources')} query={sources} link={(value) => queueLink({ fields: [`source.ip:${value}`], range })} />
        <TopPanel title={t('overview.topSystems')} query={systems} link={(value) => queueLink({ systems: [value], range })} />
        <TopPanel title={t('overview.topRules')} query={rules} nameOf={titleOf} link={(value) => queueLink({ rules: [value], range })} />
        <div className="overview-stack">
          <PartsPanel query={platform} />
          <RatePanel />
        </div>
      </div>
    </div>
  );
}

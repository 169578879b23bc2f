import type { AlertDetail, CountedWindow } from '../../api/types';
import { Section } from '../../components/Section';
import { Time } from '../../components/Time';
import { formatCount } from '../../lib/numbers';
import { ABSENT, formatDuration, instant, parseDuration } from '../../lib/time';
import { parseThreshold, toTimeline } from '../../lib/timeline';
import { usePreferences } from '../../state/preferences';
import { WindowTimeline } from './WindowTimeline';

/** The window drawn to scale, and the alert's own span. */
export function WhenSection({ alert, width }: { alert: AlertDetail; width: number }) {
  const { t } = usePreferences();
  const window = alert.explanation.window;
  return (
    <Section title={t('when.title')}>
      {window === null ? (
        <p className="when-sentence">
          {t('when.single')} <Time iso={alert.events.at(-1)?.time ?? alert.lastSeen} />
        </p>
      ) : (
        <Counted window={window} alert={alert} width={width} />
      )}
      <Span alert={alert} />
    </Section>
  );
}

function Counted({ window, alert, width }: { window: CountedWindow; alert: AlertDetail; width: number }) {
  const { t, language } = usePreferences();
  const timeline = toTimeline(window, alert.events);
  const limit = parseDuration(window.timespan);
  const threshold = useThresholdWords(window);
  return (
    <>
      <p className="when-sentence">
        {t('when.sentence', {
          took: timeline === null ? ABSENT : formatDuration(timeline.took, language),
          value: formatCount(window.value),
          threshold,
          timespan: limit === null ? ABSENT : formatDuration(limit, language),
        })}
      </p>
      {timeline !== null && <WindowTimeline timeline={timeline} width={width} thresholdWords={threshold} />}
      {timeline !== null && timeline.missing > 0 && <p className="when-note">{t('when.missing', { n: formatCount(timeline.missing) })}</p>}
    </>
  );
}

function useThresholdWords(window: CountedWindow): string {
  const { t } = usePreferences();
  const what = COUNTED[window.type];
  const threshold = parseThreshold(window.threshold);
  const name = t(what ?? 'when.other');
  return threshold === null ? name : `${name} ${SIGNS[threshold.operator]} ${formatCount(threshold.value)}`;
}

const COUNTED: Record<string, 'when.event_count' | 'when.value_count' | 'when.temporal' | 'when.temporal_ordered'> = {
  event_count: 'when.event_count',
  value_count: 'when.value_count',
  temporal: 'when.temporal',
  temporal_ordered: 'when.temporal_ordered',
};

const SIGNS = { gte: '≥', gt: '>', lte: '≤', lt: '<', eq: '=', neq: '≠' } as const;

function Span({ alert }: { alert: AlertDetail }) {
  const { t, language } = usePreferences();
  const first = instant(alert.firstSeen);
  const last = instant(alert.lastSeen);
  return (
    <dl className="facts facts-inline">
      <div>
        <dt>{t('when.first')}</dt>
        <dd>
          <Time iso={alert.firstSeen} />
        </dd>
      </div>
      <div>
        <dt>{t('when.last')}</dt>
        <dd>
          <Time iso={alert.lastSeen} />
          {first !== null && last !== null && last > first && <span className="soft"> · {t('when.lasted', { duration: formatDuration(last - first, language) })}</span>}
        </dd>
      </div>
    </dl>
  );
}

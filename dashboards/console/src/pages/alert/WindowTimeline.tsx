import { formatClock, formatDuration, formatTime } from '../../lib/time';
import type { Timeline } from '../../lib/timeline';
import { usePreferences } from '../../state/preferences';

const LEFT = 34;
const RIGHT = 12;
const TOP = 20;
const PLOT = 76;
const AXIS = TOP + PLOT;
const HEIGHT = AXIS + 38;
/** Labels nearer than this to an end would lie on its label. */
const LABEL_ROOM = 90;

interface WindowTimelineProps {
  timeline: Timeline;
  width: number;
  thresholdWords: string;
}

/** The running count against the threshold, each event a mark where it happened. */
export function WindowTimeline({ timeline, width, thresholdWords }: WindowTimelineProps) {
  const { t, language, zone } = usePreferences();
  const inner = width - LEFT - RIGHT;
  const x = (part: number) => LEFT + part * inner;
  const top = Math.max(timeline.steps.at(-1)?.count ?? 0, timeline.threshold?.value ?? 0, 1) * 1.15;
  const y = (count: number) => AXIS - (count / top) * PLOT;
  const span = timeline.until - timeline.from;
  const millis = span < 10_000;
  const counted = timeline.steps.length > 0;
  const end = timeline.reachedAt === null ? null : timeline.from + timeline.reachedAt * span;
  const endX = timeline.reachedAt === null ? 0 : x(timeline.reachedAt);
  return (
    <svg className="window" width={width} height={HEIGHT} role="img" aria-label={t('when.chart', { n: timeline.marks.length, threshold: thresholdWords })}>
      <rect x={LEFT} y={TOP} width={inner} height={PLOT} className="window-field" />
      {counted && timeline.threshold !== null && (
        <>
          <line x1={LEFT} x2={LEFT + inner} y1={y(timeline.threshold.value)} y2={y(timeline.threshold.value)} className="window-threshold" />
          <text x={LEFT - 6} y={y(timeline.threshold.value) + 4} textAnchor="end" className="window-limit">
            {timeline.threshold.value}
          </text>
        </>
      )}
      {counted && <path d={stepPath(timeline, x, y)} className="window-count" />}
      {counted && timeline.steps.map((step, index) => <circle key={index} cx={x(step.x)} cy={y(step.count)} r={timeline.steps.length > 40 ? 1.5 : 2.8} className="window-dot" />)}
      <line x1={LEFT} x2={LEFT + inner} y1={AXIS} y2={AXIS} className="window-axis" />
      {timeline.marks.map((mark) => (
        <line key={mark.id} x1={x(mark.x)} x2={x(mark.x)} y1={counted ? AXIS - 6 : TOP + 14} y2={AXIS + 6} className="window-mark">
          <title>{formatTime(mark.time, zone)}</title>
        </line>
      ))}
      {end !== null && (
        <>
          <line x1={endX} x2={endX} y1={TOP - 14} y2={AXIS} className="window-fired" />
          <FiredLabel x={endX} width={width} words={t('when.fired')} />
        </>
      )}
      <text x={LEFT} y={AXIS + 20} className="window-time">
        {formatClock(timeline.from, zone, millis)}
      </text>
      {end !== null && endX > LEFT + LABEL_ROOM && endX < LEFT + inner - LABEL_ROOM && (
        <text x={endX} y={AXIS + 20} textAnchor="middle" className="window-time">
          {formatClock(end, zone, millis)}
        </text>
      )}
      <text x={LEFT + inner} y={AXIS + 20} textAnchor="end" className="window-time">
        {formatClock(timeline.until, zone, millis)}
      </text>
      <text x={LEFT + inner} y={AXIS + 34} textAnchor="end" className="window-note">
        {t('when.limit', { timespan: formatDuration(span, language) })}
      </text>
    </svg>
  );
}

function FiredLabel({ x, width, words }: { x: number; width: number; words: string }) {
  const right = x > width - RIGHT - LABEL_ROOM;
  return (
    <text x={right ? x - 5 : x + 5} y={TOP - 6} textAnchor={right ? 'end' : 'start'} className="window-fired-label">
      {words}
    </text>
  );
}

function stepPath(timeline: Timeline, x: (part: number) => number, y: (count: number) => number): string {
  const start = `M${x(0)} ${y(timeline.missing)}`;
  return timeline.steps.reduce((path, step) => `${path} H${x(step.x).toFixed(1)} V${y(step.count).toFixed(1)}`, start);
}

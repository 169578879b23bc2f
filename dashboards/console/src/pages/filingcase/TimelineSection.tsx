import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useRef, useState } from 'react';
import { fetchTimeline } from '../../api/filingcases';
import { TIMELINE_TYPES, type TimelineItem, type TimelineType } from '../../api/filingtypes';
import { Loaded } from '../../components/Panel';
import { Section } from '../../components/Section';
import { Time } from '../../components/Time';
import { VirtualRows } from '../../components/VirtualRows';
import { say } from '../../i18n/translate';
import { toLanes, toTimelineRows, type LaneChart } from '../../lib/casetimeline';
import { formatCount } from '../../lib/numbers';
import { formatMinute } from '../../lib/time';
import { keys } from '../../state/keys';
import { usePreferences } from '../../state/preferences';
import { useWidth } from '../../state/width';

const MOST = 1_000;
const LANE = 20;
const LEFT = 108;
const RIGHT = 12;

interface TimelineSectionProps {
  caseId: string;
  onFiling: (applicationNumber: string) => void;
}

/** What happened, by lane and one by one: filings, sign-ins, indications, review. */
export function TimelineSection({ caseId, onFiling }: TimelineSectionProps) {
  const { t } = usePreferences();
  const query = useQuery({ queryKey: keys.caseTimeline(caseId), queryFn: ({ signal }) => fetchTimeline(caseId, signal), staleTime: 15_000 });
  return (
    <Section title={t('filing.timeline')}>
      <Loaded query={query} rows={6}>
        {(items) => (items.length === 0 ? <p className="nothing">{t('filing.timeline.none')}</p> : <Timeline items={items} onFiling={onFiling} />)}
      </Loaded>
    </Section>
  );
}

function Timeline({ items, onFiling }: { items: TimelineItem[]; onFiling: (applicationNumber: string) => void }) {
  const { t, language } = usePreferences();
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const [types, setTypes] = useState<readonly TimelineType[]>([]);
  const [text, setText] = useState('');
  const rows = toTimelineRows(items, { types, text }, language);
  const lanes = toLanes(items);
  const counts = new Map(TIMELINE_TYPES.map((type) => [type, items.filter((item) => item.type === type).length]));
  return (
    <div ref={place} className="case-timeline">
      {lanes !== null && width > 0 && <Lanes chart={lanes} width={width} total={items.length} />}
      <div className="timeline-tools">
        <div className="toggles">
          {TIMELINE_TYPES.filter((type) => (counts.get(type) ?? 0) > 0).map((type) => {
            const on = types.includes(type);
            return (
              <button key={type} type="button" className={on ? 'toggle toggle-on' : 'toggle'} aria-pressed={on} onClick={() => { setTypes(on ? types.filter((each) => each !== type) : [...types, type]); }}>
                {t(`filing.timeline.${type}`)}
                <span className="toggle-count">{formatCount(counts.get(type) ?? 0)}</span>
              </button>
            );
          })}
        </div>
        <Input className="timeline-find" size="small" allowClear value={text} placeholder={t('filing.timeline.find')} aria-label={t('filing.timeline.find')} onChange={(event) => { setText(event.target.value); }} />
        <span className="soft">{t('filing.timeline.shown', { shown: formatCount(rows.length), n: formatCount(items.length) })}</span>
      </div>
      {rows.length === 0 ? (
        <p className="nothing">{t('filing.timeline.noMatch')}</p>
      ) : (
        <div className="timeline-list" style={{ height: Math.min(11, rows.length + 1) * 32 }}>
          <VirtualRows
            count={rows.length}
            selected={-1}
            row={(index) => <TimelineRow item={rows[index]} onFiling={onFiling} />}
            tail={<div className="queue-tail">{items.length >= MOST ? t('filing.timeline.most') : t('queue.end')}</div>}
            onNearEnd={nothing}
            label={t('filing.timeline')}
            activeId={undefined}
            resetKey={`${types.join()} ${text}`}
          />
        </div>
      )}
    </div>
  );
}

function nothing() {
  // All rows are here already.
}

function TimelineRow({ item, onFiling }: { item: TimelineItem | undefined; onFiling: (applicationNumber: string) => void }) {
  const { t, language } = usePreferences();
  if (item === undefined) {
    return null;
  }
  const { filing, account } = item;
  return (
    <div className="timeline-row" role="row">
      <Time iso={item.at} />
      <span className={`timeline-type lane-${item.type}`}>{t(`filing.timeline.${item.type}`)}</span>
      <bdi className="timeline-title" title={say(item.title, language)}>{say(item.title, language)}</bdi>
      {filing !== null && (
        <button type="button" className="link number-link" onClick={() => { onFiling(filing); }}>
          {filing}
        </button>
      )}
      {filing === null && account !== null && <span className="soft">{t('filing.timeline.account', { account })}</span>}
    </div>
  );
}

function Lanes({ chart, width, total }: { chart: LaneChart; width: number; total: number }) {
  const { t, zone } = usePreferences();
  const inner = width - LEFT - RIGHT;
  const height = chart.lanes.length * LANE + 20;
  const from = formatMinute(chart.from, zone);
  const until = formatMinute(chart.until, zone);
  return (
    <svg className="lanes" width={width} height={height} role="img" aria-label={t('filing.timeline.chart', { n: total, from, to: until })}>
      {chart.lanes.map((lane, index) => {
        const y = index * LANE + LANE / 2;
        return (
          <g key={lane.type} className={`lane-${lane.type}`}>
            <text x={0} y={y + 4}>{t(`filing.timeline.${lane.type}`)}</text>
            <line x1={LEFT} x2={LEFT + inner} y1={y} y2={y} className="lane-line" />
            {lane.marks.map((mark, at) => (
              <line key={at} x1={LEFT + mark * inner} x2={LEFT + mark * inner} y1={y - 6} y2={y + 6} className="lane-mark" />
            ))}
          </g>
        );
      })}
      <text x={LEFT} y={height - 4}>{from}</text>
      <text x={LEFT + inner} y={height - 4} textAnchor="end">{until}</text>
    </svg>
  );
}

import { ClockCircleOutlined } from '@ant-design/icons';
import { Button, Input, Popover } from 'antd';
import { useState } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { boundsOf, parseRange, PRESETS, writeRange, type TimeRange } from '../../lib/range';
import { formatDuration, formatTime, parseDuration, parseInZone } from '../../lib/time';
import { usePreferences } from '../../state/preferences';
import { defaultRange } from '../../lib/pages';

/** The stretch of time of this page; hidden where a page has none. */
export function RangePicker() {
  const { pathname } = useLocation();
  const fallback = defaultRange(pathname);
  return fallback === null ? null : <Picker fallback={fallback} />;
}

function Picker({ fallback }: { fallback: TimeRange }) {
  const { t } = usePreferences();
  const [params, setParams] = useSearchParams();
  const [open, setOpen] = useState(false);
  const range = parseRange(params, fallback);
  const choose = (chosen: TimeRange) => {
    setOpen(false);
    setParams((old) => {
      const next = new URLSearchParams(old);
      writeRange(next, chosen);
      return next;
    });
  };
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      arrow={false}
      destroyOnHidden
      content={<Choices range={range} choose={choose} />}
    >
      <Button type="text" icon={<ClockCircleOutlined />} aria-label={t('range.label')} className="range-button">
        <RangeLabel range={range} />
      </Button>
    </Popover>
  );
}

function RangeLabel({ range }: { range: TimeRange }) {
  const { t, language, zone } = usePreferences();
  switch (range.type) {
    case 'all':
      return t('range.all');
    case 'between':
      return `${formatTime(range.from, zone)} – ${formatTime(range.to, zone)}`;
    case 'last': {
      const preset = PRESETS.find((each) => each === range.duration);
      return preset === undefined
        ? t('range.last', { duration: formatDuration(parseDuration(range.duration) ?? 0, language) })
        : t(`range.${preset}`);
    }
  }
}

function Choices({ range, choose }: { range: TimeRange; choose: (range: TimeRange) => void }) {
  const { t } = usePreferences();
  return (
    <div className="range-choices">
      <div className="range-presets">
        {PRESETS.map((preset) => (
          <Button
            key={preset}
            size="small"
            type={range.type === 'last' && range.duration === preset ? 'primary' : 'text'}
            onClick={() => {
              choose({ type: 'last', duration: preset });
            }}
          >
            {t(`range.${preset}`)}
          </Button>
        ))}
        <Button
          size="small"
          type={range.type === 'all' ? 'primary' : 'text'}
          onClick={() => {
            choose({ type: 'all' });
          }}
        >
          {t('range.all')}
        </Button>
      </div>
      <CustomRange range={range} choose={choose} />
    </div>
  );
}

function CustomRange({ range, choose }: { range: TimeRange; choose: (range: TimeRange) => void }) {
  const { t, zone } = usePreferences();
  const [now] = useState(() => Date.now());
  const bounds = boundsOf(range.type === 'all' ? { type: 'last', duration: 'PT24H' } : range, now);
  const shown = (iso: string | null) => formatTime(iso ?? new Date(now).toISOString(), zone);
  const [from, setFrom] = useState(() => shown(bounds.from));
  const [to, setTo] = useState(() => shown(bounds.to));
  const start = parseInZone(from, zone);
  const end = parseInZone(to, zone);
  const good = start !== null && end !== null && start < end;
  const apply = () => {
    if (good) {
      choose({ type: 'between', from: new Date(start).toISOString(), to: new Date(end).toISOString() });
    }
  };
  return (
    <div className="range-custom">
      <div className="range-custom-title">
        {t('range.custom')} <span>{zone}</span>
      </div>
      <label>
        {t('range.from')}
        <Input value={from} status={start === null ? 'error' : ''} onChange={(event) => { setFrom(event.target.value); }} onPressEnter={apply} />
      </label>
      <label>
        {t('range.to')}
        <Input value={to} status={end === null ? 'error' : ''} onChange={(event) => { setTo(event.target.value); }} onPressEnter={apply} />
      </label>
      {!good && <div className="range-bad" role="alert">{t('range.bad')}</div>}
      <Button type="primary" size="small" disabled={!good} onClick={apply}>
        {t('range.apply')}
      </Button>
    </div>
  );
}

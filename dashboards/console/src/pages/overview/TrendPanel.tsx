import { BarChartOutlined, TableOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { fetchHistogram } from '../../api/alerts';
import type { Query } from '../../api/http';
import type { Severity } from '../../api/types';
import { Loaded, Nothing, Panel } from '../../components/Panel';
import { SeverityLabel } from '../../components/Severity';
import { queueLink } from '../../lib/filter';
import { formatCount } from '../../lib/numbers';
import { DARK, LIGHT } from '../../lib/palette';
import { formatMinute } from '../../lib/time';
import { toTrend, type Trend } from '../../lib/trend';
import { keys } from '../../state/keys';
import { usePreferences } from '../../state/preferences';
import { Chart } from './Chart';
import { trendOption } from './options';

export function useTrend(query: Query) {
  return useQuery({ queryKey: keys.histogram(query), queryFn: ({ signal }) => fetchHistogram(query, signal), refetchInterval: 15_000 });
}

function barLink(trend: Trend, index: number, severity?: Severity): string {
  const from = trend.times[index] ?? 0;
  return queueLink({
    ...(severity === undefined ? {} : { severities: [severity] }),
    range: { type: 'between', from: new Date(from).toISOString(), to: new Date(from + trend.step).toISOString() },
  });
}

/** Alerts over time by severity; any bar opens what it counts. */
export function TrendPanel({ query }: { query: ReturnType<typeof useTrend> }) {
  const { t } = usePreferences();
  const [table, setTable] = useState(false);
  return (
    <Panel
      className="panel-trend"
      title={t('overview.overTime')}
      hint={t('overview.overTime.hint')}
      tools={
        <Button size="small" type="text" icon={table ? <BarChartOutlined /> : <TableOutlined />} onClick={() => { setTable(!table); }}>
          {table ? t('overview.asChart') : t('overview.asTable')}
        </Button>
      }
    >
      <Loaded query={query} rows={6}>
        {(histogram) => {
          const trend = toTrend(histogram.buckets, histogram.interval);
          if (trend.quiet) {
            return <Nothing>{t('overview.none')}</Nothing>;
          }
          return table ? <TrendTable trend={trend} /> : <TrendChart trend={trend} />;
        }}
      </Loaded>
    </Panel>
  );
}

function TrendChart({ trend }: { trend: Trend }) {
  const { t, theme, zone } = usePreferences();
  const navigate = useNavigate();
  const option = useMemo(
    () => trendOption(trend, { palette: theme === 'dark' ? DARK : LIGHT, zone }, (severity) => t(`severity.${severity}`)),
    [trend, theme, zone, t],
  );
  return (
    <>
      <div className="trend-legend">
        {trend.series.toReversed().map(({ severity }) => (
          <SeverityLabel key={severity} severity={severity} />
        ))}
      </div>
      <Chart
        option={option}
        height="max(196px, calc(100vh - 704px))"
        label={t('overview.overTime')}
        onClick={({ seriesIndex, dataIndex }) => {
          void navigate(barLink(trend, dataIndex, trend.series[seriesIndex]?.severity));
        }}
      />
    </>
  );
}

function TrendTable({ trend }: { trend: Trend }) {
  const { t, zone } = usePreferences();
  const shown = trend.series.toReversed();
  return (
    <div className="trend-table" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('overview.time')}</th>
            {shown.map(({ severity }) => (
              <th key={severity} scope="col" className="number">{t(`severity.${severity}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {trend.times.map((time, index) => (
            <tr key={time}>
              <td>
                <Link to={barLink(trend, index)}>{formatMinute(time, zone)}</Link>
              </td>
              {shown.map(({ severity, counts }) => (
                <td key={severity} className="number">{formatCount(counts[index] ?? 0)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

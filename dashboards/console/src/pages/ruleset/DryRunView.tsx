import { BarChartOutlined, TableOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { EChartsCoreOption } from 'echarts/core';
import { useMemo, useState } from 'react';
import type { DryRunResult } from '../../api/rulesets';
import { FieldName } from '../../components/FieldName';
import { Time } from '../../components/Time';
import { say, type Key } from '../../i18n/translate';
import { formatCount } from '../../lib/numbers';
import { DARK, LIGHT, type Palette } from '../../lib/palette';
import { FONT } from '../../lib/theme';
import { formatMinute } from '../../lib/time';
import { usePreferences } from '../../state/preferences';
import { Chart } from '../overview/Chart';

const ENDED: Record<string, Key> = {
  cancelled: 'ruleset.run.ended.cancelled',
  'too-many-events': 'ruleset.run.ended.events',
  'too-many-detections': 'ruleset.run.ended.detections',
  'too-long': 'ruleset.run.ended.time',
  'out-of-memory': 'ruleset.run.ended.memory',
};

/** What the rules would have done. */
export function DryRunView({ result, ended }: { result: DryRunResult; ended: string }) {
  const { t } = usePreferences();
  const why = ENDED[ended];
  return (
    <div className="run-result">
      {why !== undefined && <p className="ruleset-warn">{t(why as 'ruleset.run.ended.time')}</p>}
      <p className="soft">
        <Time iso={result.from} /> – <Time iso={result.to} />
      </p>
      <dl className="run-figures">
        <Figure label={t('ruleset.run.events')} value={result.events} />
        <Figure label={t('ruleset.run.detections')} value={result.detections} />
        <Figure label={t('ruleset.run.held')} value={result.held} />
        <Figure label={t('ruleset.run.raised')} value={result.detections - result.held} />
        <Figure label={t('ruleset.run.alerts')} value={result.alerts} strong />
      </dl>
      {result.difference !== null && (
        <>
          <h4>{t('ruleset.run.difference')}</h4>
          <dl className="run-figures">
            <Figure label={t('ruleset.run.running')} value={result.difference.running} />
            <Figure label={t('ruleset.run.same')} value={result.difference.same} />
            <Figure label={t('ruleset.run.added')} value={result.difference.added} />
            <Figure label={t('ruleset.run.gone')} value={result.difference.gone} />
          </dl>
        </>
      )}
      {result.detections === 0 ? <p className="nothing">{t('ruleset.run.none')}</p> : <Found result={result} />}
    </div>
  );
}

function Figure({ label, value, strong = false }: { label: string; value: number; strong?: boolean }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd className={strong ? 'strong' : ''}>{formatCount(value)}</dd>
    </div>
  );
}

function Found({ result }: { result: DryRunResult }) {
  const { t, language } = usePreferences();
  return (
    <>
      <OverTime buckets={result.buckets} />
      <h4>{t('ruleset.run.entities')}</h4>
      <div className="run-entities">
        {result.entities.map(({ field, values }) => (
          <div key={field}>
            <FieldName field={field} />
            <ol>
              {values.slice(0, 5).map(({ value, count }) => (
                <li key={value}>
                  <bdi>{value}</bdi> <span className="number">{formatCount(count)}</span>
                </li>
              ))}
            </ol>
          </div>
        ))}
      </div>
      <h4>{t('ruleset.run.examples')}</h4>
      <ol className="run-examples">
        {result.examples.map((example) => (
          <li key={example.id}>
            <div>
              <Time iso={example.time} /> <bdi>{say(example.summary, language)}</bdi>
            </div>
            <ul>
              {example.conditions.map((condition, at) => (
                <li key={at}>
                  <FieldName field={condition.field} /> {condition.operator} <code>{condition.expected}</code> → <code>{condition.actual}</code>
                </li>
              ))}
            </ul>
            {example.originals.slice(-1).map((line) => (
              <pre key={line} className="raw">
                {line}
              </pre>
            ))}
          </li>
        ))}
      </ol>
    </>
  );
}

function OverTime({ buckets }: { buckets: DryRunResult['buckets'] }) {
  const { t, theme, zone } = usePreferences();
  const [table, setTable] = useState(false);
  const palette = theme === 'dark' ? DARK : LIGHT;
  const names = useMemo(() => [t('ruleset.run.detections'), t('ruleset.run.alerts')] as const, [t]);
  const option = useMemo(() => overTimeOption(buckets, palette, zone, names), [buckets, palette, zone, names]);
  return (
    <>
      <h4 className="run-head">
        {t('ruleset.run.overTime')}
        <span className="run-legend">
          <span>{names[0]}</span>
          <span>{names[1]}</span>
        </span>
        <Button size="small" type="text" icon={table ? <BarChartOutlined /> : <TableOutlined />} onClick={() => { setTable(!table); }}>
          {table ? t('ruleset.run.asChart') : t('ruleset.run.asTable')}
        </Button>
      </h4>
      {table ? (
        <div className="grid-table run-table">
          <table>
            <thead>
              <tr>
                <th scope="col">{t('ruleset.run.time')}</th>
                <th scope="col" className="number">{names[0]}</th>
                <th scope="col" className="number">{names[1]}</th>
              </tr>
            </thead>
            <tbody>
              {buckets.map((bucket) => (
                <tr key={bucket.time}>
                  <td>
                    <Time iso={bucket.time} />
                  </td>
                  <td className="number">{formatCount(bucket.detections)}</td>
                  <td className="number">{formatCount(bucket.alerts)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <Chart option={option} height="180px" label={t('ruleset.run.overTime')} />
      )}
    </>
  );
}

function overTimeOption(buckets: DryRunResult['buckets'], palette: Palette, zone: string, names: readonly [string, string]): EChartsCoreOption {
  const bars = (name: string, values: number[], color: string) => ({ type: 'bar', name, data: values, barMaxWidth: 18, itemStyle: { color }, emphasis: { disabled: true } });
  return {
    animation: false,
    textStyle: { fontFamily: FONT, color: palette.textSecond },
    grid: { left: 44, right: 12, top: 10, bottom: 24 },
    tooltip: {
      trigger: 'axis',
      confine: true,
      backgroundColor: palette.surface,
      borderColor: palette.borderStrong,
      textStyle: { color: palette.text, fontSize: 13 },
      axisPointer: { type: 'shadow', shadowStyle: { color: palette.textThird, opacity: 0.12 } },
    },
    xAxis: {
      type: 'category',
      data: buckets.map((bucket) => formatMinute(Date.parse(bucket.time), zone)),
      axisLine: { lineStyle: { color: palette.borderStrong } },
      axisTick: { show: false },
      axisLabel: { color: palette.textThird, hideOverlap: true },
    },
    yAxis: { type: 'value', minInterval: 1, splitNumber: 3, axisLabel: { color: palette.textThird }, splitLine: { lineStyle: { color: palette.border } } },
    series: [
      bars(names[0], buckets.map((bucket) => bucket.detections), palette.fill.informational),
      bars(names[1], buckets.map((bucket) => bucket.alerts), palette.accent),
    ],
  };
}

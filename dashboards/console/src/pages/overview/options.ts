import type { EChartsCoreOption } from 'echarts/core';
import type { Severity } from '../../api/types';
import type { Palette } from '../../lib/palette';
import { FONT } from '../../lib/theme';
import { formatClock, formatMinute, MINUTE } from '../../lib/time';
import type { Trend } from '../../lib/trend';
import type { RateSample } from '../../state/live';

interface Look {
  palette: Palette;
  zone: string;
}

function frame({ palette }: Look) {
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
  };
}

function valueAxis({ palette }: Look) {
  return {
    type: 'value',
    minInterval: 1,
    splitNumber: 4,
    axisLabel: { color: palette.textThird },
    splitLine: { lineStyle: { color: palette.border } },
  };
}

/** Stacked bars, the most severe on top. */
export function trendOption(trend: Trend, look: Look, nameOf: (severity: Severity) => string): EChartsCoreOption {
  return {
    ...frame(look),
    xAxis: {
      type: 'category',
      data: trend.times.map((time) => formatMinute(time, look.zone)),
      axisLine: { lineStyle: { color: look.palette.borderStrong } },
      axisTick: { show: false },
      axisLabel: { color: look.palette.textThird, hideOverlap: true },
    },
    yAxis: valueAxis(look),
    series: trend.series.map(({ severity, counts }) => ({
      type: 'bar',
      stack: 'alerts',
      name: nameOf(severity),
      data: counts,
      barMaxWidth: 28,
      barCategoryGap: '18%',
      cursor: 'pointer',
      // The gap in the page's colour keeps neighbours apart for eyes that do not tell their colours.
      itemStyle: { color: look.palette.fill[severity], borderColor: look.palette.surface, borderWidth: 0.5 },
      emphasis: { disabled: true },
    })),
  };
}

export function rateOption(rates: readonly RateSample[], look: Look): EChartsCoreOption {
  const first = rates[0]?.at ?? 0;
  const last = rates.at(-1)?.at ?? 0;
  return {
    ...frame(look),
    grid: { left: 44, right: 12, top: 8, bottom: 22 },
    xAxis: {
      type: 'time',
      min: first,
      max: Math.max(last, first + MINUTE),
      splitNumber: 3,
      axisLine: { lineStyle: { color: look.palette.borderStrong } },
      axisLabel: { color: look.palette.textThird, hideOverlap: true, formatter: (at: number) => formatClock(at, look.zone) },
    },
    yAxis: { ...valueAxis(look), splitNumber: 2 },
    series: [
      {
        type: 'line',
        showSymbol: rates.length < 3,
        lineStyle: { width: 1.5, color: look.palette.accent },
        itemStyle: { color: look.palette.accent },
        data: rates.map((sample) => [sample.at, sample.perSecond]),
      },
    ],
  };
}

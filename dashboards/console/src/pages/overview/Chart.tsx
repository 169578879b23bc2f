import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { init, use as register, type EChartsCoreOption, type EChartsType } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useEffectEvent, useRef } from 'react';

register([BarChart, LineChart, GridComponent, TooltipComponent, CanvasRenderer]);

export interface ChartClick {
  seriesIndex: number;
  dataIndex: number;
  /** Of a graph: what was clicked. */
  dataType: 'node' | 'edge' | null;
}

interface ChartProps {
  option: EChartsCoreOption;
  /** A CSS length. */
  height: string;
  label: string;
  onClick?: (click: ChartClick) => void;
}

/** Draws an option; what it says is decided elsewhere. */
export function Chart({ option, height, label, onClick }: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(null);
  const clicked = useEffectEvent((click: ChartClick) => onClick?.(click));
  useEffect(() => {
    const element = place.current;
    if (element === null) {
      return undefined;
    }
    const drawn = init(element);
    chart.current = drawn;
    drawn.on('click', (event) => {
      const dataType = event.dataType === 'node' || event.dataType === 'edge' ? event.dataType : null;
      clicked({ seriesIndex: event.seriesIndex ?? 0, dataIndex: event.dataIndex, dataType });
    });
    const observer = new ResizeObserver(() => {
      drawn.resize();
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      drawn.dispose();
      chart.current = null;
    };
  }, []);
  useEffect(() => {
    chart.current?.setOption(option, { notMerge: true });
  }, [option]);
  return <div ref={place} style={{ height }} role="img" aria-label={label} />;
}

import { BarChart, CustomChart, LineChart, LinesChart, ScatterChart } from 'echarts/charts';
import { AriaComponent, GeoComponent, GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { type EChartsCoreOption, type EChartsType, init, use as register } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { type Ink, useInk } from './ink';

register([
  BarChart,
  LineChart,
  LinesChart,
  ScatterChart,
  CustomChart,
  GridComponent,
  GeoComponent,
  TooltipComponent,
  MarkLineComponent,
  AriaComponent,
  SVGRenderer,
]);

export interface EChartProps {
  height: number | string;
  /** What the drawing shows, in a sentence. */
  label: string;
  draw: (ink: Ink) => EChartsCoreOption;
  /** Called with the data item that was clicked. */
  onPick?: (data: unknown) => void;
}

/** A drawing by ECharts, in SVG, in the colours of the tokens. */
export default function EChart({ height, label, draw, onPick }: EChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(undefined);
  const pick = useRef(onPick);
  pick.current = onPick;
  const ink = useInk();

  useEffect(() => {
    if (!place.current) return;
    const drawn = init(place.current, undefined, { renderer: 'svg' });
    chart.current = drawn;
    drawn.on('click', event => pick.current?.(event.data));
    const observer = new ResizeObserver(() => drawn.resize());
    observer.observe(place.current);
    return () => {
      observer.disconnect();
      drawn.dispose();
      chart.current = undefined;
    };
  }, []);

  useEffect(() => {
    chart.current?.setOption({ ...base(ink), ...draw(ink) }, true);
  }, [draw, ink]);

  return <div ref={place} role="img" aria-label={label} style={{ width: '100%', height }} />;
}

const base = (ink: Ink): EChartsCoreOption => ({
  textStyle: { fontFamily: ink.font, fontSize: 12, color: ink['text-muted'] },
  animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
  animationDuration: 240,
  animationDurationUpdate: 240,
});

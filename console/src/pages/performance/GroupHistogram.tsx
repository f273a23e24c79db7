import { useCallback } from 'react';
import type { Schemas } from '~/api/client';
import { Chart } from '~/charts/Chart';
import { Figure } from '~/charts/Figure';
import type { Ink } from '~/charts/ink';
import { tooltip, valueAxis } from '~/charts/style';
import { durationIn, durationNumber, unitFor } from '~/format/durations';
import { count, percent } from '~/format/numbers';
import { type Column, DataTable } from '~/parts/DataTable';
import { text } from '~/text/en';

const words = text.performance;
const HEIGHT = 240;

interface Bin {
  name: string;
  group: number;
  others: number;
  groupShare: number;
  othersShare: number;
}

const columns: Column<Bin>[] = [
  { id: 'bin', name: words.leadTime, cell: bin => bin.name },
  { id: 'group', name: words.thisGroup, cell: bin => count(bin.group), end: true },
  { id: 'others', name: words.others, cell: bin => count(bin.others), end: true },
];

/** The group in gold before all others in grey, both as shares of their own number. */
export function GroupHistogram({ answer, group }: { answer: Schemas['LeadTimes']; group: Schemas['LeadTimeGroup'] }) {
  const bins = binsOf(answer, group);
  const unit = unitFor(answer.medianHours ?? 1);
  const edges = answer.binEdgesHours;
  const inUnit = useCallback((hours: number | undefined) => (hours ?? 0) / unit.hours, [unit]);
  const draw = useCallback(
    (ink: Ink) => ({
      grid: { left: 44, right: 12, top: 28, bottom: 30 },
      tooltip: {
        ...tooltip(ink),
        trigger: 'axis',
        axisPointer: { type: 'line', lineStyle: { color: ink['graphite-8'] } },
        formatter: (items: { dataIndex: number }[]) => {
          const bin = bins[items[0]?.dataIndex ?? 0];
          return bin
            ? `${bin.name}<br>${words.thisGroup}: <b>${count(bin.group)}</b> (${percent(bin.groupShare)})<br>${words.others}: ${count(bin.others)} (${percent(bin.othersShare)})`
            : '';
        },
      },
      xAxis: {
        ...valueAxis(ink),
        min: inUnit(edges[0]),
        max: inUnit(edges.at(-1)),
        splitLine: { show: false },
        axisLine: { show: true, lineStyle: { color: ink['line-strong'] } },
        axisLabel: {
          ...valueAxis(ink).axisLabel,
          showMinLabel: false,
          showMaxLabel: false,
          formatter: (value: number) => `${Number(value.toFixed(2))}\u202f${unit.symbol}`,
        },
      },
      yAxis: {
        ...valueAxis(ink),
        splitNumber: 3,
        axisLabel: { ...valueAxis(ink).axisLabel, formatter: (share: number) => `${Math.round(share * 100)}\u202f%` },
      },
      series: [
        shape(
          bins.map((bin, position) => [inUnit(edges[position]), bin.othersShare]),
          ink['graphite-7'],
          0.55,
        ),
        shape(
          bins.map((bin, position) => [inUnit(edges[position]), bin.groupShare]),
          ink.gold,
          0.55,
        ),
      ].map(series => ({ ...series, data: [...series.data, [inUnit(edges.at(-1)), 0]] })),
    }),
    [bins, edges, unit, inUnit],
  );
  return (
    <Figure
      chart={<Chart height={HEIGHT} label={words.histogramLabel(group.name)} draw={draw} />}
      note={words.histogramNote(group.name)}
      table={<DataTable caption={words.againstAll} columns={columns} rows={bins} rowKey={bin => bin.name} />}
    />
  );
}

/** A histogram as a filled outline. */
const shape = (data: number[][], color: string, opacity: number) => ({
  type: 'line',
  step: 'end',
  symbol: 'none',
  data,
  lineStyle: { color, width: 1.5 },
  itemStyle: { color },
  areaStyle: { color, opacity },
});

function binsOf(answer: Schemas['LeadTimes'], group: Schemas['LeadTimeGroup']): Bin[] {
  const unit = unitFor(answer.medianHours ?? 1);
  const others = answer.groups.filter(each => each.key !== group.key);
  const sum = (bin: number) => others.reduce((total, each) => total + (each.histogram?.[bin] ?? 0), 0);
  const groupTotal = Math.max(1, group.histogram?.reduce((total, each) => total + each, 0) ?? 0);
  const counts = answer.binEdgesHours.slice(0, -1).map((_, bin) => sum(bin));
  const othersTotal = Math.max(
    1,
    counts.reduce((total, each) => total + each, 0),
  );
  return counts.map((inOthers, bin) => {
    const inGroup = group.histogram?.[bin] ?? 0;
    const from = durationNumber(answer.binEdgesHours[bin] ?? 0, unit);
    return {
      name: `${from}\u2009\u2013\u2009${durationIn(answer.binEdgesHours[bin + 1] ?? 0, unit)}`,
      group: inGroup,
      others: inOthers,
      groupShare: inGroup / groupTotal,
      othersShare: inOthers / othersTotal,
    };
  });
}

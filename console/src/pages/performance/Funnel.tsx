import { useCallback } from 'react';
import type { Schemas } from '~/api/client';
import { Chart } from '~/charts/Chart';
import type { Ink } from '~/charts/ink';
import { escapeHtml, tooltip, valueAxis } from '~/charts/style';
import { count, percent } from '~/format/numbers';
import { text } from '~/text/en';
import styles from './Performance.module.css';

type Group = Schemas['ReturnsGroup'];
const words = text.performance;
const HEIGHT = 340;
const LEAST_DRAWN = 10;

/** Share that came back over number sold: inside the funnel is what chance alone explains. */
export function Funnel({ returns }: { returns: Schemas['Returns'] }) {
  const draw = useCallback((ink: Ink) => optionOf(returns, ink), [returns]);
  return (
    <div className={styles.funnel}>
      <Chart height={HEIGHT} label={`${words.funnel}: ${returns.sentence}`} draw={draw} />
      <p className={styles.note}>{words.funnelNote}</p>
    </div>
  );
}

/**
 * The highest share that is drawn. The limits of very small groups reach everything, and would press all others to the
 * ground; so the limit of a group among the smallest quarter bounds the drawing, unless a share lies higher.
 */
export function shareLimit(returns: Schemas['Returns']): number {
  const bySize = returns.groups.toSorted((a, b) => a.sold - b.sold);
  const small = bySize[Math.floor(bySize.length / 4)];
  const shares = returns.groups.map(group => group.share ?? 0);
  return Math.min(1, 1.15 * Math.max(small?.limits998?.high ?? 0, returns.share ?? 0, ...shares));
}

function optionOf(returns: Schemas['Returns'], ink: Ink) {
  const groups = returns.groups.toSorted((a, b) => a.sold - b.sold);
  const limit = (of: (group: Group) => number | undefined) =>
    groups.flatMap(group => {
      const value = of(group);
      // Limits of a handful jump between whole shares; a line through them would say nothing.
      return value === undefined || group.sold < LEAST_DRAWN ? [] : [[group.sold, value]];
    });
  const line = (data: number[][], type: 'solid' | 'dashed') => ({
    type: 'line',
    data,
    symbol: 'none',
    silent: true,
    smooth: 0.2,
    smoothMonotone: 'x',
    lineStyle: { color: ink['graphite-8'], width: 1.2, type },
  });
  const colour = (group: Group) =>
    group.judgement === 'worse' ? ink.bad : group.judgement === 'better' ? ink.good : ink['graphite-8'];
  return {
    grid: { left: 56, right: 88, top: 20, bottom: 48 },
    tooltip: {
      ...tooltip(ink),
      trigger: 'item',
      formatter: ({ data }: { data: { group?: Group } }) =>
        data.group
          ? `<b>${escapeHtml(data.group.name)}</b><br>${words.returned(count(data.group.returned), count(data.group.sold), percent(data.group.share ?? 0))}<br>${text.judgements[data.group.judgement]}`
          : '',
    },
    xAxis: {
      ...valueAxis(ink),
      min: 0,
      max: ({ max }: { max: number }) => max * 1.04,
      name: words.sold,
      nameLocation: 'middle',
      nameGap: 30,
      splitLine: { show: false },
      axisLine: { show: true, lineStyle: { color: ink['line-strong'] } },
      axisLabel: { ...valueAxis(ink).axisLabel, formatter: count, showMaxLabel: false },
    },
    yAxis: {
      ...valueAxis(ink),
      min: 0,
      max: shareLimit(returns),
      splitNumber: 4,
      axisLabel: {
        ...valueAxis(ink).axisLabel,
        formatter: (share: number) => `${Math.round(share * 1000) / 10}\u202f%`,
      },
    },
    series: [
      line(
        limit(group => group.limits998?.high),
        'solid',
      ),
      line(
        limit(group => group.limits998?.low),
        'solid',
      ),
      line(
        limit(group => group.limits95?.high),
        'dashed',
      ),
      line(
        limit(group => group.limits95?.low),
        'dashed',
      ),
      {
        type: 'scatter',
        symbolSize: 11,
        data: groups.map(group => ({
          value: [group.sold, group.share ?? 0],
          group,
          itemStyle: { color: colour(group), borderColor: ink.card, borderWidth: 1.5 },
          label: {
            show: group.judgement === 'worse' || group.judgement === 'better',
            formatter: group.name,
            position: 'right',
            color: ink.text,
            fontFamily: ink.font,
            fontWeight: 600,
            fontSize: 12,
          },
        })),
        labelLayout: { hideOverlap: true },
        markLine: {
          symbol: 'none',
          silent: true,
          lineStyle: { color: ink['text-muted'], type: 'solid', width: 1 },
          label: {
            formatter: words.all(percent(returns.share ?? 0)),
            color: ink['text-muted'],
            fontSize: 12,
            position: 'end',
            distance: 8,
          },
          data: [{ yAxis: returns.share ?? 0 }],
        },
      },
    ],
  };
}

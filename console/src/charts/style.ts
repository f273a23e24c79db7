import type { Ink } from './ink';

/** The same axes, grid lines and tooltips in every chart. */
export const axisLabel = (ink: Ink) => ({ color: ink['text-muted'], fontSize: 12, fontFamily: ink.font });

export const valueAxis = (ink: Ink) => ({
  type: 'value' as const,
  axisLabel: axisLabel(ink),
  axisLine: { show: false },
  axisTick: { show: false },
  splitLine: { lineStyle: { color: ink.line, width: 1 } },
  nameTextStyle: axisLabel(ink),
});

export const categoryAxis = (ink: Ink) => ({
  type: 'category' as const,
  axisLabel: axisLabel(ink),
  axisLine: { lineStyle: { color: ink['line-strong'] } },
  axisTick: { show: false },
});

export const tooltip = (ink: Ink) => ({
  backgroundColor: ink.raised,
  borderColor: ink['line-strong'],
  borderWidth: 1,
  padding: [8, 12],
  textStyle: { color: ink.text, fontSize: 12, fontFamily: ink.font },
  extraCssText: 'border-radius:8px;box-shadow:var(--shadow-float);font-variant-numeric:tabular-nums',
  confine: true,
});

/** Text that goes into a tooltip's HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, found => `&#${found.charCodeAt(0)};`);
}

import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { Schemas } from '~/api/client';
import { Chart } from '~/charts/Chart';
import { Figure } from '~/charts/Figure';
import type { Ink } from '~/charts/ink';
import { categoryAxis, tooltip, valueAxis } from '~/charts/style';
import { count } from '~/format/numbers';
import { calendarDay } from '~/format/times';
import { type Column, DataTable } from '~/parts/DataTable';
import { Empty } from '~/parts/Empty';
import { Panel } from '~/parts/Panel';
import { WaitingBlock } from '~/parts/Waiting';
import { text } from '~/text/en';

type Day = Schemas['Overview']['eventsByDay'][number];
const words = text.overview;
const HEIGHT = 208;

const columns: Column<Day>[] = [
  { id: 'day', name: words.day, cell: each => calendarDay(each.day, true), sortBy: each => each.day },
  { id: 'events', name: words.events, cell: each => count(each.events), sortBy: each => each.events, end: true },
];

export function EventsByDay({ overview }: { overview: Schemas['Overview'] | undefined }) {
  const days = overview?.eventsByDay;
  return (
    <Panel title={words.byDay} aside={days?.length ? period(days) : undefined} flush>
      {days === undefined ? (
        <WaitingBlock height={HEIGHT + 52} />
      ) : days.length === 0 ? (
        <Empty title={words.noDays} />
      ) : (
        <Figure
          chart={<Bars days={days} />}
          table={<DataTable caption={words.byDay} columns={columns} rows={days} rowKey={each => each.day} />}
        />
      )}
    </Panel>
  );
}

const period = (days: Day[]) =>
  `${calendarDay(days[0]?.day ?? '')} \u2013 ${calendarDay(days.at(-1)?.day ?? '', true)}`;

function Bars({ days }: { days: Day[] }) {
  const navigate = useNavigate();
  const draw = useCallback(
    (ink: Ink) => ({
      grid: { left: 44, right: 12, top: 12, bottom: 26 },
      tooltip: {
        ...tooltip(ink),
        trigger: 'axis',
        axisPointer: { type: 'shadow', shadowStyle: { color: ink['graphite-4'], opacity: 0.5 } },
        formatter: (items: { dataIndex: number }[]) => {
          const at = days[items[0]?.dataIndex ?? 0];
          return at ? `${calendarDay(at.day, true)}<br><b>${count(at.events)}</b> ${words.events.toLowerCase()}` : '';
        },
      },
      xAxis: {
        ...categoryAxis(ink),
        data: days.map(each => calendarDay(each.day)),
        axisLabel: { ...categoryAxis(ink).axisLabel, hideOverlap: true, interval: 'auto' },
      },
      yAxis: { ...valueAxis(ink), splitNumber: 3, axisLabel: { ...valueAxis(ink).axisLabel, formatter: count } },
      series: [
        {
          type: 'bar',
          barCategoryGap: '22%',
          itemStyle: { color: ink['graphite-8'], borderRadius: [2, 2, 0, 0] },
          emphasis: { itemStyle: { color: ink.gold } },
          cursor: 'pointer',
          data: days.map(each => ({ value: each.events, day: each.day })),
        },
      ],
    }),
    [days],
  );
  const open = (data: unknown) => {
    const from = new Date(`${(data as { day: string }).day}T00:00:00Z`);
    const until = new Date(from.getTime() + 86_400_000);
    void navigate({ to: '/events', search: { from: from.toISOString(), until: until.toISOString() } });
  };
  return <Chart height={HEIGHT} label={words.byDay} draw={draw} onPick={open} />;
}

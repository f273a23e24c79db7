import type { Schemas } from '~/api/client';
import { type DurationUnit, durationIn, gap } from '~/format/durations';
import { count, signed } from '~/format/numbers';
import { type Column, DataTable } from '~/parts/DataTable';
import { JudgementMark } from '~/parts/Tone';
import { text } from '~/text/en';

type Group = Schemas['LeadTimeGroup'];
const words = text.performance;

/** The numbers behind the strips. */
export function LeadTimeTable({ groups, unit }: { groups: Group[]; unit: DurationUnit }) {
  const hours = (
    id: string,
    name: string,
    of: (group: Group) => number | undefined,
    difference = false,
  ): Column<Group> => ({
    id,
    name,
    cell: group => {
      const value = of(group);
      if (value === undefined) return text.common.none;
      return difference ? signed(gap(value), value) : durationIn(value, unit);
    },
    sortBy: of,
    end: true,
  });
  const columns: Column<Group>[] = [
    { id: 'name', name: words.by, cell: group => group.name, sortBy: group => group.name },
    { id: 'n', name: 'n', cell: group => count(group.n), sortBy: group => group.n, end: true },
    hours('q1', words.q1, group => group.q1Hours),
    hours('median', words.statistics.median, group => group.medianHours),
    hours('q3', words.q3, group => group.q3Hours),
    hours('p90', words.statistics.p90, group => group.p90Hours),
    hours('low', words.low, group => group.interval?.low),
    hours('high', words.high, group => group.interval?.high),
    hours('best', words.toBest, group => group.gapToBestHours, true),
    hours('middle', words.toMedian, group => group.gapToMedianHours, true),
    {
      id: 'q',
      name: words.q,
      cell: group => (group.qValue === undefined ? text.common.none : qText(group.qValue)),
      sortBy: group => group.qValue,
      end: true,
    },
    {
      id: 'judgement',
      name: words.judgement,
      cell: group => <JudgementMark judgement={group.judgement} />,
      sortBy: group => group.judgement,
    },
  ];
  return <DataTable caption={words.distributions} columns={columns} rows={groups} rowKey={group => group.key} />;
}

export function qText(q: number): string {
  return q < 0.001 ? '< 0.001' : q.toFixed(3);
}

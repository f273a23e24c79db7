import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Schemas } from '~/api/client';
import { questions } from '~/api/questions';
import { writeAddress } from '~/app/address';
import { duration, durationIn, gap, unitFor } from '~/format/durations';
import { count, signed } from '~/format/numbers';
import { type Column, DataTable } from '~/parts/DataTable';
import { EventLink } from '~/parts/EventLink';
import { Moment } from '~/parts/Moment';
import { More } from '~/parts/More';
import { Page } from '~/parts/Page';
import { Panel } from '~/parts/Panel';
import { ProblemNote } from '~/parts/ProblemNote';
import { SaveButton } from '~/parts/SaveButton';
import { JudgementMark } from '~/parts/Tone';
import { UnitName } from '~/parts/UnitName';
import { WaitingBlock, WaitingRows } from '~/parts/Waiting';
import { text } from '~/text/en';
import { GroupHistogram } from './GroupHistogram';
import { usePeriod } from './period';
import { questionOf } from './search';

type SlowUnit = Schemas['LeadTimeUnits']['units'][number];
const words = text.performance;
const route = getRouteApi('/performance/units');

/** The very units behind a group of a comparison, slowest first. */
export default function GroupUnitsPage() {
  const { group: key, ...search } = route.useSearch();
  const { statistic, ...question } = questionOf(search);
  const units = useInfiniteQuery(questions.leadTimeUnits({ ...question, group: key }));
  const comparison = useQuery(questions.leadTimes({ ...question, statistic }));
  const first = units.data?.pages[0];
  // The comparison knows the gaps under the statistic that was asked for.
  const group = comparison.data?.groups.find(each => each.key === key) ?? first?.group;
  const when = usePeriod(comparison.data?.since ?? search.since, comparison.data?.until ?? search.until);
  const list = units.data?.pages.flatMap(page => page.units);

  return (
    <Page
      title={group?.name ?? words.group}
      above={
        <Link to="/performance" search={search}>
          {words.back(question.from, question.to)}
        </Link>
      }
      answer={units.error ? '' : group && <Answer group={group} statistic={statistic ?? 'median'} />}
    >
      {units.error ? (
        <ProblemNote error={units.error} onRetry={() => void units.refetch()} />
      ) : (
        <>
          <Panel title={words.againstAll} aside={comparison.data && words.basis(comparison.data.n, 0, when)} flush>
            {comparison.data && group ? (
              <GroupHistogram answer={comparison.data} group={group} />
            ) : (
              <WaitingBlock height={240} />
            )}
          </Panel>
          <Panel
            title={words.slowest}
            aside={
              <SaveButton
                path={`/api/performance/lead-times/units${writeAddress({ ...question, group: key, format: 'csv' })}`}
                accept="text/csv"
                name="lead-times.csv"
              />
            }
            flush
          >
            {list && first ? (
              <>
                <DataTable caption={words.slowest} columns={columns} rows={list} rowKey={rowKey} linked />
                <More
                  shown={list.length}
                  total={first.total}
                  hasMore={units.hasNextPage}
                  loading={units.isFetchingNextPage}
                  onMore={() => void units.fetchNextPage()}
                />
              </>
            ) : (
              <WaitingRows rows={12} />
            )}
          </Panel>
        </>
      )}
    </Page>
  );
}

const rowKey = (unit: SlowUnit) => unit.epc + unit.startedAt;

function Answer({ group, statistic }: { group: Schemas['LeadTimeGroup']; statistic: 'median' | 'p90' }) {
  const value = group.valueHours ?? group.medianHours;
  if (value === undefined) return <>{text.common.units(group.n)}</>;
  const unit = unitFor(value);
  const behind = group.gapToBestHours;
  return (
    <>
      <strong>{count(group.n)}</strong> {words.unitsWith} {words.statistics[statistic].toLowerCase()}{' '}
      <strong>{durationIn(value, unit)}</strong>
      {behind !== undefined && behind > 0 && <>, {words.slowerThanBest(signed(gap(behind), behind))}</>}.{' '}
      <JudgementMark judgement={group.judgement} />
    </>
  );
}

const columns: Column<SlowUnit>[] = [
  {
    id: 'unit',
    name: text.units.unit,
    cell: unit => (
      <Link to="/unit" search={{ epc: unit.epc }}>
        <UnitName text={unit.text} />
      </Link>
    ),
  },
  { id: 'hours', name: words.leadTime, cell: unit => duration(unit.hours), end: true },
  {
    id: 'start',
    name: words.started,
    cell: unit => (
      <>
        <Moment at={unit.startedAt} /> {unit.startEventID && <EventLink id={unit.startEventID} />}
      </>
    ),
    end: true,
  },
  {
    id: 'finish',
    name: words.finished,
    cell: unit => (
      <>
        <Moment at={unit.finishedAt} /> {unit.finishEventID && <EventLink id={unit.finishEventID} />}
      </>
    ),
    end: true,
  },
];

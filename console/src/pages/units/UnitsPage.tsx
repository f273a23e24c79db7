import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Schemas } from '~/api/client';
import { questions } from '~/api/questions';
import { type Column, DataTable } from '~/parts/DataTable';
import { Empty } from '~/parts/Empty';
import { ChoiceField, Filters, TextField } from '~/parts/Filters';
import { Moment } from '~/parts/Moment';
import { More } from '~/parts/More';
import { Page } from '~/parts/Page';
import { Panel } from '~/parts/Panel';
import { Place } from '~/parts/Place';
import { ProblemNote } from '~/parts/ProblemNote';
import { StateMark } from '~/parts/Tone';
import { UnitName } from '~/parts/UnitName';
import { WaitingRows } from '~/parts/Waiting';
import { text } from '~/text/en';
import { unitKinds, unitStates, whereaboutsValues } from './search';

type Unit = Schemas['Unit'];
const words = text.units;
const route = getRouteApi('/units');

export default function UnitsPage() {
  const filter = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage, isPlaceholderData } = useInfiniteQuery(
    questions.units(filter),
  );
  const products = useQuery(questions.products());
  const locations = useQuery(questions.locations());
  const set = (change: Partial<typeof filter>) =>
    void navigate({ to: '.', search: before => ({ ...before, ...change }), replace: true });

  const units = data?.pages.flatMap(page => page.units);
  const total = data?.pages[0]?.total;
  const filtered = Object.keys(filter).length > 0;
  return (
    <Page title={words.title} answer={total === undefined ? undefined : words.answer(total, filtered)}>
      <Filters folds={Object.keys(filter).length} onClear={filtered ? () => void navigate({ search: {} }) : undefined}>
        <TextField
          label={words.text}
          placeholder={words.textHint}
          value={filter.text}
          onChange={value => set({ text: value })}
        />
        <ChoiceField
          label={words.kind}
          value={filter.kind}
          choices={unitKinds.map(value => ({ value, label: words.kinds[value] }))}
          onChange={value => set({ kind: value as typeof filter.kind })}
        />
        <ChoiceField
          label={words.state}
          value={filter.state}
          choices={unitStates.map(value => ({ value, label: text.states[value] }))}
          onChange={value => set({ state: value as typeof filter.state })}
        />
        <ChoiceField
          label={words.whereabouts}
          value={filter.whereabouts}
          choices={whereaboutsValues.map(value => ({ value, label: text.whereabouts[value] }))}
          onChange={value => set({ whereabouts: value as typeof filter.whereabouts })}
        />
        <ChoiceField
          label={words.product}
          value={filter.product}
          choices={products.data?.map(each => ({ value: each.gtin, label: each.name })) ?? []}
          onChange={value => set({ product: value })}
        />
        <TextField label={words.lot} value={filter.lot} onChange={value => set({ lot: value })} />
        <ChoiceField
          label={words.location}
          value={filter.location}
          choices={locations.data?.map(each => ({ value: each.id, label: each.name })) ?? []}
          onChange={value => set({ location: value })}
        />
      </Filters>
      {error && !data ? (
        <ProblemNote error={error} onRetry={() => void refetch()} />
      ) : (
        <Panel flush>
          {units === undefined ? (
            <WaitingRows rows={14} />
          ) : units.length === 0 ? (
            <Empty title={words.noneTitle}>{filtered ? words.noneFiltered : words.none}</Empty>
          ) : (
            <div style={{ opacity: isPlaceholderData ? 0.6 : 1 }}>
              <DataTable
                caption={words.title}
                columns={columns}
                rows={units}
                rowKey={unit => unit.identifier.epc}
                linked
              />
              <More
                shown={units.length}
                total={total ?? units.length}
                hasMore={hasNextPage}
                loading={isFetchingNextPage}
                onMore={() => void fetchNextPage()}
              />
            </div>
          )}
        </Panel>
      )}
    </Page>
  );
}

const columns: Column<Unit>[] = [
  {
    id: 'unit',
    name: words.unit,
    cell: unit => (
      <Link to="/unit" search={{ epc: unit.identifier.epc }}>
        <UnitName text={unit.identifier.text} />
      </Link>
    ),
  },
  { id: 'product', name: words.product, cell: unit => unit.product?.name ?? words.kindOf(unit.identifier.kind) },
  { id: 'state', name: words.state, cell: unit => <StateMark state={unit.state} /> },
  {
    id: 'location',
    name: words.location,
    cell: unit => (unit.location ? <Place location={unit.location} /> : text.whereabouts.unknown),
  },
  { id: 'lot', name: words.lot, cell: unit => unit.lot, deskOnly: true },
  {
    id: 'seen',
    name: words.seen,
    cell: unit => unit.lastEventTime && <Moment at={unit.lastEventTime} />,
    end: true,
  },
];

import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { questions } from '~/api/questions';
import { count, percent } from '~/format/numbers';
import { Empty } from '~/parts/Empty';
import { ChoiceField, Filters, TimeField } from '~/parts/Filters';
import { Page } from '~/parts/Page';
import { Panel } from '~/parts/Panel';
import { ProblemNote } from '~/parts/ProblemNote';
import { WaitingBlock } from '~/parts/Waiting';
import { text } from '~/text/en';
import { Funnel } from './Funnel';
import { usePeriod } from './period';
import { ReturnsTable } from './ReturnsTable';
import { returnDimensions, type returnsSearch } from './search';
import { PerformanceTabs } from './Tabs';

type Search = ReturnType<typeof returnsSearch>;
const words = text.performance;
const route = getRouteApi('/performance/returns');

export default function ReturnsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { by = 'componentLot', all, ...narrowing } = search;
  const when = usePeriod(search.since, search.until);
  const { data, error, refetch, isPlaceholderData } = useQuery(questions.returns({ ...narrowing, by }));
  const products = useQuery(questions.products());
  const set = (change: Partial<Search>) =>
    void navigate({ search: before => ({ ...before, ...change }), replace: true, resetScroll: false });

  return (
    <Page title={words.title} finding answer={error ? '' : data?.sentence}>
      <PerformanceTabs />
      <Filters onClear={Object.keys(narrowing).length > 0 ? () => void navigate({ search: { by } }) : undefined}>
        <ChoiceField
          label={words.by}
          needed
          value={by}
          choices={returnDimensions.map(value => ({ value, label: words.returnDimensions[value] }))}
          onChange={value => set({ by: value as Search['by'] })}
        />
        <ChoiceField
          label={text.recall.product}
          value={search.product}
          choices={products.data?.map(each => ({ value: each.gtin, label: each.name })) ?? []}
          onChange={product => set({ product })}
        />
        <TimeField label={words.since} value={search.since} onChange={since => set({ since })} />
        <TimeField label={words.until} value={search.until} onChange={until => set({ until })} />
      </Filters>
      {error ? (
        <ProblemNote error={error} onRetry={() => void refetch()} />
      ) : data && data.groups.length === 0 ? (
        <Panel>
          <Empty title={words.noReturnsTitle}>{data.note ?? words.noReturns}</Empty>
        </Panel>
      ) : (
        <>
          <Panel
            title={words.funnel}
            aside={
              data &&
              [words.returned(count(data.returned), count(data.sold), percent(data.share ?? 0)), when]
                .filter(Boolean)
                .join('; ')
            }
            flush
          >
            {data ? (
              <div style={{ opacity: isPlaceholderData ? 0.6 : 1 }}>
                <Funnel returns={data} />
              </div>
            ) : (
              <WaitingBlock height={380} />
            )}
          </Panel>
          {data && (
            <Panel title={words.returnDimensions[by]} flush>
              <ReturnsTable returns={data} all={all ?? false} onAll={() => set({ all: true })} />
            </Panel>
          )}
        </>
      )}
    </Page>
  );
}

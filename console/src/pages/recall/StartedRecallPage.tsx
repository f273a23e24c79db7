import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { questions } from '~/api/questions';
import { Facts } from '~/parts/Facts';
import { Moment } from '~/parts/Moment';
import { Page } from '~/parts/Page';
import { Panel } from '~/parts/Panel';
import { ProblemNote } from '~/parts/ProblemNote';
import { WaitingBlock } from '~/parts/Waiting';
import { text } from '~/text/en';
import { conditionFacts } from './conditionFacts';
import { ScopeView } from './ScopeView';

const words = text.recall;
const route = getRouteApi('/recall/$id');

export default function StartedRecallPage() {
  const { id } = route.useParams();
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    questions.recall(id),
  );
  const products = useQuery(questions.products());
  const locations = useQuery(questions.locations());
  const first = data?.pages[0];
  const above = <Link to="/recall">{text.nav.recall}</Link>;
  if (error) {
    return (
      <Page title={words.one} above={above} plain>
        <ProblemNote error={error} onRetry={() => void refetch()} />
      </Page>
    );
  }
  return (
    <Page
      title={first?.recall.name ?? words.one}
      above={above}
      finding
      answer={first && `${first.scope.sentence.replace(/\.$/, '')}.`}
    >
      <Panel title={words.frozen}>
        {first ? (
          <Facts
            columns={2}
            items={[
              [words.reason, first.recall.reason],
              [words.started, <Moment key="started" at={first.recall.startedAt} />],
              ...conditionFacts(first.recall.condition, products.data ?? [], locations.data ?? []),
            ]}
          />
        ) : (
          <WaitingBlock height={72} />
        )}
      </Panel>
      <ScopeView
        scope={first?.scope}
        list={data?.pages.flatMap(page => page.scope.list)}
        whereabouts={undefined}
        csv={`/api/recalls/${id}?format=csv`}
        hasMore={hasNextPage}
        loading={isFetchingNextPage}
        onMore={() => void fetchNextPage()}
      />
    </Page>
  );
}

import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { questions } from '~/api/questions';
import { Empty } from '~/parts/Empty';
import { Page } from '~/parts/Page';
import { Panel } from '~/parts/Panel';
import { ProblemNote } from '~/parts/ProblemNote';
import { WaitingRows } from '~/parts/Waiting';
import { text } from '~/text/en';
import { LeadTimeForm } from './LeadTimeForm';
import { LeadTimeStrips } from './LeadTimeStrips';
import { usePeriod } from './period';
import { questionOf } from './search';
import { PerformanceTabs } from './Tabs';

const words = text.performance;
const route = getRouteApi('/performance');

export default function LeadTimesPage() {
  const search = route.useSearch();
  const { data, error, refetch, isPlaceholderData } = useQuery(questions.leadTimes(questionOf(search)));
  const when = usePeriod(data?.since ?? search.since, data?.until ?? search.until);
  return (
    <Page title={words.title} finding answer={error ? '' : data?.sentence}>
      <PerformanceTabs />
      <LeadTimeForm />
      {error ? (
        <ProblemNote error={error} onRetry={() => void refetch()} />
      ) : (
        <Panel title={words.distributions} aside={data && words.basis(data.n, data.unfinished ?? 0, when)} flush>
          {data === undefined ? (
            <WaitingRows rows={6} />
          ) : data.groups.length === 0 ? (
            <Empty title={words.noneTitle}>{data.note ?? words.none}</Empty>
          ) : (
            <div style={{ opacity: isPlaceholderData ? 0.6 : 1 }}>
              <LeadTimeStrips answer={data} />
            </div>
          )}
        </Panel>
      )}
    </Page>
  );
}

import { Button } from '@mantine/core';
import { IconUrgent } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { questions } from '~/api/questions';
import { Page } from '~/parts/Page';
import { ProblemNote } from '~/parts/ProblemNote';
import { text } from '~/text/en';
import { ConditionForm } from './ConditionForm';
import { Recalls } from './Recalls';
import { ScopeView } from './ScopeView';
import { StartRecall } from './StartRecall';
import { conditionOf, isEmpty } from './search';

const words = text.recall;
const route = getRouteApi('/recall');

export default function RecallPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [starting, setStarting] = useState(false);
  const condition = conditionOf(search);
  const asked = !isEmpty(condition);
  const scope = useInfiniteQuery({ ...questions.scope(condition, search.whereabouts), enabled: asked });
  const first = asked ? scope.data?.pages[0] : undefined;

  return (
    <Page
      title={words.title}
      finding={asked}
      answer={!asked ? words.ask : scope.error ? '' : first && `${first.sentence.replace(/\.$/, '')}.`}
      actions={
        first &&
        first.units > 0 && (
          <Button leftSection={<IconUrgent size={16} stroke={1.6} aria-hidden />} onClick={() => setStarting(true)}>
            {words.start}
          </Button>
        )
      }
    >
      <ConditionForm />
      {asked && scope.error ? (
        <ProblemNote error={scope.error} onRetry={() => void scope.refetch()} />
      ) : (
        asked && (
          <ScopeView
            scope={first}
            list={scope.data?.pages.flatMap(page => page.list)}
            stale={scope.isPlaceholderData}
            whereabouts={search.whereabouts}
            onWhereabouts={whereabouts =>
              void navigate({ search: before => ({ ...before, whereabouts }), replace: true, resetScroll: false })
            }
            csv={condition}
            hasMore={scope.hasNextPage}
            loading={scope.isFetchingNextPage}
            onMore={() => void scope.fetchNextPage()}
          />
        )
      )}
      <Recalls />
      {first && (
        <StartRecall scope={first} condition={condition} opened={starting} onClose={() => setStarting(false)} />
      )}
    </Page>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Schemas } from '~/api/client';
import { questions } from '~/api/questions';
import { ShareBar, type SharePart } from '~/charts/ShareBar';
import { whereaboutsOrder, whereaboutsShades } from '~/charts/shades';
import { count, percent } from '~/format/numbers';
import { day } from '~/format/times';
import { ButtonLink } from '~/parts/ButtonLink';
import { Empty } from '~/parts/Empty';
import { Page } from '~/parts/Page';
import { Panel } from '~/parts/Panel';
import { ProblemNote } from '~/parts/ProblemNote';
import { whereaboutsIcons } from '~/parts/Tone';
import { WaitingBlock } from '~/parts/Waiting';
import { text } from '~/text/en';
import { Captures } from './Captures';
import { EventsByDay } from './EventsByDay';
import styles from './Overview.module.css';
import { Questions } from './Questions';

type Overview = Schemas['Overview'];
const words = text.overview;

export default function OverviewPage() {
  const { data, error, refetch } = useQuery(questions.overview());

  if (error && !data) {
    return (
      <Page title={words.title} plain>
        <ProblemNote error={error} onRetry={() => void refetch()} />
      </Page>
    );
  }
  if (data && data.events === 0) return <EmptyLog />;
  return (
    <Page title={words.title} answer={data && <Answer overview={data} />}>
      <Panel
        title={words.where}
        aside={data && <span>{words.located(percent(locatedShare(data)), count(data.units))}</span>}
      >
        {data ? <ShareBar parts={whereaboutsParts(data)} label={words.where} /> : <WaitingBlock height={104} />}
      </Panel>
      <Questions overview={data} />
      <div className={styles.pair}>
        <EventsByDay overview={data} />
        <Captures captures={data?.captures} />
      </div>
    </Page>
  );
}

function Answer({ overview }: { overview: Overview }) {
  return (
    <>
      <strong>{words.units(overview.units)}</strong> {words.and}{' '}
      <strong>{words.logistic(overview.logisticUnits ?? 0)}</strong>{' '}
      {words.told(count(overview.events), overview.firstEventTime && day(overview.firstEventTime))}{' '}
      <Link to="/cases">
        <strong>{words.cases(overview.cases)}</strong>
      </Link>
      .
    </>
  );
}

function EmptyLog() {
  return (
    <Page title={words.title} plain>
      <Panel>
        <Empty title={words.emptyTitle} action={<ButtonLink to="/events/capture">{words.emptyAction}</ButtonLink>}>
          {words.empty} <code>touchstone demo</code>.
        </Empty>
      </Panel>
    </Page>
  );
}

function locatedShare(overview: Overview): number {
  const unknown = overview.byKind?.find(each => each.whereabouts === 'unknown')?.units ?? 0;
  return overview.units === 0 ? 1 : 1 - unknown / overview.units;
}

function whereaboutsParts(overview: Overview): SharePart[] {
  const counts = new Map(overview.byKind?.map(each => [each.whereabouts, each.units]));
  return whereaboutsOrder.flatMap(whereabouts => {
    const value = counts.get(whereabouts) ?? 0;
    return value === 0
      ? []
      : [
          {
            key: whereabouts,
            name: text.whereabouts[whereabouts],
            value,
            icon: whereaboutsIcons[whereabouts],
            shade: whereaboutsShades[whereabouts],
            to: { to: '/units', search: { kind: 'product', whereabouts } },
          },
        ];
  });
}

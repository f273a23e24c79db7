import { Checkbox } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { LogEvent } from '~/api/events';
import { type EventFilter, questions } from '~/api/questions';
import { elementString } from '~/format/identifiers';
import { momentAt } from '~/format/times';
import { words as vocabulary } from '~/format/words';
import { ButtonLink } from '~/parts/ButtonLink';
import { type Column, DataTable } from '~/parts/DataTable';
import { Empty } from '~/parts/Empty';
import { ChoiceField, Filters, TextField, TimeField } from '~/parts/Filters';
import { Page } from '~/parts/Page';
import { Panel } from '~/parts/Panel';
import { ProblemNote } from '~/parts/ProblemNote';
import { Mark, weights } from '~/parts/Tone';
import { UnitName } from '~/parts/UnitName';
import { WaitingRows } from '~/parts/Waiting';
import { text } from '~/text/en';
import { EventDetail } from './EventDetail';
import styles from './Events.module.css';
import { EventsEnd } from './EventsEnd';
import { actions, type eventSearch, eventTypes } from './search';
import { steps } from './steps';

type Search = ReturnType<typeof eventSearch>;
const words = text.events;
const route = getRouteApi('/events');

export default function EventsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { event, ...filters } = search;
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage, isPlaceholderData } = useInfiniteQuery(
    questions.events(filterOf(search)),
  );
  const locations = useQuery(questions.locations());
  const names = new Map(locations.data?.map(location => [location.id, location.name]));
  const set = (change: Partial<Search>) =>
    void navigate({ search: before => ({ ...before, ...change }), replace: true, resetScroll: false });
  const events = data?.pages.flatMap(page => page.events);
  const filtered = Object.keys(filters).length > 0;

  return (
    <Page
      title={words.title}
      answer={events && words.answer(events.length, hasNextPage, filtered)}
      actions={
        <ButtonLink to="/events/capture" leftSection={<IconUpload size={16} stroke={1.6} aria-hidden />}>
          {words.capture}
        </ButtonLink>
      }
    >
      <Filters
        folds={Object.keys(filters).length}
        onClear={filtered ? () => void navigate({ search: event ? { event } : {} }) : undefined}
      >
        <TextField
          wide
          label={words.epc}
          placeholder={words.epcHint}
          value={search.epc}
          onChange={epc => set({ epc })}
        />
        <ChoiceField
          label={words.type}
          value={search.type}
          choices={eventTypes.map(value => ({ value, label: words.types[value] }))}
          onChange={value => set({ type: value as Search['type'] })}
        />
        <ChoiceField
          label={words.step}
          value={search.step}
          choices={steps.map(value => ({ value, label: vocabulary(value) }))}
          onChange={step => set({ step })}
        />
        <ChoiceField
          label={words.action}
          value={search.action}
          choices={actions.map(value => ({ value, label: words.actions[value] }))}
          onChange={value => set({ action: value as Search['action'] })}
        />
        <ChoiceField
          label={words.place}
          value={search.place}
          choices={locations.data?.map(location => ({ value: location.id, label: location.name })) ?? []}
          onChange={place => set({ place })}
        />
        <TimeField label={words.from} value={search.from} onChange={from => set({ from })} />
        <TimeField label={words.until} value={search.until} onChange={until => set({ until })} />
        <Checkbox
          className={styles.check}
          label={words.voids}
          checked={search.voids ?? false}
          onChange={change => set({ voids: change.currentTarget.checked || undefined })}
        />
      </Filters>
      {error && !data ? (
        <ProblemNote error={error} onRetry={() => void refetch()} />
      ) : (
        <Panel flush>
          {events === undefined ? (
            <WaitingRows rows={14} />
          ) : events.length === 0 ? (
            <Empty title={words.noneTitle}>{filtered ? words.noneFiltered : words.none}</Empty>
          ) : (
            <div style={{ opacity: isPlaceholderData ? 0.6 : 1 }}>
              <DataTable
                caption={words.title}
                columns={columnsFor(search, names)}
                rows={events}
                rowKey={each => each.id + (each.declaredErroneous ? ' void' : '')}
                linked
                selected={each => each.id === event}
              />
              <EventsEnd
                shown={events.length}
                hasMore={hasNextPage}
                loading={isFetchingNextPage}
                onMore={() => void fetchNextPage()}
              />
            </div>
          )}
        </Panel>
      )}
      <EventDetail id={event} onClose={() => set({ event: undefined })} />
    </Page>
  );
}

function filterOf({ type, action, step, disposition, place, epc, from, until, voids }: Search): EventFilter {
  return {
    eventType: type,
    EQ_action: action,
    EQ_bizStep: step,
    EQ_disposition: disposition,
    EQ_readPoint: place,
    MATCH_anyEPC: epc,
    GE_eventTime: from,
    LT_eventTime: until,
    EXISTS_errorDeclaration: voids,
    orderBy: 'eventTime',
    orderDirection: 'DESC',
  };
}

function columnsFor(search: Search, names: Map<string, string>): Column<LogEvent>[] {
  return [
    {
      id: 'what',
      name: words.event,
      cell: event => (
        <Link to="/events" search={{ ...search, event: event.id }} replace resetScroll={false}>
          {event.bizStep
            ? vocabulary(event.bizStep)
            : (words.types[event.type as keyof typeof words.types] ?? event.type)}
        </Link>
      ),
    },
    {
      id: 'type',
      name: words.type,
      cell: event => (
        <span className={styles.type}>
          {words.types[event.type as keyof typeof words.types] ?? event.type}
          {event.action && <span>{words.actions[event.action as keyof typeof words.actions]}</span>}
          {event.declaredErroneous && <Mark {...weights.attention}>{words.voiding}</Mark>}
        </span>
      ),
    },
    { id: 'things', name: words.things, cell: event => <Things event={event} /> },
    { id: 'place', name: words.place, cell: event => placeOf(event, names) },
    { id: 'time', name: words.time, cell: event => <When event={event} />, end: true },
  ];
}

function Things({ event }: { event: LogEvent }) {
  const [first] = event.things;
  const more = event.things.length - 1 + event.quantities;
  if (!first) return event.quantities > 0 ? words.quantities(event.quantities) : text.common.none;
  return (
    <span className={styles.things}>
      <Link to="/unit" search={{ epc: first }}>
        <UnitName text={elementString(first)} />
      </Link>
      {more > 0 && <span>{words.andMore(more)}</span>}
    </span>
  );
}

function placeOf(event: LogEvent, names: Map<string, string>): string {
  const place = event.readPoint ?? event.bizLocation;
  return place ? (names.get(place) ?? elementString(place)) : text.common.none;
}

function When({ event }: { event: LogEvent }) {
  const { day, clock, zone } = momentAt(event.time, event.offset);
  return (
    <time dateTime={event.time}>
      {day} {clock} {zone}
    </time>
  );
}

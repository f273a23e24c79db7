import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ask, askBlob, client, type Schemas } from './client';
import type { paths } from './contract';
import { type EventPage, readEventPage } from './events';

type Query<P extends keyof paths> = paths[P] extends { get: { parameters: { query?: infer Q } } }
  ? NonNullable<Q>
  : never;

export type UnitFilter = Query<'/api/units'>;
export type EventFilter = Query<'/epcis/events'>;
export type ScopeCondition = Schemas['RecallCondition'];
export type LeadTimeQuestion = Query<'/api/performance/lead-times'>;
export type LeadTimeUnitsQuestion = Query<'/api/performance/lead-times/units'>;
export type ReturnsQuestion = Query<'/api/performance/returns'>;
export type CaseFilter = Query<'/api/cases'>;

const PER_PAGE = 25;
const firstPage = undefined as string | undefined;
const settled = { staleTime: 60_000 };

/** Every question that the console asks, one entry a question: its key in the cache and how it is asked. */
export const questions = {
  overview: () =>
    queryOptions({
      queryKey: ['overview'],
      queryFn: ({ signal }) => ask(client.GET('/api/overview', { signal })),
      refetchInterval: 60_000,
    }),

  products: () =>
    queryOptions({
      queryKey: ['products'],
      queryFn: ({ signal }) => ask(client.GET('/api/products', { signal })).then(answer => answer.products),
      ...settled,
    }),

  locations: () =>
    queryOptions({
      queryKey: ['locations'],
      queryFn: ({ signal }) => ask(client.GET('/api/locations', { signal })).then(answer => answer.locations),
      ...settled,
    }),

  units: (filter: UnitFilter) =>
    infiniteQueryOptions({
      queryKey: ['units', filter],
      queryFn: ({ signal, pageParam }) =>
        ask(
          client.GET('/api/units', {
            params: { query: { ...filter, perPage: PER_PAGE, nextPageToken: pageParam } },
            signal,
          }),
        ),
      initialPageParam: firstPage,
      getNextPageParam: page => page.nextPageToken,
      placeholderData: keepPreviousData,
    }),

  trace: (epc: string, asOf?: string) =>
    queryOptions({
      queryKey: ['trace', epc, asOf],
      queryFn: ({ signal }) => ask(client.GET('/api/trace', { params: { query: { epc, asOf } }, signal })),
    }),

  genealogy: (epc: string, depth: number, limit: number) =>
    queryOptions({
      queryKey: ['genealogy', epc, depth, limit],
      queryFn: ({ signal }) =>
        ask(client.GET('/api/genealogy', { params: { query: { epc, direction: 'both', depth, limit } }, signal })),
      placeholderData: keepPreviousData,
    }),

  verify: (scan: string, asOf?: string) =>
    queryOptions({
      queryKey: ['verify', scan, asOf],
      queryFn: ({ signal }) => ask(client.GET('/api/verify', { params: { query: { scan, asOf } }, signal })),
    }),

  cases: (filter: CaseFilter) =>
    queryOptions({
      queryKey: ['cases', filter],
      queryFn: ({ signal }): Promise<Schemas['Case'][]> =>
        ask(client.GET('/api/cases', { params: { query: filter }, signal })).then(answer => answer.cases),
      placeholderData: keepPreviousData,
    }),

  events: (filter: EventFilter) =>
    infiniteQueryOptions({
      queryKey: ['events', filter],
      queryFn: async ({ signal, pageParam }): Promise<EventPage> => {
        const answer = client.GET('/epcis/events', {
          params: { query: { ...filter, perPage: PER_PAGE, nextPageToken: pageParam } },
          signal,
        });
        const document = await ask(answer);
        return readEventPage(document, (await answer).response.headers.get('Link'));
      },
      initialPageParam: firstPage,
      getNextPageParam: page => page.nextPageToken,
      placeholderData: keepPreviousData,
    }),

  event: (eventID: string) =>
    queryOptions({
      queryKey: ['event', eventID],
      queryFn: ({ signal }) =>
        ask(client.GET('/epcis/events/{eventID}', { params: { path: { eventID } }, signal })).then(
          document => readEventPage(document, null).events,
        ),
      ...settled,
    }),

  captures: () =>
    queryOptions({
      queryKey: ['captures'],
      queryFn: ({ signal }) => ask(client.GET('/epcis/capture', { params: { query: { perPage: 10 } }, signal })),
    }),

  scope: (condition: ScopeCondition, whereabouts?: Schemas['Whereabouts']) =>
    infiniteQueryOptions({
      queryKey: ['scope', condition, whereabouts],
      queryFn: ({ signal, pageParam }) =>
        ask(
          client.GET('/api/recall/scope', {
            params: { query: { ...condition, whereabouts, perPage: PER_PAGE, nextPageToken: pageParam } },
            signal,
          }),
        ),
      initialPageParam: firstPage,
      getNextPageParam: page => page.nextPageToken,
      placeholderData: keepPreviousData,
    }),

  recalls: () =>
    queryOptions({
      queryKey: ['recalls'],
      queryFn: ({ signal }) => ask(client.GET('/api/recalls', { signal })).then(answer => answer.recalls),
    }),

  recall: (id: string) =>
    infiniteQueryOptions({
      queryKey: ['recall', id],
      queryFn: ({ signal, pageParam }) =>
        ask(
          client.GET('/api/recalls/{id}', {
            params: { path: { id }, query: { perPage: PER_PAGE, nextPageToken: pageParam } },
            signal,
          }),
        ),
      initialPageParam: firstPage,
      getNextPageParam: page => page.scope.nextPageToken,
    }),

  leadTimes: (question: LeadTimeQuestion) =>
    queryOptions({
      queryKey: ['lead-times', question],
      queryFn: ({ signal }) => ask(client.GET('/api/performance/lead-times', { params: { query: question }, signal })),
      placeholderData: keepPreviousData,
      ...settled,
    }),

  leadTimeUnits: (question: LeadTimeUnitsQuestion) =>
    infiniteQueryOptions({
      queryKey: ['lead-time-units', question],
      queryFn: ({ signal, pageParam }) =>
        ask(
          client.GET('/api/performance/lead-times/units', {
            params: { query: { ...question, perPage: PER_PAGE, nextPageToken: pageParam } },
            signal,
          }),
        ),
      initialPageParam: firstPage,
      getNextPageParam: page => page.nextPageToken,
    }),

  returns: (question: ReturnsQuestion) =>
    queryOptions({
      queryKey: ['returns', question],
      queryFn: ({ signal }) => ask(client.GET('/api/performance/returns', { params: { query: question }, signal })),
      placeholderData: keepPreviousData,
      ...settled,
    }),

  label: (epc: string, symbol: string, format: 'svg' | 'png', dpi?: number) =>
    queryOptions({
      queryKey: ['label', epc, symbol, format, dpi],
      queryFn: ({ signal }) => askBlob(labelPath(epc, symbol, format, dpi), LABEL_TYPES[format], signal),
      staleTime: Number.POSITIVE_INFINITY,
    }),
};

export const LABEL_TYPES = { svg: 'image/svg+xml', png: 'image/png' } as const;

export function labelPath(epc: string, symbol: string, format: 'svg' | 'png', dpi?: number): string {
  const query = new URLSearchParams({ epc, symbol, format, ...(dpi ? { dpi: String(dpi) } : {}) });
  return `/api/labels?${query}`;
}

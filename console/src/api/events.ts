/** The few members of an EPCIS event that lists show; the rest stays in `json`. */
export interface LogEvent {
  id: string;
  type: string;
  time: string;
  offset: string;
  recordTime?: string;
  action?: string;
  bizStep?: string;
  disposition?: string;
  readPoint?: string;
  bizLocation?: string;
  /** Identifiers of single things that the event names, parent first. */
  things: string[];
  /** Class-level quantities that the event names. */
  quantities: number;
  declaredErroneous: boolean;
  json: Record<string, unknown>;
}

export interface EventPage {
  events: LogEvent[];
  nextPageToken?: string;
}

type Json = Record<string, unknown>;

const asRecord = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {});
const asText = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Reads a query document, or a lone event, as the interface gives them. */
export function readEventPage(document: unknown, link: string | null): EventPage {
  const root = asRecord(document);
  const body = asRecord(root.epcisBody);
  const results = asRecord(asRecord(body.queryResults).resultsBody);
  const list = asList(results.eventList ?? body.eventList ?? root.eventList);
  const events = list.length > 0 ? list : typeof root.eventTime === 'string' ? [root] : [];
  return { events: events.map(readEvent), nextPageToken: nextPageToken(link) };
}

function readEvent(value: unknown): LogEvent {
  const json = asRecord(value);
  const texts = (name: string) => asList(json[name]).filter(item => typeof item === 'string');
  const lists = ['epcList', 'childEPCs', 'inputEPCList', 'outputEPCList'];
  const classes = ['quantityList', 'childQuantityList', 'inputQuantityList', 'outputQuantityList'];
  const parent = asText(json.parentID);
  return {
    id: asText(json.eventID) ?? '',
    type: asText(json.type) ?? asText(json.isA) ?? '',
    time: asText(json.eventTime) ?? '',
    offset: asText(json.eventTimeZoneOffset) ?? '+00:00',
    recordTime: asText(json.recordTime),
    action: asText(json.action),
    bizStep: asText(json.bizStep),
    disposition: asText(json.disposition),
    readPoint: asText(asRecord(json.readPoint).id),
    bizLocation: asText(asRecord(json.bizLocation).id),
    things: [...(parent ? [parent] : []), ...lists.flatMap(texts)],
    quantities: classes.reduce((sum, name) => sum + asList(json[name]).length, 0),
    declaredErroneous: json.errorDeclaration !== undefined,
    json,
  };
}

/** The page token in a `Link: <…?nextPageToken=…>; rel="next"` header. */
export function nextPageToken(link: string | null): string | undefined {
  const next = link?.split(/,\s*(?=<)/).find(part => /;\s*rel="?next"?/.test(part));
  const address = next && /<([^>]*)>/.exec(next)?.[1];
  if (!address) return undefined;
  return new URL(address, 'http://server/').searchParams.get('nextPageToken') ?? undefined;
}

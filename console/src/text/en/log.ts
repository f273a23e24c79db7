import { count, counted } from '~/format/numbers';

export const logTexts = {
  events: {
    title: 'Events',
    answer: (n: number, more: boolean, filtered: boolean) =>
      n === 0
        ? 'No event to show.'
        : `The latest ${count(n)}${more ? '' : ', which are all'}${filtered ? ' that match' : ''}, by event time.`,
    capture: 'Capture a document',
    event: 'Event',
    epc: 'Names',
    epcHint: 'Any identifier',
    type: 'Type',
    types: {
      ObjectEvent: 'Object',
      AggregationEvent: 'Aggregation',
      TransformationEvent: 'Transformation',
      AssociationEvent: 'Association',
      TransactionEvent: 'Transaction',
    },
    step: 'Business step',
    action: 'Action',
    actions: { ADD: 'Add', OBSERVE: 'Observe', DELETE: 'Delete' },
    place: 'Read point',
    from: 'From',
    until: 'Until',
    voids: 'Error declarations only',
    voiding: 'Declares an error',
    things: 'Things',
    quantities: (n: number) => counted(n, 'quantity', 'quantities'),
    andMore: (n: number) => `and ${count(n)} more`,
    time: 'Event time',
    recorded: 'Record time',
    disposition: 'Disposition',
    shown: (n: number, more: boolean) => (more ? `${count(n)} shown` : `All ${count(n)} shown`),
    noneTitle: 'No event here',
    none: 'Events appear here as soon as a document is captured.',
    noneFiltered: 'No event meets all of these filters. Take one away.',
  },
  capture: {
    title: 'Capture',
    answer: 'All or nothing: a document is on disk as a whole, or refused as a whole.',
    document: 'EPCIS 2.0 document',
    placeholder: 'Paste an EPCIS 2.0 JSON-LD document, or drop a file here',
    submit: 'Capture',
    file: 'Choose a file',
    jobs: 'Latest captures',
    captured: (events: number, duplicates: number) =>
      duplicates === 0
        ? `${counted(events, 'event', 'events')} captured`
        : `${counted(events, 'event', 'events')}, of which ${count(duplicates)} were in the log already`,
    see: 'See the events',
    line: (n: number) => `Line ${count(n)}`,
  },
} as const;

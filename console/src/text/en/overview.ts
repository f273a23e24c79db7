import { count, counted } from '~/format/numbers';

export const overviewTexts = {
  overview: {
    title: 'Overview',
    units: (n: number) => counted(n, 'unit', 'units'),
    and: 'and',
    logistic: (n: number) => counted(n, 'case or pallet', 'cases and pallets'),
    told: (events: string, since: string | undefined) =>
      `known from ${events} events${since ? ` since ${since}` : ''};`,
    cases: (n: number) => (n === 0 ? 'no open case' : counted(n, 'open case', 'open cases')),
    where: 'Where the units are',
    located: (share: string, units: string) => `${share} of ${units} located`,
    questions: 'Questions to start with',
    planted: 'Four faults are hidden in the demonstration world; each question finds one.',
    askLot: 'Does one component lot come back more often, and where are its units now?',
    askLotWay: 'Returns by component lot',
    askLine: 'Which line and shift takes longer to pack, and by how much?',
    askLineWay: 'Lead times by line and shift',
    askRoute: 'Did everything arrive in the country it was sent to?',
    askRouteWay: 'Diverted goods',
    askCopy: 'Was one serial seen in two places at once?',
    askCopyWay: 'Impossible travel',
    byDay: 'Events by day',
    day: 'Day',
    events: 'Events',
    noDays: 'No events yet',
    captures: 'Latest captures',
    capture: 'Capture a document',
    captured: (n: number) => counted(n, 'event', 'events'),
    duplicates: (n: number) => `${count(n)} already in the log`,
    refused: 'Refused',
    noCaptures: 'Nothing was captured yet',
    emptyTitle: 'The log is empty',
    empty: 'Capture an EPCIS document to begin, or start the demonstration world with',
    emptyAction: 'Capture a document',
  },
  cases: {
    title: 'Cases',
    answer: (cases: { kind: string }[]) => {
      const of = (kind: string) => cases.filter(each => each.kind === kind).length;
      const parts = [
        of('impossibleTravel') && counted(of('impossibleTravel'), 'impossible journey', 'impossible journeys'),
        of('diversion') && counted(of('diversion'), 'diversion', 'diversions'),
      ].filter(Boolean);
      return parts.length ? `Open: ${parts.join(' and ')}.` : 'No case is open.';
    },
    kind: 'Kind',
    kinds: { impossibleTravel: 'Impossible travel', diversion: 'Diversion' },
    units: (n: number) => `${counted(n, 'product unit', 'product units')} concerned`,
    from: { impossibleTravel: 'First seen', diversion: 'Sent from' },
    to: { impossibleTravel: 'Then seen', diversion: 'Arrived' },
    distance: (km: string) => `${km}\u202fkm apart`,
    between: (length: string) => `${length} between`,
    speed: (kmh: string) => `would need ${kmh}\u202fkm/h`,
    it: (identifier: string) => (identifier.startsWith('(00)') ? 'This case or pallet' : 'This unit'),
    proof: (n: number) => `Event ${n}`,
    noneTitle: 'No case is open',
    none: 'A case opens when a unit is seen in two places too far apart for the time between, or when goods arrive in another country than they were sent to.',
    noneFiltered: 'No case of this kind in this period.',
  },
} as const;

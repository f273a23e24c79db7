import { given, oneOf, type Raw, timeOf } from '~/app/address';

export const caseKinds = ['impossibleTravel', 'diversion'] as const;

export const caseSearch = (raw: Raw) =>
  given({ kind: oneOf(raw.kind, caseKinds), since: timeOf(raw.since), until: timeOf(raw.until) });

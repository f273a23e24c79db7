import { given, oneOf, type Raw, textOf } from '~/app/address';

export const unitKinds = ['product', 'logistic', 'other'] as const;
export const unitStates = [
  'observed',
  'active',
  'sold',
  'returned',
  'consumed',
  'decommissioned',
  'destroyed',
] as const;

export const whereaboutsValues = [
  'plant',
  'centre',
  'transit',
  'shop',
  'sold',
  'consumed',
  'destroyed',
  'other',
  'unknown',
] as const;

export const unitsSearch = (raw: Raw) =>
  given({
    text: textOf(raw.text),
    kind: oneOf(raw.kind, unitKinds),
    state: oneOf(raw.state, unitStates),
    whereabouts: oneOf(raw.whereabouts, whereaboutsValues),
    product: textOf(raw.product),
    lot: textOf(raw.lot),
    location: textOf(raw.location),
  });

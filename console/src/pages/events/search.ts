import { flagOf, given, oneOf, type Raw, textOf, timeOf } from '~/app/address';

export const eventTypes = [
  'ObjectEvent',
  'AggregationEvent',
  'TransformationEvent',
  'AssociationEvent',
  'TransactionEvent',
] as const;
export const actions = ['ADD', 'OBSERVE', 'DELETE'] as const;

export const eventSearch = (raw: Raw) =>
  given({
    type: oneOf(raw.type, eventTypes),
    action: oneOf(raw.action, actions),
    step: textOf(raw.step),
    disposition: textOf(raw.disposition),
    place: textOf(raw.place),
    epc: textOf(raw.epc),
    from: timeOf(raw.from),
    until: timeOf(raw.until),
    voids: flagOf(raw.voids),
    event: textOf(raw.event),
  });

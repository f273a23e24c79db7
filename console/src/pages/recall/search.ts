import type { ScopeCondition } from '~/api/questions';
import { given, oneOf, type Raw, textOf, timeOf } from '~/app/address';
import { whereaboutsValues } from '~/pages/units/search';

export const scopeSearch = (raw: Raw) =>
  given({
    componentLot: textOf(raw.componentLot),
    productLot: textOf(raw.productLot),
    product: textOf(raw.product),
    plant: textOf(raw.plant),
    line: textOf(raw.line),
    madeFrom: timeOf(raw.madeFrom),
    madeUntil: timeOf(raw.madeUntil),
    whereabouts: oneOf(raw.whereabouts, whereaboutsValues),
  });

export type ScopeSearch = ReturnType<typeof scopeSearch>;

/** The condition alone, without what is only looked at. */
export function conditionOf({ whereabouts: _, ...condition }: ScopeSearch): ScopeCondition {
  return condition;
}

export function isEmpty(condition: ScopeCondition): boolean {
  return Object.values(condition).every(value => value === undefined);
}

import type { Schemas } from '~/api/client';
import { elementString } from '~/format/identifiers';
import { moment } from '~/format/times';
import { text } from '~/text/en';

const words = text.recall;

/** A condition in words: its parts by name, with the names of products and places instead of their ids. */
export function conditionFacts(
  condition: Schemas['RecallCondition'],
  products: Schemas['Product'][],
  locations: Schemas['Location'][],
): [string, string][] {
  const place = (id: string | undefined) => id && (locations.find(each => each.id === id)?.name ?? elementString(id));
  const product = condition.product;
  const parts: [string, string | undefined][] = [
    [words.componentLot, condition.componentLot && elementString(condition.componentLot)],
    [words.productLot, condition.productLot],
    [words.product, product && (products.find(each => each.gtin === product)?.name ?? product)],
    [words.plant, place(condition.plant)],
    [words.line, place(condition.line)],
    [words.madeFrom, condition.madeFrom && moment(condition.madeFrom)],
    [words.madeUntil, condition.madeUntil && moment(condition.madeUntil)],
  ];
  return parts.filter((part): part is [string, string] => part[1] !== undefined && part[1] !== '');
}

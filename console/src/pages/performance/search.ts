import type { LeadTimeQuestion } from '~/api/questions';
import { flagOf, given, oneOf, type Raw, textOf, timeOf } from '~/app/address';

export const dimensions = ['plant', 'line', 'shift', 'product', 'site', 'country'] as const;
export type Dimension = (typeof dimensions)[number];
export const statistics = ['median', 'p90'] as const;
export const returnDimensions = ['componentLot', 'product', 'productLot', 'plant', 'line', 'country'] as const;

const filters = (raw: Raw) => ({
  product: textOf(raw.product),
  plant: textOf(raw.plant),
  line: textOf(raw.line),
  country: textOf(raw.country),
  since: timeOf(raw.since),
  until: timeOf(raw.until),
});

/** Dimensions in the order given, each once: `line,shift`. */
function dimensionsOf(raw: unknown): string | undefined {
  const wanted = (textOf(raw) ?? '').split(',').filter(each => oneOf(each, dimensions));
  return wanted.length ? [...new Set(wanted)].join(',') : undefined;
}

export const leadTimeSearch = (raw: Raw) =>
  given({
    from: textOf(raw.from),
    to: textOf(raw.to),
    by: dimensionsOf(raw.by),
    statistic: oneOf(raw.statistic, statistics),
    ...filters(raw),
  });

export const groupSearch = (raw: Raw) => given({ ...leadTimeSearch(raw), group: textOf(raw.group) ?? '' });

export const returnsSearch = (raw: Raw) =>
  given({
    by: oneOf(raw.by, returnDimensions),
    product: textOf(raw.product),
    since: timeOf(raw.since),
    until: timeOf(raw.until),
    all: flagOf(raw.all),
  });

export type LeadTimeSearch = ReturnType<typeof leadTimeSearch>;

export const DEFAULT_FROM = 'commissioning';
export const DEFAULT_TO = 'packing';
export const DEFAULT_BY = 'line';

/** The comparison that an address asks for. */
export function questionOf(search: LeadTimeSearch): LeadTimeQuestion {
  return {
    ...search,
    from: search.from ?? DEFAULT_FROM,
    to: search.to ?? DEFAULT_TO,
    by: search.by ?? DEFAULT_BY,
    statistic: search.statistic ?? 'median',
  };
}

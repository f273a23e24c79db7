import type { Schemas } from '~/api/client';

/** From the maker's stone to the customer's hand: dark to light. What needs finding is coloured. */
export const whereaboutsShades: Record<Schemas['Whereabouts'], string> = {
  plant: 'var(--graphite-11)',
  centre: 'var(--graphite-9)',
  transit: 'var(--graphite-8)',
  shop: 'var(--graphite-7)',
  sold: 'var(--graphite-5)',
  consumed: 'var(--graphite-6)',
  destroyed: 'var(--graphite-10)',
  other: 'var(--neutral)',
  unknown: 'var(--attention)',
};

/** The order in which goods pass. */
export const whereaboutsOrder: Schemas['Whereabouts'][] = [
  'plant',
  'centre',
  'transit',
  'shop',
  'sold',
  'consumed',
  'destroyed',
  'other',
  'unknown',
];

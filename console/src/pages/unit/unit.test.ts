import { describe, expect, test } from 'vitest';
import type { Schemas } from '~/api/client';
import { fold, LEAST_FOLDED } from './fold';
import { distanceKm, frameOf, lengthKm, staysOf } from './legs';

type Genealogy = Schemas['Genealogy'];

const lot = { epc: 'lot', kind: 'lgtin', text: 'lot', name: 'Cell' };
const phone = (n: number) => ({ epc: `phone ${n}`, kind: 'sgtin', text: `phone ${n}`, name: 'Phone' });
const made = (from: string, to: string) => ({ from, to, eventTime: '2026-03-14T08:00:00Z', eventID: `${from}${to}` });

/** One lot, and so many units made of it. */
const family = (units: number): Genealogy => {
  const phones = Array.from({ length: units }, (_, n) => phone(n));
  return { nodes: [lot, ...phones], edges: phones.map(each => made('lot', each.epc)), complete: true };
};

describe('a genealogy', () => {
  test('folds siblings that repeat, but never the unit itself', () => {
    const { nodes, edges } = fold(family(9), 'phone 3', new Set());
    expect(nodes.map(node => node.members.length).sort((a, b) => a - b)).toEqual([1, 1, 8]);
    expect(edges).toHaveLength(2);
  });

  test('loses no member by folding', () => {
    const genealogy = family(40);
    const members = fold(genealogy, 'lot', new Set()).nodes.flatMap(node => node.members.map(member => member.epc));
    expect(members.sort()).toEqual(genealogy.nodes.map(node => node.epc).sort());
  });

  test('shows few siblings one by one', () => {
    expect(fold(family(LEAST_FOLDED - 1), 'lot', new Set()).nodes).toHaveLength(LEAST_FOLDED);
  });

  test('opens a folded group', () => {
    const folded = fold(family(9), 'lot', new Set()).nodes.find(node => node.members.length > 1);
    expect(fold(family(9), 'lot', new Set([folded?.id ?? ''])).nodes).toHaveLength(10);
  });

  test('sets inputs before the unit and outputs after it', () => {
    const genealogy: Genealogy = {
      nodes: [lot, phone(0), { ...phone(1), epc: 'car', name: 'Car' }],
      edges: [made('lot', 'phone 0'), made('phone 0', 'car')],
      complete: true,
    };
    const levels = fold(genealogy, 'phone 0', new Set()).nodes.map(node => [node.id, node.level]);
    expect(levels).toEqual([
      ['lot', -1],
      ['phone 0', 0],
      ['car', 1],
    ]);
  });
});

describe('a journey', () => {
  const berlin = { id: 'b', name: 'Berlin', kind: 'shop' as const, latitude: 52.52, longitude: 13.405 };
  const madrid = { id: 'm', name: 'Madrid', kind: 'shop' as const, latitude: 40.4168, longitude: -3.7038 };
  const nowhere = { id: 'n', name: 'Nowhere', kind: 'other' as const };
  const seen = (location: Schemas['Location'], hour: number) => ({
    at: `2026-03-14T${String(hour).padStart(2, '0')}:00:00Z`,
    location,
  });

  test('joins sightings at one place to a stay, and passes over places without coordinates', () => {
    const stays = staysOf([seen(berlin, 1), seen(nowhere, 2), seen(berlin, 3), seen(madrid, 5), seen(berlin, 9)]);
    expect(stays.map(stay => [stay.location.name, stay.from.slice(11, 13), stay.until.slice(11, 13)])).toEqual([
      ['Berlin', '01', '03'],
      ['Madrid', '05', '05'],
      ['Berlin', '09', '09'],
    ]);
    expect(stays.map(stay => stay.current)).toEqual([false, false, true]);
  });

  test('is as long as its legs', () => {
    expect(distanceKm(berlin, madrid)).toBeCloseTo(1869, -1);
    expect(lengthKm([berlin, madrid, berlin])).toBeCloseTo(2 * distanceKm(berlin, madrid));
    expect(lengthKm([berlin])).toBe(0);
  });

  test('is framed with room around it', () => {
    const [west, south, east, north] = frameOf([berlin, madrid]);
    expect(west).toBeLessThan(madrid.longitude);
    expect(south).toBeLessThan(madrid.latitude);
    expect(east).toBeGreaterThan(berlin.longitude);
    expect(north).toBeGreaterThan(berlin.latitude);
  });

  test('at one place shows at least a country around it', () => {
    const [west, , east] = frameOf([berlin]);
    expect(east - west).toBeGreaterThanOrEqual(12);
  });
});

import type { Schemas } from '~/api/client';

type Sighting = Schemas['Trace']['sightings'][number];
type Location = Schemas['Location'];

export interface Stop {
  location: Location;
  latitude: number;
  longitude: number;
  /** First and last time seen there in one stay. */
  from: string;
  until: string;
  /** The last stay is where the unit is now. */
  current: boolean;
}

/** The stays of a journey in order: sightings in a row at the same coordinates are one stay; unplaced ones are left out. */
export function staysOf(sightings: Sighting[]): Stop[] {
  const stays: Stop[] = [];
  for (const { at, location } of sightings) {
    const { latitude, longitude } = location;
    if (latitude === undefined || longitude === undefined) continue;
    const last = stays.at(-1);
    if (last && last.latitude === latitude && last.longitude === longitude) {
      last.until = at;
      last.location = location;
    } else {
      stays.push({ location, latitude, longitude, from: at, until: at, current: false });
    }
  }
  const last = stays.at(-1);
  if (last) last.current = true;
  return stays;
}

const EARTH_KM = 6371;

/** Great-circle distance in kilometres. */
export function distanceKm(a: Point, b: Point): number {
  const rad = (degrees: number) => (degrees * Math.PI) / 180;
  const dLat = rad(b.latitude - a.latitude);
  const dLon = rad(b.longitude - a.longitude);
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(rad(a.latitude)) * Math.cos(rad(b.latitude)) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

export interface Point {
  latitude: number;
  longitude: number;
}

/** Length of the whole way, in kilometres. */
export function lengthKm(stays: Point[]): number {
  return stays.slice(1).reduce((sum, stay, before) => sum + distanceKm(stays[before] ?? stay, stay), 0);
}

/** A frame around the points, in degrees `[west, south, east, north]`, with room around it and never smaller than a country. */
export function frameOf(points: Point[]): [number, number, number, number] {
  const longitudes = points.map(point => point.longitude);
  const latitudes = points.map(point => point.latitude);
  const [west, east] = spread(Math.min(...longitudes), Math.max(...longitudes), 12);
  const [south, north] = spread(Math.min(...latitudes), Math.max(...latitudes), 7);
  return [Math.max(-180, west), Math.max(-60, south), Math.min(180, east), Math.min(80, north)];
}

function spread(low: number, high: number, least: number): [number, number] {
  const room = Math.max((high - low) * 0.22, (least - (high - low)) / 2, 1.5);
  return [low - room, high + room];
}

import { registerMap } from 'echarts/core';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

export const WORLD = 'world';
let ready: Promise<void> | undefined;

/** Registers the outline of the world's countries (Natural Earth 1:50m, bundled) once. */
export function loadWorld(): Promise<void> {
  ready ??= import('world-atlas/countries-50m.json').then(({ default: atlas }) => {
    const topology = atlas as unknown as Topology<{ countries: GeometryCollection<{ name: string }> }>;
    const countries = feature(topology, topology.objects.countries);
    registerMap(WORLD, countries as unknown as Parameters<typeof registerMap>[1]);
  });
  return ready;
}

const LIMIT = 83;
const rad = Math.PI / 180;

/** Mercator, so that directions look right on a map of a region. */
export const mercator = {
  project: ([longitude = 0, latitude = 0]: number[]) => {
    const bounded = Math.max(-LIMIT, Math.min(LIMIT, latitude));
    return [longitude, -Math.log(Math.tan(Math.PI / 4 + (bounded * rad) / 2)) / rad];
  },
  unproject: ([x = 0, y = 0]: number[]) => [x, (2 * Math.atan(Math.exp(-y * rad)) - Math.PI / 2) / rad],
};

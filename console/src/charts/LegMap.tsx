import { useCallback, useEffect, useState } from 'react';
import { WaitingBlock } from '~/parts/Waiting';
import EChart from './EChart';
import type { Ink } from './ink';
import { escapeHtml, tooltip } from './style';
import { loadWorld, mercator, WORLD } from './world';

export interface MapStop {
  latitude: number;
  longitude: number;
  name: string;
  detail: string;
  /** Drawn in gold: where the unit is now. */
  current?: boolean;
  /** Drawn as what is wrong. */
  bad?: boolean;
}

export interface MapProps {
  stops: MapStop[];
  /** Pairs of positions in `stops`. */
  legs: [number, number][];
  /** West, south, east, north, in degrees. */
  frame: [number, number, number, number];
  height: number | string;
  label: string;
  badLegs?: boolean;
}

/** Stops and the legs between them on the outline of the world. */
export default function LegMap({ stops, legs, frame, height, label, badLegs = false }: MapProps) {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    let open = true;
    void loadWorld().then(() => open && setReady(true));
    return () => {
      open = false;
    };
  }, []);

  const draw = useCallback(
    (ink: Ink) => {
      const [west, south, east, north] = frame;
      const at = (position: number) => [stops[position]?.longitude ?? 0, stops[position]?.latitude ?? 0];
      return {
        tooltip: {
          ...tooltip(ink),
          trigger: 'item',
          formatter: ({ data }: { data?: { stop?: MapStop } }) =>
            data?.stop ? `<b>${escapeHtml(data.stop.name)}</b><br>${escapeHtml(data.stop.detail)}` : '',
        },
        backgroundColor: ink['graphite-2'],
        geo: {
          map: WORLD,
          projection: mercator,
          boundingCoords: [
            [west, north],
            [east, south],
          ],
          preserveAspect: 'contain',
          left: 0,
          right: 0,
          top: 0,
          bottom: 0,
          silent: true,
          itemStyle: { areaColor: ink['graphite-4'], borderColor: ink.card, borderWidth: 0.8 },
          emphasis: { disabled: true },
        },
        series: [
          {
            type: 'lines',
            coordinateSystem: 'geo',
            silent: true,
            symbol: ['none', 'arrow'],
            symbolSize: 8,
            lineStyle: {
              color: badLegs ? ink.bad : ink['graphite-9'],
              width: 1.6,
              curveness: 0.16,
              opacity: 1,
              type: badLegs ? 'dashed' : 'solid',
            },
            data: legs.map(([from, to]) => ({ coords: [at(from), at(to)] })),
          },
          {
            type: 'scatter',
            coordinateSystem: 'geo',
            symbolSize: 10,
            data: stops.map((stop, position) => ({
              value: at(position),
              stop,
              symbolSize: stop.current ? 14 : 10,
              itemStyle: {
                color: stop.bad ? ink.bad : stop.current ? ink.gold : ink.card,
                borderColor: stop.current || stop.bad ? ink.card : ink['text-soft'],
                borderWidth: 2,
              },
              label: {
                show: true,
                formatter: stop.name,
                position: 'right',
                distance: 6,
                color: ink.text,
                fontFamily: ink.font,
                fontSize: 12,
                fontWeight: stop.current ? 600 : 400,
                textBorderColor: ink['graphite-4'],
                textBorderWidth: 3,
              },
            })),
            labelLayout: { moveOverlap: 'shiftY', hideOverlap: true },
          },
        ],
      };
    },
    [stops, legs, frame, badLegs],
  );

  return ready ? <EChart height={height} label={label} draw={draw} /> : <WaitingBlock height={height} />;
}

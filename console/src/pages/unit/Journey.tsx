import { lazy, Suspense, useMemo } from 'react';
import type { Schemas } from '~/api/client';
import { durationBetween } from '~/format/durations';
import { count } from '~/format/numbers';
import { moment } from '~/format/times';
import { Panel } from '~/parts/Panel';
import { placeDetail } from '~/parts/Place';
import { WaitingBlock } from '~/parts/Waiting';
import { text } from '~/text/en';
import styles from './Journey.module.css';
import { frameOf, lengthKm, type Stop, staysOf } from './legs';

const LegMap = lazy(() => import('~/charts/LegMap'));
const HEIGHT = 280;
const words = text.journey;

/** Where the unit went, on the map and as a list of stays. */
export function Journey({ trace }: { trace: Schemas['Trace'] | undefined }) {
  const stays = useMemo(() => (trace ? staysOf(trace.sightings) : []), [trace]);
  const map = useMemo(() => mapOf(stays), [stays]);
  if (trace && stays.length === 0) return null;
  return (
    <Panel title={words.title} aside={trace && words.length(stays.length, count(Math.round(lengthKm(stays))))} flush>
      {trace ? (
        <Suspense fallback={<WaitingBlock height={HEIGHT} />}>
          <LegMap {...map} height={HEIGHT} label={words.label(stays.map(stay => stay.location.name).join(', '))} />
        </Suspense>
      ) : (
        <WaitingBlock height={HEIGHT} />
      )}
      <ol className={styles.stays}>
        {stays.map(stay => (
          <li key={stay.from + stay.location.id} data-current={stay.current}>
            <span className={styles.name}>
              {stay.location.name}
              <span>{placeDetail(stay.location)}</span>
            </span>
            <span className={styles.when}>{moment(stay.from)}</span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function mapOf(stays: Stop[]) {
  return {
    stops: stays.map(stay => ({
      latitude: stay.latitude,
      longitude: stay.longitude,
      name: stay.location.city ?? stay.location.name,
      detail: `${stay.location.name}, ${moment(stay.from)}, ${durationBetween(stay.from, stay.until)}`,
      current: stay.current,
    })),
    legs: stays.slice(1).map((_, before): [number, number] => [before, before + 1]),
    frame: stays.length ? frameOf(stays) : ([-12, 34, 32, 60] as [number, number, number, number]),
  };
}

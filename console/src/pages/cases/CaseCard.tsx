import { IconCopy, IconRoute } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useMemo } from 'react';
import type { Schemas } from '~/api/client';
import type { MapProps } from '~/charts/LegMap';
import { durationBetween } from '~/format/durations';
import { count } from '~/format/numbers';
import { moment } from '~/format/times';
import { frameOf } from '~/pages/unit/legs';
import { EventLink } from '~/parts/EventLink';
import { Place } from '~/parts/Place';
import { Mark } from '~/parts/Tone';
import { UnitName } from '~/parts/UnitName';
import { WaitingBlock } from '~/parts/Waiting';
import { text } from '~/text/en';
import styles from './Cases.module.css';

type Case = Schemas['Case'];
type Sighting = Schemas['Sighting'];
const LegMap = lazy(() => import('~/charts/LegMap'));
const words = text.cases;
const MAP_HEIGHT = '100%';

/** One case: what was found, the two places that contradict each other, and the unit it concerns. */
export function CaseCard({ found }: { found: Case }) {
  const map = useMemo(() => mapOf(found), [found]);
  return (
    <article className={styles.card}>
      <div className={styles.words}>
        <p className={styles.kind}>
          <Mark tone="bad" icon={found.kind === 'diversion' ? IconRoute : IconCopy}>
            {words.kinds[found.kind]}
          </Mark>
          {found.units > 1 && <span>{words.units(found.units)}</span>}
        </p>
        <p className={styles.sentence}>{found.sentence.replace(found.text, words.it(found.text))}</p>
        <Link to="/unit" search={{ epc: found.epc }} className={styles.unit}>
          <UnitName text={found.text} />
        </Link>
        <ol className={styles.ends}>
          <End name={words.from[found.kind]} sighting={found.from} />
          <End name={words.to[found.kind]} sighting={found.to} />
        </ol>
        <p className={styles.numbers}>
          {found.distanceKm !== undefined && <span>{words.distance(count(Math.round(found.distanceKm)))}</span>}
          <span>{words.between(durationBetween(found.from.at, found.to.at))}</span>
          {found.speedKmh !== undefined && <span>{words.speed(count(Math.round(found.speedKmh)))}</span>}
          {found.eventIDs.map((id, position) => (
            <EventLink key={id} id={id}>
              {words.proof(position + 1)}
            </EventLink>
          ))}
        </p>
      </div>
      {map && (
        <div className={styles.map}>
          <Suspense fallback={<WaitingBlock height={MAP_HEIGHT} />}>
            <LegMap {...map} />
          </Suspense>
        </div>
      )}
    </article>
  );
}

function End({ name, sighting }: { name: string; sighting: Sighting }) {
  return (
    <li>
      <span>{name}</span>
      <b>
        <Place location={sighting.location} />
      </b>
      <time dateTime={sighting.at}>{moment(sighting.at)}</time>
    </li>
  );
}

function mapOf(found: Case): MapProps | undefined {
  const stops = [found.from, found.to].flatMap(({ at, location }, position) =>
    location.latitude === undefined || location.longitude === undefined
      ? []
      : [
          {
            latitude: location.latitude,
            longitude: location.longitude,
            name: location.city ?? location.name,
            detail: `${location.name}, ${moment(at)}`,
            bad: position === 1,
          },
        ],
  );
  if (stops.length < 2) return undefined;
  return {
    stops,
    legs: [[0, 1]],
    frame: frameOf(stops),
    height: MAP_HEIGHT,
    badLegs: true,
    label: `${found.from.location.name}, ${found.to.location.name}`,
  };
}

import { Button } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import type { Schemas } from '~/api/client';
import { durationBetween } from '~/format/durations';
import { elementString } from '~/format/identifiers';
import { moment, momentAt } from '~/format/times';
import { words as vocabulary } from '~/format/words';
import { EventLink } from '~/parts/EventLink';
import { Place } from '~/parts/Place';
import { Mark, weights } from '~/parts/Tone';
import { UnitLink } from '~/parts/UnitLink';
import { UnitName } from '~/parts/UnitName';
import { text } from '~/text/en';
import styles from './Timeline.module.css';

type Entry = Schemas['TimelineEntry'];
const words = text.timeline;
const route = getRouteApi('/unit');

const SHOWN = 30;
/** A pause worth saying. */
const PAUSE_MILLIS = 24 * 3_600_000;

/** What happened to the unit, newest first; what came through its container stands indented. */
export function Timeline({ trace }: { trace: Schemas['Trace'] }) {
  const { all } = route.useSearch();
  const navigate = route.useNavigate();
  const entries = all ? trace.timeline : trace.timeline.slice(0, SHOWN);
  return (
    <>
      <ol className={styles.timeline}>
        {entries.map((entry, position) => (
          <TimelineItem key={entry.eventID + entry.role} entry={entry} before={trace.timeline[position + 1]} />
        ))}
      </ol>
      {entries.length < trace.timeline.length && (
        <div className={styles.rest}>
          <Button
            variant="default"
            size="xs"
            onClick={() =>
              void navigate({ search: search => ({ ...search, all: true }), replace: true, resetScroll: false })
            }
          >
            {words.all(trace.timeline.length)}
          </Button>
        </div>
      )}
    </>
  );
}

function TimelineItem({ entry, before }: { entry: Entry; before: Entry | undefined }) {
  const { day, clock, zone } = momentAt(entry.eventTime, entry.eventTimeZoneOffset);
  const place = entry.readPoint ?? entry.bizLocation;
  const pause = before && Date.parse(entry.eventTime) - Date.parse(before.eventTime) >= PAUSE_MILLIS;
  return (
    <>
      <li
        className={styles.entry}
        data-through={entry.role === 'container'}
        data-voided={entry.voided}
        data-bad={entry.contradiction !== undefined}
      >
        <span className={styles.dot} aria-hidden />
        <div className={styles.what}>
          <p className={styles.step}>
            {vocabulary(entry.bizStep ?? entry.type)}
            {place && (
              <span className={styles.place}>
                <Place location={place} />
              </span>
            )}
          </p>
          <p className={styles.how}>
            <How entry={entry} />
          </p>
          <Marks entry={entry} />
        </div>
        <div className={styles.when}>
          <time dateTime={entry.eventTime}>
            {day} <b>{clock}</b> <span>{zone}</span>
          </time>
          <EventLink id={entry.eventID} />
        </div>
      </li>
      {pause && (
        <li className={styles.pause}>
          <span>{words.pause(durationBetween(before.eventTime, entry.eventTime))}</span>
        </li>
      )}
    </>
  );
}

function How({ entry }: { entry: Entry }) {
  const name = (epc: string) => (
    <UnitLink epc={epc}>
      <UnitName text={elementString(epc)} />
    </UnitLink>
  );
  switch (entry.role) {
    case 'container':
      if (entry.action === 'DELETE' && entry.through && entry.parent === entry.through) {
        return (
          <>
            {words.container} {name(entry.through)} {words.unpacked}
          </>
        );
      }
      return (
        <>
          {words.through} {entry.through && name(entry.through)}
          {entry.parent && entry.parent !== entry.through && (
            <>
              , {entry.action === 'DELETE' ? words.outOf : words.into} {name(entry.parent)}
            </>
          )}
        </>
      );
    case 'child':
      return (
        <>
          {entry.action === 'DELETE' ? words.takenOut : words.putInto} {entry.parent && name(entry.parent)}
        </>
      );
    case 'parent':
      return <>{entry.action === 'DELETE' ? words.emptied(entry.children ?? 0) : words.filled(entry.children ?? 0)}</>;
    case 'input':
      return <>{words.usedUp}</>;
    case 'output':
      return <>{words.madeHere}</>;
    case 'epc':
      return <>{entry.disposition ? vocabulary(entry.disposition) : words.actions[entry.action ?? 'OBSERVE']}</>;
  }
}

function Marks({ entry }: { entry: Entry }) {
  if (!entry.late && !entry.voided && !entry.contradiction) return null;
  return (
    <p className={styles.marks}>
      {entry.voided && <Mark {...weights.attention}>{words.voided}</Mark>}
      {entry.late && <Mark {...weights.attention}>{words.late(moment(entry.recordTime))}</Mark>}
      {entry.contradiction && <Mark {...weights.bad}>{entry.contradiction}</Mark>}
    </p>
  );
}

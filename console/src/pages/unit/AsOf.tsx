import { Button, Slider } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { Schemas } from '~/api/client';
import { moment } from '~/format/times';
import { words as vocabulary } from '~/format/words';
import { TimeField } from '~/parts/Filters';
import { text } from '~/text/en';
import styles from './AsOf.module.css';

type Entry = Schemas['TimelineEntry'];
const words = text.unit;

/** Goes back to any moment of the unit's life: along its events, or to a time of one's own. */
export function AsOf({ timeline, asOf }: { timeline: Entry[]; asOf: string | undefined }) {
  const navigate = useNavigate({ from: '/unit' });
  const stops = momentsOf(timeline);
  const now = stops.length;
  const shown = asOf === undefined ? now : stopAt(stops, asOf);
  const [position, setPosition] = useState(shown);
  useEffect(() => setPosition(shown), [shown]);

  const go = (time: string | undefined) =>
    void navigate({ search: before => ({ ...before, asOf: time }), replace: true, resetScroll: false });
  const label = (stop: number) => {
    const entry = stops[stop];
    return entry ? `${moment(entry.time)}: ${entry.word}` : words.now;
  };

  if (stops.length === 0) return null;
  return (
    <section className={styles.asOf} data-past={asOf !== undefined} aria-label={words.asOf}>
      <IconHistory className={styles.icon} size={18} stroke={1.6} aria-hidden />
      <span className={styles.name}>{words.asOf}</span>
      <Slider
        className={styles.slider}
        classNames={{ mark: styles.mark }}
        min={0}
        max={now}
        step={1}
        value={position}
        onChange={setPosition}
        onChangeEnd={stop => go(stops[stop]?.time)}
        marks={Array.from({ length: now + 1 }, (_, value) => ({ value }))}
        label={label}
        thumbLabel={words.asOf}
        thumbProps={{ 'aria-valuetext': label(position) }}
        size={4}
        thumbSize={16}
      />
      <div className={styles.field}>
        <TimeField label={words.asOfField} hiddenLabel empty={words.now} value={asOf} onChange={go} />
      </div>
      <Button variant="default" disabled={asOf === undefined} onClick={() => go(undefined)}>
        {words.now}
      </Button>
    </section>
  );
}

interface Stop {
  time: string;
  word: string;
}

/** The moments at which something happened, oldest first, each once. */
function momentsOf(timeline: Entry[]): Stop[] {
  const stops = new Map<string, Stop>();
  for (const entry of timeline.toReversed())
    stops.set(entry.eventTime, { time: entry.eventTime, word: vocabulary(entry.bizStep ?? entry.type) });
  return [...stops.values()];
}

/** The last stop not after a time. */
function stopAt(stops: Stop[], time: string): number {
  const at = Date.parse(time);
  return Math.max(
    0,
    stops.findLastIndex(stop => Date.parse(stop.time) <= at),
  );
}

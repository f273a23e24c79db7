import { Drawer } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { LogEvent } from '~/api/events';
import { questions } from '~/api/questions';
import { elementString } from '~/format/identifiers';
import { moment, momentAt } from '~/format/times';
import { words as vocabulary } from '~/format/words';
import { Facts } from '~/parts/Facts';
import { Copy } from '~/parts/Identifier';
import { ProblemNote } from '~/parts/ProblemNote';
import { Mark, weights } from '~/parts/Tone';
import { UnitLink } from '~/parts/UnitLink';
import { UnitName } from '~/parts/UnitName';
import { WaitingBlock } from '~/parts/Waiting';
import { text } from '~/text/en';
import styles from './Events.module.css';

const words = text.events;
const SHOWN_THINGS = 12;

/** One event as it stands in the log, with the declarations that void it. */
export function EventDetail({ id, onClose }: { id: string | undefined; onClose: () => void }) {
  return (
    <Drawer
      opened={id !== undefined}
      onClose={onClose}
      position="right"
      size="min(640px, 100vw)"
      title={words.event}
      closeButtonProps={{ 'aria-label': text.common.close }}
    >
      {id !== undefined && <Detail id={id} />}
    </Drawer>
  );
}

function Detail({ id }: { id: string }) {
  const { data, error, refetch } = useQuery(questions.event(id));
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <WaitingBlock height={420} />;
  return (
    <div className={styles.details}>
      {data.map(event => (
        <One key={event.declaredErroneous ? `${event.id} void` : event.id} event={event} />
      ))}
    </div>
  );
}

function One({ event }: { event: LogEvent }) {
  const { day, clock, zone } = momentAt(event.time, event.offset);
  const json = JSON.stringify(event.json, null, 2);
  const type = words.types[event.type as keyof typeof words.types] ?? event.type;
  return (
    <section className={styles.one}>
      {event.declaredErroneous && <Mark {...weights.attention}>{words.voiding}</Mark>}
      <Facts
        columns={2}
        items={[
          [words.type, event.action ? `${type}, ${event.action}` : type],
          [words.step, event.bizStep && vocabulary(event.bizStep)],
          [words.time, `${day} ${clock} ${zone}`],
          [words.recorded, event.recordTime && moment(event.recordTime)],
          [words.disposition, event.disposition && vocabulary(event.disposition)],
        ]}
      />
      {event.things.length > 0 && (
        <ul className={styles.thingList} aria-label={words.things}>
          {event.things.slice(0, SHOWN_THINGS).map(epc => (
            <li key={epc}>
              <UnitLink epc={epc}>
                <UnitName text={elementString(epc)} />
              </UnitLink>
            </li>
          ))}
          {event.things.length > SHOWN_THINGS && <li>{words.andMore(event.things.length - SHOWN_THINGS)}</li>}
        </ul>
      )}
      <div className={styles.json}>
        <div className={styles.jsonHead}>
          JSON
          <Copy text={json} />
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
        <pre tabIndex={0}>{json}</pre>
      </div>
    </section>
  );
}

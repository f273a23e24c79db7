import type { Schemas } from '~/api/client';
import { duration } from '~/format/durations';
import { elementString } from '~/format/identifiers';
import { day, moment } from '~/format/times';
import { Panel } from '~/parts/Panel';
import { UnitLink } from '~/parts/UnitLink';
import { UnitName } from '~/parts/UnitName';
import { text } from '~/text/en';
import styles from './Containment.module.css';

type Interval = Schemas['ContainmentInterval'];
const words = text.containment;

/** When the unit was in what: one row a container, on one common time. */
export function Containment({ trace }: { trace: Schemas['Trace'] }) {
  const end = Math.max(Date.parse(trace.unit.lastEventTime ?? trace.asOf ?? ''), ...trace.containment.map(endOf));
  const start = Math.min(...trace.containment.map(each => Date.parse(each.since)));
  const span = Math.max(end - start, 1);
  const rows = trace.containment.toSorted((a, b) => Date.parse(a.since) - Date.parse(b.since));
  return (
    <Panel title={words.title} aside={words.answer(rows)}>
      <div className={styles.rows}>
        {rows.map(each => {
          const from = Date.parse(each.since) - start;
          const until = (each.until ? Date.parse(each.until) : end) - start;
          return (
            <div key={each.container + each.since} className={styles.row}>
              <span className={styles.name}>
                <UnitLink epc={each.container}>
                  <UnitName text={elementString(each.container)} />
                </UnitLink>
                <span>{words.depth(each.kind, each.depth ?? 1)}</span>
              </span>
              <span className={styles.track}>
                <span
                  className={styles.bar}
                  data-open={each.until === undefined}
                  style={{ left: `${(100 * from) / span}%`, width: `${(100 * (until - from)) / span}%` }}
                />
              </span>
              <span className={styles.when}>
                {moment(each.since)} {'\u2013'} {each.until ? moment(each.until) : words.still}
                <b>{each.until && duration((Date.parse(each.until) - Date.parse(each.since)) / 3_600_000)}</b>
              </span>
            </div>
          );
        })}
        <div className={styles.axis} aria-hidden>
          <span>{day(new Date(start).toISOString())}</span>
          <span>{day(new Date(end).toISOString())}</span>
        </div>
      </div>
    </Panel>
  );
}

const endOf = (interval: Interval) => Date.parse(interval.until ?? interval.since);

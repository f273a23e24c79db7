import { IconChevronRight } from '@tabler/icons-react';
import { Fragment } from 'react';
import type { Schemas } from '~/api/client';
import { elementString } from '~/format/identifiers';
import { words as vocabulary } from '~/format/words';
import { Facts } from '~/parts/Facts';
import { Copy, Grouped } from '~/parts/Identifier';
import { Moment } from '~/parts/Moment';
import { Place } from '~/parts/Place';
import { StateMark } from '~/parts/Tone';
import { UnitLink } from '~/parts/UnitLink';
import { UnitName } from '~/parts/UnitName';
import { text } from '~/text/en';
import styles from './Standing.module.css';

const words = text.unit;

/** State, place and container chain, and every form of the unit's name. */
export function Standing({ trace: { unit } }: { trace: Schemas['Trace'] }) {
  const { identifier } = unit;
  return (
    <div className={styles.standing}>
      <Facts
        items={[
          [words.state, <StateMark key="state" state={unit.state} />],
          [words.disposition, dispositions(unit)],
          [words.place, unit.location && <Place location={unit.location} />],
          [words.since, unit.locationSince && <Moment at={unit.locationSince} />],
          [words.inside, unit.containers.length > 0 && <Chain containers={unit.containers} />],
          [words.made, unit.commissionedAt && <Moment at={unit.commissionedAt} />],
          [words.madeAt, madeAt(unit)],
          [words.lot, unit.lot],
          [words.expiry, unit.expiry],
        ].map(([name, value]) => [name as string, value || undefined])}
      />
      <dl className={styles.names}>
        <Name label={words.elements} value={identifier.text} shown={<Grouped text={identifier.text} />} />
        <Name label={words.link} value={identifier.epc} />
        {identifier.epcUrn && <Name label={words.urn} value={identifier.epcUrn} />}
      </dl>
    </div>
  );
}

function Name({ label, value, shown }: { label: string; value: string; shown?: React.ReactNode }) {
  return (
    <div className={styles.name}>
      <dt>{label}</dt>
      <dd>
        {shown ?? <code>{value}</code>}
        <Copy text={value} label={words.copy(label)} />
      </dd>
    </div>
  );
}

function Chain({ containers }: { containers: string[] }) {
  return (
    <span className={styles.chain}>
      {containers.map((container, position) => (
        <Fragment key={container}>
          {position > 0 && <IconChevronRight size={14} stroke={1.8} aria-label={words.insideOf} role="img" />}
          <UnitLink epc={container}>
            <UnitName text={elementString(container)} />
          </UnitLink>
        </Fragment>
      ))}
    </span>
  );
}

function dispositions(unit: Schemas['Unit']): string {
  return [unit.disposition, ...unit.persistentDispositions]
    .filter(each => each !== undefined)
    .map(vocabulary)
    .join(', ');
}

function madeAt(unit: Schemas['Unit']): string {
  return [...new Set([unit.line?.name, unit.plant?.name])].filter(Boolean).join(', ');
}

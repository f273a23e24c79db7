import { Link } from '@tanstack/react-router';
import type { Schemas } from '~/api/client';
import { elementString, shortName } from '~/format/identifiers';
import { type Column, DataTable } from '~/parts/DataTable';
import { Moment } from '~/parts/Moment';
import { Place } from '~/parts/Place';
import { UnitName } from '~/parts/UnitName';
import { text } from '~/text/en';
import styles from './Recall.module.css';

type RecalledUnit = Schemas['RecalledUnit'];
const words = text.recall;

const columns: Column<RecalledUnit>[] = [
  {
    id: 'unit',
    name: text.units.unit,
    cell: unit => (
      <Link to="/unit" search={{ epc: unit.epc }}>
        <UnitName text={unit.text} />
      </Link>
    ),
  },
  {
    id: 'whereabouts',
    name: words.whereabouts,
    cell: unit => (
      <span className={unit.whereabouts === 'unknown' ? styles.unknown : undefined}>
        {text.whereabouts[unit.whereabouts]}
        {unit.location && (
          <span className={styles.at}>
            <Place location={unit.location} detail={false} />
          </span>
        )}
      </span>
    ),
  },
  { id: 'since', name: words.since, cell: unit => unit.since && <Moment at={unit.since} /> },
  {
    id: 'lots',
    name: words.lots,
    cell: unit => (
      <span className={styles.lots}>
        {unit.lot}
        {unit.componentLots?.map(lot => (
          <span key={lot}>{shortName(elementString(lot))}</span>
        ))}
      </span>
    ),
  },
];

export function ScopeList({ list }: { list: RecalledUnit[] }) {
  return <DataTable caption={words.list} columns={columns} rows={list} rowKey={unit => unit.epc} linked />;
}

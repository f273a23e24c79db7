import type { Schemas } from '~/api/client';
import { count, percent } from '~/format/numbers';
import { text } from '~/text/en';
import styles from './Recall.module.css';

const words = text.recall;

/** This scope beside a recall of the whole lots: what exactness spares. */
export function Precision({ scope }: { scope: Schemas['RecallScope'] }) {
  const whole = Math.max(scope.wholeLotUnits, scope.units);
  const spared = whole - scope.units;
  return (
    <div className={styles.precision}>
      <p>{spared > 0 ? words.spared(count(spared), percent(spared / whole)) : words.nothingSpared}</p>
      <dl>
        <Bar name={words.thisScope} units={scope.units} whole={whole} gold />
        <Bar name={words.wholeLots} units={whole} whole={whole} />
      </dl>
    </div>
  );
}

function Bar({ name, units, whole, gold = false }: { name: string; units: number; whole: number; gold?: boolean }) {
  return (
    <div className={styles.bar}>
      <dt>{name}</dt>
      <dd>
        <span className={styles.length} data-gold={gold} style={{ width: `${(100 * units) / Math.max(whole, 1)}%` }} />
        <b>{count(units)}</b>
      </dd>
    </div>
  );
}

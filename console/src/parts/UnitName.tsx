import { groups, shortName } from '~/format/identifiers';
import styles from './UnitName.module.css';

/** A unit as lists call it: its serial or SSCC in groups; the whole identifier on hover. */
export function UnitName({ text }: { text: string }) {
  return (
    <code className={styles.name} title={text}>
      {groups(shortName(text))
        .map((group, position) => ({ group, key: `${position}` }))
        .map(({ group, key }) => (
          <span key={key}>{group}</span>
        ))}
    </code>
  );
}
